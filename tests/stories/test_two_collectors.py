"""Two windows collect from one folder at the same moment: nothing is lost, and nothing is there twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimlight.files.lesson_bundle import read_bundle
from claimlight.handin.drop_folder import ASIDE, LESSONS, SLIPS, WORK, DropFolder, open_drop
from claimlight.work.class_table import Stand
from class_of_works import names, write_works
from class_robot import ClassTeacher
from classroom import laptop
from robot_hands import wait_until

STUDENTS = 60
LESSON = "Storm Ilse: a town counts its losses"


@pytest.fixture
def prepared(
    qapp: object, tmp_path: Path, three_lessons: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[ClassTeacher, DropFolder]]:
    """A teacher at the page of a class, with a stick for it."""
    monkeypatch.setattr("claimlight.session.stick_watch.drives", lambda: ())  # whatever this computer has
    monkeypatch.setattr("claimlight.ui.teacher.place_page.drives", lambda: ())
    teacher = ClassTeacher(tmp_path / "desk", shipped=three_lessons)
    teacher.stick = tmp_path / "stick"
    teacher.stick.mkdir()
    teacher.comes_to_classes()
    teacher.makes_a_class(*names(STUDENTS))
    teacher.sets(LESSON)
    teacher.prepares_the_stick()
    yield teacher, open_drop(teacher.stick)
    teacher.leaves()


def second_window(first: ClassTeacher, folder: Path) -> ClassTeacher:
    """The same teacher's other computer: the classbook as it is now, the same keys, the same stick."""
    first.expects_a_window()
    first.desk.classes._teaching.classbook.back_up()
    first.desk.classes._teaching.classbook.copy_to(folder / "classbook.db")
    second = ClassTeacher(folder, shipped=first.shipped)
    second.stick = first.stick
    second.comes_to_classes()
    second.clicks("7b")
    return second


def test_two_windows_of_one_teacher_collect_at_the_same_moment(
    prepared: tuple[ClassTeacher, DropFolder], tmp_path: Path
) -> None:
    first, drop = prepared
    (file,) = (drop.path / LESSONS).iterdir()
    write_works(read_bundle(file.read_bytes()), drop.class_file, drop, STUDENTS)
    (drop.path / WORK / "bad.claimwork").write_bytes(b"?")
    (tmp_path / "other").mkdir()
    second = second_window(first, tmp_path / "other")
    windows = (first, second)
    at_work = [teacher.classes.travel.errands for teacher in windows]
    seen: list[tuple[bool, ...]] = []
    for errands in at_work:
        errands.progressed.connect(lambda _done, _all: seen.append(tuple(each.working for each in at_work)))
    for teacher in windows:
        teacher.class_page.collect.click()
    wait_until(lambda: not any(errands.working for errands in at_work), "both collectors")
    assert (True, True) in seen, "they worked at the same time"
    for teacher in windows:
        assert teacher.sees(f"{STUDENTS} new works.")
        assert list(teacher.stands().values()) == [Stand.HANDED_IN] * STUDENTS
        assert len(list(teacher.desk.classes._teaching.classbook.classes.received(drop.class_file.id))) == STUDENTS
    assert len(list((drop.path / SLIPS).iterdir())) == STUDENTS
    assert sorted(path.name for path in (drop.path / WORK / ASIDE).iterdir()) == ["bad.claimwork", "bad.claimwork.txt"]
    assert len([path for path in (drop.path / WORK).iterdir() if path.is_file()]) == STUDENTS, "no work is moved"
    second.leaves()


def test_what_one_window_has_collected_the_other_collects_too_and_slips_are_believed(
    prepared: tuple[ClassTeacher, DropFolder], tmp_path: Path
) -> None:
    first, drop = prepared
    (file,) = (drop.path / LESSONS).iterdir()
    with laptop(tmp_path / "laptop") as ours:
        for name in names(2):
            ours.does(name, file, [("is simply not true", "denial")])
        assert ours.hands_in(drop) == 2
        (tmp_path / "other").mkdir()
        second = second_window(first, tmp_path / "other")
        for teacher in (first, second):
            teacher.class_page.collect.click()
            teacher.waits()
            assert teacher.sees("2 new works.")
        assert ours.takes_in(drop).arrived == 2
        assert ours.hands_in(drop) == 0
    second.leaves()
