"""How far a build is."""

from web.library.building import Building


def test_a_build_goes_on_from_reading_to_embedding_to_the_end() -> None:
    building = Building()
    assert building.as_json() is None
    told = []
    for what, done in (
        ("Reading articles", 5),
        ("Reading articles", 10),
        ("Embedding characters", 1),
        ("Embedding characters", 9),
        ("Summing up articles", 10),
    ):
        building(what, done, 10)
        told.append(building.as_json())
    fractions = [float(str(it["fraction"])) for it in told if it]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1
    assert told[0] == {
        "what": "Reading articles",
        "done": 5,
        "total": 10,
        "fraction": 0.05,
        "seconds_left": None,
    }
