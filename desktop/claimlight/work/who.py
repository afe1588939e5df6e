"""Whose work is whose: a computer says a person's name as they typed it, and the teacher's list says who there is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from claimlight.store.class_work import Glance


@dataclass(frozen=True, slots=True)
class Stranger:
    """Somebody who handed in under a name that is not on the list, or that another computer has used already.

    `lessons` is how many they handed in, `like` the name on the list that is most like theirs, or "".
    """

    person: str
    name: str
    lessons: int
    like: str = ""
    doubled: bool = False


@dataclass(frozen=True, slots=True)
class Who:
    """`names` has, by person, the name on the list. Of whom it has none: `strangers` wait for an answer, `others` are
    nobody of this class or left it."""

    names: Mapping[str, str]
    strangers: tuple[Stranger, ...] = ()
    others: frozenset[str] = field(default_factory=frozenset)


def who_is_who(
    roster: Sequence[str], works: Iterable[Glance], said: Mapping[str, str | None], left: Iterable[str] = ()
) -> Who:
    """By what the teacher said, else by the name. In a class without a list everybody is who they say they are."""
    by_name = {_plain(name): name for name in roster}
    gone = {_plain(name) for name in left}.difference(by_name)
    names: dict[str, str] = {}
    others: set[str] = set()
    asked: dict[str, tuple[str, bool]] = {}
    latest, lessons = _people(works)
    taken = {name for name in said.values() if name is not None}
    for person, name in latest.items():
        known = by_name.get(_plain(name))
        if person in said:
            told = said[person]
            if told in roster:
                names[person] = str(told)
            else:
                others.add(person)
        elif not roster:
            names[person] = name
        elif _plain(name) in gone:
            others.add(person)
        elif known is not None and known not in taken:
            names[person] = known
            taken.add(known)
        else:
            asked[person] = name, known is not None
    strangers = tuple(
        Stranger(person, name, len(lessons[person]), _like(name, by_name), doubled)
        for person, (name, doubled) in asked.items()
    )
    return Who(names, strangers, frozenset(others))


def _people(works: Iterable[Glance]) -> tuple[dict[str, str], dict[str, set[str]]]:
    """By person, who came first first: the name they said last, and the lessons they handed in."""
    latest: dict[str, str] = {}
    lessons: dict[str, set[str]] = {}
    for one in sorted(works, key=lambda work: work.order):
        latest[one.person] = one.name
        lessons.setdefault(one.person, set()).add(one.lesson)
    return latest, lessons


def _plain(name: str) -> str:
    """A name without what differs between two hands: case, accents, blanks, full stops."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in letters if not unicodedata.combining(c) and c != ".").split())


def _like(name: str, by_name: Mapping[str, str]) -> str:
    """The name on the list that is most like `name`: one that begins it, shares a word, or is written nearly so."""
    from difflib import get_close_matches

    plain = _plain(name)
    if plain in by_name:
        return by_name[plain]
    words = set(plain.split())
    shared = [known for known in by_name if words.intersection(known.split())]
    if len(shared) == 1:
        return by_name[shared[0]]
    close = get_close_matches(plain, by_name, n=1, cutoff=0.6)
    return by_name[close[0]] if close else ""
