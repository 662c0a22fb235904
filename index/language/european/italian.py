"""Italian: its function words, abbreviations, and what its questions ask."""

from index.language.room import NAME, Room, either, ends, measuring, words

ITALIAN = Room(
    code="it",
    function=words(
        """
        a ad agli ai al alla alle allo anche ancora avere aveva c che chi ci ciò col come con
        cosa così cui d da dagli dai dal dalla dalle dallo degli dei del dell della delle dello
        di dopo dove durante e è ed egli era erano essa essere esso fa fino fra fu furono già
        gli ha hanno i il in io l la le lei li lo loro lui ma mentre mi mia mio molto ne nei nel
        nell nella nelle nello no noi non nostro o ogni oppure per perché più poi può qual quale
        quali quando quanta quante quanti quanto quello questa queste questi questo qui s se
        senza si sia sono sopra sotto sta su sua sue sugli sui sul sulla suo suoi t tra tu tua
        tutti tutto un una uno vi voi
        """
    ),
    no_end=ends(
        "sig Sig sigg dott Dott prof Prof ing avv arch p.zza v.le n nn pag pagg art ca ecc"
    ),
    when=either("quando|a che ora|in che (?:anno|data|mese|giorno)|in quale anno|quali giorni"),
    how_many=either("quant[oaie]|qual è il numero"),
    counts=either(r"quant[ie] ([^\W\d_-]+)"),
    who=either("chi|da chi|di chi"),
    where=either("dove"),
    why=either("perché"),
    time=either(
        "ore|primavera|estate|autunno|inverno|secolo|ogni giorno|a (?:natale|pasqua|mezzogiorno)"
    ),
    person=NAME,
    at=either("a|ad|in|nel|nella|al|alla|presso|vicino|su|sul|sulla|tra|via|piazza|davanti"),
    because=either(
        "perché|poiché|siccome|grazie|causa|affinché|dato che|"
        r"per (?:mancanza|colpa|motivi|lavori|restauri|\w+(?:[aei]re|r(?:l[oaie]|si))\b)"
    ),
    denies=either(r"non(?! solo)|mai|nessun\w*|sostien\w*|afferma\w*|dovrebbe\w*|sarebbe\w*|falso"),
    measures=measuring(
        length="altezza|lunghezza|larghezza|profondità|altitudine|distanza|alto|lungo",
        area="superficie",
        money="prezzo|costa|costano|costo|tariffa|importo",
        mass="peso|pesa",
        duration="durata|dura",
        age="età",
    ),
)
