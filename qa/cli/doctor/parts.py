"""What the doctor sees of the parts: models, index, conversations; and that they need no network.

Each look says what is well, or raises what is not with what mends it.
"""

import sys
from contextlib import closing

from index.problems import Problem
from index.types import WellspringError
from qa.history.conversations import CONVERSATIONS_FILE, Conversations
from qa.loading import LARGE_READER_WEIGHTS, READER_WEIGHTS, VERIFIER_WEIGHTS
from qa.models.finding import find
from qa.models.known import DEFAULT
from qa.models.naming import known
from qa.wiring import Wellspring
from qa.writing.served.address import is_served
from qa.writing.served.generator import ServedGenerator

_NETWORK = (
    *("socket.connect", "socket.sendto", "socket.sendmsg"),
    *("socket.getaddrinfo", "socket.gethostbyname"),
)


def models(well: Wellspring) -> str:
    """See that the models that the settings name, and the default ones, are here and whole."""
    for weights in (READER_WEIGHTS, LARGE_READER_WEIGHTS, VERIFIER_WEIGHTS):
        if not weights.is_file():
            told = f"The weights of a reader are missing ({weights}). Install Wellspring again."
            raise WellspringError(Problem.MISSING_MODEL, told)
    embedder, generator = well.settings.embedder, well.settings.generator
    chosen = [model for model in map(known, (embedder, generator)) if model]
    copies = [find(model, well.folders) for model in dict.fromkeys((*chosen, *DEFAULT))]
    whole = [f"{c.model.name} is whole ({c.model.megabytes}, {c.origin})" for c in copies]
    return f"{', '.join(whole)}; embedder {embedder}, generator {generator}"


def index(well: Wellspring) -> str:
    """See that there is an index and the folders that it is of."""
    articles, passages = well.index.counts()
    folders = well.index.roots().folders
    for folder in folders:
        if not folder.is_dir():
            told = f"The folder of the articles ({folder}) is gone."
            cure = "Run `wellspring index FOLDER` with its new place."
            raise WellspringError(Problem.MISSING_FOLDER, f"{told} {cure}")
    counts = f"{articles} articles, {passages} passages"
    places = ", ".join(map(str, folders))
    return f"{counts}, generation {well.index.generation}, from {places}"


def model_server(well: Wellspring) -> str:
    """See that the server of the generator answers with the model that is named."""
    if not is_served(well.settings.generator):
        return "none is asked: the generator runs here"
    generator = well.generator
    assert isinstance(generator, ServedGenerator)
    return generator.check()


def conversations(well: Wellspring) -> str:
    """See that what is kept of conversations can be read."""
    with closing(Conversations(well.settings.data_dir / CONVERSATIONS_FILE)) as kept:
        return f"{kept.count()} kept, {len(kept.feedback())} with feedback"


def offline(well: Wellspring) -> str:
    """Refuse every connection of this process from now on, then answer a question."""
    refused: list[str] = []

    def refuse(event: str, _: object) -> None:
        """Note that something would connect, and stop it."""
        if event in _NETWORK:
            refused.append(event)
            raise PermissionError(f"{event} is refused while offline answering is proven")

    sys.addaudithook(refuse)
    (article,), _ = well.index.listing(limit=1)
    answer = well.answerer.ask(f"What is said about {' '.join(article.title.split()[:12])}?")
    outcome = "answered" if answer.answered else "declined"
    took = f"a question was {outcome} in {answer.timings_ms['total']} ms"
    return f"{took} with every connection refused ({len(refused)} were tried)"
