"""A teacher's answers leave for another tool, from the lesson's own menu."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimlight.files.exchange.markings import Form
from claimlight.files.exchange.reader import read_markings
from claimlight.ui.teacher.annotations_page import AnnotationsPage
from claimlight.ui.teacher.answers_view import AnswersView
from robot_hands import settle
from teacher_robot import Teacher

BOATS = "Nine boats sank in the harbour"
ARTICLE = f"Storm in the harbour\n\n{BOATS}, a fisher said. The mayor denied it.\n\nIt rained all night.\n"


@pytest.fixture
def teacher(qapp: object, tmp_path: Path, three_lessons: Path) -> Iterator[Teacher]:
    teacher = Teacher(tmp_path / "desk", shipped=three_lessons)
    yield teacher
    teacher.leaves()


def test_the_answers_are_written_for_another_tool(teacher: Teacher, tmp_path: Path) -> None:
    teacher.pastes_a_lesson(ARTICLE)
    answer = teacher.marks(BOATS, as_="claim")
    teacher.marks("It rained all night", as_="trap")
    teacher.session.set_note(answer.id, "A fisher says so.")
    teacher.saves_to(tmp_path)
    chooses_export(teacher)
    (page,) = teacher.all(AnnotationsPage)
    assert len(page.forms) == len(Form)
    page.forms[Form.DOCCANO].click()
    teacher.clicks("Save the file…")
    (file,) = tmp_path.glob("*.jsonl")
    assert teacher.sees(f"{file.name} written: 1 answer")
    assert teacher.sees("1 note has no place in this format and was left out.")
    back = read_markings(file, teacher.text, Form.DOCCANO)
    assert [(mark.label, teacher.text.text[mark.start : mark.end]) for mark in back.marks] == [("claim", BOATS)]
    teacher.clicks("Save the file…")
    assert teacher.sees("is there already. It was not touched.")
    teacher.clicks("Back")
    assert teacher.all(AnswersView)


def test_who_chooses_no_file_stays_on_the_page(teacher: Teacher, tmp_path: Path) -> None:
    teacher.pastes_a_lesson(ARTICLE)
    teacher.desk.ask_where = lambda _window, _name: None
    chooses_export(teacher)
    teacher.clicks("Save the file…")
    assert teacher.all(AnnotationsPage)
    assert not teacher.sees("written")
    assert list(tmp_path.glob("*.json")) == []


def chooses_export(teacher: Teacher) -> None:
    """From the menu "…" of the lesson."""
    actions = teacher.own_room.bar.menu.actions()
    next(each for each in actions if each.text() == "Export the answers…").trigger()
    settle()
