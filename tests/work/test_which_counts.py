"""Of several works of one student the same one counts everywhere: in the table, the results, the exports, the marks."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from claimlight.core.attempt import Person
from claimlight.core.lesson import Mode
from claimlight.files.lesson_folder import build_folder
from claimlight.handin.drop_folder import WORK, DropFolder, put_new
from claimlight.handin.identity import Keys, new_keys
from claimlight.handin.submission import Submission, read_submission, write_submission
from claimlight.store.classbook import Classbook
from claimlight.work.class_results import class_work
from claimlight.work.class_table import class_table
from claimlight.work.collect import collect
from claimlight.work.known_facts import how_many
from claimlight.work.one_work import latest_works, one_work
from claimlight.work.results import results
from claimlight.work.teacher_keys import teacher_keys
from claimlight.work.which_counts import in_order, of_the_attempt
from classroom import class_with, given, laptop, stick, teacher
from lesson_maker import write_lesson

RIGHT = [("Fares will double by spring", "claim")]


@dataclass(frozen=True)
class Said:
    person: str
    attempt: str
    attempt_number: int
    number: int
    order: int


@pytest.mark.parametrize(
    "versions",
    [
        (Said("p", "z", 1, 1, 1), Said("p", "a", 2, 1, 2)),
        (Said("p", "z", 1, 1, 2), Said("p", "z", 1, 2, 1)),
        (Said("p", "z", 2, 1, 1), Said("p", "a", 2, 1, 2)),
        (Said("p", "z", 2, 1, 1), Said("p", "a", 2, 1, 2), Said("p", "a", 2, 2, 3)),
        (Said("p", "z", 1, 9, 9), Said("p", "a", 2, 1, 1)),
        (Said("p", "a", 1, 2, 1), Said("p", "a", 1, 2, 2)),
        (Said("p", "a", 7, 7, 1), Said("q", "z", 1, 1, 2)),
        (Said("q", "z", 1, 1, 1), Said("p", "b", 1, 1, 3), Said("p", "a", 2, 1, 2)),
    ],
)
def test_the_last_counts_however_they_come(versions: tuple[Said, ...]) -> None:
    for mixed in permutations(versions):
        assert in_order(mixed) == versions
    assert set(of_the_attempt(versions)) == {one for one in versions if one.attempt == versions[-1].attempt}


Room = tuple[Classbook, DropFolder, Submission, Keys]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """A class of Ada and Ben, Ada's work, not handed in yet, and her computer's keys."""
    folder = write_lesson(tmp_path / "fares")
    build_folder(folder)
    with teacher(tmp_path / "teacher") as book, laptop(tmp_path / "laptop") as ours:
        drop = stick(tmp_path / "stick", class_with(book))
        ours.does("Ada", given(book, folder, Mode.PRACTICE, tmp_path), RIGHT)
        ours.hands_in(drop)
        (path,) = (drop.path / WORK).iterdir()
        work = read_submission(path.read_bytes(), teacher_keys(book)).submission
        path.unlink()
        yield book, drop, work, new_keys()


def arrives(room: Room, work: Submission, id: str, device: Keys | None = None) -> None:
    book, drop, _work, keys = room
    work = replace(work, head=replace(work.head, id=id * 32))
    put_new(drop.path / WORK, ".claimwork", write_submission(work, drop.class_file, device or keys))
    assert collect(book, drop.path, "7b").new == 1


def empty(work: Submission) -> Submission:
    return replace(work, checks=tuple(replace(check, annotations=()) for check in work.checks))


def what_counts(book: Classbook, class_id: str) -> set[str]:
    """The ids of Ada's work, wherever one is chosen."""
    table = class_table(book, class_id, date(2026, 1, 1))
    (cell,) = (row.cells[0].work for row in table.rows if row.name == "Ada")
    assert cell is not None
    (by_results,) = (row.work for row in results(book, class_id).rows if row.work)
    (versions,) = latest_works(book, class_id)
    shown = one_work(book, class_id, cell.person, cell.lesson_hash).received
    return {cell.id[0], by_results.id[0], versions[-1].id[0], shown.id[0]}


def points(book: Classbook, class_id: str, lesson_hash: str) -> list[str]:
    """What the results on the page are made of."""
    return [work.last.points for work in class_work(book, class_id, lesson_hash).works]


def test_of_two_attempts_the_one_begun_last_counts_whatever_their_ids(room: Room) -> None:
    book, drop, work, _keys = room
    class_id = drop.class_file.id
    arrives(room, replace(empty(work), attempt="zzz", attempt_number=1), "1")
    arrives(room, replace(work, attempt="aaa", attempt_number=2), "2")
    assert what_counts(book, class_id) == {"2"}
    assert points(book, class_id, work.head.lesson_hash) == ["1"]


def test_of_two_attempts_of_one_number_the_one_that_came_last_counts(room: Room) -> None:
    book, drop, work, _keys = room
    class_id = drop.class_file.id
    arrives(room, replace(empty(work), attempt="zzz"), "1")
    arrives(room, replace(work, attempt="aaa"), "2")
    assert what_counts(book, class_id) == {"2"}
    assert points(book, class_id, work.head.lesson_hash) == ["1"]


def test_of_two_laptops_of_one_student_the_work_that_came_last_counts(room: Room) -> None:
    book, drop, work, _keys = room
    class_id = drop.class_file.id
    arrives(room, replace(empty(work), attempt="zzz", attempt_number=5), "1")
    other = Person("another", "Ada")
    arrives(room, replace(work, attempt="aaa", by=replace(work.by, person=other)), "2", new_keys())
    book.class_work.say_who(class_id, [work.by.person.id, "another"], "Ada")
    table = class_table(book, class_id, date(2026, 1, 1))
    assert [row.cells[0].work.id[0] for row in table.rows if row.cells[0].work] == ["2"]
    assert points(book, class_id, work.head.lesson_hash) == ["1"], "a student counts once"
    lesson = class_work(book, class_id, work.head.lesson_hash).lesson
    assert how_many(book, class_id, lesson) == 1
    arrives(room, replace(work, attempt="zzz", attempt_number=5, by=replace(work.by, number=2)), "3")
    table = class_table(book, class_id, date(2026, 1, 1))
    assert [row.cells[0].work.id[0] for row in table.rows if row.cells[0].work] == ["3"]
