"""*End of term*: marks are exported, a copy is kept and tried, and then the class is taken off this computer."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy

from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import ColumnSheet
from claimlight.ui.teacher.sentences import Sentences
from claimlight.ui.tick_box import TickBox
from claimlight.wording import _, ngettext

_BEFORE_STEP = 14


class EndOfTermPage(ColumnSheet):
    """Three steps; the last waits for a copy, or for a word that none is wanted, and asks once more."""

    export_wanted = Signal()
    copy_wanted = Signal()
    delete_wanted = Signal()
    """Said twice."""

    def __init__(self, class_name: str, look: Look, *, ends: str, over: bool, students: int, works: int) -> None:
        """`ends` is the last day as it is read, or ""."""
        super().__init__(
            look, title=_("End of term: {name}").format(name=class_name), back=_("Class"), width=760, gap=8
        )
        self.export = Button(_("Export marks…"), look)
        self.copy = Button(_("Keep a copy…"), look, kind="primary")
        self.without = TickBox(_("I need no copy"))
        self.delete = Button(_("Delete this class…"), look)
        self.really = Button(_("Delete it for good"), look, kind="primary")
        self.keep = Button(_("Keep it"), look)
        self.copied = self.wear(Sentences(look))
        self.sure = self.wear(Sentences(look))
        self._proven = False
        self._add(Paragraph(_when(ends, over=over), look, Type.PARAGRAPH))
        self._add(Paragraph(_what(students, works), look, Type.PARAGRAPH, "ink2"))
        self._step(_("1. Take the marks along"), _("For your records, in any form that your school wants."))
        self.column.addLayout(self.row_of(self.export))
        tried = _("One file with all your classes. It is opened again at once to see that everything is in it.")
        self._step(_("2. Keep a copy"), tried)
        self.column.addLayout(self.row_of(self.copy))
        self.column.addWidget(self.copied)
        self.column.addWidget(self.without)
        gone = _("Names, work, marks and comments go, here and from every backup. Lessons stay.")
        self._step(_("3. Delete the class"), gone)
        self.column.addLayout(self.row_of(self.delete))
        self.column.addWidget(self.sure)
        self.column.addLayout(self.row_of(self.keep, self.really))
        self.column.addStretch(1)
        self.export.clicked.connect(self.export_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.without.toggled.connect(self._follow)
        self.delete.clicked.connect(self._ask)
        self.keep.clicked.connect(self._follow)
        self.really.clicked.connect(self.delete_wanted)
        self._follow()
        self.set_look(look)

    def begin(self) -> None:
        self.export.setFocus()

    def tell_copied(self, file: str, classes: int, works: int) -> None:
        """A copy is there and was found the same."""
        self._proven = True
        self.copied.say([copied_text(file, classes, works)])
        self._follow()
        self.delete.setFocus()

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.without.setFont(look.font(Type.TEXT))
        self.without.setMinimumHeight(look.px(32))
        self.without.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _follow(self) -> None:
        """What can be pressed now: whoever changes the first two steps is asked anew."""
        self.without.setVisible(not self._proven)
        self.delete.setEnabled(self._proven or self.without.isChecked())
        self.delete.show()
        self.sure.say(())
        self.keep.hide()
        self.really.hide()

    def _ask(self) -> None:
        words = _("This cannot be undone here. Only the copy brings the class back.")
        self.sure.say([words if self._proven else _("This cannot be undone, and there is no copy.")])
        self.delete.hide()
        self.keep.show()
        self.really.show()
        self.keep.setFocus()
        QTimer.singleShot(0, self, lambda: self.scroller.ensureWidgetVisible(self.really))

    def _step(self, title: str, about: str) -> None:
        self.column.addSpacing(_BEFORE_STEP)
        self._add(Paragraph(title, self._look, Type.HEADING))
        self._add(Paragraph(about, self._look, Type.PARAGRAPH, "ink2"))

    def _add(self, part: Paragraph) -> None:
        self.column.addWidget(self.wear(part))


def _when(ends: str, *, over: bool) -> str:
    if not ends:
        return _("This class has no last day.")
    if over:
        return _("The last day was {date}. You no longer need what your students handed in.").format(date=ends)
    return _("The last day is {date}. Until then you may still need what is here.").format(date=ends)


def _what(students: int, works: int) -> str:
    names = ngettext("{n} name", "{n} names", students).format(n=students)
    handed = ngettext("{n} work", "{n} works", works).format(n=works)
    return _("Kept on this computer: {names}, {works}.").format(names=names, works=handed)


def copied_text(file: str, classes: int, works: int) -> str:
    """A copy is there and was found the same."""
    count = ngettext("{n} work", "{n} works", works).format(n=works)
    said = ngettext(
        "{file}: brought back to try it, and the same: {n} class, {works}.",
        "{file}: brought back to try it, and the same: {n} classes, {works}.",
        classes,
    )
    return said.format(file=file, n=classes, works=count)
