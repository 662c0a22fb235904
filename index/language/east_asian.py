"""Numbers, dates, units and negations as Chinese and Japanese write them.

Chinese and Japanese have no spaces, so sentences in them are read character by character.
"""

import re

LETTER = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"  # Korean, too
CHARACTER = re.compile(LETTER)
CHINESE = re.compile(r"[\u3400-\u9fff]")
KANA_OR_HANGUL = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]")  # Japanese and Korean
NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}  # ＡＢＣ１２３ as typed elsewhere
NEGATION = re.compile(r"[不没沒未无無非否ない]")

_SCALE = "[十百千万亿萬億]"
# A number in the group of its name: digits with a scale, 5亿3000万, and numerals, 三百万.
SCALED_DIGITS = rf"(?P<cjkd>\d+(?:\.\d+)?(?:{_SCALE}+(?:\d+{_SCALE})*))"
ONE_SCALE = re.compile(rf"(\d+(?:\.\d+)?){_SCALE}+")  # 5万
NUMERALS = r"(?P<cjk>[〇零一二两三四五六七八九十百千万亿萬億]+)"
SIMPLIFIED = str.maketrans("萬億", "万亿")
JOINS = "至到"  # the ends of a range
YEAR, MONTH, DAY = "年月日"

FORMS = {
    "%": "百分",
    "percentage point": "个百分点",
    "temperature-celsius": "摄氏度 度",
    "duration-hour": "小时 時間",
    "duration-minute": "分钟",
    "duration-year": "年间",
    "mass-tonne": "吨 トン",
    "mass-kilogram": "公斤",
    "length-kilometer": "公里",
    "length-meter": "米",
    "area-hectare": "公顷",
    "volume-cubic-meter": "立方米",
    "area-square-meter": "平方米",
    "area-square-kilometer": "平方公里",
    "CNY": "元 人民币 块 万元",
    "JPY": "円",
    "USD": "美元",
    "HKD": "港元",
    "EUR": "欧元",
}


def is_chinese(text: str) -> bool:
    """Tell whether a text is written in Chinese."""
    return bool(CHINESE.search(text)) and not KANA_OR_HANGUL.search(text)
