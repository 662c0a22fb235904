"""The line in front of the models: who may in, who waits, who is refused, and whose turn it is."""

import anyio
import pytest

from web.line import CrowdedError, Line, Place


def order_of(line: Line, inside: Place, waiting: dict[str, Place]) -> list[str]:
    """Let one after the other through; returns their names in the order of their turns."""
    seen: list[str] = []
    while True:
        inside.leave()
        if not (
            now := [
                name for name, place in waiting.items() if place.turn.done() and name not in seen
            ]
        ):
            return seen
        seen += now
        inside = waiting[now[-1]]


def test_so_many_are_let_in_and_the_others_wait_in_the_order_they_came() -> None:
    line = Line(2, 8)
    first, second = line.join(), line.join()
    waiting = {name: line.join() for name in "abcd"}
    assert (line.inside, line.waiting) == (2, 4)
    assert first.turn.done()
    assert second.turn.done()
    second.leave()
    assert [name for name, place in waiting.items() if place.turn.done()] == ["a"]
    assert order_of(line, first, waiting) == ["a", "b", "c", "d"]


def test_a_client_who_asks_much_holds_up_only_himself() -> None:
    line = Line(1, 20)
    inside = line.join("greedy")
    waiting = {f"greedy{n}": line.join("greedy") for n in range(4)}
    waiting |= {f"modest{n}": line.join("modest") for n in range(2)}
    assert order_of(line, inside, waiting) == [
        "greedy0",
        "modest0",
        "greedy1",
        "modest1",
        "greedy2",
        "greedy3",
    ]


def test_past_the_limit_one_is_told_when_to_ask_again() -> None:
    line = Line(1, 4)
    line.join("a")
    held = [line.join("a"), line.join("a"), line.join("b"), line.join("b")]
    with pytest.raises(
        CrowdedError, match=r"4 questions wait.*Ask again in 3 s.*WELLSPRING_WAITING"
    ) as refused:
        line.join("c")
    assert (refused.value.code, refused.value.retry_after) == ("too_many_questions", 3)
    held[0].leave()
    assert line.join("c").turn.done() is False


def test_one_client_alone_gets_half_of_the_places_to_wait() -> None:
    line = Line(1, 6)
    line.join("greedy")
    held = [line.join("greedy") for _ in range(3)]
    with pytest.raises(CrowdedError):
        line.join("greedy")
    assert line.join("modest") is not held[0]
    assert line.waiting == 4


def test_who_leaves_while_waiting_is_passed_over() -> None:
    line = Line(1, 5)
    inside, gone, patient = line.join(), line.join(), line.join()
    gone.leave()
    assert line.waiting == 1
    inside.leave()
    inside.leave()
    assert patient.turn.done()
    assert not gone.turn.done()
    assert (line.inside, line.waiting) == (1, 0)


def test_only_a_free_place_is_taken_where_nobody_is_to_be_kept_waiting() -> None:
    line = Line(1, 5)
    with line.join():
        assert line.join_when_free() is None
        assert line.waiting == 0
    place = line.join_when_free()
    assert place is not None
    assert line.inside == 1


def test_a_turn_is_waited_for_without_a_thread_and_one_that_is_called_off_leaves() -> None:
    async def run() -> list[str]:
        line, seen, looked = Line(1, 100), list[str](), list[str]()

        async def ask(name: str) -> None:
            with line.join() as place:
                assert not await place.reached(0.01)
                looked.append(name)
                assert await place.reached()
                seen.append(name)

        inside = line.join()
        async with anyio.create_task_group() as tasks:
            for number in range(50):
                tasks.start_soon(ask, str(number))
            with anyio.fail_after(30):
                while len(looked) < 50:
                    await anyio.sleep(0)
            assert line.waiting == 50
            inside.leave()
        with line.join(), anyio.move_on_after(0.05):
            await ask("called off")
        assert (line.inside, line.waiting) == (0, 0)
        return seen

    assert anyio.run(run) == [str(number) for number in range(50)]


def test_who_waits_for_a_model_elsewhere_gives_up_the_turn_and_gets_the_next_one() -> None:
    line = Line(1, 8)
    first, second, third = line.join("a"), line.join("b"), line.join("c")
    for _ in range(2):
        first.follow(elsewhere=True)
        assert (line.inside, line.waiting) == (1, 1)
    assert second.turn.done()
    first.follow(elsewhere=False)
    assert (first.turn.done(), line.waiting) == (False, 2)
    second.leave()
    assert (first.turn.done(), third.turn.done()) == (True, False)
    first.follow(elsewhere=False)
    first.leave()
    assert third.turn.done()


def test_who_comes_back_into_an_empty_line_goes_on_at_once() -> None:
    line = Line(1, 8)
    place = line.join()
    place.follow(elsewhere=True)
    place.follow(elsewhere=False)
    assert (place.turn.done(), line.inside) == (True, 1)
    place.follow(elsewhere=True)
    place.leave()
    assert (line.inside, line.waiting) == (0, 0)
