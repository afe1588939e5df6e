"""Tell what of a page is no part of its article: share bars, newsletter lines, pointers to other articles, rights."""

import re
from collections import Counter

from claimlight.core.article import Block, Text
from claimlight.work.cleaning_kinds import Kind

_LONGEST = 30
"""Words; a longer paragraph is part of the article."""
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?#(?:\s*(?:/|of)\s*#)?\W*", re.IGNORECASE)
_FEW = 12
"""Words of a line that says one of these things among others."""


def _begins(words: str) -> re.Pattern[str]:
    return re.compile(rf"\A\W*(?:{words})", re.IGNORECASE)


_SIGNS: tuple[tuple[Kind, int, re.Pattern[str]], ...] = (
    (
        Kind.RIGHTS,
        _LONGEST,
        _begins(
            r"(?:re)?(?:published|printed|posted) (?:from|with|by|on|here)\b|all rights reserved\b|copyright\b|©"
            r"|\(c\) \d|tous droits réservés\b|todos los derechos\b|alle rechte vorbehalten\b|جميع الحقوق محفوظة"
        ),
    ),
    (
        Kind.NEWSLETTER,
        _LONGEST,
        re.compile(
            r"\bnewsletters?\b|\A\W*(?:sign up\b|subscribe\b|(?:join|get) our\b|abonnez-vous\b|inscrivez-vous\b"
            r"|suscríb\w+|اشترك\b)",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.SHARE_BAR,
        _LONGEST,
        re.compile(
            r"\A\W*(?:share (?:this|on|via|article)\b|share\W*\Z|follow us\b|copy link\b|partager\W*\Z|compartir\W*\Z"
            r"|(?:share|tweet|print|email|e-mail|copy link|link|facebook|twitter|x|whatsapp|telegram|reddit|linkedin"
            r"|pinterest|save|comments?|like|\d+)(?:(?:\W|\d)+(?:share|tweet|print|email|e-mail|copy link|link|facebook"
            r"|twitter|x|whatsapp|telegram|reddit|linkedin|pinterest|save|comments?|like))+\W*\Z)",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.POINTER,
        _LONGEST,
        _begins(
            r"read (?:more|also|next)\b|related(?: (?:articles?|stories|posts?|topics?))?\s*(?::|\Z)|see also\b"
            r"|more on this\b|you (?:may|might) also like\b|click here\b|continue reading\b|back to top\b"
            r"|next article\b|lire aussi\b|à lire aussi\b|lee también\b|más información\b|اقرأ أيضا"
        ),
    ),
    (
        Kind.ADVERTISEMENT,
        _FEW,
        _begins(
            r"advertisement\W*\Z|sponsored\b|publicité\W*\Z|publicidad\W*\Z|anzeige\W*\Z|we use cookies\b"
            r"|skip to (?:main )?content\b"
        ),
    ),
    (Kind.SUPPORT, _LONGEST, _begins(r"support (?:us|our)\b|donate\b|become a member\b|faites un don\b|dona\b")),
)


def leftover(text: Text, block: Block) -> Kind | None:
    """What kind of leftover `block` looks like; None for what seems to belong to the article."""
    words, count = text[block.span], len(text.words_touching(block.span))
    return next((kind for kind, most, sign in _SIGNS if count <= most and sign.search(words)), None)


def page_lines(text: Text) -> frozenset[int]:
    """The numbers of the blocks that are page numbers, or heads that count pages."""
    shapes = [_DIGITS.sub("#", text[block.span].strip()) for block in text.blocks]
    counted = Counter(shapes)
    return frozenset(
        number
        for number, shape in enumerate(shapes)
        if _PAGE_NUMBER.fullmatch(shape) or (counted[shape] > 1 and "#" in shape and len(shape.split()) <= _FEW)
    )
