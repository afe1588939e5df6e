"""The guide for teachers prints on two pages, and names the lessons as they are."""

import re

import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QFontDatabase, QPageLayout, QPageSize, QTextDocument

from claimlight.files.course_file import read_course
from claimlight.files.lesson_toml import sheet_from_toml
from claimlight.files.places import assets, lessons

GUIDE = (lessons() / "TEACHERS-GUIDE.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d+) \| (.+?) \| (\S+(?: up)?), (\d+) \|", re.MULTILINE)
POINTS = 10


@pytest.fixture
def printed(qapp: object) -> QTextDocument:
    """As it leaves a printer: A4, margins of 15 mm."""
    assert QFontDatabase.addApplicationFont(str(assets() / "fonts" / "SourceSerif4-Regular.ttf")) >= 0
    page = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(15, 15, 15, 15),
        QPageLayout.Unit.Millimeter,
    )  # fmt: skip
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(QFont("Source Serif 4", POINTS))
    document.setMarkdown(GUIDE)
    document.setPageSize(QSizeF(page.paintRectPixels(96).size()))
    return document


def test_it_prints_on_two_pages(printed: QTextDocument) -> None:
    assert printed.pageCount() == 2


def test_its_table_holds_the_course(printed: QTextDocument) -> None:
    course = read_course(lessons())
    assert course is not None
    rows = ROW.findall(GUIDE)
    for slug, (_number, title, grade, minutes) in zip(course.groups[0].lessons, rows, strict=True):
        sheet = sheet_from_toml((lessons() / slug / "lesson.toml").read_bytes())
        assert title == sheet.title
        assert minutes == str(sheet.minutes)
        assert grade in (sheet.level.replace("-", "–"), "12 up")
        assert title in printed.toPlainText()
    assert [number for number, *_rest in rows] == [str(n) for n in range(1, 13)]
