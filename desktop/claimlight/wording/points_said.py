"""Understand points as a teacher writes them."""

import re
import unicodedata
from fractions import Fraction

_WRITTEN = re.compile(r"(-?)(\d{0,3})(?:[.,](\d{1,4})|\s*(\d{1,3})/(\d{1,3}))?")
_MOST = 1000


def points_said(words: str) -> Fraction | None:
    """ "1", "1.5", "1,5", "3/4", "1 1/2", "½", "1½", "−¼"; None for anything else."""
    plain = "".join(map(_plain, words.strip().replace("\u2212", "-")))
    found = _WRITTEN.fullmatch(" ".join(plain.split()))
    if found is None or not any(found.groups()[1:]):
        return None
    sign, whole, decimals, above, below = found.groups()
    if below is not None and not int(below):
        return None
    if above is not None and whole and " " not in found.group():
        whole, above = "", whole + above  # "11/2" is eleven halves
    rest = (
        Fraction(int(above), int(below)) if below else Fraction(int(decimals), 10 ** len(decimals)) if decimals else 0
    )
    size = int(whole or 0) + rest
    return None if size > _MOST else Fraction(-size if sign else size)


def _plain(letter: str) -> str:
    """A vulgar fraction as it is written in digits, after a space; other letters stay."""
    spelt = unicodedata.normalize("NFKC", letter).replace("\u2044", "/")
    return f" {spelt}" if spelt != letter and "/" in spelt else spelt
