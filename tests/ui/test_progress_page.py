"""The pictures of *My progress*, what their tables say, and a page that fills bit by bit."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from claimlight.ui.look import Look, Type
from claimlight.ui.progress_page import ProgressPage
from claimlight.ui.progress_words import (
    day_of,
    fifths,
    lead,
    lessons_table,
    style_table,
    sureness,
    sureness_table,
)
from claimlight.ui.style_chart import StyleChart, in_two_lines
from claimlight.ui.sureness_chart import SurenessChart
from claimlight.ui.theme import THEMES, Theme
from claimlight.work.progress import LessonStyle
from progress_samples import REPORT, shown, style
from ui_samples import CLAIM, DENIAL, FIGURE
from ui_stage import keep, on_stage


@pytest.fixture(autouse=True)
def _english(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def picture(qtbot: QtBot, chart: QWidget, look: Look, width: int = 600) -> QImage:
    window = on_stage(qtbot, chart, look, width=width, height=400)
    window.setFixedWidth(width)
    QApplication.processEvents()
    return chart.grab().toImage()


def count(image: QImage, colour: QColor) -> int:
    wanted = colour.rgb() & 0xFFFFFF
    return sum(
        image.pixel(x, y) & 0xFFFFFF == wanted for x in range(0, image.width(), 2) for y in range(image.height())
    )


def test_the_tables_say_what_the_pictures_show() -> None:
    assert sureness_table(REPORT) == (
        ("Label", "How sure we can be", "Best guess", "It could be"),
        ("Claim", "Secure, from 31 answers", "4½ in 5", "4 in 5 to 5 in 5"),
        ("Denial", "Not yet, from 12 answers", "2½ in 5", "1½ in 5 to 3½ in 5"),
        ("Unverified figure", "Getting there, from 19 answers", "4 in 5", "3 in 5 to 4½ in 5"),
    )
    assert style_table(REPORT)[1:] == (
        ("Taps", "2", "0", "about right"),
        ("Ferry", "3", "2", "about right"),
        ("Bench", "1", "4", "rather too little"),
        ("Bees", "0", "4", "rather too little"),
    )
    assert lessons_table(REPORT)[1:] == (
        ("Taps (attempt 2)", "14 March 2026", "3½ of 10", "6½ of 10", "Getting there – nearly Secure", "from 3½ to 6½"),
        ("Taps", "14 March 2026", "one check only", "7 of 10", "Secure – only just", ""),
        ("Taps", "14 March 2026", "", "", "The answers are not here.", ""),
    )


def test_the_first_sentence_says_what_to_practise() -> None:
    assert lead(REPORT) == "Denial is the place to practise next."
    assert lead(replace(REPORT, labels=REPORT.labels[:1])) == "We can be sure of all that you have practised so far."
    early = shown(CLAIM, 1, 1, 0.3, 0.6, 0.9)
    assert lead(replace(REPORT, labels=(early,))) == "After a few more lessons this page can say more."
    assert sureness(early) == "Too early to say, from 1 answer"
    assert [fifths(share) for share in (0, 0.1, 0.79, 1)] == ["0 in 5", "½ in 5", "4 in 5", "5 in 5"]
    assert day_of("no date") == ""


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_label_is_drawn_in_its_own_colour_and_told_in_words(qtbot: QtBot, theme: Theme, scale: float) -> None:
    look = Look(theme, scale)
    chart = SurenessChart(look)
    chart.show_report(REPORT)
    image = picture(qtbot, chart, look)
    for label in (CLAIM, DENIAL, FIGURE):
        assert count(image, look.label_colours(label.colour).ink) > 10, label.name
    assert chart.accessibleDescription() == (
        "Claim: Secure, from 31 answers. Denial: Not yet, from 12 answers. "
        "Unverified figure: Getting there, from 19 answers."
    )
    assert chart.height() >= chart.heightForWidth(chart.width()) - 1


def test_a_narrow_picture_puts_words_below_names(qtbot: QtBot) -> None:
    chart = SurenessChart(Look())
    chart.show_report(REPORT)
    assert chart.heightForWidth(300) > chart.heightForWidth(900)
    keep(qtbot, chart)


def test_too_much_is_filled_and_too_little_is_not(qtbot: QtBot) -> None:
    def inked(*styles: LessonStyle) -> int:
        chart = StyleChart(Look())
        chart.show_report(replace(REPORT, styles=styles))
        return count(picture(qtbot, chart, Look()), Look().colour("ink"))

    nothing, little, much = inked(style("Taps", 0, 0)), inked(style("Taps", 0, 4)), inked(style("Taps", 4, 0))
    assert nothing < little < nothing + 400 < much


def test_only_the_latest_lessons_that_have_room_are_drawn_but_all_are_told(qtbot: QtBot) -> None:
    chart = StyleChart(Look())
    chart.show_report(replace(REPORT, styles=REPORT.styles * 10))
    picture(qtbot, chart, Look(), width=400)
    assert chart._shown()[-1].title == "Taps"
    assert len(chart._shown()) < 6
    assert chart.toolTip() == "The latest lessons. The table has all of them."
    assert chart.accessibleDescription().count("Bees: 0 too much, 4 too little.") == 10


def test_pictures_mirror(qtbot: QtBot, qapp: QApplication) -> None:
    def middle_of_ink(chart: QWidget, direction: Qt.LayoutDirection) -> float:
        chart.setLayoutDirection(direction)
        image = picture(qtbot, chart, Look())
        ink = Look().label_colours("denial").ink.rgb() & 0xFFFFFF
        places = [x for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) & 0xFFFFFF == ink]
        return sum(places) / len(places) / image.width()

    charts = SurenessChart(Look()), SurenessChart(Look())
    for chart in charts:
        chart.show_report(REPORT)
    left = middle_of_ink(charts[0], Qt.LayoutDirection.LeftToRight)
    right = middle_of_ink(charts[1], Qt.LayoutDirection.RightToLeft)
    assert right == pytest.approx(1 - left, abs=0.03)


def test_a_title_takes_two_lines_at_most(qapp: QApplication) -> None:
    font = Look().font(Type.SMALLEST)
    assert in_two_lines("Taps", font, 90) == ("Taps",)
    assert in_two_lines("Storm Ilse: a town", font, 90) == ("Storm Ilse: a", "town")
    first, second = in_two_lines("The mayor and the missing bench of the northern harbour", font, 90)
    assert first == "The mayor"[: len(first)] or first.startswith("The mayor")
    assert second.endswith("…")
    assert in_two_lines("", font, 90) == ()


def test_the_page_stays_alive_while_it_looks_at_lessons(qtbot: QtBot) -> None:
    owner = QWidget()
    keep(qtbot, owner)
    page = ProgressPage(iter(REPORT.results), Look(), QAction("Next person", owner), "Mila", at_once_ms=0)
    beats: list[bool] = []
    QTimer.singleShot(0, page, lambda: beats.append(page.lessons.isHidden()))
    with qtbot.waitSignal(page.filled):
        on_stage(qtbot, page)
    assert beats == [True], "the window breathed before everything was there"
    assert page.lessons.rowCount() == 3
