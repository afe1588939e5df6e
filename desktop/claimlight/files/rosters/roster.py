"""From a table whose columns are known to the names on a class's list, and what is to be said about them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from claimlight.core.errors import WorkError
from claimlight.core.roster import RosterEntry, clean_name
from claimlight.files.article_import.source import Remark
from claimlight.files.csv_table import harmless
from claimlight.files.rosters.columns import Column
from claimlight.files.rosters.table import RosterTable

MOST_NAMES = 2_000
_TOLD = 5
"""Names that a remark gives at most."""


@dataclass(frozen=True, slots=True)
class Roster:
    """Every name is there once. `told` are codes and what fills their sentences (see `wording.rosters`)."""

    entries: tuple[RosterEntry, ...]
    told: tuple[Remark, ...] = ()


def roster_of(table: RosterTable, columns: Sequence[Column] | None = None) -> Roster:
    """The list in `table`, by what it seems to hold or by `columns`. Raises WorkError where it has no names."""
    read = [_entry(row, columns or table.columns) for row in table.rows]
    named = [entry for entry, _changed in read if entry.name]
    lines = table.lines or range(1, len(read) + 1)
    nameless = (str(line) for line, (entry, _) in zip(lines, read, strict=True) if not entry.name)
    told = [
        *table.told,
        *_remark("roster-no-name", nameless),
        *_remark("roster-name-cleaned", (entry.name for entry, changed in read if entry.name and changed)),
        *_remark("roster-name-formula", (entry.name for entry in named if harmless(entry.name) != entry.name)),
    ]
    if not named:
        raise WorkError("roster-without-names")
    if len(named) > MOST_NAMES:
        raise WorkError("roster-too-long", file="", most=MOST_NAMES)
    once, doubled = _each_once(named)
    told += _remark("roster-line-twice", doubled)
    known, shared = _ids_once(once)
    told += _remark("roster-id-twice", shared)
    if any(entry.school_id for entry in known):
        told += _remark("roster-no-id", (entry.name for entry in known if not entry.school_id))
    apart, alike = _names_apart(known)
    return Roster(tuple(apart), (*told, *_remark("roster-name-twice", alike)))


def _entry(row: Sequence[str], columns: Sequence[Column]) -> tuple[RosterEntry, bool]:
    """The entry of a line, and whether its name had characters that nobody sees."""

    def cell(kind: Column) -> str:
        return " ".join(each for each, column in zip(row, columns, strict=False) if column is kind)

    said = " ".join(filter(None, (cell(Column.NAME), cell(Column.GIVEN), cell(Column.FAMILY))))
    name = clean_name(said)
    return RosterEntry(name, clean_name(cell(Column.ID))), name != " ".join(said.split())


def _each_once(entries: Iterable[RosterEntry]) -> tuple[list[RosterEntry], list[str]]:
    """Lines that are the same are one; so is a name without an id that has one in another line."""
    found = list(dict.fromkeys(entries))
    with_id = {entry.name for entry in found if entry.school_id}
    kept = [entry for entry in found if entry.school_id or entry.name not in with_id]
    return kept, [name for name, n in Counter(entry.name for entry in entries).items() if n > _times(kept, name)]


def _times(entries: Iterable[RosterEntry], name: str) -> int:
    return sum(entry.name == name for entry in entries)


def _ids_once(entries: list[RosterEntry]) -> tuple[list[RosterEntry], list[str]]:
    """An id that two names share belongs to neither."""
    counts = Counter(entry.school_id.casefold() for entry in entries if entry.school_id)
    shared = [entry for entry in entries if counts[entry.school_id.casefold()] > 1]
    kept = [replace(entry, school_id="") if entry in shared else entry for entry in entries]
    return list(dict.fromkeys(kept)), [f"{entry.name} ({entry.school_id})" for entry in shared]


def _names_apart(entries: list[RosterEntry]) -> tuple[list[RosterEntry], list[str]]:
    """Students of one name get a number behind it, in the order of the list."""
    counts = Counter(entry.name for entry in entries)
    taken = set(counts)
    apart: list[RosterEntry] = []
    for entry in entries:
        name, number = entry.name, 0
        while counts[entry.name] > 1 and name in taken:
            number += 1
            name = f"{entry.name} ({number})"
        taken.add(name)
        apart.append(replace(entry, name=name))
    return apart, [name for name, n in counts.items() if n > 1]


def _remark(code: str, about: Iterable[str]) -> list[Remark]:
    names = list(about)
    if not names:
        return []
    said = ", ".join(names[:_TOLD]) + (" …" if len(names) > _TOLD else "")
    return [Remark(code, (("n", len(names)), ("names", said)))]
