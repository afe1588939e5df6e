"""Find the students of a class in the rows of somebody else's file: by the school's number, else by name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimlight.core.roster import RosterEntry, name_key


@dataclass(frozen=True, slots=True)
class Known:
    """A row of the file: the ids it has for a student, and the name."""

    row: int
    ids: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Matches:
    """`rows` by the place on the list. The names of who was found by name, by nothing, and of who could be several."""

    rows: dict[int, int]
    by_name: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    several: tuple[str, ...] = ()


def match(entries: Sequence[RosterEntry], known: Sequence[Known]) -> Matches:
    """No row is taken twice, and nobody is guessed: where two could be meant, neither is taken."""
    rows: dict[int, int] = {}
    ids = Counter(id.casefold() for each in known for id in set(each.ids) if id)
    by_id = {id.casefold(): each.row for each in known for id in each.ids if id and ids[id.casefold()] == 1}
    for place, entry in enumerate(entries):
        found = by_id.get(entry.school_id.casefold()) if entry.school_id else None
        if found is not None and found not in rows.values():
            rows[place] = found
    by_name, missing, several = [], [], []
    left = [each for each in known if each.row not in rows.values()]
    names = Counter(name_key(each.name) for each in left)
    ours = Counter(name_key(entry.name) for place, entry in enumerate(entries) if place not in rows)
    by_words = {name_key(each.name): each.row for each in left}
    for place, entry in enumerate(entries):
        words = name_key(entry.name)
        if place in rows:
            continue
        if not names[words]:
            missing.append(entry.name)
        elif names[words] > 1 or ours[words] > 1:
            several.append(entry.name)
        else:
            rows[place] = by_words[words]
            by_name.append(entry.name)
    return Matches(rows, tuple(by_name), tuple(missing), tuple(several))
