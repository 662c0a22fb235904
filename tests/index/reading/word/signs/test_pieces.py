from index.reading.word.signs.pieces import Piece, in_line, taken_out


def test_what_is_taken_out_leaves_one_space_and_is_told() -> None:
    struck = Piece("7 euros", taken="struck out")
    pieces = [Piece("It costs "), struck, Piece(" "), Piece("9 euros.")]
    assert in_line(pieces) == "It costs 9 euros."
    assert list(taken_out(pieces)) == [("struck out", "7 euros")]


def test_words_at_either_side_of_what_is_struck_out_stay_two() -> None:
    assert in_line([Piece("7"), Piece("8", taken="struck out"), Piece("9")]) == "7 9"
