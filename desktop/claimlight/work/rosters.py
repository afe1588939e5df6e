"""Read the list of a class from what a teacher has: pasted lines, a table, a OneRoster export as zip or folder."""

from collections.abc import Iterable
from pathlib import Path

from claimlight.core.errors import LessonError, WorkError
from claimlight.files.article_import.packed import Packed
from claimlight.files.reading import read_bytes
from claimlight.files.rosters.one_roster import FILES, one_roster
from claimlight.files.rosters.roster import Roster, roster_of
from claimlight.files.rosters.table import RosterTable, read_table, table_of

_ZIP = b"PK\x03\x04"
_HEAD = b"sourcedid"
"""What the first line of each file of OneRoster begins with."""


def open_roster(path: Path) -> tuple[RosterTable, ...]:
    """The lists in the file or folder at `path`, several where it holds several classes. Raises a ClaimlightError.

    One file of an unpacked OneRoster export stands for its folder: alone it does not say who is a student of what.
    """
    if path.is_dir():
        return _unpacked(_in_folder(path), path.name)
    raw = read_bytes(path)
    if path.name.casefold() in FILES and _HEAD in raw.partition(b"\n")[0].lower():
        return _unpacked(_in_folder(path.parent), path.parent.name)
    if not raw.startswith(_ZIP):
        return (read_table(raw, path.name),)
    packed = Packed(raw, path.name)
    by_name = {member.rpartition("/")[2].casefold(): member for member in packed.names()}
    if "[content_types].xml" in by_name or "mimetype" in by_name:
        raise WorkError("roster-is-a-document", file=path.name)
    return one_roster({name: packed.read(by_name[name]) for name in FILES if name in by_name}, path.name)


def pasted(text: str, called: str) -> RosterTable:
    """The list in what was pasted, which sentences call `called`. Raises WorkError where there is no name in it."""
    return table_of(text, called)


def looked_over(table: RosterTable) -> bool:
    """Whether there is nothing to choose or to say: plain names, each once. Raises WorkError."""
    return len(table.columns) == 1 and not roster_of(table).told


def choose(tables: Iterable[RosterTable], title: str | None, file: str) -> RosterTable:
    """The one list there is, or the one of the class `title`. Raises WorkError that names those there are."""
    known = tuple(tables)
    titles = ", ".join(f"“{each.title}”" for each in known)
    if title is None:
        if len(known) > 1:
            raise WorkError("roster-which-class", file=file, titles=titles)
        return known[0]
    for each in known:
        if each.title.casefold() == title.strip().casefold():
            return each
    raise WorkError("roster-no-such-class", file=file, title=title, titles=titles)


def read_roster(path: Path, title: str | None = None) -> Roster:
    """The list at `path` by what its columns seem to hold. Raises a ClaimlightError."""
    return roster_of(choose(open_roster(path), title, path.name))


def _unpacked(files: Iterable[Path], name: str) -> tuple[RosterTable, ...]:
    found = {each.name.casefold(): each for each in files}
    return one_roster({name: read_bytes(found[name]) for name in FILES if name in found}, name)


def _in_folder(path: Path) -> list[Path]:
    """The files in the folder, or in the only folder in it."""
    try:
        inside = sorted(path.iterdir())
        if len(inside) == 1 and inside[0].is_dir():
            inside = sorted(inside[0].iterdir())
    except OSError as error:
        raise LessonError("file-unreadable", file=path.name, reason=error.strerror or str(error)) from None
    return inside
