"""Read the classes in a OneRoster export, 1.1 or 1.2: a zip or a folder of CSV files.

OneRoster 1.1 says in `users.csv` who is a student, 1.2 in `roles.csv`; both say it again in `enrollments.csv`, which is
what counts for a class. A row counts unless its `status` says otherwise; in a bulk export that is empty.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from claimlight.core.errors import WorkError
from claimlight.files.article_import.encodings import decoded
from claimlight.files.article_import.source import Remark
from claimlight.files.rosters.columns import Column
from claimlight.files.rosters.table import MOST_ROWS, RosterTable

USERS, ENROLLMENTS, CLASSES, ROLES = "users.csv", "enrollments.csv", "classes.csv", "roles.csv"
FILES = (USERS, ENROLLMENTS, CLASSES, ROLES)
_HEAD = ("givenName", "familyName", "identifier", "sourcedId", "email")
_MOST_CELLS = 40 * MOST_ROWS

Row = Mapping[str, str]


def one_roster(files: Mapping[str, bytes], file: str) -> tuple[RosterTable, ...]:
    """Each class of the export with its students, by title; `files` are by name in small letters.

    Where classes or enrollments are missing, all students are one class. Raises WorkError where nobody is in it.
    """
    if USERS not in files:
        raise WorkError("oneroster-without-users", file=file)
    read = _Read(file)
    users = read.by_id(_rows(files[USERS], USERS), USERS)
    pupils = _students(users, files.get(ROLES), read)
    if ENROLLMENTS not in files:
        read.tell("oneroster-missing", name=ENROLLMENTS)
        tables = [_table("", [one for one in users.values() if one["sourcedid"] in pupils], ())]
    else:
        titles = _titles(files.get(CLASSES), read)
        tables = _classes(_rows(files[ENROLLMENTS], ENROLLMENTS), users, pupils, titles, read)
    tables = [one for one in tables if one.rows]
    if not tables:
        raise WorkError("oneroster-nobody", file=file)
    return tuple(_with(one, read.told) for one in sorted(tables, key=lambda one: one.title.casefold()))


@dataclass(slots=True)
class _Read:
    """What there is to say about the export."""

    file: str
    told: list[Remark] = field(default_factory=list)

    def tell(self, code: str, **said: str | int) -> None:
        self.told.append(Remark(code, tuple(said.items())))

    def by_id(self, rows: Iterable[Row], name: str) -> dict[str, Row]:
        """The rows that count, by `sourcedId`: the first of several with one id, none without."""
        found: dict[str, Row] = {}
        doubled = nameless = 0
        for row in rows:
            id = row.get("sourcedid", "")
            nameless += not id
            doubled += id in found and _counts(row)
            if id and _counts(row):
                found.setdefault(id, row)
        if nameless:
            self.tell("oneroster-id-empty", n=nameless, name=name)
        if doubled:
            self.tell("oneroster-id-twice", n=doubled, name=name)
        return found


def _rows(raw: bytes, name: str) -> list[Row]:
    """Every line by the names in its head, which are in small letters and without what stands around them."""
    text = decoded(raw).text.removeprefix("\ufeff").replace("\x00", "")
    try:
        lines = [line for line in csv.reader(io.StringIO(text, newline="")) if any(cell.strip() for cell in line)]
    except csv.Error:
        raise WorkError("roster-no-table", file=name) from None
    if sum(map(len, lines)) > _MOST_CELLS:
        raise WorkError("roster-too-long", file=name, most=MOST_ROWS)
    head = [cell.strip().casefold() for cell in lines[0]] if lines else []
    if head and "sourcedid" not in head:
        raise WorkError("oneroster-without-column", file=name, column="sourcedId")
    return [dict(zip(head, (cell.strip() for cell in (*line, *[""] * len(head))), strict=False)) for line in lines[1:]]


def _counts(row: Row) -> bool:
    stays = row.get("status", "").casefold() in ("", "active")
    return stays and row.get("enableduser", "").casefold() not in ("false", "0")


def _students(users: Mapping[str, Row], roles: bytes | None, read: _Read) -> set[str]:
    """Who is a student: by `users.csv` (1.1) or `roles.csv` (1.2)."""
    if any("role" in row for row in users.values()):
        return {id for id, row in users.items() if row.get("role", "").casefold() == "student"}
    if roles is None:
        read.tell("oneroster-missing", name=ROLES)
        return set(users)
    said = (row for row in _rows(roles, ROLES) if _counts(row) and row.get("role", "").casefold() == "student")
    return {row.get("usersourcedid", "") for row in said} & set(users)


def _titles(classes: bytes | None, read: _Read) -> dict[str, str] | None:
    """Title by id of every class that goes on; None where the export does not say."""
    if classes is None:
        read.tell("oneroster-missing", name=CLASSES)
        return None
    rows = read.by_id(_rows(classes, CLASSES), CLASSES)
    return {id: row.get("title", "") or row.get("classcode", "") or id for id, row in rows.items()}


def _classes(
    enrollments: list[Row],
    users: Mapping[str, Row],
    pupils: set[str],
    titles: dict[str, str] | None,
    read: _Read,
) -> list[RosterTable]:
    members: dict[str, dict[str, Row]] = {}
    foreign: dict[str, int] = {}
    for row in enrollments:
        if not _counts(row) or row.get("role", "student").casefold() != "student":
            continue
        id, user = row.get("classsourcedid", ""), row.get("usersourcedid", "")
        if user not in users or (titles is not None and id not in titles):
            foreign[id] = foreign.get(id, 0) + 1
        elif user in pupils:
            members.setdefault(id, {})[user] = users[user]
    if foreign:
        read.tell("oneroster-id-foreign", n=sum(foreign.values()), name=ENROLLMENTS)
    named = titles if titles is not None else {id: id for id in members}
    return [_table(named[id], list(each.values()), ()) for id, each in members.items()]


def _table(title: str, users: Iterable[Row], told: tuple[Remark, ...]) -> RosterTable:
    rows = tuple((_given(row), _family(row), *(row.get(name.casefold(), "") for name in _HEAD[2:])) for row in users)
    numbers = [row[2] for row in rows]
    by_number = all(numbers) and len(set(numbers)) == len(numbers)
    id_columns = (Column.ID, Column.OTHER) if by_number else (Column.OTHER, Column.ID)
    return RosterTable(rows, (Column.GIVEN, Column.FAMILY, *id_columns, Column.OTHER), _HEAD, title, told)


def _given(row: Row) -> str:
    return row.get("preferredgivenname", "") or row.get("givenname", "")


def _family(row: Row) -> str:
    return row.get("preferredfamilyname", "") or row.get("familyname", "")


def _with(table: RosterTable, told: Iterable[Remark]) -> RosterTable:
    return RosterTable(table.rows, table.columns, table.head, table.title, tuple(told))
