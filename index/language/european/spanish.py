"""Spanish: its function words, abbreviations, and what its questions ask."""

from index.language.room import NAME, Room, either, ends, measuring, words

SPANISH = Room(
    code="es",
    function=words(
        """
        a al algo algún alguna alguno ante antes aquel aquella así aún aunque bajo bien cada
        como cómo con cual cuál cuáles cuando cuándo cuanto cuánta cuántas cuánto cuántos de del
        desde donde dónde durante e el él ella ellas ellos en entre era eran es esa ese eso esta
        está están estaba este esto estos fue fueron ha haber hace hacia han hasta hay la las le
        les lo los más me mi mientras mis muy ni no nos o otra otro otros para pero poco por
        porque qué que quien quién quiénes se sea según ser si sí sido sin sobre son su sus
        también tan tanto te tiene tienen todo todos tras tu tus u un una unas uno unos y ya yo
        """
    ),
    no_end=ends("Sr Sra Sres Srta D Dª Dr Dra Prof Av Avda C Ctra núm núms pág págs art cap aprox"),
    when=either("cuándo|cuando|a qué horas?|en qué (?:año|fecha|mes|día)|qué días?"),
    how_many=either(r"cuánt[oa]s?|cuál (?:es|era|fue) el número"),
    counts=either(r"cuánt[oa]s ([^\W\d_-]+)"),
    who=either("quién|quiénes|a quién|por quién"),
    where=either("dónde|adónde"),
    why=either("por qué"),
    time=either(
        "horas?|primavera|verano|otoño|invierno|siglo|diario|a diario|"
        "en (?:navidad|pascua|semana santa)"
    ),
    person=NAME,
    at=either("en|a|al|junto|cerca|sobre|bajo|entre|calle|plaza|frente|detrás"),
    because=either(
        "porque|pues|ya que|puesto que|debido|gracias|causa|"
        r"por (?:falta|culpa|motivos?|razones|obras|reformas)|para(?= \w+[aei]r(?:l[oae]s?|se)?\b)"
    ),
    denies=either(
        r"no(?! sol[oa])|nunca|jamás|ningun[oa]?|ningún|sin(?= que| \w+[aei]r\b)|afirma\w*|"
        r"supuestamente|debería\w*|falso"
    ),
    measures=measuring(
        length="altura|longitud|anchura|profundidad|altitud|distancia|mide",
        area="superficie",
        money="precio|cuesta|cuestan|costó|coste|costo|tarifa|importe",
        mass="peso|pesa",
        duration="duración|dura|duró",
        age="edad",
    ),
)
