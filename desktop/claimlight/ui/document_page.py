"""The documents that can be read in the program: the guides, what is kept of students, and what is protected."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextBlockFormat, QTextCursor, QTextDocument, QTextImageFormat
from PySide6.QtWidgets import QTextEdit

from claimlight.files.places import document
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import ColumnSheet
from claimlight.ui.window import Window
from claimlight.wording import _

STUDENTS, TEACHERS, PRIVACY, PROTECTION = "STUDENTS.md", "TEACHERS.md", "PRIVACY.md", "PROTECTION.md"
_PICTURE = 720
"""Width of a picture at 100 % text, in pixels."""
_LEADING = 125
"""Line height, in percent."""


class DocumentPage(ColumnSheet):
    """One document, to be read with the keyboard and by a screen reader; `left` leads back."""

    def __init__(self, name: str, look: Look) -> None:
        super().__init__(look, title=titles()[name], back=_("Back"), scrolls=False)
        self.text = _Text(readOnly=True, acceptRichText=False)
        self.text.resized.connect(self._fit_pictures)
        self.text.setFrameShape(QTextEdit.Shape.NoFrame)
        self.text.setAccessibleName(titles()[name])
        self.text.setTextInteractionFlags(
            self.text.textInteractionFlags() | self.text.textInteractionFlags().TextSelectableByKeyboard
        )
        file = document(name)
        self._markdown = file.read_text(encoding="utf-8")
        self.text.document().setBaseUrl(QUrl.fromLocalFile(f"{file.parent}/"))
        self.column.addWidget(self.text)
        self.setFocusProxy(self.text)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        font = look.font(Type.PARAGRAPH)
        self.text.setFont(font)
        paper = self.text.document()
        paper.setDefaultFont(font)
        self.text.picture_width = look.px(_PICTURE)
        # Without raw HTML: what stands in angle brackets is words.
        features = QTextDocument.MarkdownFeature
        paper.setMarkdown(self._markdown, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        _set_apart(paper, look)
        self._fit_pictures()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _fit_pictures(self) -> None:
        """Pictures are as wide as is good to see, and no wider than the column."""
        room = max(1, self.text.viewport().width() - 2 * round(self.text.document().documentMargin()))
        for place, picture in pictures_in(self.text.document()):
            picture.setWidth(min(room, self._look.px(_PICTURE)))
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(place)
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(picture)


class _Text(QTextEdit):
    """Tells when it has another width; makes pictures smaller more carefully than its document would."""

    resized = Signal()
    picture_width = _PICTURE

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        picture = self.picture(str(QUrl(name).toString()))
        if kind != QTextDocument.ResourceType.ImageResource.value or picture.isNull():
            return super().loadResource(kind, name)
        ratio = self.devicePixelRatioF()
        small = picture.scaledToWidth(round(self.picture_width * ratio), Qt.TransformationMode.SmoothTransformation)
        small.setDevicePixelRatio(ratio)
        return small

    def picture(self, name: str) -> QImage:
        """The picture that the document calls so; a null one where there is none."""
        return QImage(self.document().baseUrl().resolved(QUrl(name)).toLocalFile())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()


def pictures_in(paper: QTextDocument) -> list[tuple[int, QTextImageFormat]]:
    """Every picture, and where it stands."""
    found = []
    block = paper.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            form = pieces.fragment().charFormat()
            if form.isImageFormat():
                found.append((pieces.fragment().position(), form.toImageFormat()))
            pieces += 1
        block = block.next()
    return found


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
    return {
        STUDENTS: _("A guide for students"),
        TEACHERS: _("A guide for teachers"),
        PRIVACY: _("What Claimlight keeps about students"),
        PROTECTION: _("What is protected, and from whom"),
    }
