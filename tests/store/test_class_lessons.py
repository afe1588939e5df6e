"""What a class was set, collected and given back; who is who in it. All of it is there after a restart."""

import pytest

from claimlight.store.class_lessons import SetLesson
from claimlight.store.classbook import open_classbook
from claimlight.store.classes import GivenLesson, KnownClass, Received

LESSON = GivenLesson("h1", "l1", "Fares", "practice", b"whole", b"given")


@pytest.fixture
def book(folder, ids, clock):
    book = open_classbook(folder, new_id=ids, clock=clock)
    for id in ("c1", "c2"):
        book.classes.keep(KnownClass(id, id.upper(), b"file"), ())
    yield book
    book.close()


def work(id, person="p1", lesson="l1", **said):
    values = {"id": id, "person": person, "name": "Ada", "device": b"d", "lesson": lesson, "lesson_hash": "h1"}
    values |= {"text": "article", "attempt": "a1", "number": 1, "previous": "", "hash": f"hash-{id}", "packed": b"x"}
    return Received(**{**values, **said})


def test_lessons_are_set_changed_and_taken_back(book):
    book.classes.give(LESSON, "[]")
    book.class_lessons.put("c1", "l1", due="2026-05-08")
    assert book.class_lessons.all("c1") == (SetLesson("l1", "h1", "Fares", "practice", "2026-05-08"),)
    assert book.class_lessons.all("c2") == ()
    assert book.class_lessons.given("c1", "l1") == LESSON
    assert book.class_lessons.given("c2", "l1") is None
    later = GivenLesson("h2", "l1", "Fares again", "homework", b"whole 2", b"given 2")
    book.classes.give(later, "[]")
    assert book.class_lessons.given("c1", "l1") == LESSON, "what another class is given changes nothing here"
    book.class_lessons.put("c1", "l1", due="")
    book.class_lessons.let_go("c1", "l1")
    book.class_lessons.set_due("c1", "l1", "2026-06-01")
    (one,) = book.class_lessons.all("c1")
    assert (one.hash, one.mode, one.due, bool(one.let_go)) == ("h2", "homework", "2026-06-01", True)
    book.class_lessons.take_back("c1", "l1")
    assert book.class_lessons.all("c1") == ()


def test_the_place_used_last_comes_first(book, folder, clock):
    for path in ("/a", "/b", "/a"):
        book.class_lessons.use_place("c1", path)
    book.class_lessons.begin_collecting("c1")
    book.close()
    again = open_classbook(folder, clock=clock)
    assert again.class_lessons.places("c1") == ("/a", "/b")
    assert len(again.class_lessons.collectings("c1")) == 1
    assert again.class_lessons.collectings("c2") == again.class_lessons.places("c2") == ()
    again.close()


def test_a_glance_tells_what_came_was_seen_and_went_back(book):
    works = (
        work("1"),
        work("2", number=2, challenges=2, percent=50, points="1/2", possible="1"),
        work("3", attempt="a0", attempt_number=2),
        work("4", person="p0"),
    )
    book.classes.receive("c1", works)
    assert [each.id for each in book.class_work.glances("c1")] == ["4", "1", "2", "3"]
    assert [each.id for each in book.classes.received("c1")] == ["4", "1", "2", "3"]
    book.class_work.see("c1", "2")
    book.class_work.see("c1", "2")
    book.class_work.gave_back("c1", [("2", 1, "1/2", ""), ("2", 2, "1", "d1")])
    second = book.class_work.glances("c1")[2]
    assert (second.percent, second.points, second.possible, second.challenges) == (50, "1/2", "1", 2)
    assert (second.seen, second.back, second.back_points, second.back_said) == (1, 2, "1", "d1")
    first = book.class_work.glances("c1")[1]
    assert (first.seen, first.back, first.back_points, first.percent) == (0, 0, "", None)
    assert book.class_work.glances("c2") == ()


def test_a_glance_reads_no_work(book):
    """What is looked at for forty students is in an index; their work itself is not read."""
    plan = book._db.execute(
        "EXPLAIN QUERY PLAN SELECT person, name, points, challenges FROM submission WHERE class_id = 1"
    ).fetchall()
    assert "COVERING INDEX works_at_a_glance" in plan[0][3]


def test_who_is_who_is_said_once_and_can_be_said_again(book):
    book.class_work.say_who("c1", ["p1", "p2"], "Ada")
    book.class_work.say_who("c1", ["p2"], None)
    assert book.class_work.known_as("c1") == {"p1": "Ada", "p2": None}
    assert book.class_work.known_as("c2") == {}
    book.class_work.leave("c1", "Ben")
    book.class_work.leave("c1", "Cem", to="c2")
    assert book.class_work.left("c1") == {"Ben": "", "Cem": "c2"}
    book.class_work.come_back("c1", "Ben")
    assert book.class_work.left("c1") == {"Cem": "c2"}


def test_work_moves_with_its_person_and_is_there_once(book):
    book.classes.receive("c1", [work("1"), work("2", person="p2")])
    book.classes.receive("c2", [work("1")])
    book.class_work.move("c1", ["p1"], "c2")
    assert [each.id for each in book.class_work.glances("c1")] == ["2"]
    assert [each.id for each in book.class_work.glances("c2")] == ["1"]
