"""Which submissions are being answered: one that is sent twice is answered once."""

from dataclasses import dataclass, field
from threading import Lock

from index.problems import Problem
from index.types import WellspringError

Submission = tuple[str, str]  # the word that a client sends, and the question


@dataclass(frozen=True, slots=True)
class Submissions:
    """The submissions that are being answered. Safe for several threads."""

    _open: set[Submission] = field(default_factory=set)
    _lock: Lock = field(default_factory=Lock)

    def claim(self, submission: Submission) -> None:
        """Hold a submission until `release`; raises `WellspringError` while another holds it.

        Its answer is kept before it is released, so who claims it later finds the answer.
        """
        with self._lock:
            if submission in self._open:
                raise WellspringError(
                    Problem.ALREADY_ASKED,
                    "This question is being answered already. Wait for its answer.",
                )
            self._open.add(submission)

    def release(self, submission: Submission) -> None:
        """Let a submission be sent again; a second time does nothing."""
        with self._lock:
            self._open.discard(submission)
