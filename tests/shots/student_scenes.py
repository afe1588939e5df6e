"""One student's work and the answers that are changed later, as a teacher comes to them."""

from collections.abc import Callable
from pathlib import Path

from claimlight.core.answer_change import AnswerChange, ChangeKind
from claimlight.core.decision import Decision, DecisionKind
from claimlight.core.lesson import Mode
from claimlight.files.places import lessons
from claimlight.store.classbook import Classbook
from claimlight.ui.controls import Button
from claimlight.ui.teacher.challenge_card import ChallengeCard
from claimlight.ui.teacher.decision_box import DecisionBox
from claimlight.ui.teacher.past_change import PastChange
from claimlight.ui.teacher.student_page import StudentPage
from claimlight.work.collect import collect
from claimlight.work.give_back import give_back
from claimlight.work.one_work import OneWork, decide, one_work
from classroom import class_with, given, laptop, stick
from shots.stage import Stage
from shots.teacher_scenes import desk

BOATS = "about 50 boats"
STORM = (
    ("up to 900 homes", "unverified-figure"),
    ("people on the quay were telling each other that about 50 boats had sunk", "claim"),
    (BOATS, "unverified-figure"),
    ("186 people on the list", "unverified-figure"),
    ("around 4,000 homes", "unverified-figure"),
    ("the company had not cut back the trees for three years", "claim"),
    ("is simply not true", "denial"),
)
NAMES = ("Adaeze", "Bruno", "Chiara", "Dilan", "Emre", "Greta", "Ines", "Kofi", "Mila", "Noor", "Rania", "Yusuf")
OBJECTION = "It says what the people told each other, not how many boats there were."


def made_class(stage: Stage, folder: Path, *, told: bool = False) -> tuple[Classbook, str, str]:
    """A class whose work was collected; the classbook, the class's id and the lesson's hash."""
    book = desk(stage)._teaching.classbook
    to = class_with(book, NAMES)
    file = given(book, lessons() / "storm-damage", Mode.HOMEWORK, folder)
    drop = stick(folder / "stick", to)
    with laptop(folder / "laptop") as ours:
        for number, name in enumerate(NAMES):
            marks = [mark for place, mark in enumerate(STORM) if place in (1, 2) or (number + place) % 5]
            if number % 3 == 0:
                marks = [(words, "claim" if words == BOATS else label) for words, label in marks]
            attempt = ours.does(name, file, marks)
            if number in (0, 3, 9):
                one = next(each for each in ours.workbook.annotations(attempt) if each.quote.exact == BOATS)
                ours.workbook.challenge(attempt, OBJECTION, item="", highlight=one.id)
        ours.hands_in(drop)
    collect(book, drop.path, "7b")
    if told:
        give_back(book, drop, "7b")
    work = next(iter(book.classes.received(to.students.id)))
    return book, to.students.id, work.lesson_hash


def student(stage: Stage, folder: Path) -> None:
    """Adaeze's page: one answer was accepted, and something was said."""
    book, class_id, lesson = made_class(stage, folder)
    work = person_work(book, class_id, lesson, "Adaeze")
    missed = next(one for one in work.grade.items if not one.highlights and not one.optional)
    decide(
        book,
        work,
        Decision("", DecisionKind.ACCEPT, item=missed.item, words="You named it when we talked in class."),
        Decision("", DecisionKind.COMMENT, item=missed.item, words="Mark it next time, too."),
        Decision("", DecisionKind.COMMENT, words="Carefully read."),
    )
    shown = shows_student(stage, class_id, work.received.person, lesson)
    number = next(n for n, each in enumerate(shown.reveal._answers) if each.item == missed.item)
    shown.reveal.show_answer(number)
    stage.settle()


def deciding(stage: Stage, folder: Path) -> None:
    """Points are being changed on a card that its student sees differently."""
    book, class_id, lesson = made_class(stage, folder)
    work = person_work(book, class_id, lesson, "Adaeze")
    shown = shows_student(stage, class_id, work.received.person, lesson)
    objected = work.submission.challenges[0].highlight
    found = [n for n, each in enumerate(shown.reveal._answers) if each.highlight == objected]
    shown.reveal.show_answer(found[0] if found else 0)
    stage.settle()
    stage.first(DecisionBox).begin(DecisionKind.POINTS)
    stage.settle()


def shows_student(stage: Stage, class_id: str, person: str, lesson: str) -> StudentPage:
    teacher = stage.desk.teacher
    assert teacher is not None, "the class is this teacher's"
    teacher.classes.show_student(class_id, person, lesson)
    stage.settle()
    page = stage.window.pages.currentWidget()
    assert isinstance(page, StudentPage)
    return page


def person_work(book: Classbook, class_id: str, lesson: str, name: str) -> OneWork:
    person = next(one.person for one in book.classes.received(class_id) if one.name == name)
    return one_work(book, class_id, person, lesson)


def changing(stage: Stage, folder: Path) -> None:
    """What three see differently is tried as right, and an answer is taken out: nothing is written yet."""
    _book, class_id, lesson = made_class(stage, folder, told=True)
    teacher = stage.desk.teacher
    assert teacher is not None, "the class is this teacher's"
    teacher.classes.show_change_answers(class_id, lesson)
    stage.settle()
    found = teacher.classes.changing
    assert found.page is not None
    card = stage.first(ChallengeCard)
    first = next(button for button in card.findChildren(Button) if button.isCheckable())
    first.click()
    stage.settle()
    works = found._works
    assert works is not None
    key = works.key
    gone = next(item for item in key.items if not item.optional and item.label == "denial")
    found.page.tried.emit(AnswerChange(ChangeKind.REMOVED, gone.id, gone.main.span, gone.label))
    stage.settle()


def changed(stage: Stage, folder: Path) -> None:
    """A change was applied; the marks that it made others are unfolded."""
    changing(stage, folder)
    assert stage.desk.teacher is not None, "the class is this teacher's"
    page = stage.desk.teacher.classes.changing.page
    assert page is not None
    page.apply.click()
    stage.settle()
    past = stage.first(PastChange)
    past.fold.click()
    stage.settle()
    page.cards_area.ensureWidgetVisible(past)
    stage.settle()


SCENES: dict[str, Callable[[Stage, Path], None]] = {
    "student": student,
    "deciding": deciding,
    "changing": changing,
    "changed": changed,
}
