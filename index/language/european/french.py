"""French: its function words, abbreviations, and what its questions ask."""

from index.language.room import NAME, Room, either, ends, measuring, words

FRENCH = Room(
    code="fr",
    function=words(
        """
        a à afin ai ainsi alors après as au aucun aucune aussi autre autres aux avait avant avec
        avoir c ça car ce ceci cela celle celles celui ces cet cette ceux chaque chez combien
        comme comment d dans de depuis des dès donc dont du elle elles en encore entre es est
        estce et étaient était étant été être eu fait faut font furent fut il ils j je jusqu
        jusque l la là laquelle le lequel les lesquelles lesquels leur leurs lui m ma mais me
        même mes moins mon n ne ni nos notre nous on ont ou où par parce pas pendant peut
        peuvent plus pour pourquoi puis qu quand que quel quelle quelles quels qui quoi s sa
        sans se sera seront ses si sont sous sur t ta te tes toi ton tous tout toute toutes très
        trop tu un une va vers voici voilà vos votre vous y ici dit dis heure heures
        """
    ),
    no_end=ends("M MM Mme Mlle Mgr Me Dr Pr St Ste av apr env etc art chap p pp n° no tél vol éd"),
    when=either(
        "quand|à quelles? heures?|(?:en|de|depuis|jusqu['’]en) quelle année|quels? jours?|"
        "quelle date|à partir de quand"
    ),
    how_many=either("combien de temps|combien|quel(?:le)? (?:est|était|fut) le nombre"),
    counts=either(r"combien d(?:e |['’])([^\W\d_-]+)"),
    who=either("qui|de qui|par qui"),
    where=either("où"),
    why=either("pourquoi"),
    time=either(
        "heures?|printemps|été|automne|hiver|siècle|quotidien\\w*|chaque jour|"
        "à (?:pâques|noël|midi|minuit|la pentecôte|la toussaint)"
    ),
    person=NAME,
    at=either("à|au|aux|dans|en|sur|sous|près|chez|devant|derrière|entre|rue|place|vers"),
    because=either(
        "parce|car|puisque|afin|grâce|cause|raison|c['’]est pourquoi|(?<![^,;.] )comme|"
        "suite(?= (?:à|aux?|de|du|des)\\b)|pour (?:des )?(?:travaux|réparations?)|"
        r"pour(?= (?:l[ae] |les |l['’]|en |y |s['’]|se |ne pas )?\w+(?:er|ir|re)\b)"
        r"(?! (?:\w+['’])?(?:\w+vrier|janvier|\w+bre|hiver|[nv]otre|quatre|autre)\b)"
    ),
    denies=either(
        r"pas(?!-| seulement)|jamais|aucune?|prétend\w*|affirm\w*|devrai(?:t|ent)|serai(?:t|ent)|"
        "aurai(?:t|ent)|faux"
    ),
    measures=measuring(
        length="hauteur|longueur|largeur|profondeur|altitude|distance|haut",
        area="superficie|surface",
        length_area="taille",
        money="prix|coûte|coûtent|coût|tarif|montant",
        mass="poids|pèse",
        duration="durée|dure|duré|combien de temps",
        age="âge",
    ),
)
