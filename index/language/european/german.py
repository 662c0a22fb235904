"""German: its function words, abbreviations, and what its questions ask."""

import re

from index.language.room import NAME, Room, either, ends, measuring, words

# Before names of those who do: all nouns have capitals, and "nach dem Zweiten Weltkrieg" is no one.
_BY = (
    r"\b(?:vo[nm]|durch|war|ist|heißt|Herrn?|Frau"
    r"|(?<!\bin\s)(?<!\ban\s)(?<!\bauf\s)(?<!\bbei\s)(?<!\bmit\s)(?<!\baus\s)(?<!\bzu\s)"
    r"(?<!\bvor\s)(?<!\bseit\s)(?<!\bnach\s)(?:der|die))\s"
)
GERMAN = Room(
    code="de",
    function=words(
        """
        aber alle allem allen aller alles als also am an andere anderen auch auf aus außer bei
        beim bin bis bist bitte da dabei dadurch dafür damit danach dann daran darf das dass
        davon dazu dein deine dem den denn der deren des dessen dich die dies diese diesem
        diesen dieser dieses dir doch dort du durch dürfen ein eine einem einen einer eines
        einige er es etwa etwas euch euer für gegen gibt haben habe hat hatte hatten hier hin
        hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in ins ist ja jede jedem
        jeden jeder jedes jene jetzt kann kannst können könnte man mehr mein meine mich mir mit
        muss müssen nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine seinem
        seinen seiner seit sich sie sind so soll sollen sollte sonst über um und uns unser
        unsere unter vom von vor war waren was weil welche welchem welchen welcher welches wem
        wen wenn wer werden weshalb wessen wie wieder wieso wieviel will wir wird wann warum wo
        wofür woher wohin womit wurde wurden würde zu zum zur zwischen viel viele vielen uhr
        """
    ),
    no_end=ends(
        "Abb Abs allg Aufl Bd bspw bzgl ca evtl Fam geb Gem ggf gegr Hr Hrsg inkl insb Jh Jhd Kap "
        "lt mind Mio Mrd Nr Nrn Prof rd resp Std Tel Tsd vgl Vgl Ziff zzgl zzt Dipl Dr St h d z u",
        "de[rmns] die das am im vom zum zur beim ins eine[rmns]? jede[rmns]? ihre[rmns]? "
        "seine[rmns]? unsere[rmns]? bis ab seit nach vor auf und oder sowie",
    ),
    when=either(r"wann|um wie ?viel uhr|(?:an|in|zu) welche[mnr] (?:tag|jahr|datum|monat)\w*"),
    how_many=either(
        r"wie ?viele?n?|wie(?= (?:hoch|groß|lange?|weit|alt|schwer|teuer|tief|breit|schnell)\b)"
    ),
    counts=either(r"wie ?viele ([^\W\d_-]+)"),
    who=either("wer|wem|wen|wessen"),
    where=either("wo|woher|wohin"),
    why=either("warum|weshalb|wieso"),
    time=either(
        r"uhr|täglich|ganzjährig|werktags|\w+tags|frühling|frühjahr|sommer|herbst|winter|"
        r"jahrhundert|(?:zu|an) (?:ostern|pfingsten|weihnachten|silvester)"
    ),
    person=re.compile(rf"(?:{_BY}(?:[a-zäöü]+\s)?|^\W*|[,:]\s)(?P<name>{NAME.pattern})"),
    at=either(
        "in|im|an|am|auf|bei|beim|neben|unter|über|vor|hinter|nach|aus|zwischen|nahe|ins|zum|zur"
    ),
    because=either(
        "weil|denn|da|wegen|deshalb|daher|damit|aufgrund|infolge|nachdem|"
        r"um(?!\s\d)(?=[^,.]*\s(?:zu\s\w+n|\w+zu\w+en)\s*(?:$|[,.;)]|und\s|oder\s))"  # um zu
    ),
    denies=either(
        r"nicht(?! nur)|nie|niemals|kein\w*|soll(?:en|te|ten)?|sei|seien|behaupte\w*|angeblich|"
        "falsch"
    ),
    measures=measuring(
        length="weit|tief|breit|höhe|länge|breite|tiefe|entfernung",
        length_money="hoch",
        percent="hoch(?=.*(?:prozent|anteil|quote|rate|(?<!um)satz))",
        length_duration="lang|lange",
        length_area="groß|größe",
        area="fläche",
        money="teuer|kostet|kosten|kostete|preis|eintrittspreis",
        mass="schwer|gewicht",
        duration="dauerte?|dauer",
        age="alt|alter",
    ),
)
