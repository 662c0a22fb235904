"""Dutch: its function words, abbreviations, and what its questions ask."""

from index.language.room import NAME, Room, either, ends, measuring, words

DUTCH = Room(
    code="nl",
    function=words(
        """
        aan al alle alles als altijd andere ben bij daar dan dat de der deze die dit doch doen
        door dus een eens en er ge geen had hadden hebben heb heeft hem het hier hij hoe hoeveel
        hun ik in is ja je kan kon kunnen maar me meer men met mij mijn moet na naar niet niets
        nog nu of om omdat ons ook op over reeds te tegen toch toen tot u uit uw van veel voor
        waar waarom wanneer was wat we wel welk welke werd werden wie wij wil word worden wordt
        zal ze zei zich zij zijn zo zonder zou uur
        """
    ),
    no_end=ends(
        "dhr Dhr mevr Mevr mw Mw dr Dr drs Drs ir mr prof Prof bijv bv nr nrs blz art ca d.w.z "
        "o.a m.b.t t.a.v i.p.v enz St tel"
    ),
    when=either("wanneer|hoe laat|in welk jaar|op welke (?:dag|datum)|welke dagen"),
    how_many=either("hoeveel|hoe(?= (?:hoog|groot|lang|ver|oud|duur|zwaar|diep|breed)\\b)"),
    counts=either(r"hoeveel ([^\W\d_-]+)"),
    who=either("wie|door wie|van wie"),
    where=either("waar|waarheen|waarvandaan"),
    why=either("waarom"),
    time=either(
        "uur|lente|voorjaar|zomer|herfst|najaar|winter|eeuw|dagelijks|"
        "met (?:pasen|pinksteren|kerst)"
    ),
    person=NAME,
    at=either("in|aan|op|bij|naast|onder|boven|voor|achter|tussen|nabij|te"),
    because=either(r"omdat|want|doordat|wegens|vanwege|zodat|om(?!\s\d)(?=[^,.]*\ste\s\w+n\b)"),
    denies=either(r"niet(?! alleen)|geen|nooit|zou\w*|beweer\w*|zogenaamd|onjuist"),
    measures=measuring(
        length="ver|diep|breed|hoogte|lengte|breedte|diepte|afstand",
        length_money="hoog",
        percent="hoog(?=.*(?:procent|percentage|aandeel|quote|graad))",
        length_duration="lang",
        length_area="groot",
        area="oppervlakte",
        money="duur|kost|kosten|kostte|prijs",
        mass="zwaar|gewicht",
        duration="duurt|duurde",
        age="oud|leeftijd",
    ),
)
