"""Numbers, dates, units and negations as Chinese and Japanese write them.

Chinese and Japanese have no spaces, so sentences in them are read character by character.
"""

import re

# With Korean, the mark of repetition and the characters beyond the first plane.
LETTER = (
    r"[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f"
    r"\U00020000-\U0003ffff]"
)
CHARACTER, RUN = re.compile(LETTER), re.compile(f"{LETTER}+")
CHINESE = re.compile(r"[\u3400-\u9fff]")
KANA, HANGUL = re.compile(r"[\u3040-\u30ff]"), re.compile(r"[\uac00-\ud7af]")
KANA_OR_HANGUL = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]")  # Japanese and Korean
NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}  # ＡＢＣ１２３ as typed elsewhere
NEGATION = re.compile(r"[不没沒未无無非否ない]")
CLOSING_QUOTE = "」』”’"
STOP = re.compile(r"[。！？｡]+")
OPENING, CLOSING = "「『“（", "」』”）"
# Behind a quote that ends with a stop: what says who says it, in Chinese and in Japanese.
AFTER_QUOTE = re.compile(
    r"[^，。！？：；“「]{0,8}(?:说|道|问|答|喊|叫|笑|表示|指出|說|問)[^，。！？：；“「]{0,6}[，。！？；]|"
    r"(?:と|って|など|の|が|を|は|、|，|に|も)"
)

# What holds sentences together, and what asks; parts of it stand in other words as well, which are
# then compared without it.
FUNCTION = re.compile(
    "多少|什么|什麼|请问|為什麼|为什么|怎么|怎样|如何|可以|[的了是吗呢吧啊哪谁誰何几怎和与與及或就都而被把将將从"
    "從向对對于於其这這那们之以有在为為啥个個]|"
    "でしょう|でした|ました|ますか|です|ます|ください|いつ|いくら|いくつ|どこ|だれ|なに|どの|どれ|どう|なぜ|"
    "から|まで|より|には|では|とは|して|した|され|する|れた|[はがをにでともへのやかよねた]"
)

_SCALE = "[十百千万亿萬億]"
# A number in the group of its name: digits with a scale, 5亿3000万, and numerals, 三百万.
SCALED_DIGITS = rf"(?P<cjkd>\d+(?:\.\d+)?(?:{_SCALE}+(?:\d+{_SCALE})*))"
ONE_SCALE = re.compile(rf"(\d+(?:\.\d+)?){_SCALE}+")  # 5万
NUMERALS = r"(?P<cjk>[〇零一二两三四五六七八九十百千万亿萬億]+)"
SIMPLIFIED = str.maketrans("萬億", "万亿")
JOINS = "至到"  # the ends of a range
COUNTED = re.compile(r"\d[\d.,]*|[〇零一二两三四五六七八九十百千万亿萬億]+")
YEARS = re.compile(r"(?<=\d)年")
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
