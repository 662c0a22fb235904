"""In which encoding a text is read, in many scripts, long and short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading.encoded.decoding import decode

CHINESE = "马罗桥于1874年通车，全长240米，连接河的两岸。合作社每年生产900个奶酪，有31名成员。"
TAIWANESE = "馬羅橋於1874年通車，全長240公尺，連接河的兩岸。市長說，修理費用為1250萬元。"
JAPANESE = "マロー橋は1874年に開通した。長さは240メートルで、川の両岸を結んでいる。"
KOREAN = "마로 다리는 1874년에 개통되었다. 길이는 240미터이며 강의 양쪽을 잇는다."
RUSSIAN = "Мост в Марроу был открыт в 1874 году. Его длина 240 метров, он соединяет берега реки."
GREEK = "Η γέφυρα του Μάρροου άνοιξε το 1874. Έχει μήκος 240 μέτρα και ενώνει τις δύο όχθες."
FRENCH = (
    "Le pont a été ouvert en 1874, après de longues années. L’été, les élèves y déjeunent : 5 €."
)
SPANISH = "El puente se abrió en 1874. ¿Cuántos años tardó? Según el señor Muñoz, más de diez."
GERMAN = "Die Brücke wurde 1874 eröffnet. Die Gäste hören Musik, außer an Feiertagen: „Grüß Gott“."
ICELANDIC = "Brúin var opnuð árið 1874. Þar borða börnin oft á sumrin því þá er hlýtt við ána."
CAPITALS = "ÉTÉ À ZÜRICH: ÉLÈVE ÉMÉRITE À L’ÉCOLE, ÂGÉE DE 31 ANS. ÇA VA ?"
MIXED = "Version 3 adds 77 settings 设置 and mends 12 faults 错误；服务器 starts in 2 s."
SCRIPTS = [CHINESE, TAIWANESE, JAPANESE, KOREAN, RUSSIAN, GREEK]
LATIN = [FRENCH, SPANISH, GERMAN, ICELANDIC, CAPITALS]


@pytest.mark.parametrize("text", [*SCRIPTS, *LATIN, MIXED, "", "é", "5 €"])
@pytest.mark.parametrize(
    ("codec", "name"), [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16")]
)
def test_unicode_is_read_as_it_is(text: str, codec: str, name: str) -> None:
    assert decode(text.encode(codec))[:2] == (text, name)


@pytest.mark.parametrize("text", LATIN)
@pytest.mark.parametrize("length", [1, 12, 25, 60, 500])
def test_latin_texts_of_any_length_are_read_as_windows_1252(text: str, length: int) -> None:
    for start in range(0, len(text), 5):
        piece = text[start : start + length]
        raw = piece.encode("cp1252")
        assert decode(raw)[:2] == (piece, "UTF-8" if raw.isascii() else "Windows-1252")


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (CHINESE, "gb18030", "GB 18030"),
        (CHINESE, "gbk", "GB 18030"),
        (MIXED, "gb18030", "GB 18030"),
        (TAIWANESE, "big5", "Big5"),
        (JAPANESE, "shift_jis", "Shift JIS"),
        (JAPANESE, "euc_jp", "EUC-JP"),
        (KOREAN, "euc_kr", "EUC-KR"),
        (RUSSIAN, "cp1251", "Windows-1251"),
        (RUSSIAN, "koi8_r", "KOI8-R"),
        (RUSSIAN, "iso8859_5", "ISO 8859-5"),
        (GREEK, "cp1253", "Windows-1253"),
        (GREEK, "iso8859_7", "Windows-1253"),
    ],
)
def test_other_scripts_are_read_in_the_encoding_that_they_have(
    text: str, codec: str, name: str
) -> None:
    assert decode(text.encode(codec))[:2] == (text, name)


@pytest.mark.parametrize(
    ("text", "codec"), [(CHINESE, "gb18030"), (JAPANESE, "shift_jis"), (RUSSIAN, "cp1251")]
)
def test_forty_letters_of_another_script_are_enough(text: str, codec: str) -> None:
    assert decode(text[:40].encode(codec))[0] == text[:40]


@pytest.mark.parametrize("text", [CHINESE, RUSSIAN, FRENCH])
def test_utf_8_with_some_damage_is_not_taken_for_another_script(text: str) -> None:
    raw = text.encode()
    for harmed in (raw[:-1], raw[:40] + b"\xff" + raw[40:], raw + "é".encode("cp1252")):
        assert decode(harmed)[1] in ("UTF-8", "Windows-1252")


@given(st.binary(max_size=300))
def test_whatever_the_bytes_a_text_comes_back_and_no_digit_is_added(raw: bytes) -> None:
    text, name, _ = decode(raw)
    assert name
    if name in ("UTF-8", "Windows-1252"):
        assert [char for char in text if char in "0123456789"] == [
            chr(byte) for byte in raw if chr(byte) in "0123456789"
        ]


def test_half_a_utf_16_character_ends_nothing() -> None:
    assert decode("Owls".encode("utf-16")[:-1]) == ("Owl\ufffd", "UTF-16", "1 place is damaged")


@pytest.mark.parametrize("more", ["it.", "i."])
@pytest.mark.parametrize("codec", ["utf-8", "cp1252"])
def test_a_stray_nul_makes_no_other_script_of_a_text(more: str, codec: str) -> None:
    text = f"Hello café, this is plain text\x00 and here is more of {more}" * 3
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize("declared", ["undefined", "raw_unicode_escape", "idna", "zlib", "hex"])
def test_what_is_no_encoding_of_texts_is_not_followed(declared: str) -> None:
    assert decode("café \\u0041 text".encode("cp1252"), declared).text == "café \\u0041 text"
