"""*Give to students…*: one question, and a file to save."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, Caption, Paragraph, hairline, scrolling
from claimlight.ui.look import Look, Type
from claimlight.wording import _, ngettext


class GivePage(QWidget):
    """Takes the place of the lesson while it is open. What there is to look at is told; it never blocks."""

    students_wanted = Signal()
    """Save the students' file."""
    colleague_wanted = Signal()
    left = Signal()

    def __init__(self, title: str, look: Look, *, answers: int, to_look_at: int) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._title = Paragraph(_("Give “{lesson}” to students").format(lesson=title), look, Type.PAGE_TITLE)
        self._facts = Paragraph(_facts(answers, to_look_at), look, Type.PARAGRAPH, "ink2")
        self._question = Caption(_("When may they see the answers?"), look, Type.HEADING)
        names = (_("At once"), _("When I say"), _("Never on their laptop"))
        self.choices = tuple(QRadioButton(name) for name in names)
        group = QButtonGroup(self)
        for button in self.choices:
            group.addButton(button)
        self.choices[0].setChecked(True)
        for button in self.choices[1:]:
            button.setEnabled(False)
        self._at_once = Paragraph(
            _("For practice. The answers are in the file, and who looks inside can read them."),
            look,
            Type.SMALL,
            "ink2",
        )
        self._later = Paragraph(_("These two come together with handing in."), look, Type.SMALL, "ink2")
        self.save = Button(_("Save the file…"), look, kind="primary")
        self.back = Button(_("Back"), look)
        self._other = Paragraph(_("For a colleague, with all you know:"), look, Type.PARAGRAPH, "ink2")
        self.colleague = Button(_("Share with a colleague…"), look)
        self.save.clicked.connect(self.students_wanted)
        self.back.clicked.connect(self.left)
        self.colleague.clicked.connect(self.colleague_wanted)
        self._build()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        px = look.px
        for widget in (self._title, self._facts, self._question, self._at_once, self._later, self._other):
            widget.set_look(look)
        for button in (self.save, self.back, self.colleague):
            button.set_look(look)
        for choice in self.choices:
            choice.setFont(look.font(Type.TEXT))
            choice.setMinimumHeight(px(36))
        self._panel.setMaximumWidth(px(680))
        self._column.setContentsMargins(px(32), px(24), px(32), px(24))
        self._column.setSpacing(px(8))
        self._buttons.setContentsMargins(0, px(12), 0, px(12))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._panel = QFrame()
        self._panel.setObjectName("floating")
        self._column = QVBoxLayout(self._panel)
        self._column.addWidget(self._title)
        self._column.addWidget(self._facts)
        self._column.addWidget(self._question)
        self._column.addWidget(self.choices[0])
        self._column.addWidget(self._at_once)
        for choice in self.choices[1:]:
            self._column.addWidget(choice)
        self._column.addWidget(self._later)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.save)
        self._buttons.addWidget(self.back)
        self._buttons.addStretch(1)
        self._column.addLayout(self._buttons)
        self._column.addWidget(hairline())
        self._column.addWidget(self._other)
        self._column.addWidget(self.colleague)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._panel, 100)
        across.addStretch(1)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.addStretch(1)
        inner.addLayout(across)
        inner.addStretch(2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(content))
        self.setFocusProxy(self.save)


def _facts(answers: int, to_look_at: int) -> str:
    words = ngettext("{n} answer.", "{n} answers.", answers).format(n=answers)
    if not to_look_at:
        return words
    more = ngettext("{n} thing to look at first, if you like.", "{n} things to look at first, if you like.", to_look_at)
    return " ".join((words, more.format(n=to_look_at)))
