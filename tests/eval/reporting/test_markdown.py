from eval.reporting.markdown import lines, table


def test_figures_stand_in_a_row_each_under_the_names_of_the_first() -> None:
    measured: list[dict[str, object]] = [
        {"set": "seeds", "questions": 5, "mrr": 0.12345},
        {"set": "almanac", "questions": 12, "mrr": 1.0},
    ]
    assert table(measured).split("\n") == [
        "| set | questions | mrr |",
        "| --- | --- | --- |",
        "| seeds | 5 | 0.123 |",
        "| almanac | 12 | 1.000 |",
    ]


def test_a_table_of_nothing_is_its_head() -> None:
    assert lines([["one", "two"]]) == "| one | two |\n| --- | --- |"
