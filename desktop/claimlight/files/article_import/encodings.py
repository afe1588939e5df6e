"""Tell how the bytes of a text are to be read, and say what was taken."""

import codecs
import re
from dataclasses import dataclass

from claimlight.files.article_import.alphabets import encoding_by_letters
from claimlight.files.article_import.source import Remark

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NAMES = {"utf-8": "UTF-8", "utf-16": "UTF-16", "utf-32": "UTF-32", "ascii": "UTF-8"}
_STRAY = "claimlight.stray"
_LOOKED_AT = 200_000
"""Bytes that are enough to tell an encoding."""
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding=[\"']([\w.:-]+)|<meta[^>]*?charset=[\"']?\s*([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the name of its encoding, and what is to be said about how that was found."""

    text: str
    encoding: str
    remarks: tuple[Remark, ...] = ()


def decoded(raw: bytes) -> Decoded:
    """`raw` by its byte order mark, else as UTF-8, else by what fits best. Line ends stay, and the mark of UTF-8."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return Decoded(raw.decode(encoding, "replace"), _NAMES[encoding])
    try:
        return Decoded(raw.decode(), "UTF-8")
    except UnicodeDecodeError:
        return _wide(raw) or _mixed(raw) or _guessed(raw)


def declared(raw: bytes) -> Decoded:
    """The text of a page: as it declares itself to be, unless that cannot be."""
    found = _DECLARED.search(raw[:4096])
    if found is None or raw.startswith(tuple(mark for mark, _ in _MARKS)):
        return decoded(raw)
    name = (found[1] or found[2]).decode("ascii")
    try:
        codec = codecs.lookup({"iso-8859-1": "cp1252", "gb2312": "gb18030"}.get(name.lower(), name)).name
        return Decoded(raw.decode(codec), _NAMES.get(codec) or _shown(codec))
    except (LookupError, UnicodeError, ValueError):
        return decoded(raw)


def _wide(raw: bytes) -> Decoded | None:
    """UTF-16 without a mark: every other byte of ordinary letters and spaces is nothing."""
    head = raw[:_LOOKED_AT]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        nothing, other = head[first::2].count(0), head[1 - first :: 2].count(0)
        if nothing > len(head) // 8 and nothing > 20 * other:
            return Decoded(raw.decode(encoding, "replace"), "UTF-16", (_guess("UTF-16"),))
    return None


def _mixed(raw: bytes) -> Decoded | None:
    """UTF-8 with some bytes of another time in it, which are read as Windows-1252."""
    strays = 0

    def stray(error: UnicodeError) -> tuple[str, int]:
        nonlocal strays
        assert isinstance(error, UnicodeDecodeError), "we decode"
        strays += 1
        return error.object[error.start : error.start + 1].decode("cp1252", "replace"), error.start + 1

    codecs.register_error(_STRAY, stray)
    text = raw.decode("utf-8", _STRAY)
    good = len(re.findall(r"[^\x00-\x7f]", text)) - strays
    if good <= strays:
        return None
    return Decoded(text, "UTF-8", (Remark("mixed-encodings", (("n", strays),)),))


def _guessed(raw: bytes) -> Decoded:
    head = raw[:_LOOKED_AT]
    name = encoding_by_letters(head) or _by_statistics(head) or "cp1252"
    shown = _shown(name)
    return Decoded(raw.decode(name, "replace"), shown, (_guess(shown),))


def _by_statistics(raw: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(raw, preemptive_behaviour=False).best()
    return best.encoding if best is not None else ""


def _guess(encoding: str) -> Remark:
    return Remark("encoding-guessed", (("encoding", encoding),))


def _shown(codec: str) -> str:
    """The name by which an encoding goes in menus."""
    name = codec.replace("_", "-")
    if name.startswith("cp125"):
        return f"Windows-{name[2:]}"
    return name.upper()
