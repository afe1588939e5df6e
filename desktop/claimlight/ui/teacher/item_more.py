"""*More* about an answer: who says it, how good the evidence is, what a mark must and may have, points, also right,
links, group and note."""

from __future__ import annotations

from fractions import Fraction
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from claimlight.core.article import Span
from claimlight.core.lesson import Item
from claimlight.core.moves import snapped
from claimlight.core.sayings import SOURCE, STATUS
from claimlight.session.authoring import AuthoringSession
from claimlight.ui.announcing import Announce
from claimlight.ui.controls import Button, Caption, clear
from claimlight.ui.icons import Icon
from claimlight.ui.ledger_cells import speaker_name
from claimlight.ui.look import Look, Type
from claimlight.ui.teacher.fields import LineField, TextField
from claimlight.ui.teacher.item_rarer import ItemRarer
from claimlight.ui.teacher.item_rows import AlsoRight, Chosen, Limit, Removable
from claimlight.ui.teacher.item_words import item_of, words_of
from claimlight.ui.teacher.points_typed import typed_points
from claimlight.ui.tick_box import TickBox
from claimlight.wording import N_, _
from claimlight.work.answer_limits import limits_of, may_around, must_within

REASON, FIGURE_LABEL = "reason", "unverified-figure"
_BELOW_FROM = 1.5
"""Text scale from which source and evidence stand below each other."""


class ItemMore(QWidget):
    """Everything goes to the session at once; a refusal is said and changes nothing."""

    selection_wanted = Signal()
    """Before anything takes the selection, whoever knows the page hands it in by `selection`."""
    link_wanted = Signal(str)
    source_wanted = Signal(str)
    evidence_wanted = Signal(str)

    def __init__(self, session: AuthoringSession, look: Look, announce: Announce) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._announce = announce
        self.id = ""
        self.selection: Span | None = None
        self.source = Chosen(_("Who says it"), look, lambda: self.source_wanted.emit(self.id))
        self.evidence = Chosen(_("Evidence here"), look, lambda: self.evidence_wanted.emit(self.id))
        self.reason = Chosen(_("Why the number is open"), look, self._ask_reason)
        self._reasons = dict(_values(session, REASON))
        self.menu = QMenu(self)
        for value, name in (*self._reasons.items(), ("", N_("Nothing is said"))):
            self.menu.addAction(_(name)).triggered.connect(partial(self._say_reason, value))
        self.must = Limit(_("Must have"), look, self._take_must, lambda: session.set_must_have(self.id, ()))
        self.may = Limit(_("May have"), look, self._take_may, lambda: session.set_may_have(self.id, ()))
        self.words = Limit(
            _("Words that must be there"), look, self._take_words, lambda: session.set_must_words(self.id, ())
        )
        self._points = Caption(_("Points"), look, Type.SECONDARY_ACTION, "second")
        self.points = LineField(_("Points"), look)
        self.points.written.connect(self._weigh)
        self.optional = TickBox(_("Not counted"))
        self.optional.clicked.connect(lambda on: session.set_optional(self.id, on))
        self.also = Button(_("Also right: the selection"), look, kind="link")
        self.also.clicked.connect(self._add_also_right)
        self._also_list = QVBoxLayout()
        self.link = Button(_("What does it answer?…"), look, kind="link")
        self.link.clicked.connect(lambda: self.link_wanted.emit(self.id))
        self._link_list = QVBoxLayout()
        self._group = Caption(_("Group: answers that one mark may take together"), look, Type.SMALL_ACTION, "second")
        self.group = LineField(_("Group"), look)
        self.group.written.connect(lambda words: session.set_group(self.id, words))
        self.rarer = ItemRarer(session, look, announce, self._selected)
        self.rarer.hide()
        self.fold = Button(_("Seldom needed"), look, kind="flat", icon=Icon.FORWARD)
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._fold)
        self._note = Caption(_("Note for teachers"), look, Type.SMALL_ACTION, "second")
        self.note = TextField(_("Note for teachers"), look, lines=2)
        self.note.written.connect(lambda words: session.set_teacher_note(self.id, words.strip()))
        self._build()
        self.set_look(look)

    def show_item(self, id: str, item: Item | None) -> None:
        """Show what is known of `item`; None clears."""
        self.id = id if item is not None else ""
        if item is None:
            self.rarer.show_item("", None)
            return
        text, language = self._session.article.text, self._session.article.language
        limits = limits_of(item, text, language)
        values = dict(_values(self._session, STATUS))
        reason = item.attribute(REASON)
        self.reason.setVisible(bool(self._reasons) and item.label == FIGURE_LABEL)
        self.reason.show_choice(_(self._reasons.get(reason[0], reason[0])) if reason else "", _("Why?"))
        self.source.show_choice(", ".join(map(speaker_name, item.attribute(SOURCE))), _("Who says it?"))
        evidence = item.attribute(STATUS)
        self.evidence.show_choice(_(values.get(evidence[0], evidence[0])) if evidence else "", _("How good?"))
        self.must.show_words(words_of(self._session, limits.must), own=limits.own_must)
        self.may.show_words(words_of(self._session, (limits.may,)), own=limits.own_may)
        self.words.show_words(words_of(self._session, item.main.must) or _("None"), own=bool(item.main.must))
        self.points.show_words(str(item.weight))
        self.optional.setChecked(item.optional)
        self.group.show_words(item.group)
        self.note.show_words(item.note)
        self.rarer.show_item(id, item)
        self._show_also(item)
        self._show_links(item)

    def keep(self) -> None:
        """What is being written is kept."""
        for field in (self.points, self.group, self.note):
            if self.id:
                field.keep()
        self.rarer.keep()

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (
            self.source,
            self.evidence,
            self.reason,
            self.must,
            self.may,
            self.words,
            self._points,
            self.points,
        ):
            widget.set_look(look)
        for part in (self.also, self.link, self._group, self.group, self._note, self.note, self.fold, self.rarer):
            part.set_look(look)
        self.optional.setFont(look.font(Type.TEXT))
        self.points.setFixedWidth(look.px(56))
        self._column.setSpacing(look.px(8))
        beside = QBoxLayout.Direction.LeftToRight if look.scale < _BELOW_FROM else QBoxLayout.Direction.TopToBottom
        self._asked.setDirection(beside)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._asked = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._asked.addWidget(self.source, 1)
        self._asked.addWidget(self.evidence, 1)
        self._column.addLayout(self._asked)
        self._column.addWidget(self.reason)
        for limit in (self.must, self.may, self.words):
            self._column.addWidget(limit)
        points = QHBoxLayout()
        points.addWidget(self._points)
        points.addWidget(self.points)
        points.addStretch(1)
        self._column.addLayout(points)
        self._column.addWidget(self.optional, 0, Qt.AlignmentFlag.AlignLeading)
        for link, listed in ((self.also, self._also_list), (self.link, self._link_list)):
            self._column.addWidget(link)
            self._column.addLayout(listed)
        for widget in (self._group, self.group, self._note, self.note, self.fold, self.rarer):
            self._column.addWidget(widget)

    def _show_also(self, item: Item) -> None:
        clear(self._also_list)
        for number, target in enumerate(item.targets[1:]):
            row = AlsoRight(
                words_of(self._session, (target.span,)), target.factor, target.label, self._labels(), self._look
            )
            row.cross.clicked.connect(partial(self._session.remove_also_right, self.id, number))
            row.changed.connect(partial(self._change_also, number))
            self._also_list.addWidget(row)

    def _change_also(self, number: int, label: str, share: Fraction | None) -> None:
        self._session.change_also_right(self.id, number, factor=share, label=label)

    def _labels(self) -> tuple[tuple[str, str], ...]:
        lesson = self._session.lesson
        found = (lesson.codebook.label(id) for id in lesson.labels)
        return tuple((label.id, label.name) for label in found if label is not None)

    def _show_links(self, item: Item) -> None:
        clear(self._link_list)
        known, names = self._session.annotations, {kind.id: kind.name for kind in self._session.lesson.codebook.links}
        for link in item.links:
            if link.item not in known:
                continue
            words = words_of(self._session, (known[link.item].span,))
            said = _("{relation} “{words}”").format(relation=_(names.get(link.type, link.type)), words=words)
            self._link_list.addWidget(
                Removable(
                    said,
                    _("Take the link back: {link}").format(link=said),
                    self._look,
                    partial(self._session.unlink, self.id, f"{link.type}:{link.item}"),
                )
            )

    def _fold(self, unfolded: bool) -> None:
        self.fold.set_icon(Icon.DOWN if unfolded else Icon.FORWARD)
        self.rarer.setVisible(unfolded)

    # What is said

    def _selected(self) -> Span | None:
        """The whole words that are selected on the page."""
        self.selection = None
        self.selection_wanted.emit()
        span = snapped(self._session.article.text, self.selection) if self.selection is not None else None
        if span is None:
            self._announce(_("Select words on the page first"))
        return span

    def _ask_reason(self) -> None:
        self.menu.popup(self.reason.mapToGlobal(self.reason.rect().bottomLeft()))

    def _say_reason(self, value: str, _checked: bool = False) -> None:
        if item_of(self._session, self.id) is not None:
            self._session.set_attribute(self.id, REASON, (value,) if value else ())

    def _take_must(self) -> None:
        span, item = self._selected(), item_of(self._session, self.id)
        if span is None or item is None:
            return
        if not must_within(item, span):
            self._announce(_("What a mark must have lies within the answer"))
        elif self._session.set_must_have(self.id, (span,)):
            self._announce(_("Must have: {words}").format(words=words_of(self._session, (span,))))

    def _take_may(self) -> None:
        span, item = self._selected(), item_of(self._session, self.id)
        if span is None or item is None:
            return
        if not may_around(item, span):
            self._announce(_("What a mark may have holds the whole answer"))
        elif self._session.set_may_have(self.id, (span,)):
            self._announce(_("May have: {words}").format(words=words_of(self._session, (span,))))

    def _take_words(self) -> None:
        span, item = self._selected(), item_of(self._session, self.id)
        if span is None or item is None:
            return
        if not must_within(item, span):
            self._announce(_("Words that must be there lie within the answer"))
        elif self._session.set_must_words(self.id, tuple(sorted({*item.main.must, span}))):
            self._announce(_("These words must be there: {words}").format(words=words_of(self._session, (span,))))

    def _add_also_right(self) -> None:
        span, item = self._selected(), item_of(self._session, self.id)
        if span is None or item is None or span == item.main.span:
            return
        if self._session.add_also_right(self.id, span, Fraction(1)):
            self._announce(_("Also right: {words}").format(words=words_of(self._session, (span,))))

    def _weigh(self, words: str) -> None:
        item = item_of(self._session, self.id)
        weight = typed_points(words, self._announce)
        if item is not None and weight is not None:
            self._session.set_weight(self.id, weight)
        elif item is not None:
            self.points.show_words(str(item.weight))


def _values(session: AuthoringSession, attribute: str) -> tuple[tuple[str, str], ...]:
    """The values of an attribute of the label guide, with their names."""
    return next((kind.values for kind in session.lesson.codebook.attributes if kind.id == attribute), ())
