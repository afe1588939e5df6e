"""The page for parents fits on one sheet of A4, and says what counted and what the teacher changed, and why."""

import re

import pytest

from claimlight.core.decision import Decision, DecisionKind
from claimlight.core.errors import LessonError
from claimlight.core.lesson import Mode
from claimlight.files.catalogues import catalogue
from claimlight.files.lesson_folder import read_lesson
from claimlight.files.places import lessons
from claimlight.ui.teacher.parents_page import parents_html, save_for_parents
from claimlight.wording import speak
from claimlight.work.collect import collect
from claimlight.work.one_work import decide, latest_works, look_at
from classroom import class_with, given, laptop, stick, teacher

REASON = "You named it when we talked in class."


@pytest.fixture(params=["storm-damage", "bus-strike"])
def work(tmp_path, request, qapp):
    folder = lessons() / request.param
    with teacher(tmp_path / "teacher") as book, laptop(tmp_path / "laptop") as ours:
        to = class_with(book, ("Mina",))
        drop = stick(tmp_path / "stick", to)
        file = given(book, folder, Mode.PRACTICE, tmp_path)
        ours.does("Mina", file, marks_of(folder))
        ours.hands_in(drop)
        collect(book, drop.path, "7b")
        (versions,) = latest_works(book, to.students.id)
        one = look_at(book, to.students.id, versions)
        missed = next(each.item for each in one.grade.items if not each.optional)
        decide(
            book,
            one,
            Decision("", DecisionKind.POINTS, item=missed, points=one.grade.item(missed).points / 2, words=REASON),
            Decision("", DecisionKind.COMMENT, item=missed, words="Look again at it."),
            Decision("", DecisionKind.COMMENT, words="Carefully read."),
        )
        yield look_at(book, to.students.id, versions)


def marks_of(folder):
    """Most answers in part, some with another label, a few words too many: as much as there is to explain."""
    text = read_lesson(folder).texts[0]
    for number, item in enumerate(text.key.items):
        words = text.article.text[item.main.span]
        yield words.split(" ", 1)[-1] if number % 2 else words, "claim" if number % 3 == 0 else item.label
    for trap in text.key.decoys:
        yield text.article.text[trap.span], "claim"


def test_it_is_one_sheet_of_paper(tmp_path, work):
    path = tmp_path / "page.pdf"
    assert save_for_parents(path, work)
    raw = path.read_bytes()
    assert raw.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", raw)) == 1


def test_every_decision_is_told_with_its_reason(tmp_path, work):
    path = tmp_path / "page.html"
    assert save_for_parents(path, work)
    page = path.read_text(encoding="utf-8")
    assert page == parents_html(work)
    for words in (
        f"Your teacher changed the points: “{REASON}”",
        "Your teacher: “Look again at it.”",
        "Your teacher: “Carefully read.”",
        "it counts",
        "With what the teacher changed",
        "Version 1 of the answers",
        "7b, ",
        "On this page “you” is Mina.",
    ):
        assert words in page, words


def test_a_folder_that_is_not_there_is_told(tmp_path, work):
    for name in ("page.pdf", "page.html"):
        with pytest.raises(LessonError, match="file-not-written"):
            save_for_parents(tmp_path / "nowhere" / name, work)


def test_the_page_says_in_which_language_it_speaks(work):
    assert '<html lang="en" dir="ltr">' in parents_html(work)
    speak(catalogue("ar"))
    try:
        assert '<html lang="ar" dir="rtl">' in parents_html(work)
    finally:
        speak(catalogue("en"))
