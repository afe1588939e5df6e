"""Who says what on one page of paper, as a PDF file."""

from collections.abc import Callable
from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSaveFile, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QWidget

from claimlight.ui.ledger_table import Table, as_html
from claimlight.ui.look import Look, Type
from claimlight.wording import _

AskForPdf = Callable[[QWidget, str], Path | None]
_DOTS = 96
_MOST_NARROWED = 4.0
_WIDE = 26
"""Up to so many lines the page lies on its side."""


def ask_for_pdf(parent: QWidget, name: str) -> Path | None:
    """Ask where to keep the page, with the system's own dialog."""
    chosen, _filter = QFileDialog.getSaveFileName(parent, _("Print on one page"), f"{name}.pdf", "PDF (*.pdf)")
    return Path(chosen) if chosen else None


def print_on_one_page(path: Path, title: str, person: str, table: Table, look: Look, *, direction: str) -> bool:
    """Write `table` under its title to `path`, made smaller until it fits. False where the disk refuses."""
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        return False
    writer = QPdfWriter(file)
    writer.setTitle(title)
    writer.setResolution(_DOTS)
    sides = QPageLayout.Orientation
    side = sides.Landscape if len(table) <= _WIDE else sides.Portrait
    margins = QMarginsF(12, 12, 12, 12)
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), side, margins, QPageLayout.Unit.Millimeter))
    paper = QRectF(writer.pageLayout().paintRectPixels(_DOTS))
    document = _document(title, person, table, look, direction)
    painter = QPainter(writer)
    scale = _scale(document, QSizeF(paper.width(), paper.height()))
    painter.scale(scale, scale)
    document.drawContents(painter)
    painter.end()
    return file.commit()


def _document(title: str, person: str, table: Table, look: Look, direction: str) -> QTextDocument:
    document = QTextDocument()
    font = look.font(Type.SECONDARY)
    font.setPixelSize(13)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    by = f"<p>{escape(person)}</p>" if person else ""
    heading = f"<h2>{escape(_('Who says what'))}: {escape(title)}</h2>"
    document.setHtml(f'<div dir="{direction}">{heading}{by}{as_html(table, direction=direction)}</div>')
    return document


def _scale(document: QTextDocument, paper: QSizeF) -> float:
    """Set the document wider until it is no higher than the page, as wide as that; a long list gets small letters."""
    narrowed = 1.0
    while True:
        document.setTextWidth(paper.width() * narrowed)
        size = document.size()
        if size.height() <= paper.height() * narrowed or narrowed >= _MOST_NARROWED:
            return min(paper.width() / max(size.width(), 1.0), paper.height() / max(size.height(), 1.0), 1.0)
        narrowed *= 1.1
