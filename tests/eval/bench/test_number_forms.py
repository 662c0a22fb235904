from eval.bench.number_forms import READERS, forms, is_read


def test_our_reader_reads_the_forms_but_feet_and_inches() -> None:
    assert [text for text, values in forms() if not is_read(READERS["ours"], text, values)] == [
        "6'2\""
    ]
