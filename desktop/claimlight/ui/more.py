"""More about the highlight in hand, closed at the foot of the list: sure or not, chain, figure taken apart, note; below
it who contradicts whom, and the list on paper or the clipboard."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from claimlight.core.annotation import Annotation
from claimlight.core.sayings import CHAIN, FIGURE, FIGURE_PARTS
from claimlight.ui.contradiction_strip import Against, ContradictionStrip, ContradictionTable
from claimlight.ui.controls import Button, Caption, Paragraph
from claimlight.ui.flow import Flow
from claimlight.ui.icons import Icon
from claimlight.ui.ledger_cells import speaker_name
from claimlight.ui.look import Look, Type
from claimlight.wording import N_, _

_PARTS = (N_("How many?"), N_("In what unit?"), N_("Of what?"), N_("When?"), N_("Who counted?"))
_ARROW = " → "
_BETWEEN = re.compile("->|<-|[→←><]")


class MoreBody(QWidget):
    """What the row opens."""

    sure_said = Signal(object)
    attribute_said = Signal(str, tuple)
    note_said = Signal(str)
    print_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._id = ""
        self._fields: dict[str, QLineEdit] = {}
        self._words = Paragraph("", look, Type.QUOTE, "ink", lines=1)
        self.sure = self._choice(_("Sure"), True)
        self.unsure = self._choice(_("Not sure"), False)
        self._sure_row = QHBoxLayout()
        self._sure_row.addWidget(self.sure)
        self._sure_row.addWidget(self.unsure)
        self._sure_row.addStretch(1)
        self.note = self._field(_("Note"), _("Why? A word to yourself"), self.note_said.emit)
        self.chain = self._field(_("Who quotes whom"), _("Newspaper → ministry → spokesman"), self._say_chain)
        self._fields[CHAIN] = self.chain
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._labels: list[Caption] = []
        self._add(_("You are"), self._sure_row)
        self._add(_("Note"), self.note)
        self._add(_("Chain"), self.chain)
        self._parts = QWidget()
        self._grid = QGridLayout(self._parts)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for n, (name, caption) in enumerate(zip(FIGURE_PARTS, _PARTS, strict=True)):
            field = self._field(_(caption), _(caption), partial(self._say, name))
            field.setToolTip(_(caption))
            self._fields[name] = field
            self._grid.addWidget(field, n // 2, n % 2)
        self._add(_("Figure"), self._parts)
        self._about = QWidget()
        about = QVBoxLayout(self._about)
        about.setContentsMargins(0, 0, 0, 0)
        about.addWidget(self._words)
        about.addLayout(self._form)
        self._against = Caption(_("Who contradicts whom"), look, Type.SECONDARY_HEADING)
        self._nobody = Paragraph(_("Nobody yet: link a denial or two figures."), look, Type.SECONDARY, "ink2")
        self.strip = ContradictionStrip(look)
        self.table = ContradictionTable(look)
        self.as_table = Button(_("As a table"), look, kind="link")
        self.as_table.setCheckable(True)
        self.as_table.toggled.connect(self._show_table)
        self.print = Button(_("Print on one page…"), look)
        self.copy = Button(_("Copy as table"), look, icon=Icon.COPY)
        self.print.clicked.connect(self.print_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self._column = QVBoxLayout(self)
        for part in (self._about, self._against, self._nobody, self.strip, self.table, self.as_table):
            self._column.addWidget(part)
        self._out = Flow()
        self._out.addWidget(self.print)
        self._out.addWidget(self.copy)
        self._column.addLayout(self._out)
        self._column.addStretch(1)
        self.table.hide()
        self.set_look(look)

    def show_about(self, annotation: Annotation | None, words: str) -> None:
        """Show what was said about a highlight; a field that is being typed in is left alone."""
        self._about.setVisible(annotation is not None)
        if annotation is None:
            self._id = ""
            return
        other = annotation.id != self._id
        self._id = annotation.id
        self._words.setText(words)
        for button, sure in ((self.sure, True), (self.unsure, False)):
            button.setChecked(annotation.sure is sure)
        said = {name: annotation.attribute(name) for name in self._fields}
        shown = {name: _ARROW.join(map(speaker_name, values)) for name, values in said.items()}
        for field, text in ((self.note, annotation.note), *((self._fields[name], shown[name]) for name in shown)):
            if other or not field.hasFocus():
                field.setText(text)
                field.setCursorPosition(0)
        self._form.setRowVisible(self._parts, annotation.label == FIGURE)

    def show_against(self, found: Sequence[Against]) -> None:
        """Show who contradicts whom."""
        self.strip.show_all(found)
        self.table.show_all(found)
        self._nobody.setVisible(not found)
        self.as_table.setVisible(bool(found))
        self._show_table(self.as_table.isChecked())

    def set_look(self, look: Look) -> None:
        self._look = look
        px = look.px
        for widget in (self._words, self._against, self._nobody, self.strip, self.table, self.as_table):
            widget.set_look(look)
        for button in (self.print, self.copy):
            button.set_look(look)
        for choice in (self.sure, self.unsure):
            choice.setFont(look.font(Type.SECONDARY_ACTION))
        for field in (self.note, *self._fields.values()):
            field.setFont(look.font(Type.SECONDARY))
        for label in self._labels:
            label.set_look(look)
        self._column.setContentsMargins(px(20), px(4), px(16), px(12))
        self._column.setSpacing(px(8))
        self._form.setVerticalSpacing(px(6))
        self._form.setHorizontalSpacing(px(12))
        self._grid.setSpacing(px(6))
        self._sure_row.setSpacing(px(8))
        self._out.set_gaps(px(8), px(8))

    def _add(self, caption: str, field: QWidget | QHBoxLayout) -> None:
        label = Caption(caption, self._look, Type.SECONDARY, "second")
        self._labels.append(label)
        self._form.addRow(label, field)

    def _field(self, name: str, hint: str, keep: Callable[[str], object]) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setPlaceholderText(hint)
        field.editingFinished.connect(lambda: keep(" ".join(field.text().split())) if self._id else None)
        return field

    def _choice(self, words: str, sure: bool) -> QPushButton:
        button = QPushButton(words)
        button.setAccessibleName(words)
        button.setProperty("choice", True)
        button.setCheckable(True)
        button.clicked.connect(lambda checked: self.sure_said.emit(sure if checked else None))
        return button

    def _say(self, name: str, words: str) -> None:
        self.attribute_said.emit(name, (words,) if words else ())

    def _say_chain(self, words: str) -> None:
        """Speakers, outermost first; an arrow stands between two, either way round, drawn or typed."""
        parts = _BETWEEN.split(words)
        self.attribute_said.emit(CHAIN, tuple(part.strip() for part in parts if part.strip()))

    def _show_table(self, shown: bool) -> None:
        self.table.setVisible(shown and self.table.rowCount() > 0)
        self.strip.setVisible(not shown)
