"""*Export marks*: which lessons, in which form; and afterwards what was written and whom the file does not know.

The form may also be a printable page for each student, of which a folder is filled.
"""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy

from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import ColumnSheet
from claimlight.ui.teacher.canvas_columns import CanvasColumns
from claimlight.ui.teacher.job_card import JobCard
from claimlight.ui.teacher.sentences import Sentences
from claimlight.ui.tick_box import TickBox
from claimlight.wording import N_, _
from claimlight.work.exports import Form

_FORMS = (
    (
        Form.XLSX,
        N_("Spreadsheet"),
        N_("For Excel or LibreOffice (.xlsx): percent, points, who is late or missing, and feedback."),
    ),
    (Form.CSV, N_("Plain table"), N_("The same as CSV, which any program reads.")),
    (
        Form.MOODLE,
        N_("Moodle"),
        N_("A file for Grades, Import, with grade and feedback; or one assignment’s grading worksheet, filled."),
    ),
    (
        Form.CANVAS,
        N_("Canvas"),
        N_("In Canvas choose Grades, Export, and give that file here. Only its marks are changed; then import it."),
    ),
)
_BETWEEN = 14


class ExportPage(ColumnSheet):
    """`wanted` gives the ids of the lessons and the form, `fill_wanted` the same where a file is to be filled."""

    wanted = Signal(tuple, str)
    fill_wanted = Signal(tuple, str)
    pages_wanted = Signal(tuple)
    """Printable pages of the works at these lessons."""
    columns_said = Signal(tuple)
    """The columns of Canvas's file for the lessons, after `ask_columns`."""

    def __init__(self, class_name: str, lessons: Sequence[tuple[str, str]], look: Look) -> None:
        """`lessons` are ids and titles of those that have marks."""
        super().__init__(
            look, title=_("Export marks: {name}").format(name=class_name), back=_("Class"), width=760, gap=6
        )
        self._ids = tuple(id for id, _title in lessons)
        self.lessons = tuple(TickBox(title.replace("&", "&&")) for _id, title in lessons)
        self.forms = {form: QRadioButton(_(name)) for form, name, _about in _FORMS}
        self.forms[Form.XLSX].setChecked(True)
        self.pages = QRadioButton(_("Printable pages"))
        self.save = Button(_("Save the file…"), look, kind="primary")
        self.fill = Button(_("Choose the file to fill…"), look)
        self.save_pages = Button(_("Choose a folder…"), look, kind="primary")
        self.job = self.wear(JobCard(look))
        self.columns = self.wear(CanvasColumns(look))
        self.fill_in = Button(_("Fill them in…"), look, kind="primary")
        self.fill_in.hide()
        self.told = self.wear(Sentences(look))
        self._boxes = (*self.lessons, *self.forms.values(), self.pages)
        group = QButtonGroup(self)
        self.column.addWidget(self.wear(Paragraph(_("Which lessons?"), look, Type.HEADING)))
        if not lessons:
            words = _("Nothing has been handed in yet. Collect first.")
            self.column.addWidget(self.wear(Paragraph(words, look, Type.PARAGRAPH, "ink2")))
        for box in self.lessons:
            box.setChecked(True)
            box.toggled.connect(self._follow)
            self.column.addWidget(box)
        self.column.addSpacing(_BETWEEN)
        self.column.addWidget(self.wear(Paragraph(_("For what?"), look, Type.HEADING)))
        for form, _name, about in _FORMS:
            self._offer(self.forms[form], _(about), group)
        about = _("Each student’s article, marks, points and your words, for paper (PDF) and for a browser (HTML).")
        self._offer(self.pages, about, group)
        self.save.clicked.connect(lambda: self.wanted.emit(self.chosen, self.form.value))
        self.fill.clicked.connect(lambda: self.fill_wanted.emit(self.chosen, self.form.value))
        self.column.addSpacing(_BETWEEN)
        self.save_pages.clicked.connect(lambda: self.pages_wanted.emit(self.chosen))
        self.column.addLayout(self.row_of(self.save, self.fill, self.save_pages))
        self.fill_in.clicked.connect(lambda: self.columns_said.emit(self.columns.chosen))
        self.column.addSpacing(_BETWEEN)
        self.column.addWidget(self.columns)
        self.column.addWidget(self.job)
        self.column.addSpacing(_BETWEEN // 2)
        self.column.addLayout(self.row_of(self.fill_in))
        self.column.addSpacing(_BETWEEN)
        self.column.addWidget(self.told)
        self.column.addStretch(1)
        self._follow()
        self.set_look(look)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the lessons that are ticked."""
        return tuple(id for id, box in zip(self._ids, self.lessons, strict=True) if box.isChecked())

    @property
    def form(self) -> Form:
        return next((form for form, button in self.forms.items() if button.isChecked()), Form.XLSX)

    def begin(self) -> None:
        self.forms[self.form].setFocus()

    def ask_columns(self, columns: Sequence[str], matching: Sequence[str]) -> None:
        """Into which of Canvas's columns the marks go, before they are filled in."""
        self.told.say(())
        titles = [box.text().replace("&&", "&") for box in self.lessons if box.isChecked()]
        self.columns.ask(titles, columns, matching)
        self.fill_in.show()
        self.columns.boxes[0].setFocus()
        QTimer.singleShot(0, self, lambda: self.scroller.ensureWidgetVisible(self.fill_in))

    def tell(self, done: str, sentences: Sequence[str]) -> None:
        """What was written, and what there is to do about it."""
        self.told.say(sentences, done)
        QTimer.singleShot(0, self, lambda: self.scroller.ensureWidgetVisible(self.told))

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        for box in self._boxes:
            box.setFont(look.font(Type.TEXT))
            box.setMinimumHeight(look.px(32))
            box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_job(self, title: str) -> None:
        """Pages are being written; `job` says how far it is."""
        self.told.say(())
        self.save_pages.setEnabled(False)
        self.job.begin(title)
        QTimer.singleShot(0, self, lambda: self.scroller.ensureWidgetVisible(self.job))

    def end_job(self, done: str, sentences: Sequence[str] = ()) -> None:
        self.save_pages.setEnabled(bool(self.chosen))
        self.job.hide()
        self.tell(done, sentences)
        self.save_pages.setFocus()

    def _offer(self, button: QRadioButton, about: str, group: QButtonGroup) -> None:
        group.addButton(button)
        button.toggled.connect(self._follow)
        button.setAccessibleDescription(about)
        self.column.addWidget(button)
        self.column.addWidget(self.wear(Paragraph(about, self._look, Type.SMALL, "ink2")))

    def _follow(self) -> None:
        """Canvas only ever gets its own file; a worksheet of Moodle has one lesson."""
        form, some, pages = self.form, bool(self.chosen), self.pages.isChecked()
        self.save.setVisible(form is not Form.CANVAS and not pages)
        self.fill.setVisible(form in (Form.CANVAS, Form.MOODLE))
        self.save_pages.setVisible(pages)
        self.save_pages.setEnabled(some and self.job.isHidden())
        self.save.setEnabled(some)
        self.fill.setEnabled(some and (form is Form.CANVAS or len(self.chosen) == 1))
        self.columns.put_away()
        self.fill_in.hide()
        self.told.say(())
