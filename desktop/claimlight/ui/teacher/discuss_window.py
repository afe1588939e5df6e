"""*Discuss*: passages for a projector, text first, the answers on a key. No person and no class is named anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimlight.core.article import Article
from claimlight.core.codebook import Label
from claimlight.grading.heat import Heat
from claimlight.ui.announcing import announcer
from claimlight.ui.controls import Caption, IconButton, Paragraph, hairline
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.ui.stylesheet import dress
from claimlight.ui.teacher import results_words as say
from claimlight.ui.teacher.results_heat import HeatMark, HeatPage
from claimlight.ui.teacher.results_legend import HeatLegend
from claimlight.wording import N_, _
from claimlight.work.class_results import ItemResult, OverMarked
from claimlight.work.discussion import Discussed, Topic

_TEXT = 42 / 18
"""How much larger than on a page the text is in a window of 1280 × 800."""
_USUAL = (1280, 800)
_SMALLEST = 1.3
_CHROME = 1.6
"""How much larger what stands around the text is, in the same window."""

_TOPICS = {
    Topic.MOST_MISSED: N_("Most missed"),
    Topic.MOST_DOUBTED: N_("Most often seen differently"),
    Topic.SURE_AND_WRONG: N_("Sure, and not in the answers"),
    Topic.MIXED_UP: N_("Most often mixed up"),
    Topic.OVER_MARKED: N_("Most often marked too much"),
}
_QUESTIONS = {
    "claim": N_("What is claimed here?"),
    "denial": N_("Which words deny?"),
    "unverified-figure": N_("Which figure has nobody verified?"),
}


class DiscussWindow(QWidget):
    """Space or Enter shows the answers and hides them, arrows go to another passage, Page Down goes on step by step."""

    def __init__(
        self,
        passages: Sequence[Discussed],
        labels: Sequence[Label],
        title: str,
        look: Look,
        opener: QWidget,
    ) -> None:
        """`title` is the lesson's; `look` gives theme and face; `opener` is on the screen that the teacher sees."""
        super().__init__(opener, Qt.WindowType.Window)
        self._opener = opener
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Discuss"))
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.resize(*_USUAL)
        self._passages = tuple(passages)
        self._labels = tuple(labels)
        self.names = {label.id: label.name.lower() for label in labels}
        self._title = title
        self._look = look
        self._shown = 0
        self.answered = False
        self._announce = announcer(self)
        self._build()
        self._fit = QTimer(self, singleShot=True, interval=0)
        self._fit.timeout.connect(self._fit_text)
        self.show_passage(0)

    @property
    def shown(self) -> Discussed:
        return self._passages[self._shown]

    def show_passage(self, number: int) -> None:
        """The text of another passage, without its answers."""
        self._shown = max(0, min(len(self._passages) - 1, number))
        self.answered = False
        self._set_page()

    def show_answers(self, shown: bool) -> None:
        self.answered = shown
        self._fill()
        if shown:
            self._announce(say.joined((self._where.text(), *self._spoken())))

    def step(self, by: int) -> None:
        """As a presenter's remote control goes: text, answers, the next text; and back."""
        if by > 0:
            if not self.answered:
                self.show_answers(True)
            elif self._shown < len(self._passages) - 1:
                self.show_passage(self._shown + 1)
        elif self.answered:
            self.show_answers(False)
        elif self._shown:
            self.show_passage(self._shown - 1)
            self.show_answers(True)

    def begin(self) -> None:
        """Full screen where there is another screen than the one the teacher works at."""
        if self._other_screen() is None:
            self.show()
        else:
            self.toggle_full_screen()
        self.page.setFocus()

    def toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
            return
        other = self._other_screen()
        if other is not None:
            self.setScreen(other)
            self.move(other.geometry().topLeft())
        self.showFullScreen()

    def set_look(self, look: Look) -> None:
        self._look = look
        self._fit_text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forwards, backwards = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.isRightToLeft():
            forwards, backwards = backwards, forwards
        match Qt.Key(event.key()):
            case Qt.Key.Key_Space | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.show_answers(not self.answered)
            case Qt.Key.Key_PageDown:
                self.step(1)
            case Qt.Key.Key_PageUp:
                self.step(-1)
            case key if key in (forwards, Qt.Key.Key_Down):
                self.show_passage(self._shown + 1)
            case key if key in (backwards, Qt.Key.Key_Up):
                self.show_passage(self._shown - 1)
            case Qt.Key.Key_Home:
                self.show_passage(0)
            case Qt.Key.Key_End:
                self.show_passage(len(self._passages) - 1)
            case Qt.Key.Key_F11:
                self.toggle_full_screen()
            case Qt.Key.Key_Escape:
                self.close()
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.step(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit.start()

    # Parts

    def _build(self) -> None:
        look = self._look
        self._where = Paragraph("", look, Type.TEXT, "ink2", lines=1)
        self._which = Caption("", look, Type.TEXT, "second")
        self._head = QHBoxLayout()
        self._head.addWidget(self._where, 1)
        self._head.addWidget(self._which)
        self._total = hairline("total")
        self._said = Paragraph("", look, Type.TEXT, lines=2)
        self.legend = HeatLegend(look)
        self.before = IconButton(Icon.BACK, _("The passage before"), look)
        self.after = IconButton(Icon.FORWARD, _("The next passage"), look)
        self.before.clicked.connect(lambda: self.show_passage(self._shown - 1))
        self.after.clicked.connect(lambda: self.show_passage(self._shown + 1))
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._said, 1)
        self._foot.addWidget(self.legend)
        for button in (self.before, self.after):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Space is for the answers
            self._foot.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._place = QVBoxLayout()
        self._column.addLayout(self._place, 1)
        self._column.addWidget(self._total)
        self._column.addLayout(self._foot)

    def _set_page(self) -> None:
        """Another article needs another page."""
        old: DiscussPage | None = getattr(self, "page", None)
        article = replace(self.shown.article, headline=self._question(), byline="", dateline="")
        self.page = DiscussPage(article, self._labels, self._look, self.shown.paragraph)
        self._place.addWidget(self.page)
        self.page.show()
        if old is not None:
            self._place.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.setFocusProxy(self.page)
        self.page.setFocus()
        self._fit_text()
        self._fit.start()  # once more when it is laid out

    def _fit_text(self) -> None:
        """As large as it can be: the size for this window, or what lets the whole passage be seen."""
        whole = min(self.width() / _USUAL[0], self.height() / _USUAL[1])
        chrome = self._look.with_scale(max(1.0, _CHROME * whole))
        dress(self, chrome)
        for part in (self._where, self._which, self._said, self.legend, self.before, self.after):
            part.set_look(chrome)
        px = chrome.px
        self._column.setContentsMargins(px(44), px(28), px(44), px(20))
        self._column.setSpacing(px(10))
        self._head.setSpacing(px(20))
        self._foot.setSpacing(px(12))
        self._said.setMinimumHeight(2 * chrome.line(Type.TEXT))
        layout = self.layout()
        assert layout is not None, "it was given one"
        layout.activate()
        scale = _TEXT * whole
        self._wear(scale)
        while scale > _SMALLEST * min(1.0, whole) and self._overflows():
            scale *= 0.92
            self._wear(scale)
        never, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.page.setVerticalScrollBarPolicy(needed if self._overflows() else never)
        self._fill()

    def _wear(self, scale: float) -> None:
        self.page.set_look(replace(self._look, scale=scale, spacing=36))

    def _overflows(self) -> bool:
        page = self.page
        spare = 40 * page.unit  # what the page keeps free below its last line
        return page.document().documentLayout().documentSize().height() - spare > page.viewport().height()

    # Words

    def _fill(self) -> None:
        one, page = self.shown, self.page
        page.show_heat(one.heat if self.answered else Heat(0, ()))
        page.show_passages(self._marks() if self.answered else ())
        self._where.setText(_("{lesson}, paragraph {n}").format(lesson=self._title, n=one.paragraph))
        topic = _(_TOPICS[one.topic])
        self._which.setText(_("{topic}, {n} of {all}").format(topic=topic, n=self._shown + 1, all=len(self._passages)))
        self._said.setText(say.joined(self._spoken()) if self.answered else _("Space shows the answers."))
        self.legend.setVisible(self.answered)
        self.before.setEnabled(self._shown > 0)
        self.after.setEnabled(self._shown < len(self._passages) - 1)

    def _question(self) -> str:
        passage = self.shown.passage
        if isinstance(passage, OverMarked):
            return _("Does anything belong in the answers here?")
        if passage.label in _QUESTIONS:
            return _(_QUESTIONS[passage.label])
        return _("Which words belong to “{label}”?").format(label=self.names[passage.label])

    def _marks(self) -> list[HeatMark]:
        one = self.shown
        return [self._mark(each) for each in (one.passage, *one.others)]

    def _mark(self, one: ItemResult | OverMarked) -> HeatMark:
        span = self.shown.here(one.span)
        if isinstance(one, OverMarked):
            return HeatMark(f"over {span.start}", span, "", say.of_all(one.marked, self.shown.heat.n))
        counts = not one.item.optional
        return HeatMark(f"item {one.item.id}", span, one.label, say.of_all(one.found, one.n), counts=counts)

    def _spoken(self) -> tuple[str, ...]:
        """The label, and what most did instead."""
        one, text = self.shown.passage, self.shown.article.text
        answer = say.answer_here(one, self.names)
        if isinstance(one, OverMarked):
            return answer, say.as_sentence(say.over_marked(replace(one, trap=False), self.names))
        here = replace(one, left_out=None if one.left_out is None else self.shown.here(one.left_out))
        return answer, say.as_sentence(say.why_missed(text, here, self.names))

    def _other_screen(self) -> QScreen | None:
        here = self._opener.screen()
        return next((screen for screen in QGuiApplication.screens() if screen is not here), None)


class DiscussPage(HeatPage):
    """The passage, under the question as its headline; keys and clicks are the window's."""

    def __init__(self, article: Article, labels: Sequence[Label], look: Look, paragraph: int) -> None:
        self.first_paragraph = paragraph
        super().__init__(article, labels, look)
        self.set_card_room(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def unit(self) -> float:
        """What one px of the design measures on this page."""
        return self._look.article_unit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()
