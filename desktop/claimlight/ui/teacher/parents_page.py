"""The page for parents: article, marks, answers, every rule in words, and what the teacher changed, with reasons."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QMarginsF, QRectF, QSaveFile, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

from claimlight.core.errors import LessonError
from claimlight.files.report import Notes, html_report
from claimlight.files.report_paper import STYLE, paper_html
from claimlight.wording import _, spoken
from claimlight.wording.points import total_text
from claimlight.work.one_work import OneWork

_DOTS = 96
_FINE = 1200
"""Dots an inch of the paper; letters are set between the dots of a screen."""
_MOST_NARROWED = 1.7
"""Letters are not made smaller than this; more goes on a second page."""
_MARGIN = 9
"""Millimetres, which printers reach."""


def save_for_parents(path: Path, work: OneWork) -> bool:
    """Write the page to `path`: for a browser where it ends so, else for paper. Raises LessonError."""
    if path.suffix.lower() in (".html", ".htm"):
        raw = parents_html(work).encode()
        file = QSaveFile(str(path))
        kept = file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(raw) == len(raw) and file.commit()
    else:
        kept = _print(path, work)
    if not kept:
        raise LessonError("file-not-written", file=path.name, reason=_("the disk did not take it"))
    return True


def parents_html(work: OneWork) -> str:
    """The page that needs nothing else, for a browser and for who listens."""
    notes = Notes(work.decisions, tuple(notes_on(work)), tuple(heads_on(work)))
    return html_report(work.now.lesson, work.received.text, [(work.name, work.shown)], spoken(), notes=[notes])


def heads_on(work: OneWork) -> list[str]:
    """Which class, which day, and who is spoken to."""
    day = QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat)
    about = _("{group}, {day}").format(group=work.class_name, day=day)
    return [about, _("On this page “you” is {name}.").format(name=work.name)]


def notes_on(work: OneWork) -> list[str]:
    """Which check counted, and which version of the answers."""
    checks = len(work.submission.checks)
    counted = total_text(work.grade.points, work.grade.possible)
    if checks > 1:
        first = total_text(work.first.points, work.first.possible)
        said = [_("The first check had {first}. The last one counts: {points}.").format(first=first, points=counted)]
    else:
        said = [_("There was one check, and it counts: {points}.").format(points=counted)]
    if work.shown.points != work.grade.points:
        now = total_text(work.shown.points, work.shown.possible)
        said.append(_("With what the teacher changed: {points}.").format(points=now))
    return [*said, _("Version {n} of the answers.").format(n=work.now.answers)]


def paper(work: OneWork, size: QSizeF) -> tuple[QTextDocument, float]:
    """The page set for paper of this size in pixels, and how far it is to be made smaller to fit on one."""
    document = QTextDocument()
    font = QFont("Source Serif 4")
    font.setPointSizeF(8.8)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    document.setDefaultFont(font)
    document.setUseDesignMetrics(True)
    document.setDocumentMargin(0)
    document.setDefaultStyleSheet(STYLE)
    document.setHtml(paper_html(parents_html(work)))
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, escape(work.now.lesson.title))
    narrowed = 1.0
    while True:
        document.setTextWidth(size.width() * narrowed)
        if document.size().height() <= size.height() * narrowed or narrowed >= _MOST_NARROWED:
            return document, 1 / narrowed
        narrowed *= 1.01


def _print(path: Path, work: OneWork) -> bool:
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        return False
    writer = QPdfWriter(file)
    writer.setTitle(work.now.lesson.title)
    writer.setResolution(_FINE)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    upright = QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), upright, margins, QPageLayout.Unit.Millimeter))
    paint_pages(writer, work)
    return file.commit()


def paint_pages(writer: QPdfWriter, work: OneWork) -> int:
    """Paint the page, on more sheets where the letters would get too small; returns how many."""
    area = writer.pageLayout().paintRectPixels(_DOTS)
    document, scale = paper(work, QSizeF(area.width(), area.height()))
    height = area.height() / scale
    sheets = max(1, -int(-(document.size().height() - 1) // height))
    painter = QPainter(writer)
    painter.scale(scale * _FINE / _DOTS, scale * _FINE / _DOTS)
    for number in range(sheets):
        if number:
            writer.newPage()
        painter.save()
        painter.translate(0, -number * height)
        document.drawContents(painter, QRectF(0, number * height, area.width() / scale, height))
        painter.restore()
    painter.end()
    return sheets
