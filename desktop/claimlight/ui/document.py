"""Set an article as a QTextDocument, and translate between code points and Qt's UTF-16 positions: only here.

The document is built block by block, one Qt block for each block of the text, so that a position in one is always a
position in the other: a code point before the `n`-th character beyond the Basic Multilingual Plane is `n` UTF-16 units
further in Qt. List markers, quotation bars and the headline are painted by the page and are no part of the document.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from claimlight.core.article import Block, BlockKind, Direction, Run, Span, Style, Text
from claimlight.ui.faces import Face
from claimlight.ui.lines import TWO_DIRECTIONS
from claimlight.ui.look import Look

_BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]")
_HEADING_SIZES = {1: 1.45, 2: 1.25, 3: 1.1}
_SMALL_KINDS = {BlockKind.CAPTION, BlockKind.FOOTNOTE}
_COLUMN_GAP = 24.0
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks of Unicode whose letters run from right to left, and the marks that turn a line around."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """A typeface and how it is set: `size` and `line` (from baseline to baseline) in device-independent pixels."""

    family: str
    size: float
    line: float


@dataclass(frozen=True, slots=True)
class Setting:
    """How an article is set: the reader's face, the face for scripts written from right to left, and code."""

    face: Typeface
    right_to_left: Typeface
    code: str = "monospace"
    gap: float = 12.0
    """Space between paragraphs."""
    indent: float = 24.0
    """How far each level of a list, and a quotation, is moved in."""

    def face_for(self, block: Block) -> Typeface:
        return self.right_to_left if block.direction is Direction.RIGHT_TO_LEFT else self.face


def setting_for(look: Look, language: str) -> Setting:
    """How `look` sets an article in `language`; words from left to right in an Arabic one keep the reader's face."""
    unit = look.article_unit()
    return Setting(
        face=_typeface(look, "en" if look.article_face(language) is Face.NASKH else language),
        right_to_left=_typeface(look, "ar"),
        gap=12 * unit,
        indent=24 * unit,
    )


def _typeface(look: Look, language: str) -> Typeface:
    font = look.article_font(language)
    return Typeface(font.families()[0], font.pixelSize(), look.article_line(language))


class Positions:
    """Translate positions of one text between code points and UTF-16 units, about a microsecond each."""

    __slots__ = ("_points", "_units", "length")

    def __init__(self, text: str) -> None:
        self._points: list[int] = []
        if not text.isascii():
            self._points = [found.start() for found in _BEYOND_BMP.finditer(text)]
        self._units = [at + before for before, at in enumerate(self._points)]
        self.length = len(text) + len(self._points)
        """The text's length in UTF-16 units."""

    def to_qt(self, point: int) -> int:
        return point + bisect_left(self._points, point)

    def to_points(self, unit: int) -> int:
        """The code point at `unit`; the middle of a surrogate pair counts as the character it belongs to."""
        return unit - bisect_left(self._units, unit)

    def span_to_qt(self, span: Span) -> Span:
        return Span(self.to_qt(span.start), self.to_qt(span.end))

    def span_to_points(self, span: Span) -> Span:
        return Span(self.to_points(span.start), self.to_points(span.end))


def set_text(text: Text, setting: Setting) -> QTextDocument:
    """A document that holds exactly `text`, set in `setting`."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(font_of(setting.face))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    positions = Positions(text.text)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for rows, blocks in groupby(text.blocks, key=lambda block: block.kind is BlockKind.TABLE_ROW):
        if rows:
            _set_rows(cursor, text, tuple(blocks), setting, positions)
        else:
            for block in blocks:
                _set_block(cursor, text, block, setting, positions, _block_format(block, setting))
    cursor.endEditBlock()
    return document


def font_of(face: Typeface) -> QFont:
    font = QFont(face.family)
    font.setPixelSize(round(face.size))
    return font


def _set_block(
    cursor: QTextCursor, text: Text, block: Block, setting: Setting, positions: Positions, format: QTextBlockFormat
) -> None:
    characters = _character_format(block, setting)
    if block.start == text.blocks[0].start:
        cursor.setBlockFormat(format)
        cursor.setBlockCharFormat(characters)
    else:
        cursor.insertBlock(format, characters)
    words = text[block.span]
    cursor.insertText(words, characters)
    if block.direction is Direction.RIGHT_TO_LEFT or _RIGHT_TO_LEFT.search(words):
        cursor.block().setUserState(TWO_DIRECTIONS)
    if block.runs:
        _set_runs(QTextCursor(cursor), block.runs, setting, positions)


def _set_runs(cursor: QTextCursor, runs: tuple[Run, ...], setting: Setting, positions: Positions) -> None:
    for run in runs:
        cursor.setPosition(positions.to_qt(run.start))
        cursor.setPosition(positions.to_qt(run.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(_run_format(run, setting))


def _run_format(run: Run, setting: Setting) -> QTextCharFormat:
    format = QTextCharFormat()
    match run.style:
        case Style.EMPHASIS:
            format.setFontItalic(True)
        case Style.STRONG:
            format.setFontWeight(QFont.Weight.DemiBold)
        case Style.CODE:
            format.setFontFamilies([setting.code])
        case Style.LINK:
            format.setToolTip(run.address)
    return format


def _character_format(block: Block, setting: Setting) -> QTextCharFormat:
    face = setting.face_for(block)
    format = QTextCharFormat()
    format.setFontFamilies([setting.code if block.kind is BlockKind.CODE else face.family, setting.face.family])
    size = face.size * _HEADING_SIZES.get(block.level, 1.0) if block.kind is BlockKind.HEADING else face.size
    if block.kind in _SMALL_KINDS:
        size *= 0.85
    format.setProperty(QTextCharFormat.Property.FontPixelSize, round(size))
    if block.kind is BlockKind.HEADING:
        format.setFontWeight(QFont.Weight.DemiBold)
    return format


def _block_format(block: Block, setting: Setting) -> QTextBlockFormat:
    face = setting.face_for(block)
    format = QTextBlockFormat()
    line = face.line * (_HEADING_SIZES.get(block.level, 1.0) if block.kind is BlockKind.HEADING else 1.0)
    format.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    format.setBottomMargin(0 if block.kind is BlockKind.TABLE_ROW else setting.gap)
    rightwards = block.direction is Direction.RIGHT_TO_LEFT
    format.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rightwards else Qt.LayoutDirection.LeftToRight)
    indent = setting.indent * indent_levels(block)
    if rightwards:
        format.setRightMargin(indent)
    else:
        format.setLeftMargin(indent)
    if block.kind is BlockKind.HEADING:
        format.setTopMargin(setting.gap)
        format.setHeadingLevel(min(6, block.level + 1))
    return format


def indent_levels(block: Block) -> int:
    """How many steps a block stands in from the edge of the column."""
    if block.kind is BlockKind.LIST_ITEM:
        return max(1, block.level)
    return 1 if block.kind in {BlockKind.QUOTE, BlockKind.FOOTNOTE, BlockKind.CODE} else 0


def _set_rows(cursor: QTextCursor, text: Text, rows: tuple[Block, ...], setting: Setting, positions: Positions) -> None:
    """Set the rows of a table as one block each, its columns by tab stops that fit the widest cell.

    Not as a QTextTable, which silently widens selections.
    """
    stops = list(_tab_stops(text, rows, setting))
    for row in rows:
        format = _block_format(row, setting)
        format.setTabPositions(stops)
        if row is rows[-1]:
            format.setBottomMargin(setting.gap)
        _set_block(cursor, text, row, setting, positions, format)


def _tab_stops(text: Text, rows: tuple[Block, ...], setting: Setting) -> Iterator[QTextOption.Tab]:
    metrics = QFontMetricsF(font_of(setting.face_for(rows[0])))
    cells = [text[row.span].split("\t") for row in rows]
    at = 0.0
    for column in range(max(map(len, cells)) - 1):
        at += _COLUMN_GAP + max(metrics.horizontalAdvance(row[column]) for row in cells if column < len(row))
        yield QTextOption.Tab(at, QTextOption.TabType.LeftTab)
