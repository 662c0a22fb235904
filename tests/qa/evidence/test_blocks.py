from qa.evidence.blocks import Block, blocks

TEXT = """# The mill

The mill has three floors. It grinds:

- wheat
- rye
  from the valley
- oats

Some prose stands between.

## Opening hours

| Day | Summer |
|---|---|
| Monday | closed |
| Tuesday | 10:00–18:00 |

## How to get there

1. Take the tram.
2. Walk up the hill.

WEIGHTS

Sack        2021      2022
Wheat       40        50
Rye         35        45
"""


def items(block: Block) -> list[str]:
    return [TEXT[a:b] for a, b in block.items]


def test_the_lists_and_tables_of_a_text_with_what_names_them() -> None:
    grains, hours, way, _weights = blocks(TEXT)
    assert items(grains)[:2] == ["- wheat", "- rye\n  from the valley"]
    assert (grains.name, grains.lead) == ("The mill", "The mill has three floors. It grinds:")
    assert items(hours) == ["| Monday | closed |", "| Tuesday | 10:00–18:00 |"]
    assert hours.heads
    assert TEXT[slice(*hours.heads)] == "| Day | Summer |"
    assert way.name == "How to get there"
    assert items(way) == ["1. Take the tram.", "2. Walk up the hill."]


def test_a_table_in_columns_is_named_by_the_line_above_and_its_first_row() -> None:
    weights = blocks(TEXT)[-1]
    assert weights.lead == "WEIGHTS"
    assert weights.heads
    assert TEXT[slice(*weights.heads)].split() == ["Sack", "2021", "2022"]
    assert [item.split()[0] for item in items(weights)] == ["Wheat", "Rye"]


def test_prose_has_none() -> None:
    assert blocks("One line.\nAnother line - with a dash.\n\n- a single item\n") == []
    assert blocks("") == []
