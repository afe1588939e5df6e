"""The page with a teacher's recovery words: shown once in the window, and taken to paper as a PDF or a web page."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSaveFile, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import CardSheet
from claimlight.wording import _

AskWhere = Callable[[QWidget, str, str], Path | None]
"""Is given a name and what kinds of file there are."""
_IN_A_LINE = 4


def ask_where(parent: QWidget, name: str, kinds: str) -> Path | None:
    """Ask where to keep the page, with the system's own dialog."""
    chosen, _filter = QFileDialog.getSaveFileName(parent, _("Save the recovery page"), name, kinds)
    return Path(chosen) if chosen else None


class RecoveryPage(CardSheet):
    """The words, numbered; they can be selected and read out. `done` once they are on paper."""

    pdf_wanted = Signal()
    html_wanted = Signal()
    done = Signal()

    def __init__(self, words: str, look: Look) -> None:
        super().__init__(look)
        self.words = QLabel(numbered(words))
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # the words are English in every language
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.words.setAccessibleName(_("The words on the page"))
        self.pdf = Button(_("Save for printing (PDF)…"), look, kind="primary")
        self.html = Button(_("Save as a web page…"), look)
        self.go_on = Button(_("I have it on paper"), look)
        self.pdf.clicked.connect(self.pdf_wanted)
        self.html.clicked.connect(self.html_wanted)
        self.go_on.clicked.connect(self.done)
        said = _(
            "Print these words or write them down, and keep the paper where you keep your marks. They open your "
            "classes when you forget your passphrase, and make you the same teacher on another computer. Whoever has "
            "them has your keys."
        )
        self.column.addWidget(self.wear(Paragraph(_("Your recovery page"), look, Type.PAGE_TITLE)))
        self.column.addWidget(self.wear(Paragraph(said, look, Type.PARAGRAPH)))
        self.column.addWidget(self.words)
        self.column.addLayout(self.row_of(self.pdf, self.html, self.go_on))
        self.setFocusProxy(self.pdf)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.words.setFont(look.font(Type.LARGE_HEADING))


def numbered(words: str) -> str:
    """Every word with its place, a few in a line."""
    places = [f"{place}\u00a0{word}" for place, word in enumerate(words.split(), 1)]
    lines = (places[at : at + _IN_A_LINE] for at in range(0, len(places), _IN_A_LINE))
    return "\n".join("    ".join(line) for line in lines)


def write_pdf(path: Path, html: str, title: str, look: Look, *, direction: Qt.LayoutDirection) -> bool:
    """Print `html` on paper of A4, black on white whatever the theme. False where the disk refuses."""
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        return False
    writer = QPdfWriter(file)
    writer.setTitle(title)
    size, unit = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Unit.Millimeter
    writer.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(3, 3, 3, 3), unit)
    )  # Qt adds 20 mm
    document = QTextDocument()
    option = document.defaultTextOption()
    option.setTextDirection(direction)
    document.setDefaultTextOption(option)
    font = look.font(Type.PARAGRAPH)
    font.setPointSize(12)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet("* { color: #000000; } li { font-size: 15pt; }")
    document.setHtml(html)
    document.print_(writer)
    return file.commit()


def write_html(path: Path, html: str) -> bool:
    """False where the disk refuses."""
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        return False
    file.write(html.encode())
    return file.commit()
