"""A PDF, read by pypdf: its lines put together into paragraphs again, by where and how large they stand."""

import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from claimlight.core.article import BlockKind
from claimlight.core.errors import LessonError
from claimlight.files.article_import.blocks import Paragraph, Piece, markdown_of
from claimlight.files.article_import.source import Format, Remark, Source

_FEWEST = 3
"""Words a page; with fewer on average, the pages are pictures of paper."""
_HEADING = 1.15
"""Times the size of most lines."""
_GAP = 1.35
"""Times the usual distance of lines, beyond which a new paragraph begins."""
_SHORT = 0.82
"""Of the longest lines near by: a line that ends a sentence and is shorter ends its paragraph."""
_ROOM = 0.72
"""The same for any line with the first word of the next."""
_NEAR = 8
"""Lines before and after that tell how long lines are here."""
_SAME = 0.6
"""Points that two lines of one size may differ by."""
_SENTENCE_END = re.compile(r"[.!?…:][”’\"')\]]*\s*\Z")
_BULLET = re.compile(r"[•▪◦●‣–-]\s+(?=\S)")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line on its page: its words, how high up it stands and how large it is, in points."""

    words: str
    top: float
    size: float
    page: int


def read_pdf(raw: bytes, file: str, progress: Callable[[int, int], None]) -> Source:
    """Raises LessonError: damaged, protected by a password, or nothing but pictures of pages."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(raw), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise LessonError("document-locked", file=file)
        lines: list[Line] = []
        for number, page in enumerate(reader.pages):
            lines += _lines(page.extract_text, number)
            progress(number + 1, len(reader.pages))
        pages = len(reader.pages)
        told = reader.metadata
        title, author = (told.title or "", told.author or "") if told else ("", "")
    except DependencyError:  # a cipher that only a password would be asked for
        raise LessonError("document-locked", file=file) from None
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, OSError) as error:
        raise LessonError("document-damaged", file=file) from error
    if sum(len(line.words.split()) for line in lines) < _FEWEST * max(1, pages):
        raise LessonError("pdf-scanned", file=file)
    return Source(
        Format.PDF,
        markdown_of(paragraphs_of(lines)),
        title=" ".join(title.split()),
        byline=" ".join(author.split()),
        remarks=(Remark("lines-joined"),),
    )


def _lines(extract: Callable[..., str], page: int) -> list[Line]:
    words, top, size = "", 0.0, 0.0
    found: list[Line] = []

    def heard(text: str, matrix: list[float], place: list[float], _: object, font_size: float) -> None:
        nonlocal words, top, size
        for number, part in enumerate(text.split("\n")):
            if number:
                found.append(Line(words, top, size, page))
                words, size = "", 0.0
            if part.strip():
                if not words.strip():
                    top = place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]
                size = max(size, abs(font_size * (place[3] or place[0] or 1) * (matrix[3] or 1)))
            words += part.replace("\t", " ")

    extract(visitor_text=heard)
    found.append(Line(words, top, size, page))
    return _joined(line for line in found if line.words.strip())


def _joined(parts: Iterable[Line]) -> list[Line]:
    """What stands at one height, one after another, is one line."""
    lines: list[Line] = []
    for part in parts:
        if lines and abs(lines[-1].top - part.top) < 0.1 * part.size:
            words = f"{lines[-1].words.rstrip()} {part.words.lstrip()}"
            lines[-1] = replace(lines[-1], words=words, size=max(lines[-1].size, part.size))
        else:
            lines.append(part)
    return with_bullets(lines)


def with_bullets(lines: list[Line]) -> list[Line]:
    """Bullets that were painted apart, before the words at their height."""
    apart = [line for line in lines if line.words.strip() in tuple("•▪◦●‣")]
    kept = [line for line in lines if line not in apart]
    for bullet in apart:
        beside = (at for at, line in enumerate(kept) if abs(line.top - bullet.top) < 0.3 * line.size)
        if (at := next(beside, None)) is None:
            kept.append(bullet)
        else:
            kept[at] = replace(kept[at], words=f"• {kept[at].words.lstrip()}")
    return kept


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs that `lines` make. Running heads and page numbers stand behind the paragraph they interrupt."""
    running = _running(lines)
    usual = median(line.size for line in lines) if lines else 0.0
    gap = _usual_gap(lines)
    groups: list[list[Line]] = []
    waiting: list[Line] = []
    for number, line in enumerate(lines):
        if line in running:
            waiting.append(line)
            continue
        wide = _width(lines[max(0, number - _NEAR) : number + _NEAR], line)
        if groups and not _begins(groups[-1][-1], line, usual, wide, gap):
            groups[-1].append(line)
            continue
        groups += [[each] for each in waiting]
        waiting = []
        groups.append([line])
    groups += [[each] for each in waiting]
    return [_paragraph(group, usual) for group in groups]


def _running(lines: Sequence[Line]) -> set[Line]:
    """The first and last lines of pages that are page numbers, or the same on most pages but for digits."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges = [line for each in pages.values() for line in {*each[:2], *each[-2:]}]
    counted = Counter(re.sub(r"\d+", "#", line.words.strip()) for line in edges)
    return {
        line
        for line in edges
        if _PAGE_NUMBER.fullmatch(line.words)
        or (len(pages) > 1 and 2 * counted[re.sub(r"\d+", "#", line.words.strip())] > len(pages))
    }


def _width(lines: Sequence[Line], like: Line) -> int:
    """How long lines are here, in code points: as the longest of this size."""
    return max(len(line.words.strip()) for line in lines if abs(line.size - like.size) < _SAME)


def _usual_gap(lines: Sequence[Line]) -> float:
    gaps = [one.top - other.top for one, other in pairwise(lines) if one.page == other.page]
    down = [gap for gap in gaps if gap > 0]
    return sorted(down)[len(down) // 4] if down else 0.0


def _begins(before: Line, line: Line, usual: float, wide: int, gap: float) -> bool:
    """Whether a paragraph begins with `line`: after a gap, a bullet, or where its first word had room in the last."""
    if abs(before.size - line.size) > _SAME or _BULLET.match(line.words.lstrip()):
        return True
    ends = _SENTENCE_END.search(before.words) is not None
    if before.page != line.page:
        return ends and not line.words.lstrip()[:1].islower()
    usual_here = gap * line.size / usual if usual else gap
    if before.top < line.top or (gap > 0 and before.top - line.top > _GAP * usual_here):
        return True
    length = len(before.words.strip())
    with_first = length + 1 + len(line.words.split()[0])
    return with_first < _ROOM * wide or (ends and length < _SHORT * wide)


def _paragraph(group: Sequence[Line], usual: float) -> Paragraph:
    words = " ".join(line.words.strip() for line in group)
    if group[0].size > _HEADING * usual and len(words.split()) <= 40:
        return Paragraph(BlockKind.HEADING, (Piece(words),), 1 if group[0].size > 1.5 * usual else 2)
    bullet = _BULLET.match(words)
    if bullet and bullet[0][0] not in "–-":
        return Paragraph(BlockKind.LIST_ITEM, (Piece(words[bullet.end() :]),), 1, "-")
    return Paragraph(BlockKind.PARAGRAPH, (Piece(words),))
