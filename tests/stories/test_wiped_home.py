"""A computer that forgets everything at logout."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimlight.app.wiped_home import WipedHome
from claimlight.store.stick import FOLDER
from robots import Student

TOLD = "This computer forgets everything at logout, your work too."


class Kiosk:
    """A student at such a computer, and the stick in their hand."""

    def __init__(self, folder: Path, shipped: Path) -> None:
        self.stick = folder / "stick"
        self.stick.mkdir()
        self.started: list[bool] = []
        self.chosen: Path | None = self.stick
        self.student = Student(folder / "data", shipped=shipped, wiped=self.home())

    def home(self, *sticks: Path, missing: Path | None = None) -> WipedHome:
        return WipedHome(sticks, missing, lambda _window: self.chosen, lambda: self.started.append(True))


@pytest.fixture
def kiosk(qapp: object, tmp_path: Path, three_lessons: Path) -> Iterator[Kiosk]:
    kiosk = Kiosk(tmp_path, three_lessons)
    yield kiosk
    kiosk.student.leaves()


def test_the_start_says_so_and_takes_the_work_to_a_stick(kiosk: Kiosk) -> None:
    student = kiosk.student
    student.opens("storm-damage")
    student.highlights("up to 900 homes", as_="unverified-figure")
    student.restarts()
    assert student.sees(TOLD)
    assert student.hears(TOLD)
    student.clicks("Keep my work on a stick")
    assert kiosk.started == [True]
    assert not student.window.isVisible()
    student.leaves()
    student.folder, student.wiped = kiosk.stick / FOLDER, None
    student.starts()
    assert not student.sees(TOLD)
    student.opens("storm-damage")
    assert student.marked() == [("unverified-figure", "up to 900 homes")]


def test_whoever_changes_their_mind_or_has_no_room_stays(kiosk: Kiosk) -> None:
    kiosk.chosen = None
    kiosk.student.clicks("Keep my work on a stick")
    assert kiosk.student.sees(TOLD)
    (kiosk.stick / FOLDER).mkdir()
    kiosk.chosen = kiosk.stick
    kiosk.student.clicks("Keep my work on a stick")
    assert kiosk.student.sees("is there already and may hold somebody’s work. Nothing was changed.")
    assert kiosk.student.can_press("Keep my work on a stick")
    assert kiosk.started == []


def test_work_that_is_on_a_stick_is_found(kiosk: Kiosk) -> None:
    student = kiosk.student
    student.wiped = kiosk.home(kiosk.stick / FOLDER)
    student.restarts()
    student.clicks("Go on with the work on “stick”")
    assert kiosk.started == [True]
    assert str(kiosk.stick / FOLDER) in (student.folder / "settings.ini").read_text(encoding="utf-8")


def test_a_stick_that_is_not_in_is_missed(kiosk: Kiosk) -> None:
    kiosk.student.wiped = kiosk.home(missing=kiosk.stick / FOLDER)
    kiosk.student.restarts()
    assert kiosk.student.sees("which is not there now. Put the stick in and start again.")


def test_other_computers_say_nothing(student: Student) -> None:
    assert not student.sees(TOLD)
