"""Read cleaned HTML as paragraphs: nothing is run, loaded or kept but words, their style, and pictures at hand."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser

from claimlight.core.article import BlockKind
from claimlight.files.article_import.blocks import Paragraph, Piece


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BREAKING = _names("""
    p div section article main header footer aside nav blockquote pre table figure figcaption caption dl dt dd hr ul ol
    li
    """)
_INSIDE = _names("""
    h1 h2 h3 h4 h5 h6 thead tbody tr td th strong b em i a br img span sup sub body html cite q code u s small
    """)
_NO_WORDS = _names("script style title noscript template svg iframe object video audio")
_AROUND = _names("nav aside footer form button select textarea dialog menu")
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|webp)", re.IGNORECASE)
"""Some programs give a picture its own name for words."""
_SPACES = re.compile(r"[ \t\n\r\f]+")

Pictured = Callable[[str], str]
"""From the address in the page to the file beside the article; empty for a picture that is not at hand."""


def read_html(
    html: str, pictured: Pictured = lambda address: "", *, keep_spaces: bool = False, of_web: bool = False
) -> list[Paragraph]:
    """The paragraphs of a page. With `keep_spaces` several spaces stay several, as a word processor means them.

    `of_web`: without what a web page has around its articles: menus, forms, what stands beside and below.
    """
    import nh3

    left_out = _NO_WORDS | _AROUND if of_web else _NO_WORDS
    clean = nh3.clean(
        html,
        tags=set((_BREAKING | _INSIDE) - left_out),
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto", "data", "cid", "file"},
        clean_content_tags=set(left_out),
        strip_comments=True,
        link_rel=None,
    )
    reader = _Reader(pictured, keep_spaces=keep_spaces)
    reader.feed(clean)
    reader.close()
    reader.finish()
    return reader.paragraphs


@dataclass(slots=True)
class _List:
    ordered: bool
    number: int


@dataclass(slots=True)
class _Row:
    cells: list[tuple[Piece, ...]] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, pictured: Pictured, *, keep_spaces: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.pictured, self.keep_spaces = pictured, keep_spaces
        self.paragraphs: list[Paragraph] = []
        self.pieces: list[Piece] = []
        self.lists: list[_List] = []
        self.row: _Row | None = None
        self.heading = 0
        self.marker = ""
        self.depths = dict.fromkeys(("blockquote", "pre", "strong", "em", "figcaption"), 0)
        self.addresses: list[str] = []
        self.picture: int | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        tag = {"b": "strong", "i": "em"}.get(tag, tag)
        if tag in _BREAKING and not (self.row is not None and tag in ("p", "div")):
            self.finish()
        if tag in self.depths:
            self.depths[tag] += 1
        match tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self.finish()
                self.heading = _HEADINGS[tag]
            case "ul" | "ol":
                start = told.get("start", "1")
                self.lists.append(_List(tag == "ol", int(start) if re.fullmatch(r"\d{1,9}", start) else 1))
            case "li":
                self._item()
            case "tr":
                self.finish()
                self.row = _Row()
            case "a":
                self.addresses.append(told.get("href", ""))
            case "br":
                self.handle_data("\u2028")
            case "img":
                self._picture(told.get("src", ""), told.get("alt", ""))

    def handle_endtag(self, tag: str) -> None:
        tag = {"b": "strong", "i": "em"}.get(tag, tag)
        if tag in ("td", "th") and self.row is not None:
            self.row.cells.append(tuple(self._taken()))
        elif tag == "tr":
            self._end_row()
        elif tag in _HEADINGS or (tag in _BREAKING and self.row is None) or tag == "table":
            self.finish()
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
            self.marker = ""
        elif tag == "a" and self.addresses:
            self.addresses.pop()
        elif self.depths.get(tag):
            self.depths[tag] -= 1

    def handle_data(self, data: str) -> None:
        if not self.keep_spaces and data != "\u2028":
            data = data if self.depths["pre"] else _SPACES.sub(" ", data)
        if self.depths["pre"]:
            data = data.strip("\n").replace("\n", "\u2028")
        address = self.addresses[-1] if self.addresses else ""
        self.pieces.append(Piece(data, self.depths["strong"] > 0, self.depths["em"] > 0, address))

    def finish(self) -> None:
        """What was read since the last block is a paragraph, if there is anything in it."""
        if self.row is not None and self.row.cells:
            return
        self.row = None
        pieces = self._taken()
        if any(piece.words.strip(" \u2028") for piece in pieces):
            self._add(pieces)
        self.heading = 0

    def _taken(self) -> list[Piece]:
        """The pieces so far; of spaces that meet at their edges one is left, of breaks at the ends none."""
        taken: list[Piece] = []
        for piece in self.pieces:
            words = piece.words
            after = taken[-1].words[-1:] if taken else " "
            if not self.keep_spaces and not self.depths["pre"] and after in " \u2028":
                words = words.lstrip(" ")
            if words == "\u2028" and not taken:
                continue
            if words:
                taken.append(Piece(words, piece.strong, piece.emphasis, piece.address))
        while taken and not taken[-1].words.strip(" \u2028"):
            taken.pop()
        self.pieces = []
        return taken

    def _add(self, pieces: list[Piece]) -> None:
        if self.depths["figcaption"] and self.picture is not None:
            shown = self.paragraphs[self.picture]
            words = "".join(piece.words for piece in pieces).replace("\u2028", " ")
            self.paragraphs[self.picture] = Paragraph(shown.kind, (Piece(words),), address=shown.address)
            self.picture = None
        elif self.heading:
            self.paragraphs.append(Paragraph(BlockKind.HEADING, tuple(pieces), self.heading))
        elif self.depths["pre"]:
            self.paragraphs.append(Paragraph(BlockKind.CODE, tuple(pieces)))
        elif self.marker:
            self.paragraphs.append(Paragraph(BlockKind.LIST_ITEM, tuple(pieces), len(self.lists), self.marker))
            self.marker = ""
        else:
            kind = BlockKind.QUOTE if self.depths["blockquote"] else BlockKind.PARAGRAPH
            self.paragraphs.append(Paragraph(kind, tuple(pieces)))

    def _item(self) -> None:
        if not self.lists:
            self.lists.append(_List(ordered=False, number=1))
        here = self.lists[-1]
        self.marker = f"{here.number}." if here.ordered else "-"
        here.number += 1

    def _end_row(self) -> None:
        row, self.row = self.row, None
        if row is None or not any(row.cells):
            return
        if len(row.cells) == 1:
            self._add(list(row.cells[0]))
        else:
            self.paragraphs.append(Paragraph(BlockKind.TABLE_ROW, cells=tuple(row.cells)))

    def _picture(self, address: str, words: str) -> None:
        if name := self.pictured(address):
            pieces = self._taken()
            if any(piece.words.strip(" \u2028") for piece in pieces):
                self._add(pieces)
            words = "" if _FILE_NAME.fullmatch(words) else _SPACES.sub(" ", words)
            self.paragraphs.append(Paragraph(BlockKind.CAPTION, (Piece(words),), address=name))
            self.picture = len(self.paragraphs) - 1
