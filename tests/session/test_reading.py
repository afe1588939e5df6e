"""One attempt's gestures: on disk first, then in memory, and every one of them can be taken back."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from claimlight.core.annotation import Annotation
from claimlight.core.article import Span, overlap
from claimlight.core.errors import ClaimlightError
from claimlight.core.history import Change
from claimlight.core.identity import Clock, NewId, new_id
from claimlight.core.lesson import Lesson, Mode
from claimlight.files.lesson_bundle import bundle_folder, open_lesson
from claimlight.files.places import lessons
from claimlight.session.reading import ReadingSession, page_order
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from claimlight.store.workbook import Workbook

STORM = lessons() / "storm-damage"


def begin(workbook: Workbook, lesson: Lesson, ids: NewId = new_id) -> ReadingSession:
    workbook.keep_lesson(lesson, bundle_folder(STORM))
    attempt = workbook.open_attempt(workbook.last_person(), lesson, "article", Mode.PRACTICE)
    return ReadingSession(workbook, lesson, attempt, ids)


@pytest.fixture
def session(tmp_path: Path, ids: NewId, clock: Clock) -> Iterator[ReadingSession]:
    with open_data_folder(tmp_path / "data") as folder:
        workbook = open_workbook(folder, new_id=ids, clock=clock)
        yield begin(workbook, open_lesson(STORM), ids)
        workbook.close()


def test_a_highlight_carries_its_words_and_what_stands_around_them(session: ReadingSession) -> None:
    made = session.highlight(Span(351, 366), "unverified-figure")
    assert made is not None
    quote = session.annotations[made].quote
    assert quote.exact == "up to 900 homes"
    assert quote.prefix.endswith("told journalists that ")
    assert quote.suffix.startswith(" had been damaged.")


def test_extending_takes_in_everything_it_touches_and_keeps_the_firsts_note(session: ReadingSession) -> None:
    first = session.highlight(Span(0, 5), "claim")
    second = session.highlight(Span(20, 30), "claim")
    other = session.highlight(Span(10, 15), "denial")
    assert first is not None
    session.set_note(first, "why")
    assert session.highlight(Span(3, 25), "claim") == first
    assert session.annotations[first].span == Span(0, 30)
    assert session.annotations[first].note == "why"
    assert second not in session.annotations
    assert other in session.annotations


def test_highlights_that_only_meet_stay_two(session: ReadingSession) -> None:
    assert session.highlight(Span(0, 5), "claim") != session.highlight(Span(5, 10), "claim")
    assert len(session.annotations) == 2


def test_nothing_happens_where_nothing_would_change(session: ReadingSession) -> None:
    id = session.highlight(Span(0, 10), "claim")
    assert id is not None
    told: list[Change] = []
    session.changed.connect(told.append)
    assert session.highlight(Span(2, 8), "claim") == id
    assert not session.relabel(id, "claim")
    assert not session.set_note(id, "")
    assert not session.move_ends(id, Span(0, 10))
    assert not session.move_ends(id, Span(7, 7))
    assert told == []
    assert session.redo() is None


def test_the_last_check_closes_the_page(session: ReadingSession) -> None:
    id = session.highlight(Span(351, 366), "unverified-figure")
    assert id is not None
    assert session.check(confirmed_few=True) is not None
    assert not session.closed
    grade = session.check()
    assert grade is not None
    assert session.closed
    assert (session.undoable, session.redoable) == (None, None)
    assert session.grade() == grade
    errors: list[ClaimlightError] = []
    session.failed.connect(errors.append)
    assert not session.relabel(id, "claim")
    assert session.undo() is None
    assert [error.code for error in errors] == ["attempt-closed", "attempt-closed"]
    assert session.annotations[id].label == "unverified-figure"


def test_a_gesture_that_the_disk_refuses_changes_nothing(session: ReadingSession) -> None:
    """SQLite is told that its file may not grow: to it, that is a full disk."""
    errors: list[ClaimlightError] = []
    told: list[Change] = []
    session.failed.connect(errors.append)
    id = session.highlight(Span(0, 10), "claim")
    assert id is not None
    session.changed.connect(told.append)
    before = session.annotations
    db = session._workbook._db
    db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0]}")
    assert not session.set_note(id, "n" * 100_000)
    assert [error.code for error in errors] == ["disk-full"]
    assert session.annotations is before
    assert told == []


spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 400), st.integers(1, 60))
labels = st.sampled_from(("claim", "denial", "unverified-figure"))


class Gestures(RuleBasedStateMachine):
    """Any run of gestures: the disk always agrees with memory, and undoing all of it leads back to the start."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp(prefix="claimlight-gestures-"))
        self.folder = open_data_folder(self.place)
        self.workbook = open_workbook(self.folder)
        self.session = begin(self.workbook, LESSON)
        self.states: list[dict[str, Annotation]] = [{}]
        """What the page was before each gesture that can be undone, and now."""
        self.undone: list[dict[str, Annotation]] = []
        self.session.failed.connect(lambda error: self.errors.append(error))
        self.errors: list[ClaimlightError] = []

    def teardown(self) -> None:
        while self.session.undo() is not None:
            pass
        assert self.session.annotations == {}
        assert self.workbook.annotations(self.session.attempt) == ()
        self.workbook.close()
        self.folder.close()
        shutil.rmtree(self.place)

    def done(self) -> None:
        if self.session.annotations != self.states[-1]:
            self.states.append(self.session.annotations)
            self.undone.clear()

    @rule(span=spans, label=labels)
    def highlight(self, span: Span, label: str) -> None:
        id = self.session.highlight(span, label)
        assert id is not None
        held = self.session.annotations[id].span
        assert held.start <= span.start
        assert span.end <= held.end
        self.done()

    def one(self, number: int) -> str:
        ids = sorted(self.session.annotations)
        return ids[number % len(ids)]

    @precondition(lambda self: self.session.annotations)
    @rule(number=st.integers(0, 99))
    def remove(self, number: int) -> None:
        assert self.session.remove(self.one(number))
        self.done()

    @precondition(lambda self: self.session.annotations)
    @rule(number=st.integers(0, 99), span=spans)
    def move(self, number: int, span: Span) -> None:
        self.session.move_ends(self.one(number), span)
        self.done()

    @precondition(lambda self: self.session.annotations)
    @rule(number=st.integers(0, 99), label=labels)
    def relabel(self, number: int, label: str) -> None:
        self.session.relabel(self.one(number), label)
        self.done()

    @precondition(lambda self: self.session.annotations)
    @rule(
        number=st.integers(0, 99), note=st.text(max_size=8).filter(lambda note: "\0" not in note and note.isprintable())
    )
    def note(self, number: int, note: str) -> None:
        self.session.set_note(self.one(number), note)
        self.done()

    @rule()
    def undo(self) -> None:
        change = self.session.undo()
        assert (change is None) == (len(self.states) == 1)
        if change is not None:
            self.undone.append(self.states.pop())
        assert self.session.annotations == self.states[-1]

    @rule()
    def redo(self) -> None:
        change = self.session.redo()
        assert (change is None) == (not self.undone)
        if change is not None:
            self.states.append(self.undone.pop())
        assert self.session.annotations == self.states[-1]

    @invariant()
    def the_disk_agrees(self) -> None:
        kept = self.workbook.annotations(self.session.attempt)
        assert {each.id: each for each in kept} == self.session.annotations
        assert self.errors == []

    @invariant()
    def every_quote_is_what_stands_there(self) -> None:
        text = self.session.article.text
        assert all(each.quote.exact == text[each.span] for each in self.session.annotations.values())
        ordered = self.session.in_order()
        assert [page_order(each) for each in ordered] == sorted(map(page_order, ordered))


LESSON = open_lesson(STORM)
Gestures.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestGestures = Gestures.TestCase


def test_no_two_highlights_of_one_label_overlap_after_sweeping(session: ReadingSession) -> None:
    for start in range(0, 120, 7):
        session.highlight(Span(start, start + 11), "claim")
    spans = [each.span for each in session.in_order()]
    assert all(not overlap(a, b) for a in spans for b in spans if a is not b)
