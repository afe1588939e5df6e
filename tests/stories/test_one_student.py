"""A teacher looks at one student's work, decides, changes the answers for the class, and gives back what came of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from claimlight.core.answer_change import AnswerChange, ChangeKind
from claimlight.core.lesson import Mode
from claimlight.session.reading import ReadingSession
from claimlight.store.classbook import Classbook
from claimlight.ui.marks_shown import _lines
from claimlight.ui.teacher.challenge_card import ChallengeCard
from claimlight.ui.teacher.change_page import ChangePage
from claimlight.ui.teacher.class_page import ClassPage
from claimlight.ui.teacher.decision_box import DecisionBox
from claimlight.ui.teacher.results_page import ResultsPage
from claimlight.ui.teacher.student_page import StudentPage
from claimlight.ui.words_table import WordsTable
from claimlight.wording.points import points_text
from claimlight.wording.teacher_said import changed_answers_text
from claimlight.work.collect import collect
from claimlight.work.give_back import give_back
from claimlight.work.hand_in import marks_of
from claimlight.work.marks_back import lesson_of_marks, shown_marks
from classroom import Laptop, class_with, given, laptop, stick
from lesson_maker import SHEET, built_lesson
from robot_hands import settle
from robots import everything_said
from teacher_robot import Teacher

FIGURE = "Some 400 people"
ADAS = [("Fares will double by spring", "claim"), (FIGURE, "claim"), ("It was late", "claim")]
BENS = [("Fares will double by spring", "claim"), ("Tea was served", "claim"), ("It was long", "claim")]
CEMS = [("That is not true", "denial"), (FIGURE, "claim")]
WHY = "It says how many came. That can be checked."


class Classroom:
    """A teacher at the window, three students' laptop, and the stick between them."""

    def __init__(self, teacher: Teacher, ours: Laptop, folder: Path) -> None:
        self.teacher, self.ours = teacher, ours
        teacher.clicks("I teach")
        lesson = built_lesson(folder / "fares", precision="words")
        self.to = class_with(self.book, ("Ada", "Ben", "Cem"))
        self.file = given(self.book, lesson, Mode.HOMEWORK, folder)
        self.drop = stick(folder / "stick", self.to)
        self.attempts = {name: ours.does(name, self.file, marks) for name, marks in WORK.items()}
        for name in ("Ada", "Cem"):
            attempt = self.attempts[name]
            mark = next(each for each in ours.workbook.annotations(attempt) if each.quote.exact == FIGURE)
            ours.workbook.challenge(attempt, WHY, highlight=mark.id)
        ours.workbook.challenge(self.attempts["Ben"], WHY, item="f1")
        ours.hands_in(self.drop)
        collect(self.book, self.drop.path, "7b")
        self.hash = next(iter(self.book.classes.received(self.id))).lesson_hash

    @property
    def id(self) -> str:
        return self.to.students.id

    @property
    def book(self) -> Classbook:
        return self.teacher.desk._teaching.classbook

    def person(self, name: str) -> str:
        return next(one.person for one in self.book.classes.received(self.id) if one.name == name)

    def looks_at(self, name: str) -> StudentPage:
        self.teacher.desk.classes.show_student(self.id, self.person(name), self.hash)
        return self.student

    @property
    def student(self) -> StudentPage:
        settle()
        return self.teacher.all(StudentPage)[0]

    def changes_answers(self) -> ChangePage:
        self.teacher.desk.classes.show_change_answers(self.id, self.hash)
        settle()
        return self.teacher.all(ChangePage)[0]

    def goes_to(self, words: str) -> None:
        """Take the card of these words in hand."""
        answers = self.student.reveal._answers
        self.student.reveal.show_answer(next(n for n, each in enumerate(answers) if words in each.row.words))
        settle()

    def points(self, name: str) -> str:
        works = [one for one in self.book.classes.received(self.id) if one.name == name]
        assert works[-1].points is not None
        return works[-1].points

    def gives_back(self) -> None:
        give_back(self.book, self.drop, "7b")
        self.ours.takes_in(self.drop)

    def opens_at_home(self, name: str, told: str) -> None:
        """Their own page says what changed, and is graded by the answers as they are now."""
        from claimlight.work.shelf import bring, kept_key

        attempt = self.attempts[name]
        lesson = lesson_of_marks(
            self.reads(name), bring(kept_key(attempt.lesson_hash, attempt.mode), self.ours.workbook)
        )
        session = ReadingSession(self.ours.workbook, lesson, self.ours.workbook.attempt(attempt.id), lambda: "")
        grade = session.grade()
        assert grade is not None
        assert str(grade.points) == self.reads(name).points
        assert told in list(_lines(self.reads(name), ""))

    def reads(self, name: str):
        marks = marks_of(self.ours.workbook, self.ours.person(name), self.attempts[name])
        assert marks is not None
        return marks


WORK = {"Ada": ADAS, "Ben": BENS, "Cem": CEMS}


@pytest.fixture
def room(tmp_path: Path, three_lessons: Path) -> Iterator[Classroom]:
    teacher = Teacher(tmp_path / "desk", shipped=three_lessons)
    with laptop(tmp_path / "laptop") as ours:
        yield Classroom(teacher, ours, tmp_path)
    teacher.leaves()


def test_an_answer_is_accepted_and_the_points_add_up_to_what_results_say(room: Classroom) -> None:
    teacher = room.teacher
    room.looks_at("Ben")
    assert teacher.window.windowTitle() == "7b – Claimlight", "no student's name in the task bar"
    assert teacher.sees("Ben")
    before = Fraction(room.points("Ben"))
    room.goes_to("That is not true")
    teacher.clicks("Accept this answer")
    teacher.types("You said it in class.")
    teacher.presses("Return")
    assert teacher.sees("You accepted this: “You said it in class.”")
    assert Fraction(room.points("Ben")) == before + 1
    assert any("You take this as right" in row for row in teacher.point_rows())
    teacher.presses("Ctrl+Z")
    assert Fraction(room.points("Ben")) == before
    teacher.presses("Ctrl+Shift+Z")
    assert Fraction(room.points("Ben")) == before + 1
    teacher.clicks("Take it back")
    assert Fraction(room.points("Ben")) == before


def test_the_page_speaks_to_the_teacher_of_the_student(room: Classroom) -> None:
    """ "You" is the teacher, on every card."""
    teacher = room.teacher
    for name in WORK:
        page = room.looks_at(name)
        for number in range(len(page.reveal._answers)):
            page.reveal.show_answer(number)
            settle()
            said = [words for words in everything_said(page) if TO_THE_STUDENT.search(words)]
            assert not said, (name, number)
    assert teacher.sees("How the points add up")


TO_THE_STUDENT = re.compile(r"\b(your|you (were|caught|found|marked|said|put|came|gave|did|linked|rightly))\b", re.I)


def test_points_are_changed_and_comments_written_and_the_student_reads_them(room: Classroom) -> None:
    teacher = room.teacher
    room.looks_at("Ben")
    room.goes_to("Tea was served")
    teacher.clicks("Change points")
    box = teacher.all(DecisionBox)[-1]
    box.points.setText("nothing")
    teacher.clicks("Keep")
    assert teacher.sees("Write the points as a number")
    box.points.setText("½")
    box.words.setText("A fair try.")
    teacher.clicks("Keep")
    teacher.clicks("The whole work…")
    teacher.clicks("Keep")
    assert teacher.sees("Write a sentence first")
    teacher.types("Carefully read.")
    teacher.presses("Return")
    assert teacher.sees("You wrote: “Carefully read.”")
    shown = room.points("Ben")
    room.gives_back()
    marks = room.reads("Ben")
    assert marks.points == shown == str(shown_marks(marks).points)
    assert [each.words for each in marks.comments] == ["Carefully read."]
    assert [(each.points, each.reason) for each in marks.overrides] == [("1/2", "A fair try.")]


def test_from_one_student_to_the_next_by_key(room: Classroom) -> None:
    teacher = room.teacher
    room.looks_at("Ada")
    assert not room.student.previous.isEnabled()
    teacher.presses("Ctrl+J")
    assert teacher.sees("Ben")
    teacher.presses("Ctrl+J")
    assert teacher.sees("Cem")
    assert not teacher.command("next-student").isEnabled()
    teacher.presses("Ctrl+Shift+J")
    assert teacher.sees("Ben")
    teacher.presses("N")
    assert room.student.reveal._number == 1
    teacher.clicks("Class")
    assert not teacher.all(StudentPage)
    assert not teacher.command("next-student").isVisible()
    assert not teacher.command("undo").isEnabled()


def test_a_student_who_sees_it_differently_gets_an_answer(room: Classroom) -> None:
    teacher = room.teacher
    room.looks_at("Ada")
    room.goes_to(FIGURE)
    assert teacher.sees(f"Sees it differently: “{WHY}”")
    assert teacher.can_press("Change the answers…")
    teacher.clicks("Answer the student")
    teacher.types("Nobody says who counted.")
    teacher.presses("Return")
    room.gives_back()
    assert [each.words for each in room.reads("Ada").comments] == ["Nobody says who counted."]


def test_a_challenge_is_accepted_for_the_whole_class(room: Classroom) -> None:
    teacher = room.teacher
    room.gives_back()
    before = {name: Fraction(room.points(name)) for name in WORK}
    room.changes_answers()
    assert teacher.sees("3 students see it differently")
    assert not any(teacher.sees(name) for name in WORK), "no name is needed to judge it"
    teacher.clicks(f"Also right: “{FIGURE}” as a claim")
    assert teacher.sees("2 of 3 marks would change: 2 up, 0 down")
    assert {name: Fraction(room.points(name)) for name in WORK} == before, "nothing is written yet"
    teacher.clicks("Apply to 2 marks")
    after = {name: Fraction(room.points(name)) for name in WORK}
    assert [after[name] > before[name] for name in ("Ada", "Ben", "Cem")] == [True, False, True]
    assert teacher.sees("Changed before")
    assert teacher.sees("as a claim is also right")
    room.gives_back()
    marks = room.reads("Cem")
    assert marks.changed is not None
    now = Fraction(marks.points), Fraction(marks.possible)
    told = changed_answers_text(
        marks.changed.changes, (Fraction(marks.changed.points), Fraction(marks.changed.possible)), now
    )
    more = after["Cem"] - before["Cem"]
    assert told == "Your teacher changed one answer: +1 point." if more == 1 else told.startswith("Your teacher")
    lesson = lesson_of_marks(marks, room.ours.lesson(room.attempts["Cem"]))
    key = lesson.texts[0].key
    assert key is not None
    assert [target.label for target in key.items[2].targets] == ["unverified-figure", "claim"]
    comments = [each.words for each in marks.comments]
    assert comments == ["You are right: the answers are changed."]
    assert not room.reads("Ben").comments, "he left it alone, and that costs as much as before"
    assert teacher.sees("Leave it as it is, and say why")
    room.opens_at_home("Cem", told)


def test_a_change_is_seen_again_and_taken_back(room: Classroom) -> None:
    teacher = room.teacher
    before = {name: room.points(name) for name in WORK}
    room.changes_answers()
    teacher.clicks(f"Also right: “{FIGURE}” as a claim")
    teacher.clicks("Apply to 2 marks")
    assert teacher.sees("2 marks changed")
    assert not any(teacher.sees(name) for name in WORK), "names are folded"
    teacher.clicks("Show the marks")
    rows = teacher.all(WordsTable)[0]
    cells = [[rows.item(row, column).text() for column in range(4)] for row in range(rows.rowCount())]
    assert [name for name, *_marks in cells] == ["Ada", "Cem"]
    assert cells[1][1:] == [points_text(Fraction(before["Cem"])), points_text(Fraction(room.points("Cem"))), "+¾"]
    teacher.clicks("Take this change back…")
    assert teacher.sees("Takes back what was changed on")
    assert teacher.sees("2 of 3 marks would change: 0 up, 2 down")
    assert room.points("Cem") != before["Cem"], "nothing is written yet"
    teacher.clicks("Leave as it is")
    assert teacher.can_press("Apply to 0 marks") is False
    teacher.clicks("Take this change back…")
    teacher.clicks("Apply to 2 marks")
    assert {name: room.points(name) for name in WORK} == before
    room.gives_back()
    assert not room.reads("Cem").comments, "nobody is told any more that the answers were changed for them"


def test_a_mark_given_back_stays_until_it_is_ticked(room: Classroom) -> None:
    teacher = room.teacher
    room.gives_back()
    page = room.changes_answers()
    teacher.clicks("Do not count this answer")
    teacher.clicks("Leave as it is")
    page.tried.emit(removed(page, "c1"))
    settle()
    assert teacher.sees("3 of 3 marks would change: 1 up, 2 down")
    assert teacher.sees("2 of them stay as they are: their students have seen them")
    assert teacher.sees("2 points now, not 3: the marks stand here in percent")
    assert teacher.sees("stays")
    assert teacher.can_press("Apply to 1 mark"), "only what really changes is counted"
    box = next(box for box in teacher.all(QCheckBox) if box.accessibleName() == "Lower Ben too")
    box.click()
    teacher.clicks("Apply to 2 marks")
    assert teacher.sees("2 marks have changed")
    assert Fraction(room.points("Ben")) == 0


def removed(page: ChangePage, item: str) -> AnswerChange:
    assert page._shown is not None
    found = page._shown.preview.works.key.item(item)
    assert found is not None
    return AnswerChange(ChangeKind.REMOVED, item, found.main.span, found.label)


def test_a_change_that_is_tried_leaves_page_and_keyboard_where_they_are(room: Classroom) -> None:
    """Every card keeps its place; the marks scroll for themselves, beside the cards."""
    teacher = room.teacher
    page = room.changes_answers()
    page.cards_area.setFixedHeight(150)
    settle()
    scroll = page.cards_area.verticalScrollBar()
    scroll.setValue(scroll.maximum())
    at = scroll.value()
    assert at > 0
    offer = teacher.button("Take this answer out")
    offer.setFocus()
    settle()
    at = scroll.value()
    offer.click()
    settle()
    assert (scroll.value(), page.focusWidget()) == (at, offer)
    assert page.marks_area.isVisible()
    assert page.marks_area.verticalScrollBar().value() == 0
    offer.click()
    settle()
    assert (scroll.value(), page.focusWidget()) == (at, offer)


def test_where_cards_and_marks_stand_below_each_other_the_amount_stays_in_sight(room: Classroom) -> None:
    teacher = room.teacher
    teacher.window.resize(700, 500)
    page = room.changes_answers()
    settle()
    assert not teacher.can_press("See the marks")
    teacher.clicks(f"Also right: “{FIGURE}” as a claim")
    assert page.said.isVisible()
    assert page.said.text() == "2 of 3 marks would change: 2 up, 0 down"
    teacher.clicks("See the marks")
    assert page.cards_area.verticalScrollBar().value() > 0
    assert page.cards_area.widget().width() <= page.cards_area.viewport().width(), "nothing is cut"


def test_the_way_leads_from_the_table_over_a_student_to_the_answers_and_back(room: Classroom) -> None:
    teacher = room.teacher
    teacher.desk.classes.show_class(room.id)
    teacher.clicks("No, only I do")
    settle()
    page = teacher.window.pages.currentWidget()
    assert isinstance(page, ClassPage)
    page.work_opened.emit(room.person("Ada"), room.hash)
    settle()
    assert teacher.all(StudentPage)
    room.goes_to(FIGURE)
    teacher.clicks("Change the answers…")
    assert teacher.all(ChangePage)
    assert teacher.window.windowTitle() == f"Change the answers: {SHEET['title']} – Claimlight"
    teacher.clicks("Student")
    assert room.student.name.text() == "Ada"
    teacher.clicks("Class")
    assert teacher.all(ClassPage)
    teacher.desk.classes.show_results(room.id, room.hash)
    settle()
    teacher.clicks("Change the answers…")
    teacher.presses("Escape")
    assert teacher.all(ResultsPage), "back to where one came from"


def test_a_challenge_is_declined_with_an_answer(room: Classroom) -> None:
    teacher = room.teacher
    room.changes_answers()
    card = teacher.all(ChallengeCard)[0]
    teacher.clicks("Answer")
    teacher.types_into(card.words, "Nobody says who counted.")
    teacher.presses("Return")
    assert teacher.sees("You answered: “Nobody says who counted.”")
    assert not teacher.all(ChallengeCard)[0].findChildren(type(card.words))
    room.gives_back()
    assert [each.words for each in room.reads("Cem").comments] == ["Nobody says who counted."]


def test_in_a_low_window_with_large_text_all_that_can_be_decided_is_reached(room: Classroom, qtbot: QtBot) -> None:
    """At 1024 x 600 and 200 % text the card has room for what is decided, and the tools of the bar are in its menu."""
    teacher = room.teacher
    teacher.window.resize(1024, 600)
    look = teacher.window.look
    page = room.looks_at("Ben")
    page.set_look(replace(look, scale=2.0))
    settle()
    assert page.bar.parentWidget().height() < 2 * 60, "one row"
    assert page.reveal.dock.geometry().bottom() <= page.panes.height()
    assert page.panes.tabs.mapTo(page, page.panes.tabs.rect().bottomLeft()).y() <= page.height()
    room.goes_to("That is not true")
    for words in ("Accept this answer", "Change points", "Comment"):
        teacher.tabs_to(words)
        assert in_sight(teacher.button(words), page), words
    teacher.clicks("Change points")
    settle()
    box = next(each for each in teacher.all(DecisionBox) if each.points.isVisible())
    assert in_sight(box.points, page)
    page.more.click()
    assert [action.text() for action in page.menu.actions()] == ["The whole work…", "Undo", "Page for parents…"]
    page.menu.close()
    page.menu.actions()[0].trigger()
    settle()
    assert teacher.sees("What do you want to say?") or teacher.all(DecisionBox)[0].words.isVisible()


def in_sight(widget: QWidget, page: StudentPage) -> bool:
    """Whether all of it is seen, whatever scrolls around it."""
    return widget.visibleRegion().boundingRect() == widget.rect() and page.isAncestorOf(widget)


def test_the_page_for_parents_is_saved(room: Classroom, tmp_path: Path) -> None:
    room.looks_at("Ada")
    room.teacher.desk.classes.student.ask_for_page = lambda _parent, name: tmp_path / f"{name}.pdf"
    room.teacher.clicks("Page for parents…")
    assert room.teacher.sees("Saved: Ada – Fares will double.pdf")
    assert (tmp_path / f"Ada – {SHEET['title']}.pdf").read_bytes().startswith(b"%PDF")
