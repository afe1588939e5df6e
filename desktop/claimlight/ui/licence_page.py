"""The full text of one licence, over whatever is open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit, QWidget

from claimlight.files.licences import Part
from claimlight.ui.cover import Cover
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import ColumnSheet
from claimlight.wording import _


class LicencePage(ColumnSheet):
    """Covers `window`; `left` by Esc or *Back*. `text` is in the licence's own language, "" where there is none."""

    def __init__(self, part: Part, text: str, look: Look, window: QWidget) -> None:
        title = _("The licence of {name}").format(name=part.name)
        super().__init__(look, title=title, back=_("Back"), scrolls=False)
        self.setAccessibleName(title)
        self.setParent(window)
        self.text = QTextEdit(readOnly=True, acceptRichText=False)
        self.text.setFrameShape(QTextEdit.Shape.NoFrame)
        self.text.setAccessibleName(title)
        self.text.setTextInteractionFlags(
            self.text.textInteractionFlags() | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        option = self.text.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        self.text.document().setDefaultTextOption(option)
        self.text.setPlainText(
            text or _("Its licence is {licence}; no text of it came along.").format(licence=part.licence)
        )
        self.column.addWidget(self.text)
        self.set_look(look)
        self.left.connect(self.hide)
        self._cover = Cover(self, window)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.text.setFont(look.font(Type.PARAGRAPH))

    def open(self) -> None:
        """Cover the window and take the keyboard."""
        self._cover.open()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes to and fro between the text and *Back*, and never behind the page."""
        other = self.back if self.text.hasFocus() else self.text
        other.setFocus(Qt.FocusReason.TabFocusReason)
        return True


def _without_text(part: Part) -> str:
    return _("Its licence is {licence}; no text of it came along.").format(licence=part.licence)
