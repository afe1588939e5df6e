"""Which of several works that one student handed in to one lesson counts. The rule is told here and nowhere else.

Of one person the attempt counts that was begun last, and of it the version with the highest number. Numbers are a
computer's own: where they do not tell (an attempt that was begun on two copies of one workbook, or somebody who worked
at two computers and is two persons to them), the work that was received last counts. Clocks are not asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Version(Protocol):
    """One version of a work. `order` grows with the arrival."""

    @property
    def person(self) -> str: ...
    @property
    def attempt(self) -> str: ...
    @property
    def attempt_number(self) -> int: ...
    @property
    def number(self) -> int: ...
    @property
    def order(self) -> int: ...


Some = TypeVar("Some", bound=Version)


def in_order(versions: Iterable[Some]) -> tuple[Some, ...]:
    """Versions of one student's works at one lesson, by attempt; the one that counts is the last."""
    versions = tuple(versions)
    if len(versions) < 2:  # nearly always, and a year has thousands
        return versions
    attempts: dict[tuple[str, str], list[Some]] = {}
    for one in versions:
        attempts.setdefault((one.person, one.attempt), []).append(one)
    persons: dict[str, list[list[Some]]] = {}
    for (person, _attempt), of_attempt in attempts.items():
        of_attempt.sort(key=lambda one: (one.number, one.order))
        persons.setdefault(person, []).append(of_attempt)
    for of_person in persons.values():
        of_person.sort(key=lambda of_attempt: (of_attempt[-1].attempt_number, max(one.order for one in of_attempt)))
    by_arrival = sorted(persons.values(), key=lambda of_person: of_person[-1][-1].order)
    return tuple(one for of_person in by_arrival for of_attempt in of_person for one in of_attempt)


def of_the_attempt(versions: tuple[Some, ...]) -> tuple[Some, ...]:
    """Of versions in order, those of the attempt that counts."""
    last = versions[-1]
    return tuple(one for one in versions if (one.person, one.attempt) == (last.person, last.attempt))
