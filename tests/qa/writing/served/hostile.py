"""A model server of our own that does what servers do wrong, by the name of the model."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

OPENED = "The Orrin bridge was opened on 4 May 1931 [1]."


def chunk(text: str = "", finish: str | None = None, **more: Any) -> bytes:
    """Write a piece of an answer as an event."""
    choice = {"index": 0, "delta": {"content": text, **more}, "finish_reason": finish}
    body = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "m"}
    return f"data: {json.dumps({**body, 'choices': [choice]})}\n\n".encode()


WHOLE = [*(chunk(f"{word} ") for word in OPENED.split()), chunk(finish="stop"), b"data: [DONE]\n\n"]


@dataclass
class Hostile:
    """What the server was asked, and how often; `over` lets go of what hangs."""

    address: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    says: str = OPENED
    lists: int = 200  # status of the list of models
    over: threading.Event = field(default_factory=threading.Event)
    reached: threading.Event = field(default_factory=threading.Event)
    gone: threading.Event = field(default_factory=threading.Event)  # a client that went away

    def named(self, model: str) -> str:
        """Return the setting that names a model of it."""
        return f"openai:{model}@{self.address}/v1"


class _Handler(BaseHTTPRequestHandler):
    hostile: Hostile
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        self.hostile.paths.append(self.path)
        models = [{"id": name, "object": "model"} for name in ("well", "half", "slow")]
        self._json(self.hostile.lists, {"object": "list", "data": models})

    def do_POST(self) -> None:
        hostile = self.hostile
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        hostile.paths.append(self.path)
        hostile.asked.append(asked)
        hostile.headers.append({name.lower(): value for name, value in self.headers.items()})
        hostile.reached.set()
        do: Callable[[], None] = getattr(
            self, f"_{asked['model'].replace('-', '_')}", self._unknown
        )
        try:
            do()
        except (BrokenPipeError, ConnectionResetError):
            hostile.gone.set()
        self.close_connection = True

    def _json(self, status: int, body: object, **headers: str) -> None:
        self._bytes(status, json.dumps(body).encode(), "application/json", **headers)

    def _bytes(self, status: int, body: bytes, kind: str, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _events(self, parts: list[bytes] | Iterator[bytes], *, whole: bool = True) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for part in parts:
            self.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
            self.wfile.flush()
        if whole:
            self.wfile.write(b"0\r\n\r\n")

    def _unknown(self) -> None:
        self._json(
            404, {"error": {"message": f"model '{self.hostile.asked[-1]['model']}' not found"}}
        )

    def _well(self) -> None:
        words = (chunk(f"{word} ") for word in self.hostile.says.split(" "))
        self._events([*words, chunk(finish="stop"), b"data: [DONE]\n\n"])

    def _thinks(self) -> None:
        thought = chunk(reasoning_content="It was 1999, I believe.")
        self._events([thought, *WHOLE])

    def _hangs(self) -> None:
        self.hostile.over.wait()

    def _stalls(self) -> None:
        def parts() -> Iterator[bytes]:
            yield WHOLE[0]
            while not self.hostile.over.wait(0.05):
                yield b": still here\n\n"

        self._events(parts())

    def _half(self) -> None:
        self._events(WHOLE[:4], whole=False)

    def _unfinished(self) -> None:
        self._events(WHOLE[:4])

    def _empty(self) -> None:
        self._events([chunk(finish="stop"), b"data: [DONE]\n\n"])

    def _nothing(self) -> None:
        self._events([])

    def _garbage(self) -> None:
        self._events([b"data: {nothing of \xff\xfe this}\n\n"])

    def _strange(self) -> None:
        self._events([b'data: {"choices": [{"delta": 7}]}\n\n', b"data: [1, 2]\n\n"])

    def _page(self) -> None:
        self._bytes(200, b"<html><body>Welcome!</body></html>", "text/html")

    def _broken(self) -> None:
        self._json(500, {"error": {"message": "CUDA out of\nmemory"}})

    def _failing(self) -> None:
        self._events([b'data: {"error": {"message": "the model crashed"}}\n\n'])

    def _wrong_key(self) -> None:
        key = self.headers.get("Authorization", "")
        self._json(401, {"error": {"message": f"Incorrect API key: {key}"}})

    def _too_long(self) -> None:
        self._json(400, {"error": {"message": "maximum context length is 512 tokens"}})

    def _busy(self) -> None:
        self._json(429, {"error": {"message": "too many requests"}}, Retry_After="30")

    def _busy_once(self) -> None:
        if len(self.hostile.asked) == 1:
            self._json(429, {"error": {"message": "too many requests"}}, Retry_After="0")
        else:
            self._well()

    def _redirect(self) -> None:
        self._bytes(307, b"", "text/plain", Location="/v1/elsewhere")

    def _flood(self) -> None:
        block = b"x" * 1_000_000
        self._events(b"data: " + block if not n else block for n in range(100))

    def _flood_of_words(self) -> None:
        self._events(chunk("word " * 100) for _ in range(200_000))

    def _large_error(self) -> None:
        self._bytes(500, b"x" * 100_000_000, "text/plain")

    def _packed(self) -> None:
        self._bytes(200, b"\x1f\x8b\x08", "text/event-stream", Content_Encoding="gzip")


@contextmanager
def running() -> Iterator[Hostile]:
    """Run the server at a free port of this machine."""
    hostile = Hostile()
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), type("Handler", (_Handler,), {"hostile": hostile})
    )
    server.daemon_threads = True
    hostile.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield hostile
    finally:
        hostile.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
