"""Answers to a homework arrive, and what each student of the computer missed in it comes back for review."""

from datetime import UTC, datetime, timedelta

import pytest

from claimlight.core.lesson import Mode
from claimlight.handin.drop_folder import ANSWERS
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from claimlight.work.collect import collect
from claimlight.work.give_back import give_back
from claimlight.work.released import take_words
from claimlight.work.review import lesson_as_answered, next_round
from claimlight.work.review_schedule import FIRST_WAIT
from claimlight.work.shelf import bring_file
from claimlight.work.teaching import let_go
from classroom import Laptop, class_with, given, stick

MORNING = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)
WORDS = "seven green boats sail home"
CLAIM = [("Fares will double by spring", "claim")]


class Timed(Laptop):
    """A laptop whose clock is set by hand."""

    time = MORNING

    def __init__(self, folder):
        super().__init__(open_workbook(folder, clock=lambda: self.time))


@pytest.fixture
def ours(tmp_path):
    with open_data_folder(tmp_path / "laptop") as folder:
        ours = Timed(folder)
        yield ours
        ours.workbook.close()


def comes_back_to(ours, name):
    """The items of the passages that a review shows the day after."""
    ours.time = MORNING + FIRST_WAIT + timedelta(hours=2)
    return {shown.item for shown in next_round(ours.workbook, ours.person(name)).excerpts}


@pytest.mark.parametrize("way", ["words", "folder", "marks"])
def test_what_was_missed_comes_back_whichever_way_the_answers_came(tmp_path, book, ours, lesson, way):
    drop = stick(tmp_path / "stick", class_with(book))
    file = given(book, lesson, Mode.HOMEWORK, tmp_path, words=WORDS)
    attempt = ours.does("Ada", file, CLAIM)
    ours.does("Ben", file, [("It rained", "claim")])
    ours.hands_in(drop)
    assert comes_back_to(ours, "Ada") == set(), "the answers are not here"
    ours.time = MORNING
    if way == "words":
        take_words(bring_file(file, ours.workbook), WORDS, ours.workbook)
    elif way == "folder":
        let_go(book, drop, attempt.lesson_hash)
        assert ours.takes_in(drop).answers == 1
    else:
        collect(book, drop.path, "7b")
        give_back(book, drop, "7b")
        assert ours.takes_in(drop).marks == 2
    assert comes_back_to(ours, "Ada") == {"d1", "f1"}
    assert comes_back_to(ours, "Ben") == {"c1", "d1", "f1", "t1"}
    assert ours.takes_in(drop).answers == 0
    assert comes_back_to(ours, "Ada") == {"d1", "f1"}, "once"


def test_an_open_work_is_left_alone(tmp_path, book, ours, lesson):
    drop = stick(tmp_path / "stick", class_with(book))
    opened = bring_file(given(book, lesson, Mode.HOMEWORK, tmp_path), ours.workbook)
    ours.workbook.open_attempt(ours.person("Ada"), opened, "article", Mode.HOMEWORK)
    let_go(book, drop, opened.hash)
    assert ours.takes_in(drop).answers == 1
    assert (drop.path / ANSWERS).exists()
    assert comes_back_to(ours, "Ada") == set()


def test_only_the_answers_that_were_let_go_count(tmp_path, book, ours, lesson):
    opened = bring_file(given(book, lesson, Mode.HOMEWORK, tmp_path, words=WORDS), ours.workbook)
    assert lesson_as_answered(ours.workbook, opened.hash, "any") is None
    whole = take_words(opened, WORDS, ours.workbook)
    assert lesson_as_answered(ours.workbook, opened.hash, whole.texts[0].key.key_hash) == whole
    assert lesson_as_answered(ours.workbook, opened.hash, "others") is None
    assert lesson_as_answered(ours.workbook, "another", "others") is None
