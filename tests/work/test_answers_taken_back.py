"""A change of the answers that was applied is seen again with the marks it made others, and can be taken back."""

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from claimlight.core.answer_change import AnswerChange, ChangeKind
from claimlight.core.article import Span
from claimlight.core.lesson import Mode
from claimlight.work.answer_changes import changed_key, changes_between
from claimlight.work.answers_history import history, put_back, taken_back
from claimlight.work.collect import collect
from claimlight.work.give_back import give_back
from claimlight.work.regrade import apply, class_works, preview
from claimlight.work.results import results
from classroom import class_with, given, laptop, stick, teacher
from lesson_maker import built_lesson

FIGURE = "Some 400 people"
WORK = {
    "Ada": [("Fares will double by spring", "claim"), ("That is not true", "denial")],
    "Ben": [("It rained", "claim")],
    "Cem": [("Fares will double by spring", "claim"), (FIGURE, "claim")],
}


class Room:
    """A class whose work was collected."""

    def __init__(self, book, to, drop):
        self.book, self.id, self.drop = book, to.students.id, drop
        self.hash = next(iter(book.classes.received(self.id))).lesson_hash

    def works(self):
        return class_works(self.book, self.id, self.hash)

    def change(self, kind, item, label=""):
        found = self.works().key.item(item)
        return AnswerChange(kind, item, found.main.span, label or found.label)

    def applies(self, *changes, lowered=()):
        works = self.works()
        seen = preview(works, changed_key(works.now.lesson, "article", works.key, changes))
        apply(self.book, seen, {each.attempt for each in seen.changing if each.work.name in lowered})

    def takes_back(self, number):
        works = self.works()
        apply(self.book, preview(works, taken_back(self.book, works, number)))

    def history(self):
        return history(self.book, self.works())

    def listed(self):
        return {row.student: (row.work.points, row.work.possible) for row in results(self.book, "7b").rows}


def a_room(path, book, ours):
    to = class_with(book, tuple(WORK))
    file = given(book, built_lesson(path / "fares", precision="words"), Mode.HOMEWORK, path)
    drop = stick(path / "stick", to)
    for name, marks in WORK.items():
        ours.does(name, file, marks)
    ours.hands_in(drop)
    collect(book, drop.path, "7b")
    return Room(book, to, drop)


@pytest.fixture
def room(tmp_path):
    with teacher(tmp_path / "teacher") as book, laptop(tmp_path / "laptop") as ours:
        yield a_room(tmp_path, book, ours)


def test_a_change_is_seen_again_with_names_and_marks(room):
    before = room.listed()
    give_back(room.book, room.drop, "7b")
    room.applies(room.change(ChangeKind.ALSO_RIGHT, "f1", "claim"))
    room.applies(room.change(ChangeKind.REMOVED, "c1"), lowered=("Ada",))
    last, first = room.history()
    assert (first.number, first.works, first.lowered) == (2, 1, 0)
    (cem,) = first.marks
    assert (cem.name, str(cem.before.points), cem.lowered) == ("Cem", before["Cem"][0], False)
    assert str(cem.after.points) == "2"
    assert (last.number, last.lowered) == (3, 1)
    assert [mark.name for mark in last.marks if mark.lowered] == ["Ada"]
    assert [change.kind for change in first.changes] == [ChangeKind.ALSO_RIGHT]


def test_a_change_is_taken_back_and_everybody_has_what_they_had(room):
    before = room.listed()
    room.applies(room.change(ChangeKind.ALSO_RIGHT, "f1", "claim"), room.change(ChangeKind.REMOVED, "c1"))
    assert room.listed() != before
    room.takes_back(2)
    assert room.listed() == before
    back, first = room.history()
    assert back.can_go_back
    assert not first.can_go_back, "it was taken back already"
    room.takes_back(3)
    assert room.listed() != before, "and that can be taken back, too"


def test_an_older_change_is_taken_back_alone(room):
    room.applies(room.change(ChangeKind.ALSO_RIGHT, "f1", "claim"))
    room.applies(room.change(ChangeKind.REMOVED, "c1"))
    room.takes_back(2)
    key = room.works().key
    assert key.item("c1") is None, "the later change stays"
    assert [target.label for target in key.item("f1").targets] == ["unverified-figure"]
    room.applies(room.change(ChangeKind.NOT_COUNTED, "f1"))
    assert [past.can_go_back for past in room.history()] == [True, False, True, False]


def test_a_mark_that_was_given_back_with_the_change_does_not_fall_with_it(room):
    room.applies(room.change(ChangeKind.ALSO_RIGHT, "f1", "claim"))
    give_back(room.book, room.drop, "7b")
    told = room.listed()["Cem"]
    room.takes_back(2)
    assert room.listed()["Cem"] == told
    assert room.history()[0].marks == ()


# Laws


class _Quiet:
    """Says little of itself, should a law fail."""

    def __init__(self, works):
        self.works = works


@pytest.fixture(scope="module")
def quiet(tmp_path_factory):
    path = tmp_path_factory.mktemp("class")
    with teacher(path / "teacher") as book, laptop(path / "laptop") as ours:
        yield _Quiet(a_room(path, book, ours).works())


KINDS = [ChangeKind.ALSO_RIGHT, ChangeKind.NOT_COUNTED, ChangeKind.REMOVED, ChangeKind.BELONGS]
CHANGES = st.lists(
    st.tuples(st.sampled_from(KINDS), st.sampled_from(["c1", "d1", "f1", "t1"]), st.sampled_from(["claim", "denial"])),
    max_size=4,
)


@examples(CHANGES)
def test_what_is_taken_back_is_as_it_was(quiet, made):
    works = quiet.works
    lesson, key = works.now.lesson, works.key
    home = lesson.text("article").article.text.text.index("They went home")
    changes = [
        AnswerChange(kind, id, Span(home, home + 9) if kind is ChangeKind.BELONGS else Span(0, 4), label)
        for kind, id, label in made
    ]
    after = changed_key(lesson, "article", key, changes)
    back = put_back(lesson, "article", after, key, after)
    assert back == key
    assert changes_between(key, back) == ()
