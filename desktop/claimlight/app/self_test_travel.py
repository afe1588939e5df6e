"""The second half of the self-test: the work is handed in to a folder, collected by a teacher, and acknowledged."""

from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

from claimlight.core.lesson import Mode
from claimlight.handin.drop_folder import DropFolder
from claimlight.store.classbook import Classbook, open_classbook
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from claimlight.store.workbook import Workbook
from claimlight.work.collect import collect
from claimlight.work.hand_in import hand_in, take_in
from claimlight.work.results import results
from claimlight.work.teaching import give_out, make_class, prepare_stick

_CLASS = "Self-test"


def points_that_arrive(student: Path, lesson: Path, place: Path) -> Fraction | None:
    """The points of the work in the data folder `student`, as a teacher in `place` grades it anew.

    None where the work, or the teacher's slip on its way back, did not arrive. Raises ClaimlightError.
    """
    with _classbook(place / "teacher") as book:
        drop = prepare_stick(_made(place / "stick"), make_class(book, _CLASS, ()))
        give_out(book, lesson, Mode.PRACTICE)
        with _workbook(student) as workbook:
            handed_in = len(hand_in(workbook, drop))
        collected = collect(book, drop.path, _CLASS)
        rows = results(book, _CLASS).rows
        if (handed_in, collected.new, len(rows)) != (1, 1, 1) or not _slip_came(student, drop):
            return None
        work = rows[0].work
        return None if work is None or work.points is None else Fraction(work.points)


def _slip_came(student: Path, drop: DropFolder) -> bool:
    with _workbook(student) as workbook:
        return take_in(workbook, drop).arrived == 1


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


@contextmanager
def _workbook(folder: Path) -> Iterator[Workbook]:
    with open_data_folder(folder) as data:
        workbook = open_workbook(data)
        try:
            yield workbook
        finally:
            workbook.close()


@contextmanager
def _classbook(folder: Path) -> Iterator[Classbook]:
    with open_data_folder(folder) as data:
        book = open_classbook(data)
        try:
            yield book
        finally:
            book.close()
