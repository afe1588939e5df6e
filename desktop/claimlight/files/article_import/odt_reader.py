"""A document of LibreOffice and its kin (.odt): headings, paragraphs, lists, tables, notes and pictures."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from claimlight.core.article import BlockKind
from claimlight.core.errors import LessonError
from claimlight.files.article_import.blocks import Paragraph, Piece, markdown_of
from claimlight.files.article_import.packed import Packed
from claimlight.files.article_import.pictures import Pictures
from claimlight.files.article_import.source import Format, Source
from claimlight.files.article_import.xml_tree import xml_tree

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _OFFICE, _TABLE = f"{{{_NS}text:1.0}}", f"{{{_NS}office:1.0}}", f"{{{_NS}table:1.0}}"
_DRAW, _STYLE, _FO = f"{{{_NS}drawing:1.0}}", f"{{{_NS}style:1.0}}", f"{{{_NS}xsl-fo-compatible:1.0}}"
_DC, _META = "{http://purl.org/dc/elements/1.1/}", f"{{{_NS}meta:1.0}}"
_SVG = f"{{{_NS}svg-compatible:1.0}}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_MOST_SPACES = 200
_LEFT_OUT = frozenset(f"{_TEXT}{name}" for name in ("tracked-changes", "note-citation", "bookmark", "s"))


def read_odt(raw: bytes, file: str) -> Source:
    """Raises LessonError: damaged, protected by a password, or larger than a document is."""
    packed = Packed(raw, file)
    if b"manifest:encryption-data" in packed.read("META-INF/manifest.xml"):
        raise LessonError("document-locked", file=file)
    content = xml_tree(packed.read("content.xml"), file)
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise LessonError("document-damaged", file=file)
    styles = packed.read("styles.xml")
    reader = _Reader(packed, [content, *([xml_tree(styles, file)] if styles else [])])
    reader.blocks(body)
    meta = packed.read("meta.xml")
    told = xml_tree(meta, file) if meta else Element("none")
    return Source(
        Format.ODT,
        markdown_of([*reader.paragraphs, *reader.notes]),
        title=_told(told, "title"),
        byline=_told(told, "initial-creator", _META),
        language=_told(told, "language"),
        pictures=reader.pictures.shown_in(reader.paragraphs),
    )


def _told(meta: Element, name: str, space: str = _DC) -> str:
    found = next(meta.iter(f"{space}{name}"), None)
    return " ".join((found.text or "").split()) if found is not None else ""


class _Reader:
    def __init__(self, packed: Packed, styled: list[Element]) -> None:
        self.packed = packed
        self.pictures = Pictures()
        self.paragraphs: list[Paragraph] = []
        self.notes: list[Paragraph] = []
        self.pictured: list[Paragraph] = []
        self.styles = dict(_style for tree in styled for _style in _styles(tree))
        self.parents = {
            each.get(f"{_STYLE}name", ""): each.get(f"{_STYLE}parent-style-name", "")
            for tree in styled
            for each in tree.iter(f"{_STYLE}style")
        }

    def blocks(self, parent: Element, depth: int = 0, marker: str = "") -> None:
        for child in parent:
            match child.tag.removeprefix(_TEXT).removeprefix(_TABLE):
                case "h":
                    level = child.get(f"{_TEXT}outline-level", "1")
                    self.add(BlockKind.HEADING, child, min(int(level), 6) if level.isdigit() else 1)
                case "p":
                    self.paragraph(child, depth, marker)
                    marker = ""
                case "list":
                    self.items(child, depth)
                case "table":
                    self.rows(child)
                case "section" | "index-body" | "table-of-content":
                    self.blocks(child, depth)

    def paragraph(self, element: Element, depth: int, marker: str) -> None:
        style = element.get(f"{_TEXT}style-name", "")
        named = {style, self.parents.get(style, "")}
        if marker:
            self.add(BlockKind.LIST_ITEM, element, depth, marker)
        elif named & {"Title", "Subtitle"}:
            self.add(BlockKind.HEADING, element, 1 if "Title" in named else 2)
        elif named & {"Quotations"}:
            self.add(BlockKind.QUOTE, element)
        else:
            self.add(BlockKind.PARAGRAPH, element)

    def add(self, kind: BlockKind, element: Element, level: int = 0, marker: str = "-") -> None:
        pieces = tuple(self.inline(element, Piece("")))
        self.paragraphs.append(Paragraph(kind, pieces, level, marker))
        self.paragraphs += self.pictured
        self.pictured = []

    def items(self, element: Element, depth: int) -> None:
        for item in element:
            self.blocks(item, depth + 1, "-")

    def rows(self, table: Element) -> None:
        for row in table.iter(f"{_TABLE}table-row"):
            cells = tuple(tuple(self.cell(cell)) for cell in row.findall(f"{_TABLE}table-cell"))
            if any(cells):
                self.paragraphs.append(Paragraph(BlockKind.TABLE_ROW, cells=cells))

    def cell(self, cell: Element) -> Iterator[Piece]:
        for number, each in enumerate(cell.iter(f"{_TEXT}p")):
            yield from (Piece(" "),) if number else ()
            yield from self.inline(each, Piece(""))

    def inline(self, element: Element, style: Piece) -> Iterator[Piece]:
        """The words of `element` in `style` and whatever styles are within."""
        if element.text:
            yield _like(style, " ".join(element.text.splitlines()) if "\n" in element.text else element.text)
        for child in element:
            yield from self.child(child, style)
            if child.tail:
                yield _like(style, child.tail.replace("\n", " "))

    def child(self, child: Element, style: Piece) -> Iterator[Piece]:
        match child.tag.removeprefix(_TEXT).removeprefix(_DRAW):
            case "s":
                count = child.get(f"{_TEXT}c", "1")
                yield _like(style, " " * (min(int(count), _MOST_SPACES) if count.isdigit() else 1))
            case "tab":
                yield _like(style, "\t")
            case "line-break":
                yield _like(style, "\u2028")
            case "span":
                strong, emphasis = self.styles.get(child.get(f"{_TEXT}style-name", ""), (False, False))
                inner = Piece("", style.strong or strong, style.emphasis or emphasis, style.address)
                yield from self.inline(child, inner)
            case "a":
                yield from self.inline(child, Piece("", style.strong, style.emphasis, child.get(_HREF, "")))
            case "note":
                yield from self.note(child, style)
            case "frame":
                self.frame(child)
            case "annotation" | "bookmark-start" | "bookmark-end" | "soft-page-break":
                pass
            case _:
                if child.tag not in _LEFT_OUT and not child.tag.startswith(_OFFICE):
                    yield from self.inline(child, style)

    def note(self, note: Element, style: Piece) -> Iterator[Piece]:
        number = "".join(note.findtext(f"{_TEXT}note-citation") or str(len(self.notes) + 1))
        yield _like(style, f"[{number}]")
        for body in note.iter(f"{_TEXT}note-body"):
            words = [piece for each in body.iter(f"{_TEXT}p") for piece in self.inline(each, Piece(""))]
            self.notes.append(Paragraph(BlockKind.PARAGRAPH, (Piece(f"[{number}] "), *words)))

    def frame(self, frame: Element) -> None:
        """A picture, or a box with a picture and its caption."""
        for image in frame.findall(f"{_DRAW}image"):
            if name := self.pictures.add(self.packed.read(image.get(_HREF, "").removeprefix("./"))):
                words = "".join(frame.findtext(f"{_SVG}desc") or frame.findtext(f"{_SVG}title") or "")
                self.pictured.append(Paragraph(BlockKind.CAPTION, (Piece(words),), address=name))
        for box in frame.findall(f"{_DRAW}text-box"):
            for each in box.iter(f"{_TEXT}p"):
                self.pictured.append(Paragraph(BlockKind.PARAGRAPH, tuple(self.inline(each, Piece("")))))


def _like(style: Piece, words: str) -> Piece:
    return Piece(words, style.strong, style.emphasis, style.address)


def _styles(tree: Element) -> Iterator[tuple[str, tuple[bool, bool]]]:
    """Whether a style of characters is bold or slanted, by its name."""
    for style in tree.iter(f"{_STYLE}style"):
        told = style.find(f"{_STYLE}text-properties")
        name = style.get(f"{_STYLE}name", "")
        if style.get(f"{_STYLE}family") == "text":
            told = Element("none") if told is None else told
            weight, slant = told.get(f"{_FO}font-weight"), told.get(f"{_FO}font-style")
            yield name, (weight == "bold" or name == "Strong_20_Emphasis", slant == "italic" or name == "Emphasis")
