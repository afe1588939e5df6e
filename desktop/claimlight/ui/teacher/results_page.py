"""*Results*: the article as the class marked it, and beside it what was missed, mixed up and marked too much."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from claimlight.core.codebook import Label
from claimlight.grading.heat import ANY, Heat
from claimlight.ui.controls import Button, Paragraph, scrolling
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import Sheet, Worn
from claimlight.ui.tags import Mark, mark_of
from claimlight.ui.teacher import results_words as say
from claimlight.ui.teacher.fields import Segments
from claimlight.ui.teacher.results_heat import HeatMark, HeatPage
from claimlight.ui.teacher.results_legend import HeatLegend
from claimlight.ui.teacher.results_lists import PassageRow, PassageSection
from claimlight.ui.teacher.results_more import More
from claimlight.ui.teacher.results_numbers import Numbers
from claimlight.wording import _
from claimlight.wording.codebook import spoken_codebook
from claimlight.work.class_results import FEWEST, ClassWork, ItemResult, OverMarked, Results, Which, results

if TYPE_CHECKING:
    from claimlight.ui.teacher.discuss_window import DiscussWindow

TABS_BELOW = 900
"""Width of the window, divided by the text scale, below which article and lists lie behind two tabs."""
_SHOWN_OVER = 8
_SIDE = 24
_TITLE = 260
"""So much of the bar (px) is for the lesson's name."""
_LOW = 420
"""In lower windows (px) nothing is said below the page while nothing is in hand."""
_LEGEND_LOW = 620
"""In lower windows (px) the legend is shown once it is asked for."""
Announce = Callable[[str], None]


class ResultsPage(Sheet):
    """One lesson of one class."""

    change_wanted = Signal()
    """The answers are to be changed."""
    export_wanted = Signal()
    text_wanted = Signal(str)
    """Another text of the lesson is to be looked at: its name."""
    discussing = Signal()
    """The class is about to look: from now on nobody is named."""

    def __init__(self, work: ClassWork, look: Look, announce: Announce = lambda _words: None) -> None:
        super().__init__(look)
        self.work = work
        self._announce = announce
        self._which = Which.LAST
        self._label = ANY
        self._low = False
        self._shown: Results | None = None
        self._by_id: dict[str, ItemResult | OverMarked] = {}
        self.discussion: DiscussWindow | None = None
        self.texts: Segments | None = None
        book = spoken_codebook(work.lesson.codebook)
        used = work.lesson.labels or tuple(label.id for label in book.labels)
        self._labels: tuple[Label, ...] = tuple(label for label in book.labels if label.id in used)
        self.names: dict[str, str] = {label.id: label.name.lower() for label in book.labels}
        self._styles: dict[str, Mark] = {label.id: mark_of(label) for label in book.labels}
        self._book = book.labels
        self._build(look)
        self.set_look(look)
        self.show_check(Which.LAST)

    # Showing

    @property
    def results(self) -> Results:
        assert self._shown is not None, "a check is shown from the start"
        return self._shown

    def show_check(self, which: Which) -> None:
        """Show the first check or the last."""
        self._which = which
        self._shown = results(self.work, which)
        self.checks.set_current(0 if which is Which.FIRST else 1)
        self._by_id = dict(self._passages())
        title, beside = say.summary(self.work, self._shown)
        self._points.setText(title)
        self._beside.setText(beside)
        self._beside.setVisible(bool(beside))
        self._fill_page()
        self._fill_lists()
        self._tell("")

    def show_label(self, label: str) -> None:
        """Show where one label was given, or, for `ANY`, every mark."""
        self._label = label
        self.filter.set_current(0 if label == ANY else 1 + [each.id for each in self._labels].index(label))
        self._fill_page()
        self._tell(self.page.current)

    def go_to(self, id: str) -> None:
        """Take a passage in hand, on the page."""
        self.tabs.set_current(0)
        self._arrange()
        self.page.go_to(id)
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def discuss_now(self) -> None:
        """Open the window for the projector, or bring it to the front."""
        from claimlight.ui.teacher.discuss_window import DiscussWindow
        from claimlight.work.discussion import discussed

        self.discussing.emit()
        if self.discussion is not None:
            self.discussion.activateWindow()
            return
        passages = discussed(self.work, self.results)
        if passages:
            self.discussion = DiscussWindow(passages, self._book, self.work.lesson.title, self._look, self)
            self.discussion.destroyed.connect(self._forget_discussion)
            self.discussion.begin()

    def _forget_discussion(self) -> None:
        self.discussion = None

    def offer_texts(self, counts: Mapping[str, int], current: str) -> None:
        """Works came in on more than one text of the lesson, or on another than the article: so many on each."""
        names = tuple(counts)
        captions = tuple(say.text_name(name, counts[name]) for name in names)
        texts = self.texts = self.wear(Segments(_("Which text"), captions, self._look))
        texts.set_current(names.index(current))
        texts.chosen.connect(lambda number: self.text_wanted.emit(names[number]))
        self.bar.insertWidget(self.bar.indexOf(self.checks), texts)
        for name, caption in zip(names, captions, strict=True):
            self.more.also(caption, partial(self.text_wanted.emit, name), current=name == current)
        self._arrange()

    def begin(self) -> None:
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.page.set_look(look)
        if self.discussion is not None:
            self.discussion.set_look(look)

    def space(self) -> None:
        px = self._look.px
        self.bar.setContentsMargins(12, px(7), 16, px(7))
        self.bar.setSpacing(px(10))
        self._foot_row.setContentsMargins(px(_SIDE), px(8), px(_SIDE), px(8))
        self._foot_row.setSpacing(px(6))
        self._tools.setSpacing(px(10))
        self._lists.setContentsMargins(px(32), px(24), px(28), px(28))
        self._lists.setSpacing(px(22))
        self._said.setMinimumHeight(2 * self._look.line(Type.SECONDARY))
        self._arrange()

    # Parts

    def _build(self, look: Look) -> None:
        work = self.work
        self.bar = QHBoxLayout()
        self.back = self.wear(Button(work.class_name, look, kind="flat", icon=Icon.BACK))
        self.back.clicked.connect(self.left)
        self.title = self.wear(Paragraph(work.lesson.title, look, Type.LARGE_HEADING, lines=1))
        self.tabs = self.wear(Segments(_("What to see"), (_("Article"), _("Results")), look))
        self.checks = self.wear(Segments(_("Which check"), (_("First check"), _("Last check")), look))
        self.discuss = self.wear(Button(_("Discuss"), look))
        self.bar.addWidget(self.back)
        self.bar.addWidget(self.title, 1)
        self._bar_end = QWidget()
        self._bar_end.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.bar.addWidget(self._bar_end)
        for part in (self.tabs, self.checks, self.discuss):
            self.bar.addWidget(part)
        self.tabs.set_current(0)
        self.tabs.chosen.connect(lambda _tab: self._arrange())
        self.checks.chosen.connect(lambda number: self.show_check((Which.FIRST, Which.LAST)[number]))
        if not (work.two_checks and work.enough):
            self.checks.hide()
        self.more = self.wear(More(look))
        self.change = self.more.offer(_("Change the answers…"), self.change_wanted)
        self.export = self.more.offer(_("Export marks…"), self.export_wanted)
        self.bar.insertWidget(self.bar.indexOf(self.discuss), self.change)
        self.bar.addWidget(self.export)
        self.bar.addWidget(self.more)
        self.discuss.clicked.connect(self.discuss_now)
        self.discuss.setEnabled(work.enough)
        if not work.enough:
            self.discuss.setToolTip(say.too_few(work, FEWEST))
        frame = QFrame()
        frame.setObjectName("bar")
        frame.setLayout(self.bar)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._build_left(look), 1)
        body.addWidget(self._build_right(look))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(frame)
        outer.addLayout(body, 1)

    def _build_left(self, look: Look) -> QWidget:
        self.page = HeatPage(self.work.text.article, spoken_codebook(self.work.lesson.codebook).labels, look)
        self.page.pointed.connect(self._hear_pointed)
        self.page.walked.connect(self._hear_walked)
        captions = (_("All marks"), *(label.short for label in self._labels))
        self.filter = self.wear(Segments(_("Which marks"), captions, look))
        self.filter.set_current(0)
        self.filter.chosen.connect(lambda n: self.show_label(self._labels[n - 1].id if n else ANY))
        self.legend = self.wear(HeatLegend(look, self._styles[self._labels[0].id]))
        self.legend_asked = self.wear(Button(_("Legend"), look, kind="flat", icon=Icon.UP))
        self.legend_asked.setCheckable(True)
        self.legend_asked.setAccessibleName(_("What the colours and outlines mean"))
        self.legend_asked.toggled.connect(lambda _asked: self._show_legend())
        self._said = self.wear(Paragraph("", look, Type.SECONDARY, lines=3))
        self._tools = QHBoxLayout()
        self._tools.addWidget(self.filter)
        self._tools.addStretch(1)
        self._tools.addWidget(self.legend_asked)
        foot = QFrame()
        foot.setObjectName("strip")
        self._foot_row = QVBoxLayout(foot)
        self._foot_row.addWidget(self._said)
        self._foot_row.addWidget(self.legend)
        self._foot_row.addLayout(self._tools)
        if not self.work.enough:
            self.filter.hide()
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        column.addWidget(foot)
        return self._left

    def _build_right(self, look: Look) -> QWidget:
        self._right = QFrame()
        self._right.setObjectName("panel")
        content = QWidget()
        self._lists = QVBoxLayout(content)
        self._points = self.wear(Paragraph("", look, Type.PAGE_TITLE))
        self._beside = self.wear(Paragraph("", look, Type.SECONDARY, "ink2"))
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._points)
        head.addWidget(self._beside)
        self._lists.addLayout(head)
        self.few = self.wear(Paragraph(say.too_few(self.work, FEWEST), look, Type.PARAGRAPH))
        self._lists.addWidget(self.few)
        if self.work.enough:
            self.few.hide()
        found, everything = _("found by"), _("Everything was found by everybody.")
        self.missed = self._section(_("Most missed"), found, everything, look)
        mixed, nobody = _("wrong label by"), _("Nobody gave an answer another label.")
        self.mixed = self._section(_("Commonest wrong label"), mixed, nobody, look)
        self.over = self._section(_("Over-marked"), _("marked by"), _("Nobody marked anything else."), look)
        self._rest = QVBoxLayout()
        self._rest.setSpacing(look.px(22))
        self._lists.addLayout(self._rest)
        self._lists.addStretch(1)
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(content))
        return self._right

    def _section(self, title: str, counts: str, empty: str, look: Look) -> PassageSection:
        section = self.wear(PassageSection(title, counts, empty, look))
        section.chosen.connect(self.go_to)
        if not self.work.enough:
            section.hide()
        self._lists.addWidget(section)
        return section

    def add_section(self, section: Worn) -> None:
        """One more below the lists, where anything is shown at all."""
        assert isinstance(section, QWidget), "a section is a widget"
        self.wear(section)
        self._rest.addWidget(section)

    def numbers(self) -> Numbers:
        """Says the numbers of this lesson."""
        shorts = {label.id: label.short for label in self._book}
        return Numbers(self.work.text.article.text, self.names, self._styles, shorts)

    def _arrange(self) -> None:
        """Side by side where there is room, else behind two tabs."""
        px, width = self._look.px, self.width()
        tabbed = width / max(1.0, self._look.scale) < TABS_BELOW
        beside = 0 if tabbed else max(px(360), round(width * 0.46) if width < px(1600) else px(736))
        self.tabs.setVisible(tabbed)
        if tabbed and (self._right, self._left)[self.tabs.current].isAncestorOf(self.focusWidget() or self):
            self.tabs.buttons[self.tabs.current].setFocus()  # what had the keyboard is hidden now
        self._left.setVisible(not tabbed or self.tabs.current == 0)
        self._right.setVisible(not tabbed or self.tabs.current == 1)
        self._right.setFixedWidth(width if tabbed else beside)
        self.title.setVisible(not tabbed)
        self._bar_end.setVisible(tabbed)
        self._name_parts(narrow=width < px(1100), short=tabbed)
        folded = self._lacks_room(width)
        self.more.fold(folded)
        if self.texts is not None:
            self.texts.setVisible(not folded)
        self._low = self.height() < px(_LOW)
        self._said.setVisible(not self._low or self._said.text() != self._hint())
        self._show_legend()

    def _lacks_room(self, width: int) -> bool:
        """Whether the bar cannot hold everything beside the lesson's name."""
        always = [part for part in (self.back, self.checks, self.discuss) if not part.isHidden()]
        parts: list[QWidget] = [*always, self.change, self.export, *((self.texts,) if self.texts is not None else ())]
        needs = sum(part.sizeHint().width() for part in parts) + len(parts) * self.bar.spacing()
        return needs + self._look.px(_TITLE) > width

    def _name_parts(self, *, narrow: bool, short: bool) -> None:
        """Shorter words where there is less room; spoken, they are whole."""
        self.back.setText(_("Back") if narrow else self.work.class_name)
        self.back.setAccessibleName(_("Back to {name}").format(name=self.work.class_name))
        whole = (_("First check"), _("Last check"))
        self.checks.set_captions((_("First"), _("Last")) if short else whole, whole)

    def _show_legend(self) -> None:
        """Always, or, in a low window, while it is asked for."""
        enough, low = self.work.enough, self.height() < self._look.px(_LEGEND_LOW)
        self.legend_asked.setVisible(enough and low)
        self.legend.setVisible(enough and (not low or self.legend_asked.isChecked()))

    # Filling

    def _passages(self) -> Iterator[tuple[str, ItemResult | OverMarked]]:
        for item in self.results.items:
            yield f"item {item.item.id}", item
        for over in self.results.over[:_SHOWN_OVER] if self.work.enough else ():
            if over.marked > 1:
                yield f"over {over.span.start}", over

    def _fill_page(self) -> None:
        enough, shown = self.work.enough, self.results
        self.page.show_heat(shown.heat if enough else Heat(0, ()), self._label)
        self.page.show_passages(self._heat_mark(id, one) for id, one in self._by_id.items())

    def _heat_mark(self, id: str, one: ItemResult | OverMarked) -> HeatMark:
        if isinstance(one, OverMarked):
            count = one.marked if self._label == ANY else self.results.heat.most(one.span, self._label)
            return HeatMark(id, one.span, "", str(count))
        count = one.found if self._label in (ANY, one.label) else dict(one.wrong_labels).get(self._label, 0)
        return HeatMark(id, one.span, one.label, str(count) if self.work.enough else "", counts=not one.item.optional)

    def _fill_lists(self) -> None:
        text, shown = self.work.text.article.text, self.results
        self.missed.show_rows(
            [self._row(one, say.why_missed(text, one, self.names), one.found) for one in shown.most_missed]
        )
        self.mixed.show_rows([self._mixed_row(one) for one in shown.wrong_labels])
        self.over.show_rows([self._over_row(one) for one in shown.over if one.marked > 1])

    def _row(self, one: ItemResult, below: str, count: int) -> PassageRow:
        words, number = say.quoted(self.work.text.article.text, one.span), say.of_all(count, one.n)
        return PassageRow(f"item {one.item.id}", words, below, self._styles[one.label], count, one.n, number)

    def _mixed_row(self, one: ItemResult) -> PassageRow:
        label, count = one.wrong_labels[0]
        below = _("{said}; the answer: {label}").format(
            said=say.marked_as(count, self.names[label]), label=self.names[one.label]
        )
        return self._row(one, below, count)

    def _over_row(self, one: OverMarked) -> PassageRow:
        n = self.results.n
        words = say.quoted(self.work.text.article.text, one.span)
        below = say.over_marked(one, self.names)
        return PassageRow(f"over {one.span.start}", words, below, None, one.marked, n, say.of_all(one.marked, n))

    # Telling

    def _hear_pointed(self, position: int) -> None:
        if not self.work.enough or position < 0:
            self._tell(self.page.current)
            return
        here = [one for one in self._by_id.values() if one.span.start <= position < one.span.end]
        passage = min(here, key=lambda one: len(one.span), default=None)
        stretch = self.results.heat.at(position)
        marked = say.marked_by(stretch, self.results.n, self.names)
        silent = stretch is None and passage is None
        self._put(self._hint() if silent else say.joined((marked, say.answer_here(passage, self.names))))

    def _hear_walked(self, id: str) -> None:
        self._tell(id)
        self._announce(self._said.text())

    def _tell(self, id: str) -> None:
        """What stands below the page: of the passage in hand, or how to take one in hand."""
        passage = self._by_id.get(id)
        if passage is None:
            self._put(self._hint())
            return
        answer = say.answer_here(passage, self.names)
        if not self.work.enough:
            self._put(answer)
            return
        hottest = max(self.results.heat.within(passage.span), key=lambda one: one.marked, default=None)
        marked = say.marked_by(hottest, self.results.n, self.names)
        found = say.how_found(passage) if isinstance(passage, ItemResult) else ""
        self._put(say.joined((marked, answer, found)))

    def _put(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(not self._low or words != self._hint())

    def _hint(self) -> str:
        return (
            _("Point at words, or walk with the arrow keys, to see how many marked them, and as what.")
            if self.work.enough
            else _("Walk with the arrow keys to see each answer.")
        )
