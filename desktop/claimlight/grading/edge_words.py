"""Small words that may stand at the edge of an answer and never count there, by language."""


def edge_words(language: str) -> frozenset[str]:
    """The edge words of a BCP 47 language tag; none for a language without a list."""
    return EDGE_WORDS.get(language.partition("-")[0].lower(), frozenset())


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


EDGE_WORDS: dict[str, frozenset[str]] = {
    "en": _words("a an and as at because but by for from if in into of on or so than that the then to with"),
    "es": _words(
        "a al como con de del e el en entonces la las lo los o para pero por porque que si u un una unas unos y"
    ),
    "fr": _words(
        "a à au aux avec car ce ces cet cette d dans de des donc du en et l la le les mais ou où par pour qu que qui "
        "si sur un une"
    ),
    "ar": _words("أن أنه أنها إن إنه إنها إلى أو ثم على عن في لكن من مع هذا هذه و"),
}
"""In case-folded form. Left out on purpose: words that turn a meaning (no, not, never) or loosen a number (about)."""
