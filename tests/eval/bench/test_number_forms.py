import pytest

from eval.bench.number_forms import READERS, forms, is_read, main


def test_our_reader_reads_the_forms_but_feet_and_inches() -> None:
    unread = [text for text, values in forms() if not is_read(READERS["ours"], text, values)]
    assert unread == ["6'2\""]


@pytest.mark.parametrize(
    ("found", "read"),
    [([2.0, 3.0], True), ([2.00001, 3.0], True), ([3.0, 2.0], False), ([2.0], False)],
)
def test_all_values_are_found_in_order_and_none_besides(found: list[float], read: bool) -> None:
    assert is_read(lambda _: found, "two to three", [2, 3]) is read


def test_a_reader_that_raises_an_error_has_not_read_a_form() -> None:
    def broken(_: str) -> list[float]:
        raise ValueError("no number")

    assert not is_read(broken, "no number", [])


@pytest.mark.filterwarnings(
    "ignore:不符合格式的数据"
)  # one of the libraries, of a form it cannot read
def test_the_table_has_a_row_for_each_reader(capsys: pytest.CaptureFixture[str]) -> None:
    main()
    rows = capsys.readouterr().out.strip().split("\n")
    assert rows[0] == "| reader | forms read | ms a sentence |"
    assert [row.split(" | ")[0].strip("| ") for row in rows[2:]] == list(READERS)
    count = len(list(forms()))
    assert f"{count - 1} of {count}" in rows[2]
