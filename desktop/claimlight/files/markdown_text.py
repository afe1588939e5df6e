"""Build the canonical text of an article from its Markdown.

Python-Markdown parses; this module reads its element tree, so that every block and run is known by code points. What
Python-Markdown would change on its way (tabs, no-break spaces at edges, …) travels through it disguised as private
characters, one for one.

The canonical text is the blocks joined by line feeds. Raw HTML and entities are literal text, a soft break is one
space, a hard break (and a line's end in code) U+2028, a tab stands between the cells of a row, a footnote's mark is
its number in brackets, and a picture is a caption block of its alternative text after the words around it. What no page
can show is replaced one for one (see `characters`). Otherwise the text is what the author wrote.
"""

import html
import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimlight.core.article import Block, BlockKind, Direction, Run, Style, Text
from claimlight.core.digest import sha256_hex
from claimlight.core.errors import TextError
from claimlight.core.tokens import sentences
from claimlight.files.characters import replace_forbidden
from claimlight.files.markdown_disguise import Disguise
from claimlight.files.markdown_parser import parser

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

BUILDER = 1
"""The version of this builder. A change that gives any text other offsets, blocks or sentences raises it."""

DEEPEST = 60
"""Levels of the element tree. Python-Markdown's own limit depends on who calls it, and a text may not."""

HARD_BREAK = "\u2028"
_SOFT_BREAK = re.compile(" *\n *")
_PLACEHOLDER = re.compile("\x02[^\x03]*\x03")
_STASHED = re.compile("\x02wzxhzdk:([0-9]+)\x03")
_CODE = re.compile("<pre[^>]*><code[^>]*>(.*)</code></pre>", re.DOTALL)
_STYLES = {"em": Style.EMPHASIS, "strong": Style.STRONG, "code": Style.CODE, "a": Style.LINK}
_BLOCKS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "table", "hr", "div"))


def build_text(markdown: str, language: str, direction: Direction) -> Text:
    """The canonical text of `markdown`, the same for the same source at any time. Raises TextError."""
    source_hash = sha256_hex(markdown.encode("utf-8", "surrogatepass"))
    source = replace_forbidden(markdown)
    disguise = Disguise.for_source(source)
    try:
        drafts = _Reader(disguise).read(disguise.put_on(source))
    except RecursionError:
        raise TextError("article-too-deep") from None
    blocks = []
    start = 0
    for draft in drafts:
        blocks.append(draft.block(start, language, direction))
        start += len(draft.text) + 1
    return Text(
        text=(text := "\n".join(draft.text for draft in drafts)),
        text_hash=sha256_hex(text.encode()),
        source_hash=source_hash,
        builder=BUILDER,
        blocks=tuple(blocks),
        sentences=tuple(
            sentence
            for block in blocks
            for sentence in sentences(text[block.start : block.end], block.start, block.language)
        ),
    )


@dataclass(slots=True)
class _Draft:
    """A block before its place in the text is known; runs count from its own start."""

    kind: BlockKind
    text: str
    runs: tuple[Run, ...]
    level: int
    marker: str

    def block(self, start: int, language: str, lesson_direction: Direction) -> Block:
        return Block(
            kind=self.kind,
            start=start,
            end=start + len(self.text),
            language=language,
            direction=direction_of(self.text) or lesson_direction,
            level=self.level,
            marker=self.marker,
            runs=tuple(Run(start + run.start, start + run.end, run.style, run.address) for run in self.runs),
        )


def _depth(root: "Element") -> int:
    depth, level = 0, [root]
    while level:
        depth, level = depth + 1, [child for element in level for child in element]
    return depth


def direction_of(text: str) -> Direction | None:
    """The direction of the first strong character; None where there is none."""
    for character in text:
        bidi = unicodedata.bidirectional(character)
        if bidi == "L":
            return Direction.LEFT_TO_RIGHT
        if bidi in ("R", "AL"):
            return Direction.RIGHT_TO_LEFT
    return None


@dataclass(slots=True)
class _Line:
    """The words and runs of one block as they are read, still in disguise."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[Run] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    broken: bool = False
    """A hard break was the last thing written: the spaces after it are none of the author's."""

    def add(self, text: str) -> None:
        if self.broken:
            text = text.lstrip(" ")
        self.broken = self.broken and not text
        self.parts.append(text)
        self.length += len(text)

    def hard_break(self) -> None:
        written = "".join(self.parts).rstrip(" ")
        self.parts = [written, HARD_BREAK]
        self.runs = [Run(run.start, min(run.end, len(written)), run.style, run.address) for run in self.runs]
        self.length = len(written) + 1
        self.broken = True

    def finish(self) -> tuple[str, tuple[Run, ...]]:
        """The text without the spaces at its edges, and the runs that are left, in order."""
        whole = "".join(self.parts)
        lead = len(whole) - len(whole.lstrip(" "))
        text = whole.strip(" ")
        kept = (
            Run(max(run.start - lead, 0), min(run.end - lead, len(text)), run.style, run.address) for run in self.runs
        )
        ordered = sorted(kept, key=lambda run: (run.start, -run.end, run.style, run.address))
        return text, tuple(run for run in ordered if run.start < run.end)


class _Reader:
    """Walk the element tree and write down its blocks."""

    def __init__(self, disguise: Disguise) -> None:
        self.disguise = disguise
        self.markdown = parser()
        self.drafts: list[_Draft] = []

    def read(self, source: str) -> list[_Draft]:
        lines = source.split("\n")
        for preprocessor in self.markdown.preprocessors:
            lines = preprocessor.run(lines)
        root = self.markdown.parser.parseDocument(lines).getroot()
        assert root is not None, "a document has a root"
        for treeprocessor in self.markdown.treeprocessors:
            treeprocessor.run(root)
        if _depth(root) > DEEPEST:
            raise TextError("article-too-deep")
        self.blocks(root, BlockKind.PARAGRAPH)
        return self.drafts

    def blocks(self, parent: "Element", kind: BlockKind, depth: int = 0, marker: str = "") -> None:
        """Write the children of `parent`; `kind` is what a paragraph in it is, `marker` stands before the first."""
        loose = _Line()
        self.inline(loose, parent.text)
        for child in parent:
            if child.tag in _BLOCKS:
                marker = self.finish(loose, kind, depth, marker)
                loose = _Line()
                marker = self.child(child, kind, depth, marker)
            else:
                self.element(loose, child)
            self.inline(loose, child.tail)
        self.finish(loose, kind, depth, marker)

    def child(self, child: "Element", kind: BlockKind, depth: int, marker: str) -> str:
        """Write one block element; the marker if nothing has taken it yet."""
        match child.tag:
            case "p":
                return self.paragraph(child, kind, depth, marker)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self.heading(child)
            case "ul" | "ol":
                self.items(child, depth)
            case "blockquote":
                self.blocks(child, BlockKind.QUOTE)
            case "pre":
                self.code("".join(child.itertext()))
            case "table":
                self.rows(child)
            case "div":
                self.footnotes(child)
        return marker

    def paragraph(self, element: "Element", kind: BlockKind, depth: int, marker: str) -> str:
        if stashed := _STASHED.fullmatch((element.text or "").strip()):
            self.code(self.stashed(stashed))
            return marker
        line = _Line()
        self.content(line, element)
        return self.finish(line, kind, depth, marker)

    def heading(self, element: "Element") -> None:
        line = _Line()
        self.content(line, element)
        self.finish(line, BlockKind.HEADING, int(element.tag[1]), "")

    def items(self, element: "Element", depth: int) -> None:
        number = int(element.get("start", "1"))
        for item in element:
            marker = "•" if element.tag == "ul" else f"{number}."
            number += 1
            self.blocks(item, BlockKind.LIST_ITEM, depth + 1, marker)

    def rows(self, table: "Element") -> None:
        for row in table.iter("tr"):
            line = _Line()
            for index, cell in enumerate(row):
                if index:
                    line.add("\t")
                self.content(line, cell)
            self.finish(line, BlockKind.TABLE_ROW, 0, "")

    def footnotes(self, div: "Element") -> None:
        for number, item in enumerate(div.findall("ol/li"), start=1):
            self.blocks(item, BlockKind.FOOTNOTE, 0, str(number))

    def code(self, code: str) -> None:
        text = self.disguise.take_off(html.unescape(code), in_code=True).strip("\n").replace("\n", HARD_BREAK)
        if text:
            self.drafts.append(_Draft(BlockKind.CODE, text, (), 0, ""))

    def finish(self, line: _Line, kind: BlockKind, depth: int, marker: str) -> str:
        """Write the line down if there is anything in it; the marker that is left for what follows."""
        disguised, runs = line.finish()
        if disguised:
            text = self.disguise.take_off(disguised)
            if kind is BlockKind.LIST_ITEM and not marker:
                kind, depth = BlockKind.PARAGRAPH, 0
            self.drafts.append(_Draft(kind, text, runs, depth, marker))
            marker = ""
        for caption in line.captions:
            self.drafts.append(_Draft(BlockKind.CAPTION, caption, (), 0, ""))
        return marker

    def content(self, line: _Line, element: "Element") -> None:
        self.inline(line, element.text)
        for child in element:
            self.element(line, child)
            self.inline(line, child.tail)

    def element(self, line: _Line, element: "Element") -> None:
        """Write an element inside a line: a style, a break, a picture, a footnote's number."""
        match element.tag:
            case "br":
                line.hard_break()
            case "img":
                self.picture(line, element.get("alt", ""))
            case "sup":
                line.add(f"[{''.join(element.itertext())}]")
            case "a" if element.get("class") == "footnote-backref":
                pass
            case _:
                self.styled(line, element)

    def picture(self, line: _Line, alternative: str) -> None:
        caption = self.disguise.take_off(_SOFT_BREAK.sub(" ", _PLACEHOLDER.sub("", alternative)).strip(" "))
        if caption:
            line.captions.append(caption)

    def styled(self, line: _Line, element: "Element") -> None:
        start = line.length
        if element.tag == "code":
            code = html.unescape("".join(element.itertext()))
            line.add(_SOFT_BREAK.sub(" ", self.disguise.take_off(code, in_code=True)))
        else:
            self.content(line, element)
        if style := _STYLES.get(element.tag):
            address = self.disguise.take_off(element.get("href", ""))
            line.runs.append(Run(start, line.length, style, address))

    def inline(self, line: _Line, text: str | None) -> None:
        if text:
            line.add(_SOFT_BREAK.sub(" ", _PLACEHOLDER.sub("", text)))

    def stashed(self, found: "re.Match[str]") -> str:
        """The fenced code that Python-Markdown has put aside as HTML."""
        block = _CODE.fullmatch(str(self.markdown.htmlStash.rawHtmlBlocks[int(found[1])]))
        assert block is not None, "only fenced code is put aside"
        return block[1]
