"""Compare the names of people and bodies as readers write them: “the U.S. Army” is “us army”."""

from unicodedata import category, normalize

ARTICLES: dict[str, frozenset[str]] = {
    "en": frozenset(("a", "an", "the")),
    "es": frozenset(("el", "la", "los", "las", "un", "una", "unos", "unas")),
    "fr": frozenset(("le", "la", "les", "l", "un", "une", "des")),
}
"""By language. The Arabic article is part of its word and stays."""


def plain_name(name: str, language: str) -> str:
    """The name without what tells no two apart: width and case, then punctuation, then articles and double spaces.

    A name that is nothing but articles keeps them.
    """
    folded = normalize("NFKC", normalize("NFKC", name).casefold())
    words = "".join(sign for sign in folded if not category(sign).startswith("P")).split()
    articles = ARTICLES.get(language.partition("-")[0].lower(), frozenset())
    return " ".join([word for word in words if word not in articles] or words)
