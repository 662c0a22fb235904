"""Run the web server: check the port, load the models, serve."""

import logging
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from index.building.build import BuildReport, Progress
from index.problems import Problem
from index.reading.roots import Folders
from index.types import WellspringError
from qa.history.conversations import CONVERSATIONS_FILE, Conversations
from qa.settings import Settings
from qa.wiring import Wellspring
from web.app import create_app
from web.desk.examples import EXAMPLES_FILE, Examples
from web.front.reach import reach_of
from web.library.shelf import Shelf
from web.line import Line
from web.presence import noted
from web.security import LOCAL, OPEN_NOTE, is_open_to_all

# Browsers may take either address for the name `localhost`.
_BOTH = {"127.0.0.1": "::1", "localhost": "::1"}
_EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104 - only compared with


def run_server(well: Wellspring, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Serve page and API until interrupted; raises `WellspringError` when the port is taken."""
    reach = reach_of(well.settings)
    listeners = listen(host, port)
    well.note("Loading the models …")
    answerer = well.answerer  # loaded before the address is printed: what is printed can be used
    address = address_of(listeners[0])
    keys = frozenset(well.settings.keys)
    tell(f"Wellspring answers at {address}  (stop with Ctrl+C)")
    if is_open_to_all(keys, local=host in LOCAL):
        tell(OPEN_NOTE)
    conversations = Conversations(well.settings.data_dir / CONVERSATIONS_FILE)
    line = line_of(well.settings)
    examples = examples_of(well, line)
    app = create_app(
        well.index,
        answerer,
        keys,
        conversations=conversations,
        shelf=shelf_of(well),
        count_tokens=well.generator.count_tokens,
        local=host in LOCAL,
        line=line,
        examples=examples,
        settings=well.settings,
        reach=reach,
    )
    with noted(well.settings, address), examples.kept_up():
        serve_on(listeners, app)
    conversations.close()


def line_of(settings: Settings) -> Line:
    """Return the line in front of the models, as long as the settings say."""
    return Line(settings.at_once, settings.waiting)


def examples_of(well: Wellspring, line: Line) -> Examples:
    """Return the example questions of the index, as they are kept in the data folder."""
    kept, least = well.settings.data_dir / EXAMPLES_FILE, well.settings.min_confidence
    return Examples(well.index, well.answerer, line, kept, least)


def shelf_of(well: Wellspring) -> Shelf | None:
    """Return the articles that are indexed, to change them; None where the settings forbid that."""
    return (
        Shelf(well.settings.data_dir, partial(_build, well), well.read_options.max_bytes)
        if well.settings.editable
        else None
    )


def _build(well: Wellspring, folders: Folders, progress: Progress) -> BuildReport:
    return well.build_index(folders, progress)


def address_of(listener: socket.socket) -> str:
    """Return the address at which this machine reaches a listening socket."""
    host, port = listener.getsockname()[:2]
    host = "127.0.0.1" if host in _EVERY_ADDRESS else host
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


class _Server(uvicorn.Server):
    """Ends without a log of the answers that it cuts off because it is told to stop."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to stop."""
        logging.disable()
        super().handle_exit(sig, frame)


def serve_on(listeners: list[socket.socket], app: ASGIApp) -> None:
    """Serve an application until interrupted; it reads itself what proxies say."""
    config = uvicorn.Config(
        app, log_level="warning", timeout_graceful_shutdown=3, proxy_headers=False
    )
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # whichever of the two stops it,
    with suppress(KeyboardInterrupt):  # uvicorn hands it on when it has ended
        _Server(config).run(sockets=listeners)


def listen(host: str, port: int) -> list[socket.socket]:
    """Return sockets that listen: on this machine alone also under its IPv6 address, if it has one.

    Raises `WellspringError` when the port is taken.
    """
    first = _listener(host, port)
    if host not in _BOTH:
        return [first]
    try:
        return [first, _listener(_BOTH[host], first.getsockname()[1])]
    except WellspringError:  # no IPv6, or another program is there
        return [first]


def _listener(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except (OSError, OverflowError) as error:
        listener.close()
        raise WellspringError(
            Problem.PORT_BUSY,
            f"Cannot listen on {host}:{port} ({getattr(error, 'strerror', error)}). "
            "Choose another with `--port` or WELLSPRING_PORT.",
        ) from error
    return listener
