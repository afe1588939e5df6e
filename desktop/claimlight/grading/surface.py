"""Find numbers, quotations and reporting verbs by small, open rules: what somebody who does not read would mark."""

import re

from claimlight.core.article import Span, Text

_QUOTATIONS = re.compile(r"“([^“”]+)”|«([^«»]+)»|„([^„“”]+)[“”]|\"([^\"]+)\"|(?<!\w)‘([^‘]+?)’(?!\w)")


def numbers(text: Text, language: str) -> tuple[Span, ...]:
    """Runs of words that hold a digit or are number words: "1,351", "two thousand"."""
    spelled = NUMBER_WORDS.get(_base(language), frozenset())
    found: list[Span] = []
    for sentence in text.sentences:
        before = False
        for word in sentence.tokens:
            said = text[word].casefold()
            here = any(map(str.isdigit, said)) or said in spelled
            if here and before:
                found[-1] = Span(found[-1].start, word.end)
            elif here:
                found.append(word)
            before = here
    return tuple(found)


def quotations(text: Text) -> tuple[Span, ...]:
    """What stands between quotation marks within a block, without the marks."""
    return tuple(
        Span(block.start + found.start(found.lastindex), block.start + found.end(found.lastindex))
        for block in text.blocks
        for found in _QUOTATIONS.finditer(text[block.span])
        if found.lastindex
    )


def said(text: Text, language: str) -> tuple[Span, ...]:
    """The sentences that hold a reporting verb, also turned round as in French: "dit-elle"."""
    verbs = REPORTING_VERBS.get(_base(language), frozenset())
    return tuple(
        sentence.span
        for sentence in text.sentences
        if any(text[word].casefold().partition("-")[0] in verbs for word in sentence.tokens)
    )


def sentences(text: Text) -> tuple[Span, ...]:
    """Every sentence with a word."""
    return tuple(sentence.span for sentence in text.sentences if sentence.bounds)


def paragraphs(text: Text) -> tuple[Span, ...]:
    """Every block with a word."""
    return tuple(block.span for block in text.blocks if text.words_touching(block.span))


def _base(language: str) -> str:
    return language.partition("-")[0].lower()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NUMBER_WORDS: dict[str, frozenset[str]] = {
    "en": _words(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
        "million millions billion billions dozen dozens half"
    ),
    "es": _words(
        "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
        "dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta "
        "ochenta noventa cien cientos mil miles millón millones docena docenas mitad"
    ),
    "fr": _words(
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante "
        "cinquante soixante cent cents centaine centaines mille milliers million millions milliard milliards "
        "douzaine moitié"
    ),
    "ar": _words(
        "اثنان اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة "
        "ثلاث أربع خمس ست سبع ثماني تسع عشر عشرون عشرين مئة مائة مئات ألف آلاف مليون ملايين نصف"
    ),
}
"""In case-folded form. One is left out: it is an article or a pronoun more often than a count."""

REPORTING_VERBS: dict[str, frozenset[str]] = {
    "en": _words(
        "said says say told tells added adds claimed claims reported reports announced explained stated insisted "
        "alleged warned replied admitted denied denies according"
    ),
    "es": _words(
        "dijo dice dijeron dicen añadió afirmó afirma aseguró asegura declaró declara señaló explicó anunció contó "
        "informó advirtió admitió reconoció prometió negó niega según"
    ),
    "fr": _words(
        "dit disent déclaré déclare affirmé affirme assuré assure ajouté ajoute expliqué explique annoncé annonce "
        "indiqué indique averti admis reconnu promis raconte nié nie selon"
    ),
    "ar": _words(
        "قال قالت قالوا يقول تقول وقال وقالت أضاف أضافت وأضاف وأضافت أكد أكدت وأكد صرح صرحت أعلن أعلنت أوضح أوضحت "
        "اعترف اعترفت وعد وعدت ووعد ووعدت نفى نفت"
    ),
}
"""In case-folded form, as they stand in news."""
