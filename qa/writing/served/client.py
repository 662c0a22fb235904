"""Ask a model server through the official client of its API, in one event loop."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx2
import openai

from qa.writing.prompt import Messages
from qa.writing.served.address import Address
from qa.writing.served.bounded import bound
from qa.writing.served.faults import AwayError, told

_AT_ONCE = 4  # questions to one server; the others wait here, with the same patience
_TRIES = 3
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 5.0  # seconds between two tries
_SOON = 3.0  # seconds in which a server that is well takes a connection, and lists its models
_LONGEST = 20_000  # characters of an answer
_UNLISTED = (404, 405, 500, 501)  # of a server that cannot list its models, but may write
_NAMED = 5  # models that are told of a list

_FAULTS = (
    AwayError,
    *(openai.OpenAIError, httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL, OSError),
    *(ValueError, TypeError, AttributeError, LookupError, RecursionError, TimeoutError),
)


Put = Callable[[str], object]


class Client:
    """One model of one server."""

    def __init__(self, address: Address, key: str, patience: float) -> None:
        self._model, self._key, self._patience = address.model, key, patience
        self._address = address
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._made: openai.AsyncOpenAI | None = None

    async def write(self, messages: Messages, max_tokens: int, put: Put) -> None:
        """Hand on what the model says, piece by piece.

        Raises `AwayError` where the server fails. It is asked again, at most twice, where nothing
        came yet and it may do better.
        """
        try:
            async with asyncio.timeout(self._patience), self._turns:
                await self._tried(messages, max_tokens, put)
        except _FAULTS as error:
            raise told(error, self._key) from error

    async def look(self) -> list[str]:
        """Return the models that the server lists; raises `AwayError` where it is away."""
        try:
            async with asyncio.timeout(_SOON):
                return [str(model.id) async for model in self._client.models.list()]
        except _FAULTS as error:
            if getattr(error, "status_code", 0) in _UNLISTED:
                return []  # it answers, and lists nothing
            raise told(error, self._key) from error

    async def check(self) -> str:
        """Let the model say a word, and tell where; raises `AwayError`."""
        listed = await self.look()
        others = ", ".join(listed[:_NAMED])
        said: list[str] = []
        try:
            await self.write([{"role": "user", "content": "Say yes."}], 8, said.append)
        except AwayError as error:
            has = f" It lists {others}." if others and self._model not in listed else ""
            raise AwayError(error.message.removeprefix("The model server ") + has) from error
        return f"{self._model} answers at {self._address.url}"

    async def close(self) -> None:
        """Let go of the connections, when what is cancelled has ended."""
        others = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.gather(*others, return_exceptions=True)
        if self._made is not None:
            await self._made.close()
            self._made = None

    async def _tried(self, messages: Messages, max_tokens: int, put: Put) -> None:
        for tried in range(1, _TRIES + 1):
            began = False
            try:
                async for piece in self._pieces(messages, max_tokens):
                    began = True
                    put(piece)
                return
            except _FAULTS as error:
                fault = told(error, self._key)
                pause = fault.pause or _FIRST_PAUSE * 2 ** (tried - 1)
                if began or not fault.retry or tried == _TRIES or pause > _LONGEST_PAUSE:
                    raise fault from error
            await asyncio.sleep(pause)

    async def _pieces(self, messages: Messages, max_tokens: int) -> AsyncIterator[str]:
        sent: Any = messages
        stream = await self._client.chat.completions.create(
            model=self._model, messages=sent, max_tokens=max_tokens, temperature=0, stream=True
        )
        length, ended = 0, False
        async with stream:
            async for chunk in stream:
                for choice in chunk.choices or ()[:1]:
                    if isinstance(text := choice.delta.content, str) and text:
                        length += len(text)
                        yield text
                    ended = ended or bool(choice.finish_reason)
                if length > _LONGEST:
                    return
        if not ended:
            raise AwayError("ended its answer before it was whole. See its log.", retry=not length)
        if not length:
            raise AwayError("answers nothing. See that the model is one for chats.")

    @property
    def _client(self) -> openai.AsyncOpenAI:
        """Return the client, made in the loop that it is used in."""
        if self._made is None:
            http = openai.DefaultAsyncHttpxClient(
                follow_redirects=False,
                trust_env=not self._address.is_near,
                event_hooks={"response": [bound]},
                headers={"Accept-Encoding": "identity"},
                timeout=httpx2.Timeout(self._patience, connect=_SOON),
            )
            self._made = openai.AsyncOpenAI(
                api_key=self._key or "none",
                base_url=self._address.url,
                max_retries=0,
                http_client=http,
            )
            # What the environment says of another account is not for this server.
            self._made.organization = self._made.project = None
        return self._made
