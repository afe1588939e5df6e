"""Which assignment of Canvas the marks of each lesson go into, asked where the names do not say it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimlight.ui.controls import Paragraph, clear
from claimlight.ui.look import Look, Type
from claimlight.ui.teacher.choice_box import ChoiceBox
from claimlight.wording import _


class CanvasColumns(QWidget):
    """A line a lesson: its title, and the assignments that the file has."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.boxes: tuple[ChoiceBox, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def chosen(self) -> tuple[str, ...]:
        """A column for each lesson, "" for a new one."""
        return tuple(str(box.currentData()) for box in self.boxes)

    def ask(self, lessons: Sequence[str], columns: Sequence[str], matching: Sequence[str]) -> None:
        """`matching` is what each lesson's name says; who has one keeps it unless another is chosen."""
        self.put_away()
        boxes = []
        self._column.addWidget(Paragraph(_("Into which column?"), self._look, Type.HEADING))
        for lesson, found in zip(lessons, matching, strict=True):
            box = ChoiceBox(_("Column for “{lesson}”").format(lesson=lesson), self._look, width=320)
            if not found:
                box.addItem(_("A new column"), "")
            for each in columns:
                box.addItem(each, each)
            box.setCurrentIndex(max(0, box.findData(found)))
            self._column.addWidget(Paragraph(lesson, self._look, Type.PARAGRAPH))
            self._column.addWidget(box)
            boxes.append(box)
        self.boxes = tuple(boxes)
        self.show()

    def put_away(self) -> None:
        clear(self._column)
        self.boxes = ()
        self.hide()

    def set_look(self, look: Look) -> None:
        self._look = look
        self._column.setSpacing(look.px(6))
        for number in range(self._column.count()):
            item = self._column.itemAt(number)
            part = item.widget() if item is not None else None
            if isinstance(part, Paragraph | ChoiceBox):
                part.set_look(look)
