import time
from threading import Lock

import anyio
import pytest

from web.turns import Turns


def test_work_is_done_one_at_a_time_and_gives_its_result() -> None:
    alone, turns, done = Lock(), Turns("work"), []

    def work(number: int) -> None:
        assert alone.acquire(blocking=False)
        time.sleep(0.01)
        alone.release()
        done.append(number)

    async def all_at_once() -> None:
        async with anyio.create_task_group() as group:
            for number in range(5):
                group.start_soon(turns.take, lambda number=number: work(number))

    for _ in range(2):  # in one event loop after the other
        anyio.run(all_at_once)
    assert sorted(done) == sorted([*range(5)] * 2)


def test_who_stops_waiting_never_does_the_work() -> None:
    turns, done = Turns("work"), []

    async def impatient() -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(turns.take, lambda: time.sleep(0.3))
            await anyio.sleep(0.1)
            with pytest.raises(TimeoutError), anyio.fail_after(0.05):
                await turns.take(lambda: done.append("late"))

    anyio.run(impatient)
    assert done == []
