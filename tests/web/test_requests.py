"""What every request gets: an id, a limit, an answer while every thread is busy."""

import re

import anyio.to_thread
import httpx
from fastapi.testclient import TestClient


def test_every_response_has_a_request_id(client: TestClient) -> None:
    assert re.fullmatch(r"[0-9a-f]{32}", client.get("/health").headers["x-request-id"])
    named = client.get("/nowhere", headers={"X-Request-Id": "mine-1"})
    assert named.headers["x-request-id"] == "mine-1"
    odd = client.get("/health", headers={"X-Request-Id": "<script>"})
    assert re.fullmatch(r"[0-9a-f]{32}", odd.headers["x-request-id"])


def test_health_is_told_while_every_thread_is_busy(client: TestClient) -> None:
    async def ask() -> httpx.Response:
        limiter = anyio.to_thread.current_default_thread_limiter()
        for borrower in range(int(limiter.total_tokens)):
            limiter.acquire_on_behalf_of_nowait(borrower)
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(client.app), base_url="http://localhost"
        ) as other:
            with anyio.fail_after(10):
                return await other.get("/health")

    assert anyio.run(ask).json() == {"status": "ok"}
