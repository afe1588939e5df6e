"""Open word lists for finding who speaks: reporting verbs, and the small words around names; some languages each."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


REPORTING = _words("""
    said says say told tells claimed claims claim insisted insists added adds stated states denied denies deny
    rejected rejects dismissed dismisses conceded concedes admitted admits announced announces reported reports
    suggested suggests alleged alleges argued argues warned warns explained explains replied replies responded
    responds answered answers asked asks estimated estimates estimate recorded concluded confirmed confirms accused
    accuses believes believed thinks wrote writes promised promises noted notes recalled described called put puts
    counted counts complained complains declared declares

    dit affirme affirmé déclare déclaré nie nié ajoute ajouté explique expliqué annonce annoncé estime estimé
    assure assuré indique indiqué raconte raconté reconnaît reconnu admet admis promet promis avertit averti prévient
    prévenu répond répondu souffle soufflé disent affirment
    dijo dice afirma afirmó niega negó declaró añadió explicó anunció estima dijeron asegura aseguró señala señaló
    cuenta contó explica prometió promete advierte advirtió reconoce reconoció admite admitió responde respondió informó
    calcula calculó preguntó suspiró
    sagt sagte erklärte erklärt bestreitet bestritt behauptet behauptete teilte schätzt schätzte

    قال قالت وقال وقالت يقول تقول ويقول وتقول أعلن أعلنت وأعلن وأعلنت نفى نفت ونفى ونفت أكد أكدت وأكد وأكدت ذكر ذكرت
    وذكر وذكرت أضاف أضافت وأضاف وأضافت صرح صرحت وصرح وصرحت زعم زعمت وزعم وزعمت رد ردت ورد وردت أوضح أوضحت وأوضح
    وأوضحت رفض رفضت ورفض ورفضت اعترف اعترفت واعترف واعترفت وعد وعدت ووعد ووعدت قدّر قدّرت وقدّر وقدّرت تحدث تحدثت تحدّث
    تحدّثت وتحدّث وتحدّثت حذّر حذّرت وحذّر وحذّرت
    """)
DETERMINERS = _words("""
    the a an some many several his her its their our my one two three other another this that these those
    le la les un une des l el los las una unos der die das ein eine
    """)
PARTICLES = _words("of the de del della di da van von der den bin ibn al el la le du des y for")
"""Small words that may stand inside a name."""
PHRASE_ENDS = _words("""
    that who which and but or if when while because as in on at by to from with for about after before than so
    whether what where why how is are was were be been being had has have having not no nothing never also still only
    then there it would could should will can may might must did does do
    que qui et mais dans sur à de en ou où quand puis alors maintenant aussi selon après avant pendant depuis
    con por y pero cuando donde ahora después también según como porque antes durante desde hasta
    dass und aber in auf mit zu
    أن إن بأن على في من إلى عن التي الذي أو ثم لكن لكنها لكنه خلال بعد قبل منذ هذا هذه
    """)
"""Words at which a speaker ends, or before which none begins. "May" is among them, as a verb and as a month."""
OFFICES = _words("""
    officials ministry minister government office officer officers board clinic council councillor mayor
    police chief spokesman spokeswoman spokesperson media reports hospital union company agency department court judge
    scientists scientist researchers researcher university school teacher teachers parents students neighbours
    neighbors residents witnesses witness farmers workers station service authority authorities commission committee
    charity army military navy president director manager owner owners expert experts analysts doctors doctor nurses
    engineer engineers inspector inspectors firefighter firefighters vet lawyer prosecutor group party club newspaper
    newspapers reporter reporters
    maire mairie préfet préfecture ministre ministère gouvernement porte-parole hôpital syndicat entreprise directeur
    directrice association commune pompiers habitants témoins enseignants élèves parents médecin médecins
    alcalde alcaldesa ayuntamiento ministra ministro ministerio gobierno portavoz sindicato empresa directora asociación
    policía bomberos vecinos testigos profesores alumnos alumnas padres médico médica
    """)
"""Words for who speaks by office or trade: they make a speaker of the words before them."""
TITLES = _words("mayor president minister dr mr mrs ms professor prof sir dame king queen captain chief judge")
WORDS_OF_ORDER = _words("""
    i he she we they you it him them us everyone everybody nobody somebody someone who
    monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december
    il elle on nous vous ils elles él ella ellos nosotros er sie wir ihr es
    """)
"""Words that name nobody: pronouns, days and months."""
