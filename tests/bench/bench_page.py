"""How fast the page opens, scrolls and shows one more highlight, in a short article and in a very long one."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from statistics import median, quantiles
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from bench.articles import article_of_characters, article_of_one_paragraph, article_of_words, labels, marks_on
from bench.bare_overlay import BareOverlay
from bench.table import Row
from claimlight.core.article import Article, Span
from claimlight.files.places import assets
from claimlight.ui.article_view import PageMark
from claimlight.ui.faces import Face, Faces
from claimlight.ui.look import Look
from claimlight.ui.page import Page

WIDTH, HEIGHT = 888, 690
Shown = TypeVar("Shown", bound=QWidget)
OPENINGS = 5
FRAMES = 200
ADDED = 200


def measure() -> Iterator[Row]:
    app = QApplication.instance() or QApplication([])
    Faces(assets() / "fonts").load(Face.SERIF, Face.SANS)
    long = article_of_words(100_000)
    yield opening(long)
    yield from scrolling("100,000 words, 2,000 highlights", long, 2_000)
    yield from scrolling("one paragraph of 10,000 words", article_of_one_paragraph(10_000), 200)
    yield from adding("6,000 characters, 30 highlights", article_of_characters(6_000), 30)
    yield from adding("100,000 words, 2,000 highlights", long, 2_000)
    assert app is not None


def opening(article: Article) -> Row:
    """From an article in memory to its first paint."""
    page_of(article, 0)
    return Row("open 100,000 words: first paint", median(_opened(article) for _ in range(OPENINGS)), "ms", limit=100)


def _opened(article: Article) -> float:
    began = time.perf_counter()
    page_of(article, 0)
    return _ms(began)


def scrolling(what: str, article: Article, count: int) -> Iterator[Row]:
    """Whole frames, painted anew each time: slowly down, then by leaps."""
    page = page_of(article, count)
    _laid_out(page)
    frames = list(_scrolled(page, 37)) + list(_scrolled(page, 9973))
    yield Row(f"scroll {what}: frame, median", median(frames), "ms")
    yield Row(f"scroll {what}: frame, p99", p99(frames), "ms", limit=16)


def _scrolled(page: Page, step: int) -> Iterator[float]:
    """Each frame is the middle one of three at the same place: what else the machine does is not the page's."""
    bar = page.verticalScrollBar()
    for frame in range(FRAMES):
        there = frame * step % bar.maximum()
        yield median(_frame(page, there) for _ in range(3))


def _frame(page: Page, place: int) -> float:
    page.verticalScrollBar().setValue(0)
    began = time.perf_counter()
    page.verticalScrollBar().setValue(place)
    page.viewport().repaint()
    return _ms(began)


def adding(what: str, article: Article, count: int) -> Iterator[Row]:
    """One highlight more, put on the page and painted; beside it the same on a bare overlay, in turns."""
    page = page_of(article, count)
    bare = shown(BareOverlay(article, [mark.span for mark in marks_on(article, count)]))
    _laid_out(page)
    _laid_out(bare)
    ours, floors = [], []
    for n in range(ADDED):
        span = _seen(article, n)
        floors.append(_painted(lambda span=span: bare.add(span)))
        ours.append(_painted(lambda span=span, n=n: page.put_mark(PageMark(f"new{n}", span, labels()[0].id))))
        page.take_mark(f"new{n}")
        QApplication.processEvents()
    yield Row(f"add and paint, {what}: median", median(ours), "ms", median(floors))
    yield Row(f"add and paint, {what}: p99", p99(ours), "ms", p99(floors), limit=16)


def _seen(article: Article, n: int) -> Span:
    """Some words that stand on the first page."""
    words = [word for sentence in article.text.sentences[:12] for word in sentence.tokens]
    first = words[n * 7 % (len(words) - 9)]
    return Span(first.start, words[words.index(first) + 8].end)


def _painted(change: Callable[[], object]) -> float:
    began = time.perf_counter()
    change()
    QApplication.processEvents()
    return _ms(began)


def page_of(article: Article, count: int) -> Page:
    """A page on the screen with `count` highlights."""
    page = Page(article, labels(), Look())
    page.show_marks(marks_on(article, count) if count else ())
    return shown(page)


def shown(widget: Shown) -> Shown:
    widget.resize(WIDTH, HEIGHT)
    widget.show()
    QApplication.processEvents()
    return widget


def _laid_out(edit: Page | BareOverlay) -> None:
    """Wait until the last line has its place, which Qt sees to when it is idle."""
    edit.document().documentLayout().documentSize()
    QApplication.processEvents()


def p99(values: Sequence[float]) -> float:
    return quantiles(values, n=100)[98]


def _ms(began: float) -> float:
    return (time.perf_counter() - began) * 1000
