"""*Edit text*: the article as Markdown, and beside it the page as it looks; every answer stays on its words."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimlight.session.authoring import AuthoringSession
from claimlight.ui.article_view import ArticleView, PageMark
from claimlight.ui.controls import Caption, hairline
from claimlight.ui.look import Look, Type
from claimlight.ui.teacher.fields import TextField
from claimlight.ui.wiring import Wiring
from claimlight.wording import _

_BOTH_FROM = 980
"""Width ÷ text scale from which editor and page stand side by side."""


class TextView(QWidget):
    """What is written is kept after a pause, and when the view is left."""

    def __init__(self, session: AuthoringSession, look: Look) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._session = session
        self._look = look
        self._wiring = Wiring()
        self._head = Caption(_("Text"), look, Type.HEADING)
        self._hint = Caption(
            _("An empty line parts paragraphs. # makes a heading, *stars* slanted words."), look, Type.SMALL, "second"
        )
        self.editor = TextField(_("The article’s text"), look, lines=8, grows=True)
        self.editor.setProperty("page", True)
        self.editor.show_words(session.draft.markdown)
        self.editor.written.connect(session.set_markdown)
        self.page = self._made_page()
        self._to_show = QTimer(self, singleShot=True, interval=0)
        self._to_show.timeout.connect(self._show_page)
        self._line = hairline("upright")
        self._build()
        self._wiring.connect(session.retold, self._follow)

    def begin(self) -> None:
        self.editor.setFocus()

    def end(self) -> None:
        """Keep what was written last."""
        self.editor.keep()
        self._wiring.cut()
        self._to_show.stop()

    def set_look(self, look: Look) -> None:
        self._look = look
        for part in (self._head, self._hint, self.editor, self.page):
            part.set_look(look)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        self._top = QHBoxLayout()
        self._top.addWidget(self._head)
        self._top.addStretch(1)
        self._top.addWidget(self._hint)
        words.addLayout(self._top)
        words.addWidget(self.editor, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._line)
        self._row.addWidget(self.page, 1)
        self._fit()

    def _fit(self) -> None:
        px = self._look.px
        both = self.width() >= px(_BOTH_FROM)
        self.page.setVisible(both)
        self._line.setVisible(both)
        self._hint.setVisible(self.width() >= px(520))
        self._top.setContentsMargins(px(26), px(12), px(20), px(4))

    def _made_page(self) -> ArticleView:
        session = self._session
        page = ArticleView(session.article, session.lesson.codebook.labels, self._look)
        page.show_marks([PageMark(each.id, each.span, each.label) for each in session.in_order()])
        return page

    def _follow(self) -> None:
        """Another text: what was undone stands in the editor. The page follows after keys that wait meanwhile."""
        self.editor.show_words(self._session.draft.markdown)
        self._to_show.start()

    def _show_page(self) -> None:
        """The text as it is now, where one was reading."""
        place = self.page.verticalScrollBar().value()
        old, self.page = self.page, self._made_page()
        self._row.replaceWidget(old, self.page)
        self._row.setStretchFactor(self.page, 1)
        old.hide()
        old.deleteLater()
        self._fit()
        QTimer.singleShot(0, self.page, lambda: self.page.verticalScrollBar().setValue(place))
