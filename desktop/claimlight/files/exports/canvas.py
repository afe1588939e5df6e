"""Fill marks into the gradebook that a teacher exported from Canvas, and change nothing else in it.

The first row names the columns: Student, ID, SIS User ID, SIS Login ID, Section, then one for each assignment, called
"Title (number)". Before the students stands a row "Points Possible".
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from claimlight.core.errors import WorkError
from claimlight.files.article_import.source import Remark
from claimlight.files.exports.cells import RawCell, RawTable
from claimlight.files.exports.filled import Filled, about_matches, opened, told
from claimlight.files.exports.gradebook import Gradebook, scaled
from claimlight.files.exports.matching import Known, match

STUDENT = "student"
IDS = ("sis user id", "id", "sis login id", "integration id")
POINTS_POSSIBLE = "points possible"
NEW_COLUMN_POINTS = 100
_NUMBERED = re.compile(r"(.*\S)\s*\(\d+\)", re.DOTALL)
_BEFORE_STUDENTS = ("", POINTS_POSSIBLE, "student, test")
_FIXED = (STUDENT, *IDS, "root account", "section", "notes")


def fill_canvas(raw: bytes, gradebook: Gradebook, file: str, columns: Sequence[str] = ()) -> Filled:
    """`raw` with the marks of every lesson of the gradebook.

    Each goes into the column of that name, with or without Canvas's number behind it, or the one in `columns` (one a
    lesson, "" for none said), scaled to its points possible; where there is none, into a new column at the end of the
    assignments. Raises WorkError where this is no such file, or is of another course.
    """
    table = opened(raw, file)
    head = [cell.words.strip().casefold() for cell in table.rows[0]]
    _refuse_foreign(head, file)
    name = head.index(STUDENT)
    ids = [head.index(each) for each in IDS if each in head]
    students = [row for row in range(1, len(table.rows)) if not _is_before(_cell(table, row, name))]
    known = [
        Known(row, tuple(_cell(table, row, column).strip() for column in ids), _cell(table, row, name))
        for row in students
    ]
    found = match([pupil.entry for pupil in gradebook.pupils], known)
    if not found.rows:
        raise WorkError("canvas-other-course", file=file)
    edits: list[tuple[int, int, str]] = []
    remarks = about_matches(found, gradebook)
    new: list[int] = []
    marks, changed = 0, []
    for number, lesson in enumerate(gradebook.lessons):
        column = _column(table, columns[number] if number < len(columns) and columns[number] else lesson, file)
        if column is None:
            new.append(number)
            marks += sum(gradebook.pupils[place].marks[number] is not None for place in found.rows)
            continue
        most = _points_possible(table, name, column)
        for place, row in found.rows.items():
            mark = gradebook.pupils[place].marks[number]
            if mark is None:
                continue
            cell = _at(table, row, column, file)
            said = scaled(mark, most)
            if cell.words.strip() not in ("", said) and _number(cell.words) != _number(said):
                changed.append(gradebook.pupils[place].entry.name)
            edits.append((cell.start, cell.end, said))
            marks += 1
    edits += _new_columns(table, name, head, gradebook, new, found.rows)
    remarks += [Remark("canvas-new-column", (("n", 1), ("names", gradebook.lessons[each]))) for each in new]
    remarks += told("canvas-changed", changed)
    return Filled(table.with_cells(edits), marks, tuple(remarks))


def canvas_columns(raw: bytes, file: str) -> tuple[str, ...]:
    """The assignments that the file has. Raises WorkError where it is no gradebook of Canvas."""
    table = opened(raw, file)
    _refuse_foreign([cell.words.strip().casefold() for cell in table.rows[0]], file)
    return tuple(cell.words.strip() for cell in table.rows[0] if _NUMBERED.fullmatch(cell.words.strip()))


def matching_columns(raw: bytes, file: str, lessons: Sequence[str]) -> tuple[str, ...]:
    """For each lesson the assignment that its marks would go into by its name, "" where there is no one such."""
    columns = canvas_columns(raw, file)
    bare = [_bare(each) for each in columns]
    return tuple(columns[bare.index(_bare(lesson))] if bare.count(_bare(lesson)) == 1 else "" for lesson in lessons)


def _bare(title: str) -> str:
    """The title without the number that Canvas puts behind it."""
    title = title.strip().casefold()
    said = _NUMBERED.fullmatch(title)
    return title if said is None else said[1]


def _refuse_foreign(head: Sequence[str], file: str) -> None:
    if STUDENT not in head or not any(each in head for each in IDS):
        raise WorkError("canvas-without-columns", file=file)


def _is_before(student: str) -> bool:
    return student.strip().casefold() in _BEFORE_STUDENTS


def _cell(table: RawTable, row: int, column: int) -> str:
    cells = table.rows[row]
    return cells[column].words if column < len(cells) else ""


def _at(table: RawTable, row: int, column: int, file: str) -> RawCell:
    if column >= len(table.rows[row]):
        raise WorkError("canvas-short-row", file=file, row=row + 1)
    return table.rows[row][column]


def _column(table: RawTable, title: str, file: str) -> int | None:
    """Where the assignment stands that is called so, with its number or without. Raises WorkError where several do."""
    wanted = title.strip().casefold()
    names = [cell.words.strip().casefold() for cell in table.rows[0]]
    exact = [number for number, name in enumerate(names) if name == wanted and name not in _FIXED]
    found = exact or [
        number
        for number, name in enumerate(names)
        if (said := _NUMBERED.fullmatch(name)) is not None and said[1] == wanted
    ]
    if len(found) > 1:
        raise WorkError("canvas-several-columns", file=file, title=title)
    return found[0] if found else None


def _points_possible(table: RawTable, name: int, column: int) -> Fraction:
    """What the assignment is worth; 100 where the file does not say."""
    for row in range(1, len(table.rows)):
        if _cell(table, row, name).strip().casefold() == POINTS_POSSIBLE:
            return _number(_cell(table, row, column)) or Fraction(NEW_COLUMN_POINTS)
    return Fraction(NEW_COLUMN_POINTS)


def _number(words: str) -> Fraction | None:
    """A positive number of ordinary size, None for anything else."""
    said = words.strip().replace(",", ".")
    return Fraction(said) if re.fullmatch(r"\d{1,9}(\.\d{1,9})?", said, re.ASCII) else None


def _new_columns(
    table: RawTable,
    name: int,
    head: Sequence[str],
    gradebook: Gradebook,
    lessons: Sequence[int],
    rows: dict[int, int],
) -> list[tuple[int, int, str]]:
    """One cell more a row for each of `lessons`, behind the last assignment."""
    if not lessons:
        return []
    after = _last_assignment(table, head)
    places = {row: place for place, row in rows.items()}
    edits = []
    for row, cells in enumerate(table.rows):
        said = []
        for number in lessons:
            mark = gradebook.pupils[places[row]].marks[number] if row in places else None
            if row == 0:
                said.append(table.quoted(gradebook.lessons[number]))
            elif _cell(table, row, name).strip().casefold() == POINTS_POSSIBLE:
                said.append(str(NEW_COLUMN_POINTS))
            else:
                said.append("" if mark is None else scaled(mark, Fraction(NEW_COLUMN_POINTS)))
        short = table.delimiter * max(0, after + 1 - len(cells))
        end = cells[min(after, len(cells) - 1)].end
        edits.append((end, end, short + "".join(f"{table.delimiter}{each}" for each in said)))
    return edits


def _last_assignment(table: RawTable, head: Sequence[str]) -> int:
    numbered = [
        number for number, cell in enumerate(table.rows[0]) if _NUMBERED.fullmatch(cell.words.strip()) is not None
    ]
    return max(numbered, default=max(number for number, each in enumerate(head) if each in _FIXED))
