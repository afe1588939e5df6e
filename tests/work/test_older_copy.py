"""A class comes back from a copy with all that hung on it, beside whatever was made since."""

from pathlib import Path

import pytest

from claimlight.core.decision import Decision, DecisionKind
from claimlight.core.errors import StoreError, WorkError
from claimlight.core.lesson import Mode
from claimlight.core.roster import RosterEntry
from claimlight.files.places import lessons
from claimlight.handin.drop_folder import open_drop
from claimlight.store.facts import SecondKey
from claimlight.store.term_end import Whom
from claimlight.work.class_changes import Setting, move_student, set_lesson
from claimlight.work.class_results import class_work
from claimlight.work.give_back import give_back
from claimlight.work.older_copy import bring_back, classes_in
from claimlight.work.teacher_keys import set_passphrase, teacher_keys, teacher_public, unlock
from claimlight.work.teaching import make_class
from claimlight.work.term_end import end_class, proven_copy
from class_of_works import a_class, hands_in, names
from classroom import teacher

LESSON = lessons() / "storm-damage"
EVERYBODY = Whom(tuple(f"person-{name}" for name in names(3)), names(3))


@pytest.fixture
def to(book, tmp_path):
    """A class with a lesson set, three works in two versions, decisions, marks given back, and somebody who moved."""
    other = make_class(book, "8a", ("Zora",), school_ids={"Zora": "z-1"})
    to = a_class(book, tmp_path / "stick", LESSON, 3, name="8B", listed=4)
    hands_in(book, to, tmp_path / "stick", LESSON, 3, seed=1)
    set_lesson(book, to.students.id, LESSON, Setting(Mode.PRACTICE, "2026-07-01"))
    work = book.class_work.glances(to.students.id)[0]
    said = Decision("d-1", DecisionKind.COMMENT, words="Well seen.")
    book.decisions.decide(to.students.id, [(work.attempt, said)])
    book.facts.add_second_key(book.class_lessons.all(to.students.id)[0].hash, SecondKey("k-1", "Noor", "[]"))
    give_back(book, open_drop(tmp_path / "stick"), to.students.id)
    move_student(book, to.students.id, names(4)[3], other.students.id)
    return to.students.id


def kept(book, class_id):
    """All that is kept of everybody, without the numbers of rows."""
    rows = book.kept_of(class_id, EVERYBODY)
    return {table: [_without_numbers(row) for row in rows] for table, rows in rows.items()}


def _without_numbers(row):
    return {name: value for name, value in row.items() if name != "id" and not name.endswith("_id")}


def test_a_class_comes_back_as_it_was_beside_what_was_made_since(book, to, tmp_path):
    before, points = kept(book, to), [work.last.points for work in works(book, to)]
    assert len(before) >= 6, "the tables that a class fills"
    moved = book.class_work.left(to)
    copy = tmp_path / "copy.db"
    end_class(book, "8B", copy, sure=True)
    hands_in(book, make_class(book, "9c", names(2)), tmp_path / "stick2", LESSON, 2)
    others = {known.id: kept(book, known.id) for known in book.classes.all()}

    assert [(one.name, one.works, one.here) for one in classes_in(book, copy)] == [("8a", 0, True), ("8B", 3, False)]
    assert bring_back(book, copy, to) == "8B"
    assert kept(book, to) == before
    assert [work.last.points for work in works(book, to)] == points
    assert book.class_work.left(to) == moved
    assert book.class_lessons.all(to)[0].due == "2026-07-01"
    assert {known.id: kept(book, known.id) for known in book.classes.all() if known.id != to} == others
    assert book.classes.entries(book.classes.all()[0].id)[0] == RosterEntry("Zora", "z-1")


def works(book, to):
    hash = book.class_lessons.all(to)[0].hash
    return class_work(book, to, hash).works


def test_a_new_computer_gets_the_teachers_keys_with_the_first_class(book, to, tmp_path):
    set_passphrase(book, "elm ash oak")
    owner = teacher_public(book)
    proven_copy(book, tmp_path / "copy.db")
    with teacher(tmp_path / "new") as new:
        assert bring_back(new, tmp_path / "copy.db", to) == "8B"
        assert teacher_public(new) == owner
        assert kept(new, to) == kept(book, to)
        assert unlock(new, "elm ash oak") == teacher_keys(book)
        assert len(works(new, to)) == 3
        hash = book.class_lessons.all(to)[0].hash
        assert new.classes.given(hash) == book.classes.given(hash)
        assert new.facts.second_keys(hash) == book.facts.second_keys(hash) != ()
        end_class(new, "8B", None, sure=True, no_copy=True)
        bring_back(new, tmp_path / "copy.db", to)
        assert len(new.facts.second_keys(hash)) == 1, "they stayed when the class went"


def test_who_moved_to_a_class_that_is_not_here_has_only_left(book, to, tmp_path):
    proven_copy(book, tmp_path / "copy.db")
    with teacher(tmp_path / "new") as new:
        bring_back(new, tmp_path / "copy.db", to)
        assert new.class_work.left(to) == dict.fromkeys(book.class_work.left(to), "")


def test_a_name_that_is_taken_meanwhile_is_numbered(book, to, tmp_path):
    end_class(book, "8B", tmp_path / "copy.db", sure=True)
    make_class(book, "8B", ("Dan",))
    make_class(book, "8B (2)", ("Eva",))
    assert bring_back(book, tmp_path / "copy.db", to) == "8B (3)"


def test_what_is_here_or_another_teachers_is_refused_and_changes_nothing(book, to, tmp_path):
    copy = tmp_path / "copy.db"
    proven_copy(book, copy)
    before = book.census()
    with pytest.raises(WorkError) as caught:
        bring_back(book, copy, to)
    assert caught.value.code == "class-is-here"
    assert book.census() == before
    with teacher(tmp_path / "another") as another:
        make_class(another, "5a", ("Fay",))
        before = another.census()
        with pytest.raises(WorkError) as caught:
            bring_back(another, copy, to)
        assert caught.value.code == "copy-of-another-teacher"
        assert another.census() == before


def test_no_copy_a_damaged_one_and_a_workbook_are_refused_in_words(book, to, tmp_path):
    copy = tmp_path / "copy.db"
    proven_copy(book, copy)
    (tmp_path / "half.db").write_bytes(copy.read_bytes()[: copy.stat().st_size // 2])
    (tmp_path / "other.db").write_bytes((Path(__file__).parents[1] / "data" / "workbooks" / "v1.db").read_bytes())
    for name in ("half.db", "other.db", "none.db"):
        with pytest.raises(StoreError):
            classes_in(book, tmp_path / name)
    assert classes_in(book, copy)


def test_nothing_comes_into_a_classbook_that_may_not_be_written(book, to, tmp_path):
    copy = tmp_path / "copy.db"
    end_class(book, "8B", copy, sure=True)
    book.read_only = StoreError("workbook-read-only", file=book.file)
    with pytest.raises(StoreError):
        bring_back(book, copy, to)
    assert [known.name for known in book.classes.all()] == ["8a"]


def test_an_older_copy_is_read_too(book):
    older = Path(__file__).parents[1] / "data" / "classbooks"
    for copy in sorted(older.glob("v*.db")):
        before = copy.read_bytes()
        classes_in(book, copy)
        assert copy.read_bytes() == before, copy.name


def test_a_class_that_the_copy_does_not_know_is_a_mistake_of_the_program(book, to, tmp_path):
    with teacher(tmp_path / "new") as new, pytest.raises(ValueError, match="no class"):
        new.bring_class(book, "nobody")
