"""The kinds of changes that are proposed for an article that came from elsewhere."""

from enum import StrEnum


class Kind(StrEnum):
    """The first ones take a whole paragraph out, the others change characters wherever they stand."""

    HEADLINE = "headline"
    BYLINE = "byline"
    SHARE_BAR = "share-bar"
    NEWSLETTER = "newsletter"
    POINTER = "pointer"
    RIGHTS = "rights"
    ADVERTISEMENT = "advertisement"
    SUPPORT = "support"
    PAGE_LINE = "page-line"
    NO_BREAK_SPACES = "no-break-spaces"
    MISSING_SPACES = "missing-spaces"
    DOUBLED_SPACES = "doubled-spaces"
    INVISIBLE = "invisible"
    BROKEN_WORDS = "broken-words"
    LIGATURES = "ligatures"
