"""What `import` says about an article that it has made a lesson of."""

from collections.abc import Mapping

from claimlight.wording import N_, NN_, _, ngettext

_NOTICES: dict[str, str] = {
    "no-headline": N_("No headline was found. Write a better “title” in lesson.toml."),
}
_REMARKS: dict[str, str] = {
    "lines-joined": N_("The lines within a paragraph were joined by spaces."),
    "encoding-guessed": N_("The letters were read as {encoding}, a guess. Look at accents and quotation marks."),
    "mixed-encodings": N_("Some letters were written in another encoding ({n}). Look at accents and quotation marks."),
    "whole-page": N_("Where the article begins and ends on the page was not clear. All of the page was taken."),
    "parts-left-out": N_("Some parts of the document could not be read ({n}) and were left out."),
    "words-only": N_("Only the words were read, without headings, bold type, footnotes and pictures."),
}
_PLURALS: dict[str, tuple[str, str]] = {
    "garbled": NN_(
        "{n} place looks garbled by a wrong encoding. Compare it with where the article comes from:",
        "{n} places look garbled by a wrong encoding. Compare them with where the article comes from:",
    ),
    "cut-off": NN_("{n} paragraph may be cut off:", "{n} paragraphs may be cut off:"),
}
REMARKS = frozenset(_REMARKS)
CODES = frozenset((*_NOTICES, *_PLURALS))


def say_notice(code: str, n: int) -> str:
    """The sentence for a notice that was found in `n` places."""
    if code in _NOTICES:
        return _(_NOTICES[code])
    one, many = _PLURALS[code]
    return ngettext(one, many, n).format(n=n)


def say_remark(code: str, params: Mapping[str, object]) -> str:
    """What a reader has to say about how it read."""
    return _(_REMARKS[code]).format(**params)


def say_place(paragraph: int, excerpt: str) -> str:
    return _("paragraph {paragraph}: {excerpt}").format(paragraph=paragraph, excerpt=excerpt)
