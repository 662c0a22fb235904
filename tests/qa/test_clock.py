from qa.clock import Clock


def test_every_stage_has_a_time_and_the_total_is_not_less() -> None:
    clock = Clock()
    clock.lap("retrieve")
    clock.lap("evidence")
    times = clock.done()
    assert set(times) == {"retrieve", "evidence", "first_token", "generate", "total"}
    assert times["total"] >= times["retrieve"] + times["evidence"] - 1  # each is rounded


def test_pieces_pass_through_and_a_second_draft_does_not_change_the_first_time() -> None:
    clock = Clock()
    assert list(clock.first("first_token", iter(["a", "b"]))) == ["a", "b"]
    noted = clock.done()["first_token"]
    assert list(clock.first("first_token", iter([]))) == []
    assert clock.done()["first_token"] == noted
