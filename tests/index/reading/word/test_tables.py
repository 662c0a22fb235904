from index.reading.word.tables import Cell, Row, table_blocks


def written(*rows: tuple[Cell | str, ...], heads: int = 0) -> list[str]:
    read = [
        Row(tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in row), head=at < heads)
        for at, row in enumerate(rows)
    ]
    return "\n".join(filter(None, table_blocks(read))).split("\n")


def has_heads(*rows: tuple[Cell | str, ...]) -> bool:
    return any(line.startswith("|---") for line in written(*rows))


def test_heads_stand_over_a_rule() -> None:
    rows = (("Plank", "Up to 2 m", "Over 2 m"), ("Oak", "41", "58"), ("Larch", "23", "31"))
    assert written(*rows)[:3] == [
        "| Plank | Up to 2 m | Over 2 m |",
        "|---|---|---|",
        "| Oak | 41 | 58 |",
    ]


def test_heads_over_heads_are_joined() -> None:
    rows = (
        ("Branch", Cell("2022", across=2), Cell("2023", across=2)),
        (Cell("", goes_on=True), "Women", "Men", "Women", "Men"),
        ("South", "18", "25", "22", "29"),
    )
    assert written(*rows) == [
        "| Branch | 2022, Women | 2022, Men | 2023, Women | 2023, Men |",
        "|---|---|---|---|---|",
        "| South | 18 | 25 | 22 | 29 |",
    ]


def test_merged_cells_are_told_in_each_row_and_column() -> None:
    rows = (
        ("Season", "Group", "Fee", "Tax"),
        ("Winter", "Adult", "30", "3"),
        (Cell("", goes_on=True), "Child", Cell("free", across=2)),
    )
    assert written(*rows)[3] == "| Winter | Child | free | free |"


def test_groups_are_told_in_each_row_and_what_is_over_the_table_above_it() -> None:
    rows = (
        (Cell("Prices 2024", across=3),),
        ("Fare", "Winter", "Summer"),
        (Cell("Adults", across=3),),
        ("Single", "3", "4"),
        (Cell("Children", across=3),),
        ("Single", "1", "2"),
        (Cell("All prices are in pounds.", across=3),),
    )
    assert written(*rows) == [
        "Prices 2024",
        "| Fare | Winter | Summer |",
        "|---|---|---|",
        "| Adults, Single | 3 | 4 |",
        "| Children, Single | 1 | 2 |",
        "| All prices are in pounds. |",
    ]


def test_a_form_has_no_heads() -> None:
    assert not has_heads(("Species", "goat"), ("Name", "Pepper"), ("Born", "11 May 2024"))
    assert not has_heads(("Name", "Pepper"), ("Weight", "31 kg"), ("Age", "4 years"))
    assert not has_heads(("Name", "Pepper", "Age", "4 years"), ("Kind", "goat", "Weight", "31 kg"))
    bold = Cell("Name", marked=True), "Pepper", Cell("Kind", marked=True), "goat"
    assert not has_heads(
        bold, (Cell("Town", marked=True), "Marrow", Cell("Road", marked=True), "A")
    )


def test_rows_of_figures_have_no_heads() -> None:
    assert not has_heads(("2019", "1,200", "5"), ("2020", "1,300", "6"))


def test_years_and_bold_words_are_heads() -> None:
    assert has_heads(("Branch", "2022", "2023"), ("North", "1931", "1844"))
    assert has_heads((Cell("Name", marked=True), Cell("Role", marked=True)), ("Ines", "clerk"))
    assert has_heads(("Item", "Price"), ("Oak", "41 pounds"), ("Larch", "23 pounds"))


def test_what_the_file_calls_heads_are_heads() -> None:
    assert written(("Name", "Role"), ("Ines", "clerk"), heads=1)[1] == "|---|---|"
