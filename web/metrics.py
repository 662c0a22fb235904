"""Numbers for Prometheus at `GET /metrics`: requests, answers, the time of each stage."""

from fastapi import APIRouter, FastAPI
from fastapi.responses import Response
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)

from index.ranking.search import Index
from qa.types import Answer
from web.line import Line

_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Metrics:
    """The counters of one application."""

    def __init__(self) -> None:
        """Register them; each application has its own registry."""
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "wellspring_requests", "Requests", ["method", "route", "status"], registry=self.registry
        )
        self.request_seconds = Histogram(
            "wellspring_request_seconds",
            "Time until a response began",
            ["route"],
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.answers = Counter(
            "wellspring_answers",
            "Questions answered or declined",
            ["answered"],
            registry=self.registry,
        )
        self.stage_seconds = Histogram(
            "wellspring_stage_seconds",
            "Time of each stage of an answer",
            ["stage"],
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.first_word = Histogram(
            "wellspring_first_word_seconds",
            "Time until the first word of an answer",
            buckets=_SECONDS,
            registry=self.registry,
        )

    def answered(self, answer: Answer) -> None:
        """Count one answer."""
        self.answers.labels(str(answer.answered).lower()).inc()
        for stage, milliseconds in answer.timings_ms.items():
            self.stage_seconds.labels(stage).observe(milliseconds / 1000)

    def watch(self, index: Index, line: Line) -> None:
        """Show the size of an index, and how many questions are in the models, and how many wait.

        They are read when they are asked for.
        """
        for name, position in (("articles", 0), ("passages", 1)):
            gauge = Gauge(f"wellspring_{name}", f"Indexed {name}", registry=self.registry)
            gauge.set_function(lambda position=position: index.counts()[position])  # type: ignore[misc]
        inside = Gauge(
            "wellspring_questions_in_models", "Questions in the models", registry=self.registry
        )
        inside.set_function(lambda: line.inside)
        waiting = Gauge(
            "wellspring_questions_waiting",
            "Questions that wait for their turn",
            registry=self.registry,
        )
        waiting.set_function(lambda: line.waiting)


def install_metrics(app: FastAPI, metrics: Metrics) -> None:
    """Serve the numbers."""
    routes = APIRouter()

    @routes.get("/metrics", tags=["service"], response_class=Response)
    def numbers() -> Response:
        """Give the numbers of this server in the text format of Prometheus."""
        return Response(generate_latest(metrics.registry), media_type=CONTENT_TYPE_LATEST)

    app.include_router(routes)
