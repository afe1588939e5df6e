"""Decisions are kept for ever, undone and made again; what students were told, and every version of the answers."""

from dataclasses import replace
from fractions import Fraction

import pytest

from claimlight.core.decision import Decision, DecisionKind
from claimlight.store.changed_answers import AnswersVersion, ChangedMark, Following, Told
from claimlight.store.classbook import open_classbook
from claimlight.store.classes import KnownClass, Received
from claimlight.store.decisions import Regraded

ACCEPT = Decision("d1", DecisionKind.ACCEPT, item="c1", words="You said it in class.")
POINTS = Decision("d2", DecisionKind.POINTS, highlight="h1", points=Fraction(3, 4))
KEPT = Decision("d3", DecisionKind.KEPT, points=Fraction(1, 4))
WORK = Received("s1", "p1", "Ada", b"", "lesson", "hash", "article", "a1", 1, "", "h", b"", 50, "1", "2", "key")


@pytest.fixture
def book(folder):
    book = open_classbook(folder)
    book.classes.keep(KnownClass("7b", "7b", b""), ())
    book.classes.keep(KnownClass("8a", "8a", b""), ())
    book.classes.receive("7b", [WORK])
    yield book
    book.close()


def standing(book):
    return [one.id for one in book.decisions.of("7b", "a1")]


def test_what_was_decided_is_read_as_it_was_made(book):
    book.decisions.decide("7b", [("a1", ACCEPT), ("a1", POINTS), ("a2", KEPT)])
    first, second = book.decisions.of("7b", "a1")
    assert (first.kind, first.item, first.words, first.points) == (ACCEPT.kind, "c1", "You said it in class.", None)
    assert (second.highlight, second.points) == ("h1", Fraction(3, 4))
    assert first.made
    assert {attempt: len(made) for attempt, made in book.decisions.standing("7b").items()} == {"a1": 2, "a2": 1}
    assert book.decisions.standing("8a") == {}


def test_the_last_is_undone_first_and_made_again_in_turn(book):
    decisions = book.decisions
    decisions.decide("7b", [("a1", ACCEPT), ("a1", POINTS), ("a1", KEPT)])
    assert decisions.undoable("7b", "a1") == "d2", "what keeps a mark is no decision of the hand"
    decisions.turn("7b", ["d2"], stands=False)
    decisions.turn("7b", ["d1"], stands=False)
    assert decisions.undoable("7b", "a1") is None
    assert standing(book) == ["d3"]
    assert [stands for _one, stands in decisions.ever("7b", "a1")] == [False, False, True]
    for id in ("d1", "d2"):
        assert decisions.redoable("7b", "a1") == id
        decisions.turn("7b", [id], stands=True)
    assert decisions.redoable("7b", "a1") is None
    assert standing(book) == ["d1", "d2", "d3"]


def test_what_was_undone_is_gone_from_redo_once_something_else_is_decided(book):
    book.decisions.decide("7b", [("a1", ACCEPT)])
    book.decisions.turn("7b", ["d1"], stands=False)
    book.decisions.decide("7b", [("a1", POINTS)])
    assert book.decisions.redoable("7b", "a1") is None


def test_the_points_follow_in_the_same_transaction(book):
    grade = Regraded("s1", 75, Fraction(3, 2), Fraction(2), "key")
    book.decisions.decide("7b", [("a1", ACCEPT)], [grade])
    (work,) = book.classes.received("7b")
    assert (work.percent, work.points, work.possible) == (75, "3/2", "2")
    with pytest.raises(Exception, match="UNIQUE"):
        book.decisions.decide("7b", [("a1", ACCEPT)], [Regraded("s1", 100, Fraction(2), Fraction(2), "key")])
    (work,) = book.classes.received("7b")
    assert work.percent == 75


def test_what_a_student_was_told_is_remembered(book):
    told = Told("a1", "s1", 1, "key", 1, 50, Fraction(1), Fraction(2))
    book.changed.tell("7b", [told])
    book.changed.tell("7b", [Told("a1", "s1", 2, "key2", 2, 75, Fraction(3, 2), Fraction(2))])
    first, second = book.changed.told("7b")["a1"]
    assert (first.points, first.answers, second.points, second.answers) == (1, 1, Fraction(3, 2), 2)
    assert book.changed.told("8a") == {}


RIGHT = Decision("d9", DecisionKind.REPLY, item="c1", words="You are right.")
MARK = ChangedMark("a1", (Fraction(1, 2), Fraction(3)), (Fraction(2), Fraction(2)))


def test_versions_of_the_answers_come_with_all_that_follows(book):
    book.decisions.decide("7b", [("a1", KEPT)])
    assert book.changed.latest("7b", "hash") is None
    version = AnswersVersion(2, "key2", b"lesson", "[]", 1, ("a1",), marks=(MARK,))
    follows = Following(("d3",), (("a1", ACCEPT),), (Regraded("s1", 100, Fraction(2), Fraction(2), "key2"),))
    follows = replace(follows, told_right=(("a1", RIGHT),))
    book.changed.change("7b", "hash", version, follows)
    assert book.changed.told_right("7b") == {RIGHT.id}
    assert book.changed.versions("7b", "hash")[0].marks == (MARK,)
    assert standing(book) == ["d1", "d9"]
    assert book.changed.latest("7b", "hash") == (2, b"lesson")
    assert book.changed.latest("8a", "hash") is None
    (kept,) = book.changed.versions("7b", "hash")
    assert (kept.number, kept.works, kept.lowered, kept.said) == (2, 1, ("a1",), "[]")
    (work,) = book.classes.received("7b")
    assert (work.percent, work.key_hash) == (100, "key2")


def test_what_was_decided_goes_along_with_who_is_moved(book):
    book.decisions.decide("7b", [("a1", ACCEPT), ("a2", KEPT)])
    book.changed.tell("7b", [Told("a1", "s1", 1, "key", 1, 50, Fraction(1), Fraction(2))])
    version = AnswersVersion(2, "key2", b"lesson", "[]", 1, (), marks=(MARK,))
    book.changed.change("7b", "hash", version, Following(told_right=(("a1", RIGHT),)))
    book.class_work.move("7b", ["p1"], "8a")
    assert book.changed.told_right("8a") == {RIGHT.id}
    assert book.changed.versions("7b", "hash")[0].marks == ()
    assert [one.id for one in book.decisions.of("8a", "a1")] == ["d1", "d9"]
    assert list(book.changed.told("8a")) == ["a1"]
    assert list(book.decisions.standing("7b")) == ["a2"], "what is somebody else's stays"
    assert book.changed.told("7b") == {}
