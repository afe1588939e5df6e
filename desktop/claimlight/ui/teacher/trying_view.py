"""*Try as a student*: the student's own room on a page that is kept nowhere."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimlight.core.identity import NewId
from claimlight.core.lesson import Lesson
from claimlight.session.trying import tried
from claimlight.ui.announcing import Announce
from claimlight.ui.commands import Commands
from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.reading_room import ReadingRoom
from claimlight.wording import _


class TryingView(QWidget):
    """Begin again as often as one likes; nothing of it stays."""

    left = Signal()
    look_wanted = Signal(QWidget)
    question = Signal(str, object)
    labels_changed = Signal(tuple)

    def __init__(self, lesson: Lesson, new_id: NewId, commands: Commands, look: Look, announce: Announce) -> None:
        super().__init__()
        self._lesson = lesson
        self._new_id = new_id
        self._commands = commands
        self._look = look
        self._announce = announce
        self._notice = QFrame()
        self._notice.setObjectName("notice")
        self._words = Paragraph(
            _("You see what students see. Nothing you mark here is kept."), look, Type.PARAGRAPH, lines=2
        )
        self.again = Button(_("Begin again"), look)
        self.back = Button(_("Back to the answers"), look)
        self.again.clicked.connect(self.begin_again)
        self.back.clicked.connect(self.left)
        row = self._row = QHBoxLayout(self._notice)
        row.addWidget(self._words, 1)
        row.addWidget(self.again)
        row.addWidget(self.back)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._notice)
        self.room = self._made_room()
        self._column.addWidget(self.room, 1)
        self._again = commands["again"].triggered.connect(self.begin_again)
        self._space()

    def begin(self) -> None:
        self.labels_changed.emit(self.room.marking.label_actions)
        self.room.begin()

    def end(self) -> None:
        self.room.end()
        self._commands["again"].triggered.disconnect(self._again)

    def begin_again(self) -> None:
        """An empty page."""
        old = self.room
        old.end()
        self.room = self._made_room()
        self._column.replaceWidget(old, self.room)
        old.hide()
        old.deleteLater()
        self.begin()

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self._words, self.again, self.back, self.room):
            widget.set_look(look)
        self._space()

    def _space(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(px(20), px(6), px(12), px(6))
        self._row.setSpacing(px(10))

    def _made_room(self) -> ReadingRoom:
        room = ReadingRoom(tried(self._lesson, self._new_id), self._commands, self._look, self._announce)
        room.checking.kept = False
        room.checking.show_saved()
        room.shelf_wanted.connect(self.left)
        room.look_wanted.connect(self.look_wanted)
        room.question.connect(self.question)
        return room
