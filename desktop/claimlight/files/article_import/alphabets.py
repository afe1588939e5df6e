"""Tell in which old encoding a text is by the letters it would have: those of one language, and no others."""

import re
from itertools import pairwise

_LATIN, _EAST = ("cp1252", "mac_roman"), ("cp1250", "iso8859_2")
_ALPHABETS: tuple[tuple[tuple[str, ...], str], ...] = (
    (_LATIN, "àâäæçèéêëîïôöœùûüÿ"),
    (_LATIN, "áéíñóúü¿¡ªº"),
    (_LATIN, "äöüß"),
    (_LATIN, "àèéìíòóù"),
    (_LATIN, "àáâãçéêíóôõúü"),
    (_LATIN, "àáâäåæçèéêëíïöøüñóô"),
    (("cp1255",), "אבגדהוזחטיךכלםמןנסעףפץצקרשת"),
    (_EAST, "ąćęłńóśźż"),
    (_EAST, "áčďéěíňóřšťúůýžäĺľôŕ"),
    (_EAST, "áéíóöőúüű"),
    (_EAST, "čćđšž"),
    (("cp1250", "iso8859_16"), "ăâîșțşţ"),
    (("cp1254",), "çğıİöşüâîû"),
    (("cp1257",), "ąčęėįšųūžāēģīķļņõäöü"),
    (("cp1251", "koi8_r", "iso8859_5", "mac_cyrillic"), "абвгдежзийклмнопрстуфхцчшщъыьэюяё"),
    (("cp1251", "koi8_u"), "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
    (("cp1253", "iso8859_7"), "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ"),
    (("cp1256", "iso8859_6"), "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگًٌٍَُِّْـ،؟؛"),
)
_TYPOGRAPHY = frozenset("“”‘’„‚«»‹›–—…•€£©®°·§¿¡ºª\u00a0\u00ad¼½¾×™")
_INSIDE = re.compile(r"(?<=[^\W\d_])[^\w\s’'‘·\u00ad\u200c.,@/&:-](?=[^\W\d_])")
_LAST_LATIN = "\u024f"
_ENOUGH = 0.9
"""Of the letters beyond ASCII, less what is out of place."""


def encoding_by_letters(raw: bytes) -> str:
    """The codec under which the letters of `raw` fit a language; empty where none does. Ties go to the commoner one."""
    best, codec = _ENOUGH, ""
    for codecs, letters in _ALPHABETS:
        for each in codecs:
            try:
                score = _score(raw.decode(each), frozenset(letters + letters.upper()))
            except UnicodeDecodeError:
                continue
            if score > best:
                best, codec = score, each
    return codec


def _score(text: str, letters: frozenset[str]) -> float:
    """How many of the characters beyond ASCII are at home here, from below zero to 1."""
    foreign = [character for character in text if character > "\x7f" and character not in _TYPOGRAPHY]
    if not foreign:
        return 1
    strange = sum(character not in letters for character in foreign)
    return 1 - (2 * strange + _misplaced(text) + len(_INSIDE.findall(text))) / len(foreign)


def _misplaced(text: str) -> int:
    """Capitals behind small letters, as where an encoding has the cases the other way round; two scripts in a word."""
    return sum(
        (one.islower() and other.isupper() and other > "\x7f") or _two_scripts(one, other) or _two_scripts(other, one)
        for one, other in pairwise(text)
        if one > "\x7f" or other > "\x7f"  # most are not, and nothing is amiss between them
    )


def _two_scripts(one: str, other: str) -> bool:
    return one.isascii() and one.isalpha() and other > _LAST_LATIN and other.isalpha()
