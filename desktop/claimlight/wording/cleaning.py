"""What is proposed to be cleaned in an article that came from elsewhere: what it is, and what becomes of it."""

from claimlight.wording import N_, NN_, _, ngettext

_TITLES: dict[str, str] = {
    "headline": N_("Headline, in the text too"),
    "byline": N_("Byline, in the text too"),
    "share-bar": N_("Share bar"),
    "newsletter": N_("Newsletter line"),
    "pointer": N_("Pointer to another article"),
    "rights": N_("Line about rights"),
    "advertisement": N_("Line of the page"),
    "support": N_("Request for support"),
    "page-line": N_("Page number or running head"),
}
_PLURALS: dict[str, tuple[str, str]] = {
    "no-break-spaces": NN_("No-break space, {n}", "No-break spaces, {n}"),
    "missing-spaces": NN_("Space missing at a quote, {n}", "Spaces missing at quotes, {n}"),
    "doubled-spaces": NN_("Doubled space, {n}", "Doubled spaces, {n}"),
    "invisible": NN_("Invisible character, {n}", "Invisible characters, {n}"),
    "ligatures": NN_("Joined letters such as “ﬁ”, {n}", "Joined letters such as “ﬁ”, {n}"),
    "broken-words": NN_("Word parted at a line’s end, {n}", "Words parted at a line’s end, {n}"),
}
_BECOMES: dict[str, str] = {
    "headline": N_("is taken out: it stands above the article"),
    "byline": N_("is taken out: it stands above the article"),
    "no-break-spaces": N_("become ordinary spaces"),
    "missing-spaces": N_("get a space"),
    "doubled-spaces": N_("become one space"),
    "invisible": N_("are taken out"),
    "broken-words": N_("become one word"),
    "ligatures": N_("become single letters"),
}
KINDS = frozenset((*_TITLES, *_PLURALS))


def say_kind(kind: str, n: int) -> str:
    """What is proposed, in `n` places."""
    if kind in _TITLES:
        return _(_TITLES[kind])
    one, many = _PLURALS[kind]
    return ngettext(one, many, n).format(n=n)


def say_becomes(kind: str) -> str:
    """What becomes of it when it is accepted."""
    return _(_BECOMES.get(kind, N_("is taken out")))
