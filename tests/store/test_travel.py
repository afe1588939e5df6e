"""What the stores keep of work that travels, and what goes away with its person."""

import sqlite3

import pytest

from claimlight.core.lesson import Mode
from claimlight.store.classbook import open_classbook
from claimlight.store.classes import GivenLesson, KeptTeacher, KnownClass, Received
from claimlight.store.travel import HandedIn, KeptClass, PersonKey


@pytest.fixture
def classes(folder, ids, clock):
    book = open_classbook(folder, new_id=ids, clock=clock)
    yield book.classes
    book.close()


def test_a_computer_has_one_pair_of_keys(workbook):
    assert workbook.travel.device() is None
    workbook.travel.keep_device(b"s", b"o")
    assert workbook.travel.device() == (b"s", b"o")


def test_the_first_author_and_the_first_teacher_stay(workbook):
    travel = workbook.travel
    assert not workbook.knows_class()
    assert travel.author("lesson") is None
    travel.keep_author("lesson", b"1")
    travel.keep_author("lesson", b"2")
    assert travel.author("lesson") == b"1"
    travel.keep_class(KeptClass("c", "7b", b"t", b"file"))
    travel.keep_class(KeptClass("c", "8b", b"other", b"newer"))
    assert travel.classes() == (KeptClass("c", "8b", b"t", b"newer"),)
    assert workbook.knows_class()


def test_what_was_handed_in_has_arrived_when_its_slip_is_there_and_is_forgotten_with_its_person(
    workbook, attempt, student
):
    travel, person = workbook.travel, workbook.last_person()
    travel.keep_class(KeptClass("c", "7b", b"t", b"file"))
    handed = HandedIn("one", attempt.id, "c", 1, "hash", "content", "2026", None)
    travel.hand_in(handed)
    assert travel.handed_in(person) == (handed,)
    travel.arrived("one", b"slip")
    assert travel.handed_in(person)[0].slip == b"slip"
    assert travel.person_key(person) is None
    travel.keep_person_key(person, PersonKey("five words", b"k"))
    assert travel.person_key(person) == PersonKey("five words", b"k")
    assert travel.marks(attempt) is None
    assert travel.keep_marks("m1", attempt.id, 1, b"marks")
    assert not travel.keep_marks("m1", attempt.id, 1, b"marks")
    assert travel.keep_marks("m2", attempt.id, 2, b"better")
    assert travel.marks(attempt) == b"better"
    (told,) = workbook.export_person(person)["handed_in"]
    assert (told["class"], told["number"], told["arrived"]) == ("7b", 1, True)
    workbook.forget(person)
    assert (travel.handed_in(person), travel.person_key(person), travel.marks(attempt)) == ((), None, None)
    assert travel.classes() == (), "the names on its list are gone, too"


def test_a_class_that_others_are_in_outlives_who_is_forgotten(workbook):
    travel = workbook.travel
    for id in ("c", "d"):
        travel.keep_class(KeptClass(id, id, b"t", b"file"))
    workbook.forget(workbook.add_person("Ada"), ["d", "unknown"])
    assert [each.id for each in travel.classes()] == ["d"]
    workbook.leave_class(workbook.last_person(), "d", (), keep=True)
    assert [each.id for each in travel.classes()] == ["d"]
    workbook.leave_class(workbook.last_person(), "d", ())
    assert travel.classes() == ()


def test_answers_stay_let_go(workbook):
    travel = workbook.travel
    assert travel.released("box") is None
    travel.keep_released("box", b"k")
    travel.keep_released("box", b"other")
    assert travel.released("box") == b"k"


def test_a_teacher_has_one_pair_of_keys(classes):
    assert (classes.teacher(), classes.has_signed) == (None, False)
    for kept in (KeptTeacher(b"s"), KeptTeacher(locked=b"l", asked=True), KeptTeacher(b"s", asked=True)):
        classes.keep_teacher(kept)
        assert classes.teacher() == kept
        assert repr(kept) == "KeptTeacher(…)"
    with pytest.raises(sqlite3.IntegrityError):
        classes.keep_teacher(KeptTeacher(b"s", b"l"))


def test_a_class_keeps_its_names_in_order_and_a_newer_list_takes_their_place(classes):
    classes.keep(KnownClass("c", "7b", b"file"), ["Cem", "Ada", "Cem"])
    assert classes.roster("c") == ("Cem", "Ada")
    classes.keep(KnownClass("c", "7b", b"newer"), ["Ben"])
    assert (classes.all(), classes.roster("c")) == ((KnownClass("c", "7b", b"newer"),), ("Ben",))


def test_a_lesson_is_remembered_as_it_was_given_out_last(classes):
    assert classes.given("hash") is None
    for given in (b"first", b"second"):
        classes.give(GivenLesson("hash", "id", "Title", Mode.PRACTICE.value, b"whole", given), "[]")
    assert classes.given("hash").given == b"second"


def received(id, number, hash="h"):
    return Received(
        id, "ada", "Ada", b"d", "lesson", "lh", "article", "attempt", number, "", hash, b"packed", 50, "1", "2"
    )


def test_every_version_is_kept_once_in_its_order(classes):
    classes.keep(KnownClass("c", "7b", b"file"), ())
    classes.receive("c", [received("two", 2), received("one", 1)])
    classes.receive("c", [received("one", 9)])
    assert [(one.id, one.number) for one in classes.received("c")] == [("one", 1), ("two", 2)]
    assert list(classes.received("c", "another")) == []
    assert classes.hashes_of("c", ("one", "three")) == {"one": "h"}
    assert classes.devices_of("c", ("ada", "ben")) == {"ada": b"d"}
    with pytest.raises(ValueError, match="no class"):
        classes.hashes_of("nobody", ())
