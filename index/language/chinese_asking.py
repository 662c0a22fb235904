"""How a Chinese statement becomes a question: what asks stands in the place of the answer."""

import re

WHEN, HOW_MANY, MARK = "什么时候", "多少", "？"
DATE = re.compile(
    r"(?<![截至到自从\d])\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?(?![底初末代以之前后間间至到\d—-])"
)
COUNT = re.compile(
    r"(?<![第\d.])\d[\d,.]*[万亿萬億]?(?=[个個名户戶座条條只本台张張辆輛家所棵人吨噸米元]|公里|公顷|平方)"
)
# What points to another sentence, or to who speaks: a question with it would not stand alone.
POINTS = re.compile(r"[他她它该該此这這那其我你您本]|同时|同時|去年|今年|明年|目前|现在|現在|上述")
SHORT, LONG = 8, 40  # characters of a statement
