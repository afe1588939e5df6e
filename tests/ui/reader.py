"""A reader at a page, who finds words by reading them and works with a real mouse and keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPolygon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from claimlight.core.article import Article, Direction, Span
from claimlight.files.codebook_file import read_codebook
from claimlight.files.markdown_text import build_text
from claimlight.files.places import assets
from claimlight.ui.article_view import PageMark
from claimlight.ui.faces import Face, Faces
from claimlight.ui.look import Look
from claimlight.ui.overlay import Shape
from claimlight.ui.page import Page

LABELS = read_codebook(assets() / "codebooks" / "news-basics.toml").labels
CLAIM, DENIAL, FIGURE = (label.id for label in LABELS)

_NONE = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton
_FACES = Faces(assets() / "fonts")


def article_of(markdown: str, *, language: str = "en", direction: Direction = Direction.LEFT_TO_RIGHT) -> Article:
    return Article(
        name="article",
        headline="Taps are safe, town is told",
        byline="By Tamsin Vale",
        dateline="Harrowmere",
        language=language,
        direction=direction,
        text=build_text(markdown, language, direction),
    )


class Reader:
    """One page in a window of its own, and what came of the gestures made on it."""

    def __init__(self, qtbot: QtBot, article: Article, look: Look | None = None, width: int = 888) -> None:
        _FACES.load(Face.SERIF, Face.SANS, Face.NASKH)
        self.look = look or Look()
        self.page = Page(article, LABELS, self.look)
        qtbot.addWidget(self.page)
        self.page.resize(width, 640)
        with qtbot.waitExposed(self.page):
            self.page.show()
        self.page.activateWindow()
        self.page.setFocus()
        qtbot.waitUntil(self.page.hasFocus)
        self.window: QWidget = self.page
        self.selected: list[Span | None] = []
        self.swept: list[Span] = []
        self.moved: list[tuple[str, Span]] = []
        self.page.selected.connect(self.selected.append)
        self.page.swept.connect(self.swept.append)
        self.page.end_moved.connect(lambda id, span: self.moved.append((id, span)))

    # Reading

    def span(self, words: str) -> Span:
        text = self.page.article.text.text
        assert text.count(words) == 1, f"{words!r} is not on the page exactly once"
        return Span(text.index(words), text.index(words) + len(words))

    def words(self, span: Span | None) -> str:
        return "" if span is None else self.page.article.text[span]

    @property
    def selection(self) -> str:
        return self.words(self.page.selection())

    @property
    def rest(self) -> str:
        """What stands behind the caret, up to a dozen characters."""
        caret = self.page.caret
        return self.page.article.text.text[caret : caret + 12]

    @property
    def image(self) -> QImage:
        return self.page.viewport().grab().toImage()

    # Marks

    def marks(self, words: str, label: str = CLAIM, shape: Shape = Shape.PLAIN) -> str:
        """Put a mark on the page; its id is its words."""
        self.page.put_mark(PageMark(words, self.span(words), label, shape))
        return words

    def tag_point(self, id: str) -> QPoint:
        """The middle of a highlight's tag."""
        target = self.tag_target(id)
        assert not target.isEmpty(), f"{id!r} has no tag"
        return target.center()

    def tag_target(self, id: str) -> QRect:
        """All around where a press takes this highlight's tag."""
        start = self.page.point_at(self.span(id).start)
        grid = [start + QPoint(right, down) for right in range(-50, 51) for down in range(-12, 40)]
        hits = [point for point in grid if (tagged := self.page.tag_at(point)) is not None and tagged.id == id]
        return QPolygon(hits).boundingRect()

    # Mouse

    def point(self, words: str, offset: int | None = None) -> QPoint:
        """A pixel into the character of `words` at `offset`; in the middle of `words` without it."""
        span = self.span(words)
        at = span.start + (len(span) // 2 if offset is None else offset)
        text = self.page.article.text
        leftwards = text.blocks[text.block_index(at)].direction is Direction.RIGHT_TO_LEFT
        return self.page.point_at(at) + QPoint(-1 if leftwards else 1, 0)

    def clicks(self, words: str, offset: int | None = None, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        QTest.mouseClick(self.page.viewport(), _LEFT, modifiers, self.point(words, offset))

    def clicks_at(self, point: QPoint) -> None:
        QTest.mouseClick(self.page.viewport(), _LEFT, _NONE, point)

    def double_clicks(self, words: str) -> None:
        QTest.mouseDClick(self.page.viewport(), _LEFT, _NONE, self.point(words))

    def triple_clicks(self, words: str) -> None:
        self.double_clicks(words)
        QTest.mouseClick(self.page.viewport(), _LEFT, _NONE, self.point(words))

    def presses(self, point: QPoint, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        QTest.mousePress(self.page.viewport(), _LEFT, modifiers, point)

    def moves(self, point: QPoint, modifiers: Qt.KeyboardModifier = _NONE, held: bool = True) -> None:
        viewport = self.page.viewport()
        buttons = _LEFT if held else Qt.MouseButton.NoButton
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(point),
            QPointF(viewport.mapToGlobal(point)),
            Qt.MouseButton.NoButton,
            buttons,
            modifiers,
        )
        QApplication.sendEvent(viewport, event)

    def releases(self, point: QPoint, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        QTest.mouseRelease(self.page.viewport(), _LEFT, modifiers, point)

    def drags(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        self.presses(start)
        for step in (1, 2, 3):
            self.moves(start + (end - start) * step / 3, modifiers)
        self.releases(end, modifiers)

    def drags_over(
        self,
        words: str,
        *,
        from_: int = 1,
        to: int = -1,
        backwards: bool = False,
        modifiers: Qt.KeyboardModifier = _NONE,
    ) -> None:
        """From inside the first word of `words` to inside the last."""
        points = self.point(words, from_), self.point(words, len(words) + to)
        first, last = points[::-1] if backwards else points
        self.drags(first, last, modifiers)

    def hovers(self, words: str) -> None:
        self.moves(self.point(words), held=False)

    # Keyboard

    def puts_caret(self, before: str) -> None:
        self.page.move_caret(self.span(before).start)

    def types(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        for key in keys:
            QTest.keyClick(self.page, key, modifiers)


def counted(signal_connect: Callable[..., object]) -> list[object]:
    """Everything that a signal of one value says from now on."""
    said: list[object] = []
    signal_connect(said.append)
    return said
