"""What the answers look like: a shape on the page, a row of points and a card for every line."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimlight.core.article import Span, Text
from claimlight.core.identity import new_id
from claimlight.files.lesson_bundle import bundle_folder, open_lesson
from claimlight.files.places import lessons
from claimlight.session.reading import ReadingSession
from claimlight.session.study import Study
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from claimlight.ui.marked_text import Fate
from claimlight.ui.overlay import Shape
from claimlight.ui.points import Outcome
from claimlight.ui.reveal_cards import Answer, answers, page_marks, rest_of_lines

STORM = lessons() / "storm-damage"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[ReadingSession]:
    assert bundle_folder(STORM), "the lesson is whole"
    with open_data_folder(tmp_path / "data") as folder:
        workbook = open_workbook(folder)
        study = Study(workbook, lessons(), new_id)
        yield study.read(study.lesson(str(STORM)))
        workbook.close()


def marks(session: ReadingSession, words: str, label: str) -> str:
    start = session.article.text.text.index(words)
    id = session.highlight(Span(start, start + len(words)), label)
    assert id is not None
    return id


def checked(session: ReadingSession) -> tuple[Answer, ...]:
    grade = session.check()
    while not session.closed:
        grade = session.check()
    assert grade is not None
    return answers(session, grade)


def about(found: tuple[Answer, ...], words: str) -> Answer:
    return next(answer for answer in found if words in answer.row.words)


def test_every_answer_that_counts_has_a_stop_even_on_an_empty_page(session: ReadingSession) -> None:
    found = checked(session)
    key = session.key
    assert key is not None
    counted = [item for item in key.items if not item.optional]
    assert len(found) == len(counted)
    assert {answer.row.outcome for answer in found} == {Outcome.MISSED}
    grade = session.grade()
    assert grade is not None
    assert {mark.shape for mark in page_marks(session, grade)} == {Shape.MISSED}


def test_stops_are_in_the_order_of_the_page(session: ReadingSession) -> None:
    marks(session, "people stood in their doorways", "claim")
    marks(session, "up to 900 homes", "unverified-figure")
    places = [answer.row.paragraph for answer in checked(session)]
    assert places == sorted(places)


def test_what_was_caught(session: ReadingSession) -> None:
    id = marks(session, "up to 900 homes", "unverified-figure")
    answer = about(checked(session), "up to 900 homes")
    assert (answer.mark, answer.row.outcome, answer.row.points) == (id, Outcome.CAUGHT, "1")
    assert answer.card.points == "1 point"
    assert answer.card.place == "paragraph 2"
    assert "“Up to” could mean 900 or 90." in answer.card.explanation
    assert answer.card.facts[0].name == "Who says it"


def test_the_card_sets_the_words_in_their_sentences_and_nothing_is_lost(session: ReadingSession) -> None:
    marks(session, "had not cut back the", "claim")
    text: Text = session.article.text
    for answer in checked(session):
        whole = "".join(piece.text for piece in answer.card.sentence)
        assert whole in text.text
        first = text.text.index(whole)
        touched = list(text.sentences_touching(Span(first, first + len(whole))))
        assert (first, first + len(whole)) == (touched[0].start, touched[-1].end)


def test_caught_and_missed_words_are_told_apart(session: ReadingSession) -> None:
    marks(session, "had not cut back the", "claim")
    answer = about(checked(session), "the company had not cut back the trees")
    told = [piece for piece in answer.card.sentence if piece.mark is not None]
    by_fate = {fate: " ".join(piece.text for piece in told if piece.fate is fate) for fate in Fate}
    assert by_fate[Fate.MARKED].split() == ["had", "not", "cut", "back", "the"]
    assert "three years" in by_fate[Fate.MISSED]
    assert [words for _fate, words in answer.card.legend] == ["caught, 5 words", "missed, 5 words"]


def test_a_well_sourced_number_that_was_marked(session: ReadingSession) -> None:
    id = marks(session, "a gust of 131 kilometres an hour", "unverified-figure")
    marks(session, "people stood in their doorways", "claim")
    found = checked(session)
    answer = about(found, "a gust of 131")
    assert (answer.mark, answer.row.outcome) == (id, Outcome.EXTRA)
    assert "You can leave this number alone: it is well sourced." in answer.card.explanation
    grade = session.grade()
    assert grade is not None
    shapes = {mark.id: mark.shape for mark in page_marks(session, grade)}
    assert shapes[id] is Shape.NOT_IN_ANSWERS
    assert rest_of_lines(session, grade), "the first that was free is told as a line of its own"


def test_words_that_nobody_asked_about_are_explained_by_the_rules(session: ReadingSession) -> None:
    marks(session, "people stood in their doorways", "claim")
    told = about(checked(session), "people stood in their doorways").card.explanation
    assert told.startswith("This is not in the answers.")
    assert "The label guide says of Claim: “Somebody, or the writer, says that something is so." in told
    assert "Marks where nothing belongs cost half a point each. The first is free." in told


def test_every_stop_is_spoken_with_its_points(session: ReadingSession) -> None:
    marks(session, "up to 900 homes", "unverified-figure")
    for answer in checked(session):
        assert answer.row.spoken().startswith(("Caught: ", "Missed: "))
        assert answer.row.spoken().endswith(f"Points: {answer.row.points}")


def test_the_same_lesson_opened_anew_gives_the_same_cards(session: ReadingSession) -> None:
    marks(session, "up to 900 homes", "unverified-figure")
    found = checked(session)
    grade = session.grade()
    assert grade is not None
    assert answers(session, grade) == found
    assert open_lesson(STORM).hash == session.lesson.hash


def test_the_reason_on_a_row_says_each_thing_in_a_sentence_of_its_own(session: ReadingSession) -> None:
    for words in ("around 4,000 homes", "more than 10,000 homes"):
        marks(session, words, "unverified-figure")
    assert about(checked(session), "around 4,000 homes").row.reason == "Exact. A link is missing"
