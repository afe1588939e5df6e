"""A document in Rich Text Format, read by striprtf: its words, without styles or pictures."""

import re

from claimlight.core.article import BlockKind
from claimlight.core.errors import LessonError
from claimlight.files.article_import.blocks import Paragraph, Piece, markdown_of, paragraph
from claimlight.files.article_import.source import Format, Remark, Source

_ROW = re.compile(r"(?:[^|]*\|){2,}")
"""How striprtf writes the row of a table."""
_CELL_END = re.compile(r"\\par(\s*\}?\s*)\\cell\b")
_BULLET = re.compile("\\s*[•▪◦●‣·\uf000-\uf0ff]\t\\s*")


def read_rtf(raw: bytes, file: str) -> Source:
    """Raises LessonError: damaged."""
    from striprtf.striprtf import rtf_to_text

    try:
        text = rtf_to_text(_mended(raw.decode("latin-1")), encoding="cp1252", errors="replace")
    except (ValueError, LookupError, IndexError, KeyError, RecursionError, TypeError, OverflowError):
        raise LessonError("document-damaged", file=file) from None
    lines = text.replace("\r", "\n").split("\n")
    return Source(Format.RTF, markdown_of(map(_paragraph, lines)), remarks=(Remark("words-only"),))


def _mended(rtf: str) -> str:
    """What striprtf would drop or misread: AbiWord's links, and pandoc's cells that end with a paragraph's end."""
    return _CELL_END.sub(r"\1\\cell", rtf.replace("{\\*\\fldrslt", "{\\fldrslt"))


def _paragraph(line: str) -> Paragraph:
    if _ROW.fullmatch(line):
        return Paragraph(BlockKind.TABLE_ROW, cells=tuple((Piece(cell),) for cell in line.split("|")[:-1]))
    if bullet := _BULLET.match(line):
        return Paragraph(BlockKind.LIST_ITEM, (Piece(line[bullet.end() :]),), 1)
    return paragraph(line.strip("\t"))
