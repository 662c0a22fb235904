"""Portuguese: its function words, abbreviations, and what its questions ask."""

from index.language.room import NAME, Room, either, ends, measuring, words

PORTUGUESE = Room(
    code="pt",
    function=words(
        """
        a à ao aos aquela aquele aqui as às até cada com como da das de dela dele depois desde
        do dos durante e é ela elas ele eles em entre era eram essa esse esta está estão estava
        este eu foi foram há isso isto já la lhe lo mais mas me mesmo meu minha muito na não nas
        nem no nos nós o onde os ou para pela pelas pelo pelos por porque porquê qual quais
        quando quanta quantas quanto quantos que quê quem se sem ser seu seus só sobre sua suas
        são também te tem têm teve tinha todo todos tu um uma umas uns você vos
        """
    ),
    no_end=ends(
        "Sr Sra Srs Dr Dra Prof Profa Eng Av R Pça n nº pág págs art cap aprox Lda Ltda tel séc"
    ),
    when=either("quando|a que horas?|em que (?:ano|data|mês|dia)|que dias|em qual ano"),
    how_many=either("quant[oa]s?|qual (?:é|era|foi) o número"),
    counts=either(r"quant[oa]s ([^\W\d_-]+)"),
    who=either("quem|por quem|de quem"),
    where=either("onde|aonde"),
    why=either("por ?qu[eê]|porquê"),
    time=either("horas?|primavera|verão|outono|inverno|século|diariamente|n[oa] (?:natal|páscoa)"),
    person=NAME,
    at=either("em|na|no|nas|nos|à|ao|junto|perto|sobre|sob|entre|rua|praça|frente"),
    because=either(
        "porque|pois|já que|devido|graças|causa|"
        r"por (?:falta|culpa|motivos?|razões)|para (?:obras|\w+[aei]r\b)"
    ),
    denies=either(
        r"não(?! só)|nunca|jamais|nenhum\w*|afirma\w*|alega\w*|deveria\w*|seria\w*|falso"
    ),
    measures=measuring(
        length="altura|comprimento|largura|profundidade|altitude|distância|mede",
        area="área|superfície",
        money="preço|custa|custam|custou|custo|tarifa|valor",
        mass="peso|pesa",
        duration="duração|dura",
        age="idade",
    ),
)
