"""*About this lesson*: who made it, how it may be used, and the mark by which its author's computer is known."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimlight.core.lesson import Lesson
from claimlight.ui.controls import Button, Paragraph, scrolling
from claimlight.ui.look import Look, Type
from claimlight.ui.popover import Popover
from claimlight.wording import _

_FRAME = 2
"""Px that a scroll area keeps around what it shows."""


class AboutLesson(Popover):
    """A card over the page; Esc or *Close* puts it away. `mark` is "" where nobody signed the lesson."""

    def __init__(self, lesson: Lesson, mark: str, line: str, over: QWidget, look: Look) -> None:
        """`line` is what is told of an author who is not the one of before; "" else."""
        super().__init__(over, look, width=520)
        self.setAccessibleName(_("About this lesson"))
        self._parts = [Paragraph(_("About this lesson"), look, Type.HEADING)]
        self._parts.append(Paragraph(lesson.title, look, Type.PAGE_TITLE, balanced=True))
        if line:
            self._parts.append(Paragraph(line, look, Type.HEADING))
        self._parts += [Paragraph(said, look, Type.PARAGRAPH) for said in facts(lesson, mark)]
        self.close_button = Button(_("Close"), look)
        self.close_button.clicked.connect(self.leave)
        self._content = QWidget()
        self._words = QVBoxLayout(self._content)
        self._words.setContentsMargins(0, 0, 0, 0)
        for part in self._parts:
            self._words.addWidget(part)
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._scroll = scrolling(self._content)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._scroll)
        self._column.addWidget(self.close_button)
        self.setAccessibleDescription(" ".join(part.text() for part in self._parts[1:]))
        self.set_look(look)

    def open(self) -> None:
        """In the upper middle of what it lies over."""
        over = self._over
        self._make_room(min(self._look.px(520), over.width() - 16))
        left = (over.width() - min(self._look.px(520), over.width() - 16)) // 2
        top = over.mapToGlobal(over.rect().topLeft())
        self.open_beside(QRect(top.x() + left, top.y() + self._look.px(56), 1, 1))
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_look(self, look: Look) -> None:
        self._look = look
        for part in self._parts:
            part.set_look(look)
        self.close_button.set_look(look)
        self._column.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(20))
        self._column.setSpacing(look.px(8))
        self._words.setSpacing(look.px(8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """It scrolls by keys, too, where the window is small."""
        bar = self._scroll.verticalScrollBar()
        steps = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
        }
        bar.setValue(bar.value() + steps.get(Qt.Key(event.key()), 0))
        super().keyPressEvent(event)

    def _make_room(self, width: int) -> None:
        """All of it, or as much as the window has room for."""
        margins = self._column.contentsMargins()
        inner = width - margins.left() - margins.right() - 2 * _FRAME
        needed = self._words.totalHeightForWidth(inner) + 2 * _FRAME
        rest = margins.top() + margins.bottom() + self._column.spacing() + self.close_button.sizeHint().height()
        most = max(self._look.px(60), self._over.height() - 16 - rest)
        if needed > most:
            needed = self._words.totalHeightForWidth(inner - self._scroll.verticalScrollBar().sizeHint().width())
        self._scroll.setFixedHeight(min(needed, most))


def facts(lesson: Lesson, mark: str) -> Iterator[str]:
    """What is known of it, a sentence each."""
    if lesson.author:
        yield _("Author: {author}").format(author=lesson.author)
    if lesson.licence:
        yield _("Licence: {licence}").format(licence=lesson.licence)
    if lesson.attribution:
        yield lesson.attribution
    if lesson.source:
        yield _("Source: {source}").format(source=lesson.source)
    yield _("Version {n}").format(n=lesson.version)
    if mark:
        yield _("The author’s mark: {words}").format(words=mark)
        yield _("These words stand for the author’s computer. They are the same on every lesson from there.")
    else:
        yield _("Nobody signed this lesson, so it has no author’s mark.")
