"""What was missed comes back the next day: from the shelf, by mouse or by keys alone, in about a minute."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from claimlight.files.lesson_folder import build_folder
from claimlight.files.places import lessons
from claimlight.ui.first_minute import FirstMinute
from claimlight.ui.overlay import Shape
from claimlight.ui.reading_room import ReadingRoom
from claimlight.ui.review_banner import ReviewBanner
from claimlight.ui.review_foot import PassageVerdict
from claimlight.ui.shelf import Shelf
from lesson_maker import write_lesson
from robots import Student

DAY = timedelta(days=1)


@pytest.fixture
def reader(student: Student) -> Student:
    """Somebody who finished a lesson in a hurry, a day ago."""
    student.opens("storm-damage")
    student.highlights("up to 900 homes", as_="unverified-figure")
    student.highlights("is simply not true", as_="denial")
    student.highlights("a gust of 131 kilometres an hour", as_="unverified-figure")
    student.checks()
    student.presses("Ctrl+W")
    assert not student.all(ReviewBanner), "what was missed today is not due today"
    student.later = DAY
    student.restarts()
    return student


def answers_right(reader: Student) -> None:
    """Mark every answer of the passage by mouse, or say that there is none, and go on."""
    key = reader.session.key
    assert key is not None
    wanted = [item for item in key.items if not item.optional]
    for item in wanted:
        reader.highlights(item.main.span, as_=item.label)
    reader.clicks("Check" if wanted else "Nothing to mark here")


def answers_wrong(reader: Student) -> None:
    """Leave the answer out, or mark what is none."""
    shown = reader.review.session.excerpt
    if reader.session.key.item(shown.item) is not None:
        reader.clicks("Nothing to mark here")
    else:
        reader.highlights(shown.focus, as_=shown.kind.label)
        reader.clicks("Check")


def waiting(reader: Student) -> int:
    return reader.start.desk.lesson.review.waiting()


def kept_cards(reader: Student) -> list[tuple[str, str]]:
    workbook = reader.start.desk._study._workbook
    return [(card["kind"], card["state"]) for card in workbook.export_person(workbook.last_person())["reviews"]]


def test_a_small_card_says_what_is_due_and_how_long_it_takes(reader: Student) -> None:
    assert reader.sees("4 short passages are due again")


def test_nothing_is_due_for_somebody_new(student: Student) -> None:
    student.later = 400 * DAY
    student.restarts()
    assert isinstance(student.window.pages.currentWidget(), FirstMinute)
    assert not student.all(ReviewBanner)


def test_a_review_by_mouse_from_the_shelf_to_the_shelf(reader: Student) -> None:
    reader.clicks("Review")
    assert reader.hears("Passage 1 of 4")
    seen = []
    for number in range(1, 5):
        assert reader.sees(f"Passage {number} of 4")
        seen.append(reader.text.text)
        answers_right(reader)
        assert reader.session.closed
        reader.clicks("Done" if number == 4 else "Next")
    assert len(set(seen)) == 4
    assert isinstance(reader.window.pages.currentWidget(), Shelf)
    assert reader.sees("Review done. Next review")
    assert not reader.all(ReviewBanner)
    assert all(state for _kind, state in kept_cards(reader)[:1])


def test_a_review_by_keys_alone(reader: Student) -> None:
    reader.tabs_to("Review")
    reader.presses("Space")
    for _passage in range(4):
        key = reader.session.key
        wanted = [item for item in key.items if not item.optional]
        for item in wanted:
            reader.highlights_by_keys(reader.text[item.main.span], as_=item.label)
        reader.presses("Ctrl+Return")
        if not wanted:
            assert reader.heard_last() == "Nothing is marked. Press Enter if nothing belongs here."
            reader.presses("Return")
        assert reader.session.closed
        assert isinstance(reader.focused(), PassageVerdict)
        reader.presses("N")
    assert isinstance(reader.window.pages.currentWidget(), Shelf)
    assert reader.hears("Review done. Next review")


def test_the_two_answers_exclude_each_other(reader: Student) -> None:
    reader.clicks("Review")
    assert reader.can_press("Nothing to mark here")
    assert not reader.can_press("Check")
    item = next(item for item in reader.session.key.items if not item.optional)
    reader.highlights(item.main.span, as_=item.label)
    assert reader.can_press("Check")
    assert not reader.can_press("Nothing to mark here")
    reader.presses("Ctrl+Z")
    assert reader.can_press("Nothing to mark here")
    assert reader.hears("Undone")
    reader.presses("Ctrl+Shift+Z")
    assert reader.can_press("Check")


def test_the_card_of_all_keys_has_the_labels_of_the_passage(reader: Student) -> None:
    reader.clicks("Review")
    reader.presses("F1")
    assert reader.sees("Denial")
    reader.presses("Escape")
    assert reader.focused() is reader.page


def test_the_answer_is_shown_beside_the_marks_with_its_reason(reader: Student) -> None:
    reader.clicks("Review")
    shown = reader.review.session.excerpt
    reader.clicks("Nothing to mark here")
    verdict = reader.all(PassageVerdict)[0]
    assert verdict.accessibleName() in reader.heard_last()
    assert len(verdict.accessibleDescription()) > 20
    item = reader.session.key.item(shown.item)
    if item is not None:
        assert item.explanation in reader.heard_last()
    shapes = {mark.shape for mark in reader.page.marks()}
    assert shapes <= {Shape.MISSED}
    before = dict(reader.session.annotations)
    reader.page.setFocus()
    reader.presses("S", "1")
    assert reader.session.annotations == before, "what is answered can only be read"


def test_a_wrong_answer_comes_back_tomorrow_and_a_right_one_later(reader: Student) -> None:
    reader.clicks("Review")
    wrong = reader.review.session.excerpt.kind
    answers_wrong(reader)
    reader.clicks("Next")
    while reader.reviews:
        answers_right(reader)
        reader.clicks("Done" if reader.review.session.is_last else "Next")
    assert reader.sees("Next review tomorrow.")
    reader.later += DAY
    reader.restarts()
    reader.clicks("Review")
    assert {one.kind for one in reader.review.session.excerpts} == {wrong}


def test_leaving_in_the_middle_keeps_what_was_answered(reader: Student) -> None:
    before = waiting(reader)
    reader.clicks("Review")
    answers_right(reader)
    reader.presses("Ctrl+W")
    assert isinstance(reader.window.pages.currentWidget(), Shelf)
    reader.restarts()
    known = {kind for kind, state in kept_cards(reader) if state}
    assert len(known) == 1
    assert before == 4
    assert reader.all(ReviewBanner)


def test_a_review_gives_way_to_a_lesson_and_to_the_next_person(reader: Student) -> None:
    reader.clicks("Review")
    reader.drops(lessons() / "canteen-survey")
    assert isinstance(reader.window.pages.currentWidget(), ReadingRoom)
    assert not reader.reviews
    reader.presses("Ctrl+W")
    reader.clicks("Review")
    reader.presses("Ctrl+Shift+N")
    assert not reader.reviews
    assert reader.sees("Who is working?")


def test_everybody_reviews_what_they_missed_themselves(reader: Student) -> None:
    reader.presses("Ctrl+Shift+N")
    reader.types("Bo")
    reader.presses("Return")
    assert not reader.all(ReviewBanner)


@pytest.mark.parametrize("moved", [-400 * DAY, timedelta(minutes=-1)])
def test_a_clock_set_back_loses_nothing_and_brings_nothing_at_once(reader: Student, moved: timedelta) -> None:
    assert waiting(reader) == 4
    reader.later += moved - DAY
    reader.restarts()
    assert not reader.all(ReviewBanner)
    reader.later += DAY
    reader.restarts()
    assert reader.sees("4 short passages are due again")


def test_a_damaged_plan_is_told_in_one_sentence_once(reader: Student) -> None:
    workbook = reader.start.desk._study._workbook
    workbook._db.execute("UPDATE review_card SET state = '{\"format\": 7'")
    reader.clicks("Review")
    assert reader.sees("A part of your review plan could not be read.")
    answers_right(reader)
    reader.presses("Ctrl+W")
    reader.clicks("Review")
    assert not reader.sees("A part of your review plan could not be read.")


def test_where_no_place_can_be_shown_the_shelf_comes_back_without_the_card(reader: Student) -> None:
    workbook = reader.start.desk._study._workbook
    workbook._db.execute("UPDATE review_passage SET item = 'gone'")
    reader.clicks("Review")
    assert isinstance(reader.window.pages.currentWidget(), Shelf)
    assert not reader.all(ReviewBanner)


def test_arrows_and_search_still_work_with_the_card(reader: Student) -> None:
    shelf = reader.window.pages.currentWidget()
    assert isinstance(shelf, Shelf)
    shelf.search.setFocus(Qt.FocusReason.OtherFocusReason)
    reader.types("canteen")
    assert reader.all(ReviewBanner)
    reader.presses("Escape", "Down", "Return")
    assert isinstance(reader.window.pages.currentWidget(), ReadingRoom)


# Before a lesson


@pytest.fixture
def later(reader: Student, tmp_path: Path) -> Path:
    """A lesson that opens with two sentences of the storm."""
    folder = write_lesson(tmp_path / "later", slug="later", title="Fares again")
    with (folder / "lesson.toml").open("a", encoding="utf-8") as sheet:
        for item in ("d1", "t1"):
            sheet.write(f'\n[[review]]\nlesson = "storm-damage"\nitem = "{item}"\n')
    build_folder(folder)
    return folder


def test_a_lesson_may_open_with_sentences_that_are_known(reader: Student, later: Path) -> None:
    reader.drops(later)
    assert reader.sees("Before you start: one minute with sentences you know.")
    assert reader.hears("Before you start")
    assert len(reader.review.session.excerpts) == 2
    for caption in ("Next", "Done"):
        answers_right(reader)
        reader.clicks(caption)
    assert reader.room.session.lesson.slug == "later"
    reader.presses("Ctrl+W")
    reader.drops(later)
    assert not reader.reviews, "at most once per attempt"


def test_they_can_be_skipped_and_do_not_come_again(reader: Student, later: Path) -> None:
    reader.drops(later)
    reader.clicks("Skip")
    assert reader.room.session.lesson.slug == "later"
    reader.restarts()
    reader.drops(later)
    assert not reader.reviews


def test_nobody_sees_answers_of_a_lesson_that_they_have_not_finished(student: Student, tmp_path: Path) -> None:
    folder = write_lesson(tmp_path / "later", slug="later")
    with (folder / "lesson.toml").open("a", encoding="utf-8") as sheet:
        sheet.write('\n[[review]]\nlesson = "storm-damage"\nitem = "d1"\n')
    build_folder(folder)
    student.opens("storm-damage")
    student.presses("Ctrl+W")
    student.drops(folder)
    assert not student.reviews
    assert student.room.session.lesson.slug == "later"


def test_a_new_lesson_file_of_the_same_lesson_changes_no_review(reader: Student, tmp_path: Path) -> None:
    """The passages come from the version that was worked on, whatever is on the shelf by now."""
    words = reader.start.desk._study.reviews.begin(reader.start.desk._study.person)
    assert words is not None
    before = [one.lesson.texts[0].article.text.text for one in words.excerpts]
    words.end()
    empty = tmp_path / "empty"
    empty.mkdir()
    shutil.copytree(lessons() / "canteen-survey", empty / "canteen-survey")
    reader.shipped = empty
    reader.restarts()
    reader.clicks("Review")
    assert [one.lesson.texts[0].article.text.text for one in reader.review.session.excerpts] == before
