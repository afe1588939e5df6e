"""One sentence over the top of the page about what is expected there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from claimlight.ui.controls import Paragraph
from claimlight.ui.look import Look, Type


class PageNotice(QFrame):
    """Lies over the head of the page and lets the mouse through."""

    def __init__(self, page: QWidget, look: Look) -> None:
        super().__init__(page)
        self._page = page
        self._look = look
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = Paragraph("", look, Type.PARAGRAPH)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(10))
        column.addWidget(self._words)
        self.hide()

    def say(self, words: str) -> None:
        """Show `words`; none take it away."""
        self._words.setText(words)
        self.setVisible(bool(words))
        if words:
            layout = self.layout()
            assert layout is not None, "it was made with one"
            width = self._page.width()
            self.setGeometry(0, 0, width, layout.totalHeightForWidth(width))
            self.raise_()
