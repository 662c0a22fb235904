"""Against a model server of somebody else: `transformers serve` with the bundled model."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from qa.answerer import Answerer
from qa.drafting.whole import WholeWriter
from qa.models.known import SMOLLM2
from qa.steps import ELSEWHERE
from qa.wiring import Wellspring
from qa.writing.served.address import address_of
from qa.writing.served.generator import ServedGenerator

STARTS = 120  # seconds
MESSAGES = [{"role": "user", "content": "The bridge is 240 metres long. How long is the bridge?"}]


@pytest.fixture(scope="module")
def generator(
    well: Wellspring, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ServedGenerator]:
    """The bundled model, untuned, on a server in a process of its own."""
    folder = str(well.loadable(SMOLLM2))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("transformers")), "serve", folder]
    log = tmp_path_factory.mktemp("server") / "log"
    offline = {**os.environ, "HF_HUB_OFFLINE": "1"}
    with (
        log.open("w") as told,
        subprocess.Popen(
            [*command, "--host", "127.0.0.1", "--port", str(port), "--device", "cpu"],
            stdout=told,
            stderr=told,
            env=offline,
        ) as server,
    ):
        generator = ServedGenerator(address_of(f"openai:{folder}@http://127.0.0.1:{port}/v1"))
        try:
            until = time.monotonic() + STARTS
            while not answers(port):
                assert server.poll() is None, log.read_text()
                assert time.monotonic() < until, log.read_text()
                time.sleep(0.2)
            yield generator
        finally:
            generator.close()
            server.terminate()


def answers(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/health", timeout=5).is_success
    except httpx.HTTPError:
        return False


def test_it_is_well(generator: ServedGenerator) -> None:
    assert "answers at http://127.0.0.1" in generator.check()
    assert generator.away() == ""


def test_it_writes_piece_by_piece(generator: ServedGenerator) -> None:
    pieces = [piece for piece in generator.generate(MESSAGES, 30) if piece is not ELSEWHERE]
    assert len(pieces) > 3
    assert "240" in "".join(pieces)


def test_it_can_be_stopped_and_asked_again(generator: ServedGenerator) -> None:
    pieces = generator.generate([{"role": "user", "content": "Tell a long story."}], 2000)
    assert next(piece for piece in pieces if piece)
    pieces.close()  # type: ignore[attr-defined]
    assert "".join(generator.generate(MESSAGES, 5))


def test_what_it_writes_is_shown_as_far_as_it_is_proven(
    well: Wellspring, generator: ServedGenerator
) -> None:
    ways = well.ways_over(well.index, 0.4, WholeWriter(generator, well.prover))
    answerer = Answerer(well.index, ways, {"generator": generator.name}, generator.away)
    answer = answerer.ask("How many Dolan sheep were contracted for breeding?")
    assert "3583" in answer.text.replace(",", "")
    assert answer.writing.away == ""
    assert answer.citations
