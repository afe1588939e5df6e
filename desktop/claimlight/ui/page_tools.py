"""Quiet words over the headline that change how the article is read; they scroll with it."""

from PySide6.QtCore import QObject, QPoint

from claimlight.ui.article_view import ArticleView
from claimlight.ui.controls import Button
from claimlight.ui.look import Look, Type

_ABOVE, _GAP = 10, 20
_ROOM = 18
"""How much further down the headline then stands."""


class PageTools(QObject):
    """A row of links from the column's leading edge; what they do is the affair of whoever adds them.

    Out of sight they are out of the way of Tab, too: each has its command in a menu.
    """

    def __init__(self, page: ArticleView, look: Look) -> None:
        super().__init__(page)
        self._page = page
        self._look = look
        self._links: list[Button] = []
        page.keep_head_room(_ROOM)
        page.arranged.connect(self.place)
        page.verticalScrollBar().valueChanged.connect(self.place)

    def add(self, words: str, hint: str) -> Button:
        """One more link; `hint` says under the pointer, and to screen readers, what it brings."""
        link = Button(words, self._look, kind="link")
        link.setParent(self._page.viewport())
        link.setFont(self._look.font(Type.SECONDARY))
        link.setToolTip(hint)
        link.setAccessibleDescription(hint)
        link.setCursor(self._page.cursor())
        self._links.append(link)
        self.place()
        return link

    def place(self) -> None:
        """Beside each other over the headline, in reading order."""
        px, column = self._look.px, self._page.column
        x = round(column.right if self._page.isRightToLeft() else column.left)
        top = px(_ABOVE) - self._page.verticalScrollBar().value()
        for link in self._links:
            link.adjustSize()
            if self._page.isRightToLeft():
                x -= link.width()
            link.move(QPoint(x, top))
            link.setVisible(top + link.height() > 0)
            x += -px(_GAP) if self._page.isRightToLeft() else link.width() + px(_GAP)

    def set_look(self, look: Look) -> None:
        self._look = look
        for link in self._links:
            link.set_look(look)
            link.setFont(look.font(Type.SECONDARY))
        self.place()
