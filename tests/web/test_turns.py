from threading import Event, Lock

import anyio
import pytest

from web.turns import Turns


def test_work_is_done_one_at_a_time_and_gives_its_result() -> None:
    alone, turns, done = Lock(), Turns("work"), []

    def work(number: int) -> None:
        assert alone.acquire(blocking=False)
        done.append(number)
        alone.release()

    async def all_at_once() -> None:
        async with anyio.create_task_group() as group:
            for number in range(5):
                group.start_soon(turns.take, lambda number=number: work(number))

    for _ in range(2):  # in one event loop after the other
        anyio.run(all_at_once)
    assert sorted(done) == sorted([*range(5)] * 2)


def test_who_stops_waiting_never_does_the_work() -> None:
    turns, done, begun, end = Turns("work"), [], Event(), Event()

    def long_work() -> None:
        begun.set()
        end.wait(30)

    async def impatient() -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(turns.take, long_work)
            await anyio.to_thread.run_sync(begun.wait)
            with pytest.raises(TimeoutError), anyio.fail_after(0.05):
                await turns.take(lambda: done.append("late"))
            end.set()

    anyio.run(impatient)
    assert done == []
