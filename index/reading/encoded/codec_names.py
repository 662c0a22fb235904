"""The encodings that files are written in, and what people and web pages call them."""

import codecs
import re

LATIN = ("cp1252", "cp1250", "iso8859-2", "cp1254", "cp1257", "iso8859-13", "cp1258")
# Of DOS and of the old Macintosh: in Windows-1252 their letters are marks in the middle of words.
OLD = ("cp850", "cp437", "cp852", "mac-roman", "mac-latin2")
OTHER_SCRIPTS = (
    *("cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866", "mac-cyrillic"),
    *("cp1253", "iso8859-7", "cp1255", "iso8859-8", "cp1256", "iso8859-6", "cp874"),
    *("gb18030", "big5hkscs", "cp932", "euc-jp", "cp949"),
)
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
ESCAPED = ("iso2022_jp_2", "iso2022_kr")
_NAMES = {
    "gb18030": "GB 18030",
    "big5hkscs": "Big5",
    "cp932": "Shift JIS",
    "euc_jis_2004": "EUC-JP",
    "cp949": "EUC-KR",
    "koi8-r": "KOI8-R",
    "koi8-u": "KOI8-U",
    "mac-roman": "Mac Roman",
    "mac-latin2": "Mac Latin 2",
    "mac-cyrillic": "Mac Cyrillic",
    "cp850": "DOS 850",
    "cp437": "DOS 437",
    "cp852": "DOS 852",
    "cp866": "DOS 866",
    "iso2022_jp_2": "ISO-2022-JP",
    "iso2022_kr": "ISO-2022-KR",
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
}
# What web pages call so is read as what holds it, as browsers do.
_HELD_BY = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_jp": "euc_jis_2004",
    "euc_kr": "cp949",
    "tis-620": "cp874",
    "iso2022_jp": "iso2022_jp_2",
}

# What Python calls codecs too: escapes of its own source, of names of hosts, and packed bytes.
_NO_CHARSETS = (
    *("utf", "undefined", "raw-unicode", "raw_unicode", "unicode", "idna", "punycode", "charmap"),
    *("base64", "bz2", "hex", "quopri", "rot13", "uu", "zlib", "mbcs", "oem"),
)


def name_of(codec: str) -> str:
    """Return what people call a codec."""
    plain = re.sub("^cp(?=125)", "Windows-", codec)
    return _NAMES.get(codec) or plain.replace("cp", "Windows-").replace("iso8859", "ISO 8859")


def codec_of(declared: str) -> str:
    """Return the codec of a name as web pages write it, "" for none that holds such bytes."""
    try:
        plain = declared.strip().lower().removeprefix("x-").replace("windows-", "cp")
        found = codecs.lookup(plain).name
    except (LookupError, ValueError):
        return ""
    return "" if found.startswith(_NO_CHARSETS) else _HELD_BY.get(found, found)
