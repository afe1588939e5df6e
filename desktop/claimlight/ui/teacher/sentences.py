"""What there is to say about something that was done, one sentence below the other."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimlight.ui.controls import Paragraph, clear
from claimlight.ui.look import Look, Type


class Sentences(QWidget):
    """Empty at first, and then as high as its sentences. The first may be a heading."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._parts: list[Paragraph] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(part.text() for part in self._parts)

    def say(self, sentences: Iterable[str], heading: str = "") -> None:
        clear(self._column)
        self._parts = [Paragraph(heading, self._look, Type.HEADING)] if heading else []
        self._parts += [Paragraph(words, self._look, Type.PARAGRAPH) for words in sentences]
        for part in self._parts:
            self._column.addWidget(part)
        self.setVisible(bool(self._parts))
        self.setAccessibleName("\n".join(self.words))

    def set_look(self, look: Look) -> None:
        self._look = look
        self._column.setSpacing(look.px(6))
        for part in self._parts:
            part.set_look(look)
