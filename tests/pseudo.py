"""A language that nobody speaks: every message in brackets, with accents, 40 % longer. What lacks that is English."""

import gettext
import re

OPEN, CLOSE = "⟦", "⟧"
_ACCENTS = str.maketrans("aeiouycnAEIOUYCN", "áéíóúýçñÁÉÍÓÚÝÇÑ")
_KEPT = re.compile(r"(\{\w*\}|&)")


class Pseudo(gettext.NullTranslations):
    """Places and mnemonics stay as they are."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """A tag has room for its letter."""
        return message if context == "tag" else pseudo(message)


def pseudo(message: str) -> str:
    parts = (part if _KEPT.fullmatch(part) else part.translate(_ACCENTS) for part in _KEPT.split(message))
    more = "~~~~~~~ " * len(message)
    longer = more[: round(len(_KEPT.sub("", message)) * 0.4)]
    return f"{OPEN}{''.join(parts)}{longer.rstrip()}{CLOSE}"


def unspoken(words: str) -> str:
    """What of `words` stands outside of every bracket."""
    depth, outside = 0, []
    for letter in words:
        depth += (letter == OPEN) - (letter == CLOSE)
        if depth == 0 and letter != CLOSE:
            outside.append(letter)
    return "".join(outside)
