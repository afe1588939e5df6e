"""The documents about the program that can be read in it: what is kept of students, and what is protected."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from claimlight.files.places import document
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import ColumnSheet
from claimlight.ui.window import Window
from claimlight.wording import _

PRIVACY, PROTECTION = "PRIVACY.md", "PROTECTION.md"
_LEADING = 125
"""Line height, in percent."""


class DocumentPage(ColumnSheet):
    """One document, to be read with the keyboard and by a screen reader; `left` leads back."""

    def __init__(self, name: str, look: Look) -> None:
        super().__init__(look, title=titles()[name], back=_("Back"), scrolls=False)
        self.text = QTextEdit(readOnly=True, acceptRichText=False)
        self.text.setFrameShape(QTextEdit.Shape.NoFrame)
        self.text.setAccessibleName(titles()[name])
        self.text.setTextInteractionFlags(
            self.text.textInteractionFlags() | self.text.textInteractionFlags().TextSelectableByKeyboard
        )
        self._markdown = document(name).read_text(encoding="utf-8")
        self.column.addWidget(self.text)
        self.setFocusProxy(self.text)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        font = look.font(Type.PARAGRAPH)
        self.text.setFont(font)
        paper = self.text.document()
        paper.setDefaultFont(font)
        # Without raw HTML: what stands in angle brackets is words.
        features = QTextDocument.MarkdownFeature
        paper.setMarkdown(self._markdown, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        _set_apart(paper, look)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)


def _set_apart(paper: QTextDocument, look: Look) -> None:
    """Paragraphs and headings have room around them, as on every page here."""
    block = paper.begin()
    while block.isValid():
        form = block.blockFormat()
        form.setTopMargin(look.px(18) if form.headingLevel() and block.blockNumber() else 0)
        form.setBottomMargin(look.px(7))
        form.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        QTextCursor(block).setBlockFormat(form)
        block = block.next()


def show_document(window: Window, name: str, back: Callable[[], object]) -> None:
    """Show a document in the place of whatever is open."""
    page = DocumentPage(name, window.look)
    page.left.connect(back)
    window.hush()
    window.show_page(page, titles()[name])
    QTimer.singleShot(0, page, page.setFocus)


def titles() -> dict[str, str]:
    """By the name of its file, what each is called."""
    return {PRIVACY: _("What Claimlight keeps about students"), PROTECTION: _("What is protected, and from whom")}
