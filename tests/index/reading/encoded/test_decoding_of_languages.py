"""Every language is read in the encodings that it is written in, long texts and short ones."""

import unicodedata

import pytest

from index.reading.encoded.decoding import decode, encoding_told
from index.reading.encoded.markup import markup_in_utf_8
from tests.index.reading.encoded_texts import TEXTS, encoded

ALL = [(language, codec) for language, (_, codecs) in TEXTS.items() for codec in codecs]
WESTERN = ("cp1252", "latin-1", "iso8859-15")
EAST_ASIAN = ("Chinese", "Taiwanese", "Japanese", "Korean")


@pytest.mark.parametrize(("language", "codec"), ALL)
def test_a_paragraph_is_read_as_it_was_written(language: str, codec: str) -> None:
    text = TEXTS[language][0]
    read = decode(encoded(text, codec))
    assert unicodedata.normalize("NFC", read.text) == text


@pytest.mark.parametrize(("language", "codec"), ALL)
def test_a_hundred_letters_are_read_as_they_were_written_or_the_doubt_is_told(
    language: str, codec: str
) -> None:
    text = TEXTS[language][0]
    for start in range(0, len(text) - 100, 25):
        raw = encoded(text[start : start + 100], codec)
        read = decode(raw)
        right = unicodedata.normalize("NFC", read.text) == text[start : start + 100]
        assert right or (read.doubt and encoding_told(raw, read))


@pytest.mark.parametrize(
    ("language", "codec"),
    [pair for pair in ALL if pair[1] in WESTERN and pair[0] not in ("Estonian", "Icelandic")],
)
@pytest.mark.parametrize("length", [20, 40, 100, 150])
def test_western_texts_never_become_another_script(language: str, codec: str, length: int) -> None:
    text = TEXTS[language][0]
    for start in range(0, len(text) - length // 2, 7):
        piece = text[start : start + length]
        assert decode(encoded(piece, codec)).text == piece


@pytest.mark.parametrize(("language", "codec"), [pair for pair in ALL if pair[0] in EAST_ASIAN])
@pytest.mark.parametrize("length", [15, 30, 60])
def test_short_texts_of_east_asia_are_read_as_they_were_written(
    language: str, codec: str, length: int
) -> None:
    piece = TEXTS[language][0][:length]
    assert decode(encoded(piece, codec)).text == piece


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_unicode_needs_no_mark(language: str, codec: str) -> None:
    text = f"{TEXTS[language][0]}\n\n{TEXTS[language][0][:30]}\n"
    read = decode(text.encode(codec))
    assert (read.text, read.encoding) == (text, codec[:6].upper())
    assert "no byte order mark" in read.doubt


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_is_enough_and_nothing_is_in_doubt(language: str, codec: str) -> None:
    raw = TEXTS[language][0].encode(codec)
    assert (decode(raw).text, encoding_told(raw, decode(raw))) == (TEXTS[language][0], ())


def test_signs_alone_are_no_letters_of_another_encoding() -> None:
    for text in ("20 °C ± 5 µm", "§ 5 Abs. 3", "It’s “good” – yes…", "Add 2½ cups", "£5 or €6"):
        assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize("text", ["Der Eintritt für Schüler: 5 €.", "Un cœur de bœuf, en été."])
def test_the_euro_and_oe_of_iso_8859_15_are_told_from_signs(text: str) -> None:
    assert decode(text.encode("iso8859-15")).text == text


def test_stray_bytes_of_windows_1252_in_utf_8_are_letters_and_are_told() -> None:
    raw = "Größe, señor, 5 €, façade, über.\n".encode() + b"M\xfcller im Caf\xe9.\n"
    read = decode(raw)
    assert (read.text, read.encoding) == (
        "Größe, señor, 5 €, façade, über.\nMüller im Café.\n",
        "UTF-8",
    )
    (told,) = encoding_told(raw, read)
    assert "2 places are damaged" in told.after
    assert "byte 41" in told.before


def test_half_a_character_at_the_end_of_utf_8_is_told() -> None:
    assert decode("水電電報".encode()[:-1]) == ("水電電\ufffd", "UTF-8", "1 place is damaged")


PAGE = '<html><head><meta charset="{}"></head><body><p>{}</p></body></html>'


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("windows-1251", "cp1251"),
        ("koi8-r", "koi8-r"),
        ("ISO-8859-5", "iso8859-5"),
        ("iso-8859-1", "cp1251"),  # the bytes contradict it
        ("windows-1251", "utf-8"),
        ("utf-8", "cp1251"),
        ("no-such-thing", "cp1251"),
    ],
)
def test_a_declared_encoding_is_obeyed_unless_the_bytes_contradict_it(
    declared: str, codec: str
) -> None:
    page = PAGE.format(declared, TEXTS["Russian"][0])
    written, _ = markup_in_utf_8(page.encode(codec))
    assert TEXTS["Russian"][0] in written.decode()


def test_a_short_page_is_read_as_it_declares_where_its_bytes_tell_nothing() -> None:
    page = PAGE.format("windows-1251", "Вход 5")
    written, told = markup_in_utf_8(page.encode("cp1251"))
    assert (written.decode(), told) == (PAGE.format("utf-8", "Вход 5"), ())


def test_a_declaration_that_the_bytes_contradict_is_told() -> None:
    page = PAGE.format("iso-8859-1", TEXTS["Greek"][0])
    _, (told,) = markup_in_utf_8(page.encode("cp1253"))
    assert told.after == "read as Windows-1253 (it says that it is iso-8859-1)"


def test_bytes_that_are_no_text_stay_none() -> None:
    for raw in (b"\x00\x01PNG", bytes(range(256)), b"abc\x00def " * 20, b"\x00" * 40):
        assert "\x00" in decode(raw).text
