"""Write what a reader found, paragraph by paragraph, as Markdown whose text is exactly that.

Whatever cannot be told in Markdown without changing a character is told without its markup.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from claimlight.core.article import BlockKind, Direction
from claimlight.files.characters import replace_forbidden
from claimlight.files.markdown_text import build_text
from claimlight.files.plain_text import escaped

_SPACES = " \t"
_NO_START = "\u2060"
_LONE = re.compile("[\ud800-\udfff]")
_EDGE = re.compile(r"\A([ \t]*)(.*?)([ \t]*)\Z", re.DOTALL)
_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>()\[\]\\]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one style. U+2028 in them is a line break."""

    words: str
    strong: bool = False
    emphasis: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block: `level` is a heading's level or an item's depth, `marker` an item's ("-", "3."); rows have `cells`.

    A picture is a caption: its words, and the file in `address` beside the article.
    """

    kind: BlockKind
    pieces: tuple[Piece, ...] = ()
    level: int = 0
    marker: str = "-"
    cells: tuple[tuple[Piece, ...], ...] = ()
    address: str = ""

    @property
    def words(self) -> str:
        """What stands in the canonical text for it."""
        rows = self.cells or (self.pieces,)
        return "\t".join(_words(pieces) for pieces in rows)


def paragraph(words: str) -> Paragraph:
    return Paragraph(BlockKind.PARAGRAPH, (Piece(words),))


def markdown_of(paragraphs: Iterable[Paragraph]) -> str:
    """Markdown whose canonical text is the words of `paragraphs`, each without spaces and tabs at its edges."""
    kept = [each for each in paragraphs if each.words.strip(" \t\u2028") or each.address]
    written = [_group(kind, list(group)) for kind, group in groupby(kept, key=lambda each: each.kind)]
    whole = _sure("\n\n".join(written), kept) + "\n" if written else ""
    return _LONE.sub("\ufffd", whole)


def _group(kind: BlockKind, group: list[Paragraph]) -> str:
    """Neighbours of one kind: items of a list, rows of a table, or paragraphs."""
    if kind is BlockKind.TABLE_ROW:
        return _table(group)
    if kind is BlockKind.LIST_ITEM:
        return _sure(_list(group), group)
    return "\n\n".join(_single(each) for each in group)


def _single(each: Paragraph) -> str:
    match each.kind:
        case BlockKind.HEADING:
            return _sure(f"{'#' * each.level} {_inline(each.pieces)}", [each])
        case BlockKind.QUOTE:
            return _sure(f"> {_inline(each.pieces)}", [each])
        case BlockKind.CAPTION:
            return _sure(f"![{_inline((Piece(each.words),))}]({each.address})", [each] if each.words else [])
        case BlockKind.CODE:
            lines = each.words.replace("\u2028", "\n")
            return _sure(f"```\n{lines}\n```", [each])
        case _:
            return _sure(_inline(each.pieces), [each])


def _list(items: Sequence[Paragraph]) -> str:
    """Line by line; a blank one parts a list with numbers from one without."""
    kinds: dict[int, bool] = {}
    lines = []
    for each in items:
        numbered = each.marker != "-"
        lines += ["", _item(each)] if kinds.get(each.level, numbered) != numbered else [_item(each)]
        kinds = {level: kind for level, kind in kinds.items() if level < each.level} | {each.level: numbered}
    return "\n".join(lines)


def _item(each: Paragraph) -> str:
    return f"{'    ' * (each.level - 1)}{each.marker} {_inline(each.pieces)}"


def _table(rows: Sequence[Paragraph]) -> str:
    width = max(len(row.cells) for row in rows)
    lines = [
        " | ".join(_inline(cell).replace("|", "\\|") for cell in (*row.cells, *((),) * (width - len(row.cells))))
        for row in rows
    ]
    lines.insert(1, " | ".join(["---"] * width))
    return _sure("\n".join(f"| {line} |" for line in lines), rows)


def _sure(markdown: str, paragraphs: Sequence[Paragraph]) -> str:
    """`markdown` if it says just what `paragraphs` do; else their words alone."""
    said = [_plain(each) for each in paragraphs if each.words]
    if build_text(markdown, "en", Direction.LEFT_TO_RIGHT).text == "\n".join(said):
        return markdown
    return "\n\n".join(escaped(words) for words in said)


def _plain(each: Paragraph) -> str:
    return replace_forbidden(_NO_START + each.words)[1:]


def _words(pieces: Iterable[Piece]) -> str:
    return "".join(piece.words for piece in pieces).replace("\n", " ").strip(_SPACES)


def _inline(pieces: Sequence[Piece]) -> str:
    whole = _trimmed([replace(piece, words=piece.words.replace("\n", " ")) for piece in pieces])
    parts = []
    for number, piece in enumerate(whole):
        found = _EDGE.match(piece.words)
        assert found is not None, "it matches anything"
        lead, core, trail = found.groups()
        text = _core(core, first=number == 0)
        parts += [lead, _styled(text, piece) if core else "", trail]
    return "".join(parts).replace("\u2028", "  \n")


def _core(words: str, *, first: bool) -> str:
    """Escaped; what would begin a list or a heading needs that only at the head of a paragraph."""
    return escaped(words) if first else escaped(_NO_START + words)[1:]


def _styled(text: str, piece: Piece) -> str:
    if piece.strong:
        text = f"**{text}**"
    if piece.emphasis:
        text = f"*{text}*"
    return f"[{text}]({piece.address})" if _LINK.fullmatch(piece.address) else text


def _trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """Neighbours of one style as one piece, without what is blank at the paragraph's edges."""
    joined = [replace(group[0], words="".join(each.words for each in group)) for group in _runs(pieces)]
    while joined and not (first := joined[0].words.lstrip(_SPACES)):
        joined.pop(0)
    if joined:
        joined[0] = replace(joined[0], words=first)
    while joined and not (last := joined[-1].words.rstrip(_SPACES)):
        joined.pop()
    if joined:
        joined[-1] = replace(joined[-1], words=last)
    return joined


def _runs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    for _, group in groupby(pieces, key=lambda each: (each.strong, each.emphasis, each.address)):
        yield list(group)
