"""A teacher sees in the evening what the class missed, and talks about it in the morning."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from claimlight.files.lesson_folder import read_lesson
from claimlight.files.places import lessons
from claimlight.ui.look import Look
from claimlight.ui.teacher.class_page import ClassPage
from claimlight.ui.teacher.discuss_window import DiscussWindow
from claimlight.ui.teacher.results_charts import PictureOrTable
from claimlight.ui.teacher.results_desk import results_page
from claimlight.ui.teacher.results_legend import HeatLegend
from claimlight.ui.teacher.results_lists import PassageList
from claimlight.ui.teacher.results_page import ResultsPage
from claimlight.ui.teacher.results_statistics import BesideSection, StatisticsSection
from claimlight.ui.teacher.results_students import StudentsSection
from claimlight.ui.theme import DARK
from claimlight.wording.points import points_text
from claimlight.work.class_results import ItemResult, OverMarked
from class_of_works import NAMES, a_class
from robot_eyes import everything_said as visible_words
from robot_eyes import rows_of
from robot_hands import settle
from teacher_robot import Teacher

STORM = lessons() / "storm-damage"


def with_results(teacher: Teacher, tmp_path: Path, count: int) -> ResultsPage:
    if teacher.start.desk.teacher is None:
        teacher.clicks("I teach")
    book = teacher.desk._teaching.classbook
    to = a_class(book, tmp_path / "stick", STORM, count)
    lesson = next(book.classes.received(to.students.id)).lesson_hash
    teacher.desk.classes.show_results(to.students.id, lesson)
    settle()
    return teacher.all(ResultsPage)[0]


def test_what_the_class_missed_is_seen_at_a_glance(teacher: Teacher, tmp_path: Path) -> None:
    page = with_results(teacher, tmp_path, 40)
    assert teacher.sees("40 of 40 have handed in.")
    first = page.missed.list.rows[0]
    worst = page.results.most_missed[0]
    assert (first.words, first.number) == (page.work.text.article.text[worst.span], f"{worst.found} of 40")
    assert page.missed.counts.text() == "found by"
    assert f"found by {worst.found} of 40" in rows_of(page.missed.list)[0]
    assert "marked by" in rows_of(page.over.list)[0]
    page.missed.list.setFocus()
    teacher.presses("Home", "Return")
    assert page.page.current == f"item {worst.item.id}"
    assert page.page.hasFocus()
    assert teacher.sees(f"Found in full by {worst.full}, in part by {worst.part}")
    teacher.presses("Down")
    assert page.page.current != f"item {worst.item.id}"
    teacher.presses("Up")
    assert page.page.current == f"item {worst.item.id}"
    teacher.presses("Escape")
    teacher.clicks("No, only I do")
    assert teacher.all(ClassPage)


def test_pointing_tells_how_many_marked_it_and_the_answer(teacher: Teacher, tmp_path: Path) -> None:
    page = with_results(teacher, tmp_path, 12)
    item = page.results.item(page.results.wrong_labels[0].item.id)
    assert isinstance(item, ItemResult)
    page.page.bring_into_view(item.span)
    settle()
    place = page.page.point_at(item.span.start) + QPoint(4, 0)
    QTest.mouseMove(page.page.viewport(), place)
    settle()
    assert teacher.sees("of 12 marked this as")
    assert teacher.sees(f"The answer: {page.names[item.label]}.") or teacher.sees("not counted")
    stretch = page.results.heat.at(item.span.start)
    assert stretch is not None
    assert teacher.sees(f"{stretch.counts[0][1]} of 12")


def test_the_legend_is_whole_and_tells_tags_apart(teacher: Teacher, tmp_path: Path) -> None:
    page = with_results(teacher, tmp_path, 12)
    teacher.window.resize(1280, 800)
    settle()
    assert [one.words for one in page.legend.entries] == [
        "few – nearly all",
        "not in the answers",
        "counts",
        "may be marked",
    ]
    assert whole(page.legend, page)


def test_the_legend_can_be_asked_for_in_a_low_window_with_large_text(teacher: Teacher, tmp_path: Path) -> None:
    page = with_results(teacher, tmp_path, 12)
    teacher.window.set_look(Look(DARK, scale=2.0))
    teacher.window.resize(1024, 600)
    settle()
    assert not page.legend.isVisible()
    teacher.clicks(page.legend_asked)
    assert whole(page.legend, page)
    assert page.page.height() > 100
    teacher.clicks(page.legend_asked)
    assert not page.legend.isVisible()


def whole(legend: HeatLegend, page: ResultsPage) -> bool:
    """Whether all of it can be seen."""
    places = [QRect(one.mapTo(page, QPoint()), one.size()) for one in legend.entries]
    fits = all(one.size() == one.sizeHint() for one in legend.entries)
    return fits and all(page.rect().contains(place) for place in places) and not _overlap(places)


def _overlap(places: list[QRect]) -> bool:
    return any(a.intersects(b) for a, b in combinations(places, 2))


def test_one_label_is_shown_alone(teacher: Teacher, tmp_path: Path) -> None:
    page = with_results(teacher, tmp_path, 12)
    every = {id: page._heat_mark(id, one).caption for id, one in page._by_id.items()}
    teacher.clicks("Denial")
    alone = {id: page._heat_mark(id, one).caption for id, one in page._by_id.items()}
    claims = [one for one in page.results.items if one.label == "claim"]
    assert every != alone
    assert all(alone[f"item {one.item.id}"] == str(dict(one.wrong_labels).get("denial", 0)) for one in claims)
    teacher.clicks("All marks")
    assert {id: page._heat_mark(id, one).caption for id, one in page._by_id.items()} == every


def test_first_and_last_check(teacher: Teacher, tmp_path: Path) -> None:
    page = with_results(teacher, tmp_path, 12)
    last = sum(one.found for one in page.results.items)
    teacher.clicks("First check")
    assert sum(one.found for one in page.results.items) <= last


def test_with_fewer_than_eight_nobody_can_be_told(teacher: Teacher, tmp_path: Path) -> None:
    page = with_results(teacher, tmp_path, 7)
    assert teacher.sees("7 works have come in. From 8 on")
    assert not any(view.isVisible() for view in page.findChildren(PassageList))
    assert not page.discuss.isEnabled()
    assert all(not page._heat_mark(id, one).caption for id, one in page._by_id.items())
    assert not any(isinstance(one, OverMarked) for one in page._by_id.values())
    page.page.setFocus()
    teacher.presses("Down")
    assert teacher.sees("The answer:") or teacher.sees("not counted")
    assert not teacher.sees("marked this")


def test_discuss_shows_text_first_and_the_answers_on_a_key(teacher: Teacher, tmp_path: Path) -> None:
    page = with_results(teacher, tmp_path, 40)
    teacher.expects_a_window()
    teacher.clicks("Discuss")
    window = page.discussion
    assert isinstance(window, DiscussWindow)
    keys = lambda *pressed: [QTest.keyClick(window, key) for key in pressed]  # noqa: E731
    assert not window.page.marks()
    keys(Qt.Key.Key_Space)
    assert window.answered
    assert window.page.marks()
    keys(Qt.Key.Key_Return)
    assert not window.page.marks()
    topics = [window.shown.topic]
    for _turn in range(2):
        keys(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)  # as a presenter's remote control does
        topics.append(window.shown.topic)
    assert topics == ["most-missed", "most-doubted", "sure-and-wrong"]
    keys(Qt.Key.Key_PageUp)
    assert (window.answered, window.shown.topic) == (True, "most-doubted")
    keys(Qt.Key.Key_Home, Qt.Key.Key_Right)
    assert window.shown.topic == "most-doubted"
    keys(Qt.Key.Key_F11)
    assert window.isFullScreen()
    keys(Qt.Key.Key_F11)
    assert not window.isFullScreen()
    keys(Qt.Key.Key_Escape)
    settle()
    assert page.discussion is None
    teacher.clicks("Discuss")
    assert page.discussion is not None


def test_nobody_is_named_while_the_class_looks(teacher: Teacher, tmp_path: Path) -> None:
    page = with_results(teacher, tmp_path, 40)
    teacher.expects_a_window()
    teacher.clicks("Discuss")
    window = page.discussion
    assert window is not None
    aloud: list[str] = []
    window._announce = aloud.append
    for number in range(3):
        window.show_passage(number)
        for shown in (False, True):
            window.show_answers(shown)
            settle()
            assert names_in(everything_said(window)) == set()
    assert len(aloud) == 3, "the answers are read out"
    assert names_in(aloud) == set()
    assert names_in(visible_words(teacher.window)) <= {"8B"}, "nor behind it"
    for leaked in ("Marked by Adaeze.", "(Okoro)", "8B: most missed"):
        leak = QLabel(leaked, window)
        assert names_in(everything_said(window)), "this would have been noticed"
        leak.setParent(None)
        window.setWindowTitle(leaked)
        assert names_in(everything_said(window)), "and so would this"
        window.setWindowTitle("")


def test_who_marks_too_little_or_too_much_is_shown_to_their_teacher(teacher: Teacher, tmp_path: Path) -> None:
    page = with_results(teacher, tmp_path, 12)
    section = page.findChildren(StudentsSection)[0]
    assert names_in(visible_words(teacher.window)) <= {"8B"}, "folded at first"
    teacher.clicks("Students")
    assert teacher.sees("Dashed: answers not found.")
    assert section.shown is not None
    assert section.shown.chart.isVisible()
    teacher.clicks("As a table")
    rows = section.shown.table
    assert [rows.item(n, 0).text() for n in range(rows.rowCount())] == sorted(NAMES[:12])
    found = {one.last.points for one in page.work.works}
    assert {rows.item(n, 2).text() for n in range(rows.rowCount())} == {points_text(Fraction(one)) for one in found}
    assert teacher.sees("rather too little") or teacher.sees("about right")
    teacher.clicks("Students")
    assert names_in(visible_words(teacher.window)) <= {"8B"}


def test_students_fold_away_before_the_class_looks(teacher: Teacher, tmp_path: Path) -> None:
    page = with_results(teacher, tmp_path, 12)
    teacher.clicks("Students")
    teacher.clicks("As a table")
    shown = page.findChildren(StudentsSection)[0].shown
    assert shown is not None
    assert "Adaeze Okoro" in shown.table.item(0, 0).text()
    teacher.expects_a_window()
    teacher.clicks("Discuss")
    assert page.findChildren(StudentsSection)[0].shown is None
    assert names_in(visible_words(teacher.window)) <= {"8B"}


def test_a_name_that_was_told_is_gone_before_the_class_looks(teacher: Teacher, tmp_path: Path) -> None:
    """The teacher's own window may be on the projector, too: what it told last does not stand beside results."""
    teacher.clicks("I teach")
    teacher.window.tell(f"Saved: {NAMES[0]}.zip.")
    assert teacher.sees(NAMES[0])
    with_results(teacher, tmp_path, 40)
    assert names_in(visible_words(teacher.window)) <= {"8B"}


def test_no_page_about_a_student_names_them_in_the_title(teacher: Teacher, tmp_path: Path) -> None:
    with_results(teacher, tmp_path, 8)
    classes = teacher.desk.classes
    book = teacher.desk._teaching.classbook
    (here,) = (each.id for each in book.classes.all())
    (one,) = (each for each in book.classes.received(here) if each.name == NAMES[0])
    for show in (
        lambda: classes.show_student(here, one.person, one.lesson_hash),
        lambda: classes.show_names(here),
        lambda: classes.show_export(here),
        lambda: classes.show_change_answers(here, one.lesson_hash),
        lambda: classes.show_end(here),
    ):
        show()
        settle()
        titles = [top.windowTitle() for top in QApplication.topLevelWidgets()]
        assert [title for title in titles for part in NAMES[0].split() if part in title] == []


def test_statistics_are_folded_and_every_picture_has_its_table(teacher: Teacher, tmp_path: Path) -> None:
    page = with_results(teacher, tmp_path, 12)
    section = page.findChildren(StatisticsSection)[0]
    assert not teacher.sees("Krippendorff")
    teacher.clicks("Statistics")
    assert section.unfolded
    assert teacher.sees("The class agrees to")
    assert teacher.sees("Reliability (Cronbach’s alpha)")
    assert teacher.sees("12 students checked twice")
    pictures = {one.name: one for one in section.findChildren(PictureOrTable) if one.chart.isVisible()}
    items = len(page.results.items)
    used = len({one.label for one in page.results.items})
    rows = {"Each answer": items, "Which label for which": used, "First and last check": items}
    assert set(pictures) == {*rows, "Where the class is of two minds"}
    for name, one in pictures.items():
        assert one.chart.height() > 0
        teacher.clicks(one.switch)
        assert one.table.isVisible()
        assert not one.chart.isVisible()
        assert one.table.rowCount() == rows.get(name, one.table.rowCount()) > 0
        teacher.clicks(one.switch)
    teacher.clicks("Statistics")
    assert not section.unfolded


def test_the_labels_of_a_table_are_named_alike_in_heads_and_rows(teacher: Teacher, tmp_path: Path) -> None:
    page = with_results(teacher, tmp_path, 12)
    teacher.clicks("Statistics")
    labels = next(one for one in page.findChildren(PictureOrTable) if one.name == "Which label for which")
    teacher.clicks(labels.switch)
    heads = [labels.table.horizontalHeaderItem(n).text() for n in range(1, labels.table.columnCount())]
    named = [labels.table.item(n, 0) for n in range(labels.table.rowCount())]
    assert {each.text() for each in named} <= set(heads)
    for each in named:
        needs = QFontMetrics(each.font()).horizontalAdvance(each.text())
        assert labels.table.visualItemRect(each).width() > needs, "whole"


def test_a_colleagues_answers_are_added_and_removed(teacher: Teacher, tmp_path: Path) -> None:
    teacher.clicks("I teach")
    book = teacher.desk._teaching.classbook
    to = a_class(book, tmp_path / "stick", STORM, 9)
    lesson = next(book.classes.received(to.students.id)).lesson_hash
    files = iter([STORM / "lesson.toml", None, STORM / "second.json"])
    page = results_page(teacher.window, book, to.students.id, lesson, ask=lambda _parent: next(files))
    teacher.window.show_page(page)
    settle()
    teacher.clicks("Statistics")
    assert teacher.sees("Have a colleague mark the answers too")
    for _file in range(3):
        teacher.clicks("Add a colleague’s answers…")
    assert teacher.sees("Teachers graded against each other reach")
    teacher.clicks("Remove storm-damage")
    assert teacher.sees("Have a colleague mark the answers too")


def test_another_class_beside_this_one(teacher: Teacher, tmp_path: Path) -> None:
    teacher.clicks("I teach")
    book = teacher.desk._teaching.classbook
    a_class(book, tmp_path / "a", STORM, 9, name="8A")
    a_class(book, tmp_path / "c", STORM, 7, name="8C")
    page = with_results(teacher, tmp_path, 12)
    section = page.findChildren(BesideSection)[0]
    assert [button.text() for button in section.buttons] == ["8A"]
    teacher.clicks(section.buttons[0])
    assert teacher.sees("in 8B (dots)")
    teacher.clicks(section.buttons[0])
    assert len([one for one in section.findChildren(PictureOrTable) if one.isVisible()]) == 1


def test_results_follow_the_look(teacher: Teacher, tmp_path: Path) -> None:
    page = with_results(teacher, tmp_path, 12)
    teacher.clicks("Statistics")
    teacher.window.set_look(Look(DARK, scale=2.0))
    settle()
    assert page.tabs.isVisible()
    assert not page.missed.isVisible()
    teacher.clicks("Results")
    assert page.missed.isVisible()
    page.go_to(page.missed.list.rows[0].id)
    settle()
    assert page.page.isVisible()


def names_in(said: Iterable[str]) -> set[str]:
    """Of the class and its students, those that are named, but for those of whom the article tells, too."""
    words, told = (set(re.findall(r"\w+", "\n".join(texts))) for texts in (said, _article()))
    return (words - told) & {"8B", *(part for name in NAMES for part in name.split())}


def _article() -> Iterator[str]:
    article = read_lesson(STORM).texts[0].article
    yield from (article.text.text, article.byline)


def everything_said(window: QWidget) -> Iterator[str]:
    for widget in (window, *window.findChildren(QWidget)):
        yield from (widget.windowTitle(), widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        text = getattr(widget, "text", None) or getattr(widget, "toPlainText", None)
        if callable(text):
            yield str(text())
    yield from (top.windowTitle() for top in QApplication.topLevelWidgets())
