"""A class whose last day has passed: its marks can be taken along, and then it can go."""

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.flow import Flow
from claimlight.ui.look import Look, Type
from claimlight.wording import _


class OverCard(QFrame):
    """It stands on the page of the class by itself."""

    export_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("review")
        self._title = Paragraph("", look, Type.HEADING)
        self._about = Paragraph(
            _("Take the marks along, keep a copy if you want one, and let the names and the work go."),
            look,
            Type.SECONDARY,
            "ink2",
        )
        self.export = Button(_("Export marks…"), look)
        self.end = Button(_("End of term…"), look)
        self.export.clicked.connect(self.export_wanted)
        self.end.clicked.connect(self.end_wanted)
        self._row = Flow(across=12)
        self._column = QVBoxLayout(self)
        for part in (self._title, self._about):
            self._column.addWidget(part)
        for button in (self.export, self.end):
            self._row.addWidget(button)
        self._column.addLayout(self._row)
        self.set_look(look)
        self.hide()

    def show_end(self, ends: str, *, over: bool) -> None:
        """`ends` is a date (ISO 8601)."""
        day = QDate.fromString(ends, "yyyy-MM-dd")
        self._title.setText(_("This class ended on {day}.").format(day=QLocale().toString(day, "d MMMM yyyy")))
        self.setAccessibleName(self._title.text())
        self.setVisible(over)

    def set_look(self, look: Look) -> None:
        for part in (self._title, self._about, self.export, self.end):
            part.set_look(look)
        px = look.px
        self._column.setContentsMargins(px(20), px(12), px(20), px(12))
        self._column.setSpacing(px(6))
