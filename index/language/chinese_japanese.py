"""What Chinese and Japanese questions ask for, and by which words a sentence tells it."""

import re

from index.language.room import Room

_NEVER = re.compile(r"(?!)")  # no abbreviation ends in a stop
_SURNAMES = (
    "王李张張刘劉陈陳杨楊赵趙黄周吴吳徐孙孫胡朱林何郭马馬罗梁宋郑鄭谢谢韩唐冯于董萧程曹袁邓许傅沈曾彭"
    "吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴"
)
CHINESE = Room(
    code="zh",
    function=frozenset(),
    no_end=_NEVER,
    when=re.compile(
        "什么时候|什麼時候|何时|何時|几点|幾點|哪年|哪一年|哪天|哪月|几月|几号|什么时间|多久前"
    ),
    how_many=re.compile(
        "多少钱|多少[个個位名户戶座条条只本台张辆家所棵]?|[几幾][个個位名户座条]|多(?=[高长長大远遠重宽深久])"
    ),
    counts=re.compile("多少([个個位名户座条条只本台张辆家所棵人吨米]|公里|公顷|平方)"),
    who=re.compile("谁|誰|哪位|何人"),
    where=re.compile("在?(?:哪里|哪裡|哪儿|何处|什么地方|哪)"),
    why=re.compile("为什么|為什麼|为何|什么原因|原因是"),
    time=re.compile(
        "星期|[周週][一二三四五六日天末]|每[天日年月周]|[0-9一二三四五六七八九十]+[点點时時年月日号]|[春夏秋冬]"
    ),
    person=re.compile(f"[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}|公司|政府|委员会|先生|女士|教授|博士"),
    at=re.compile(r"(?:在|位于|位於|设于|地处)(?!\d)"),
    because=re.compile("因|由于|由於|所以|导致|為了|为了|使"),
    denies=re.compile(
        "不(?![仅但只少同久断锈论管过足])|没(?!收)|未(?![来成])|并非|据说|据称|声称|传说|谣传|计划|打算"
    ),
    measures=[
        (re.compile("价格|價格|票价|多少钱|费用|[水电房]价|工资|收入|投资"), "money"),
        (re.compile("多高|多长|多長|多远|多深|多宽"), "length"),
        (re.compile("多少公里|多少千米"), "length-kilometer"),
        (re.compile("多少公顷"), "area-hectare"),
        (re.compile("多重"), "mass"),
        (re.compile("面积|面積|多大"), "area"),
    ],
)
JAPANESE = Room(
    code="ja",
    function=frozenset(),
    no_end=_NEVER,
    when=re.compile("いつ|何時|何日|何曜日|何年|何月"),
    how_many=re.compile("いくつ|いくら|何[冊人台本枚個件匹頭軒メキ回階]|どれくらい|どのくらい"),
    counts=re.compile("何([冊人台本枚個件匹頭軒回階])"),
    who=re.compile("誰|だれ|どなた"),
    where=re.compile("どこ|何処"),
    why=re.compile("なぜ|どうして|何故"),
    time=re.compile("曜|毎[日週月年]|[0-9一二三四五六七八九十]+[時年月日]|[春夏秋冬]"),
    person=re.compile("さん|氏|博士|教授|先生|によ|会社|[市県町村]が|[一-龥]{3,}[はが]"),
    at=re.compile("に|で|から|の"),
    because=re.compile("ため|から|ので"),
    denies=re.compile(
        "(?<!少)ない|なかった|ません|という(?=[。話説噂]|こと)|とされ|と言われ|とのこと|予定"
    ),
    measures=[
        (re.compile("いくら|料金|価格|値段|入場料|費用"), "money"),
        (re.compile("高さ|長さ|深さ|幅"), "length"),
        (re.compile("重さ"), "mass"),
        (re.compile("面積|広さ"), "area"),
    ],
)
