"""Words that a careless writer puts in each other's place; none of these lists is the checks'."""

MONTHS = (
    "January February March April May June July August September October November December".split()
)

# By kind of change; a pair changes its left side to its right one. A space belongs to the word.
CHANGED = {
    "scale": (
        "million=billion|million=thousand|billion=trillion|hundred=thousand|bn=mn|m=k|亿=万|万=亿|"
        "lakh=crore|dozen=hundred| million=| billion="
    ).split("|"),
    "unit": (
        "km=miles|kilometres=metres|metres=feet|kg=g|tonnes=kg|t=kg|mg=g|°C=°F|GB=MB|TB=GB|"
        "GHz=MHz|W=kW|MW=kW|mmHg=kPa|litre=gallon|hectares=acres|hectare=acre|minutes=hours|"
        "hours=days|days=weeks|weeks=days|months=years|years=months|months=weeks|"
        "%= percentage points|per cent=percentage points|basis points=percentage points|"
        "percentage points=%|a year=a month|a day=a week|per kg=per tonne|per second=per hour|"
        "km/h=m/s|teaspoons=tablespoons|cm=mm|per square metre=per square foot|ml=l|m=cm"
    ).split("|"),
    "currency": (
        "$=€|£=$|€=£|¥=$|₹=$|C$=US$|US$=C$|yuan=dollars|yuan=yen|RMB=USD|CNY=USD|kroner=euros|"
        "euros=dollars|dollars=pounds|GBP=EUR|CHF=EUR|francs=euros|rupees=dollars|cents=pence|"
        "pounds=euros"
    ).split("|"),
    "comparison": (
        "more=fewer|more=less|less=more|higher=lower|lower=higher|rose=fell|fell=rose|"
        "rise=fall|fall=rise|fallen=risen|risen=fallen|up=down|down=up|grown=shrunk|"
        "grew=shrank|increased=decreased|increase=decrease|decreased=increased|increase=fall|"
        "before=after|after=before|first=last|first=second|second=third|last=first|"
        "at least=at most|no more than=no less than|less than=more than|more than=less than|"
        "longer=shorter|smaller=larger|older=newer|under=over|until=since|since=until|"
        "oldest=youngest|last year=next year|below=above|highest=lowest|closer=farther|"
        "older=younger|north=south|northern=southern|within=after|won=lost|sold=bought|"
        "bought=sold|open=close|close=open|approved=rejected|rejected=approved|"
        "accepted=rejected|doubled=halved|double=halve|former=present|men's=women's|women=men|"
        "against=for|denied=admitted|opened=closed|agreed=refused|adds=takes|earlier=later|"
        "withdrew from=joined"
    ).split("|"),
    "quantifier": (
        "all=some|all=most|most of=all of|most of=none of|some of=all of|some of=most of|"
        "half of=all of|half of=most of|nearly half=more than half|both=neither of the|"
        "about=exactly|about=more than|about=at least|up to=at least|only=more than|"
        "at least=exactly|none of=some of|none of=most of|every=no|everybody=nobody|"
        "a third of=most of|nobody=everybody|two-thirds of=all of|more than=exactly|"
        "no more than=at least|each=together"
    ).split("|"),
    "modality": (
        "may=will|may=must|may=cannot|could=will|could=must|would=might|will=may|will=might|"
        "must=may|must=need not|should=must|should not=may|can=must|plans to=has decided to|"
        "hopes to export=exports|hope to=will|is expected to=will|are expected to=will|"
        "expect=know|might=will|must=can|is expected to fall=fell|had=may have|"
        "was=may have been|were=might have been|is=could be|has=should have"
    ).split("|"),
}
