"""What a word means, on a small card under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from claimlight.core.glossary import Explained
from claimlight.ui.article_view import ArticleView
from claimlight.ui.controls import Paragraph
from claimlight.ui.look import Look, Type

_WIDTH, _GAP = 300, 10


class MeaningCard(QFrame):
    """Lets the mouse through, and never takes the keyboard: what it says is announced by whoever shows it."""

    def __init__(self, page: ArticleView, look: Look) -> None:
        super().__init__(page.viewport())
        self._page = page
        self.word: Explained | None = None
        self.setObjectName("floating")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._term = Paragraph("", look, Type.SECONDARY_HEADING)
        self._meaning = Paragraph("", look, Type.SECONDARY)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._term)
        self._column.addWidget(self._meaning)
        self.set_look(look)
        self.hide()

    def show_word(self, word: Explained) -> None:
        """Under the word, over it where there is no room below."""
        self.word = word
        self._term.setText(word.term)
        self._meaning.setText(word.meaning)
        self.setAccessibleName(f"{word.term}: {word.meaning}")
        view, px = self._page.viewport(), self._look.px
        self.setFixedWidth(min(px(_WIDTH), view.width() - px(16)))
        self._column.activate()
        self.setFixedHeight(self._column.totalHeightForWidth(self.width()) + 2 * self.frameWidth())
        place = self._page.rect_of(word.span)
        x = place.right() - self.width() if self._page.isRightToLeft() else place.left()
        y = place.bottom() + px(_GAP)
        if y + self.height() > view.height():
            y = place.top() - px(4) - self.height()
        self.move(max(px(8), min(x, view.width() - self.width() - px(8))), max(0, y))
        self.show()
        self.raise_()

    def set_look(self, look: Look) -> None:
        self._look = look
        for part in (self._term, self._meaning):
            part.set_look(look)
        self._column.setContentsMargins(look.px(14), look.px(10), look.px(14), look.px(10))
        self._column.setSpacing(look.px(2))
