"""A teacher makes a class, sets lessons, collects what was handed in and gives it back, on real files."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from claimlight.handin.drop_folder import ANSWERS, LESSONS, MARKS, WORK, open_drop
from claimlight.ui.teacher.aside_page import AsidePage
from claimlight.ui.teacher.class_list import ClassList
from claimlight.ui.teacher.class_model import BY_NAME
from claimlight.ui.teacher.class_page import ClassPage
from claimlight.ui.teacher.lesson_list import LessonList
from claimlight.ui.teacher.names_page import NamesPage
from claimlight.work.class_table import Stand
from class_robot import ClassTeacher
from classroom import laptop

STORM = [("up to 900 homes", "unverified-figure"), ("is simply not true", "denial")]


@pytest.fixture
def teacher(class_teacher: ClassTeacher) -> ClassTeacher:
    return class_teacher


def hand_in(tmp_path: Path, *names: str, home: str = "laptop") -> None:
    """At one laptop these people do what is on the stick, and hand it in."""
    drop = open_drop(tmp_path / "stick")
    with laptop(tmp_path / home) as ours:
        for file in sorted((drop.path / LESSONS).iterdir()):
            for name in names:
                ours.does(name, file, STORM if "storm" in file.name else [])
        ours.hands_in(drop)


def test_lessons_and_classes_are_two_places(teacher: ClassTeacher) -> None:
    teacher.clicks("I teach")
    assert teacher.all(LessonList)
    teacher.clicks("My classes")
    assert teacher.all(ClassList)
    assert teacher.sees("A class is a list of names")
    teacher.clicks("My lessons")
    assert teacher.all(LessonList)


def test_from_a_list_of_names_to_marks_on_the_stick(teacher: ClassTeacher, tmp_path: Path) -> None:
    teacher.comes_to_classes()
    teacher.makes_a_class("Ada", "Ben", "Cem", "Dora")
    assert teacher.sees("Three steps")
    teacher.sets("Storm Ilse: a town counts its losses", due=(date.today() + timedelta(days=3)).isoformat())
    assert teacher.sees("1 lesson is set.")
    teacher.prepares_the_stick()
    assert teacher.sees("Ready: the class and 1 lesson are on it.")
    hand_in(tmp_path, "Ada", "ben")
    hand_in(tmp_path, "Cem K.", home="another")
    teacher.collects()
    assert teacher.sees("3 new works.")
    assert teacher.sees("2 of 4")
    assert teacher.sees("still to come: Cem, Dora")
    assert teacher.sees("“Cem K.”, 1 lesson")
    teacher.clicks("This is Cem")
    assert teacher.sees("3 of 4")
    assert not teacher.can_press("Not in my class")
    hand_in(tmp_path, "Cem K.", home="another")
    teacher.collects()
    assert teacher.sees("3 were here already.")
    assert not teacher.can_press("Not in my class"), "it is asked once"
    assert teacher.stands() == {
        **dict.fromkeys(("Ada", "Ben", "Cem"), Stand.HANDED_IN),
        "Dora": Stand.NOT_DUE,
    }
    teacher.clicks("Give back")
    teacher.waits()
    assert teacher.sees("3 are given back.")
    assert teacher.stands()["Ada"] is Stand.GIVEN_BACK
    drop = open_drop(tmp_path / "stick")
    assert len(list((drop.path / MARKS).iterdir())) == 3
    teacher.clicks("Give back")
    teacher.waits()
    assert teacher.sees("Everything was given back already.")
    teacher.clicks("Give all back again")
    teacher.waits()
    assert teacher.sees("3 are given back.")
    assert len(list((drop.path / MARKS).iterdir())) == 6
    with laptop(tmp_path / "laptop") as ours:
        back = ours.takes_in(drop)
        assert back.arrived == 2
        assert back.marks >= 2, "of two marks for one work the later counts, whichever is read first"
    assert teacher.window.windowTitle() == "7b – Claimlight"


def test_a_comment_after_the_marks_went_back_is_offered_to_go_back_too(teacher: ClassTeacher, tmp_path: Path) -> None:
    teacher.comes_to_classes()
    teacher.makes_a_class("Ada", "Ben")
    teacher.sets("Storm Ilse: a town counts its losses")
    teacher.prepares_the_stick()
    hand_in(tmp_path, "Ada", "Ben")
    teacher.collects()
    teacher.gives_back()
    teacher.opens_work("Ada")
    teacher.clicks("The whole work…")
    teacher.types("Carefully read.")
    teacher.presses("Return")
    assert teacher.sees("You wrote: “Carefully read.”")
    teacher.clicks("Class")
    assert teacher.sees("1 mark has changed since you gave it back.")
    teacher.clicks("Give back what has changed")
    teacher.waits()
    assert teacher.sees("1 is given back.")
    drop = open_drop(tmp_path / "stick")
    assert len(list((drop.path / MARKS).iterdir())) == 3
    teacher.gives_back()
    assert teacher.sees("Everything was given back already.")
    teacher.classes.show_class(teacher.class_page.class_id)
    assert not teacher.can_press("Give back what has changed")


def test_the_table_is_walked_by_keys_and_read_out(teacher: ClassTeacher, tmp_path: Path) -> None:
    teacher.comes_to_classes()
    teacher.makes_a_class("Zoe", "Ada")
    teacher.sets("Storm Ilse: a town counts its losses", "Class 6B has news about lunch")
    teacher.prepares_the_stick()
    hand_in(tmp_path, "Ada")
    teacher.collects()
    page, rows = teacher.class_page, teacher.rows
    opened: list[tuple[str, str]] = []
    page.work_opened.connect(lambda person, lesson: opened.append((person, lesson)))
    assert [row.name for row in rows.rows] == ["Zoe", "Ada"], "who is missing comes first"
    page.order.setCurrentIndex(page.order.findData(BY_NAME))
    page.order.activated.emit(page.order.currentIndex())
    assert [row.name for row in rows.rows] == ["Ada", "Zoe"]
    page.view.setFocus()
    page.view.setCurrentIndex(rows.index(0, 0))
    teacher.presses("Down")
    spoken = page.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Ada, ")
    assert "points, not looked at yet" in spoken
    assert rows.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("missing")
    assert rows.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Whole class, ")
    page.order.setCurrentIndex(page.order.findData(0))
    page.order.activated.emit(page.order.currentIndex())
    assert [row.name for row in rows.rows] == ["Ada", "Zoe"]
    teacher.presses("Return")
    assert len(opened) == 1
    assert not teacher.all(ClassPage), "the student's page has its place"


def test_a_head_and_the_whole_classs_row_lead_to_the_results(teacher: ClassTeacher, tmp_path: Path) -> None:
    teacher.comes_to_classes()
    teacher.makes_a_class("Ada", "Ben")
    teacher.sets("Storm Ilse: a town counts its losses")
    teacher.prepares_the_stick()
    hand_in(tmp_path, "Ada")
    teacher.collects()
    teacher.class_page.view.setFocus()
    teacher.presses("Return")
    assert not teacher.all(ClassPage)
    assert teacher.window.windowTitle().startswith("Results: Storm Ilse")
    teacher.presses("Ctrl+W")
    assert teacher.all(ClassPage)


def test_files_are_dropped_and_what_cannot_be_used_is_listed(teacher: ClassTeacher, tmp_path: Path) -> None:
    teacher.comes_to_classes()
    teacher.makes_a_class("Ada")
    teacher.sets("Storm Ilse: a town counts its losses")
    teacher.prepares_the_stick()
    hand_in(tmp_path, "Ada")
    (work,) = (open_drop(tmp_path / "stick").path / WORK).iterdir()
    bad = tmp_path / "bad.claimwork"
    bad.write_bytes(work.read_bytes()[:-40])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (work, bad)])
    said = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(teacher.class_page, QDragEnterEvent(QPoint(300, 300), *said))
    QApplication.sendEvent(teacher.class_page, QDropEvent(QPointF(300, 300), *said))
    teacher.waits()
    assert teacher.sees("1 new work. 1 was set aside.")
    teacher.clicks("See what was set aside")
    assert teacher.all(AsidePage)
    assert teacher.sees("bad.claimwork")
    assert bad.exists()
    teacher.presses("Escape")
    assert teacher.all(ClassPage)


def test_a_homeworks_answers_are_let_go_with_one_button(teacher: ClassTeacher, tmp_path: Path) -> None:
    teacher.comes_to_classes()
    teacher.makes_a_class("Ada")
    teacher.sets("Storm Ilse: a town counts its losses", when="When I say")
    teacher.prepares_the_stick()
    drop = open_drop(tmp_path / "stick")
    assert not list((drop.path / ANSWERS).iterdir())
    teacher.clicks("Set lessons…")
    assert teacher.sees("Answers: When I say")
    teacher.clicks("Let them see the answers")
    teacher.waits()
    assert teacher.sees("They may see the answers.")
    assert len(list((drop.path / ANSWERS).iterdir())) == 1
    teacher.clicks("Set lessons…")
    assert teacher.sees("They may see them since")
    teacher.clicks("Take back “Storm Ilse: a town counts its losses”")
    assert not teacher.can_press("Let them see the answers")


def test_names_change_and_no_work_is_lost(teacher: ClassTeacher, tmp_path: Path) -> None:
    teacher.comes_to_classes()
    teacher.makes_a_class("Dora", name="8c")
    teacher.presses("Escape")
    teacher.makes_a_class("Ada", "Ben")
    teacher.sets("Storm Ilse: a town counts its losses")
    teacher.prepares_the_stick()
    hand_in(tmp_path, "Ada", "Ben")
    teacher.collects()
    desk, id = teacher.classes, teacher.class_page.class_id
    desk.show_names(id)
    page = teacher.all(NamesPage)[0]
    teacher.clicks("Rename")
    page.field.setText("Ada Kaya")
    teacher.presses("Return")
    page = teacher.all(NamesPage)[0]
    page.list.setCurrentRow(1)
    teacher.clicks("Take off the list")
    assert teacher.sees("Take Ben off the list? What they handed in stays.")
    teacher.answers("Take off the list")
    page = teacher.all(NamesPage)[0]
    assert page.list.count() == 1
    page.list.setCurrentRow(0)
    page.classes.actions()[0].trigger()
    teacher.presses("Escape")
    assert teacher.rows.rows == ()
    desk.show_names(id)
    page = teacher.all(NamesPage)[0]
    page.more.setPlainText("Ben\nEmre")
    teacher.clicks("Put them on the list")
    teacher.presses("Escape")
    assert teacher.stands() == {"Emre": Stand.MISSING, "Ben": Stand.HANDED_IN}
    teacher.presses("Escape")
    teacher.clicks("Open “8c”")
    assert teacher.stands() == {"Dora": Stand.MISSING, "Ada Kaya": Stand.HANDED_IN}


def test_a_stick_that_is_pulled_costs_nothing(teacher: ClassTeacher, tmp_path: Path) -> None:
    teacher.comes_to_classes()
    teacher.makes_a_class("Ada", "Ben")
    teacher.sets("Storm Ilse: a town counts its losses")
    teacher.prepares_the_stick()
    hand_in(tmp_path, "Ada", "Ben")
    errands = teacher.classes.travel.errands
    pulled = []

    def pull(done: int, _all: int) -> None:
        if done == 1 and not pulled:
            pulled.append((tmp_path / "stick").rename(tmp_path / "pulled"))

    errands.progressed.connect(pull, Qt.ConnectionType.DirectConnection)
    teacher.collects()
    assert teacher.sees("Put the stick in again")
    (tmp_path / "pulled").rename(tmp_path / "stick")
    teacher.collects()
    assert set(teacher.stands().values()) == {Stand.HANDED_IN}
    with laptop(tmp_path / "laptop") as ours:
        assert ours.takes_in(open_drop(tmp_path / "stick")).arrived == 2


def test_a_class_is_there_after_a_restart_and_its_folder_is_found_again(teacher: ClassTeacher, tmp_path: Path) -> None:
    teacher.comes_to_classes()
    teacher.makes_a_class("Ada")
    teacher.sets("Storm Ilse: a town counts its losses")
    teacher.prepares_the_stick()
    hand_in(tmp_path, "Ada")
    teacher.restarts()
    teacher.comes_to_classes()
    assert teacher.sees("1 student  ·  1 lesson")
    teacher.clicks("Open “7b”")
    teacher.collects()
    assert teacher.sees("1 new work.")


def test_what_was_set_aside_is_seen_again_after_a_restart(teacher: ClassTeacher, tmp_path: Path) -> None:
    teacher.comes_to_classes()
    teacher.makes_a_class("Ada")
    teacher.chooses("What was set aside…")
    teacher.waits()
    assert teacher.sees("The class’s folder cannot be reached now.")
    teacher.prepares_the_stick()
    teacher.chooses("What was set aside…")
    teacher.waits()
    assert teacher.sees("Nothing was set aside.")
    (open_drop(tmp_path / "stick").path / WORK / "bad.claimwork").write_bytes(b"?")
    teacher.collects()
    teacher.restarts()
    teacher.comes_to_classes()
    teacher.clicks("Open “7b”")
    teacher.chooses("What was set aside…")
    teacher.waits()
    assert teacher.all(AsidePage)
    assert teacher.sees("bad.claimwork")
    assert teacher.sees("bad.claimwork is no file of this kind, or it is damaged.")
