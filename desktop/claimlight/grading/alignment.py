"""Align the marks of several teachers: which of them mean the same words, one of each teacher at most."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from claimlight.grading.ranges import Range

TOGETHER = Fraction(1, 4)
"""Two marks are better together than apart when they share more than this of the words that they cover between them."""

MOST_STEPS = 20_000
"""After so many steps for one tangle the best alignment found is taken, and the result says so."""


class TeacherMark(NamedTuple):
    """A label on a run of words; `teacher` numbers who gave it."""

    range: Range
    label: str
    teacher: int


Group = tuple[TeacherMark, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    groups: tuple[Group, ...]
    """In page order, each in page order."""
    large: bool = False
    """Whether some tangle was too large to look at every alignment."""


def align(marks: Sequence[TeacherMark], most_steps: int = MOST_STEPS) -> Alignment:
    """The groups with the greatest sum, over all pairs within one, of what they share less `TOGETHER`.

    Among equals, those with the most pairs of one label. Marks that no chain of overlaps joins are aligned apart.
    """
    groups: list[Group] = []
    large = False
    for tangle in _tangles(sorted(set(marks))):
        search = _Search(tangle, most_steps)
        search.run()
        groups += search.best
        large = large or search.steps > most_steps
    return Alignment(tuple(sorted(groups)), large)


def similarity(a: Range, b: Range) -> Fraction:
    """The words that two runs share, over the words that they cover together (Jaccard)."""
    common = max(0, min(a.stop, b.stop) - max(a.start, b.start))
    return Fraction(common, a.stop - a.start + b.stop - b.start - common)


def _tangles(marks: Sequence[TeacherMark]) -> list[list[TeacherMark]]:
    tangles: list[list[TeacherMark]] = []
    reach = 0
    for mark in marks:
        if tangles and mark.range.start < reach:
            tangles[-1].append(mark)
        else:
            tangles.append([mark])
        reach = max(reach, mark.range.stop)
    return tangles


Worth = tuple[Fraction, int]


@dataclass(slots=True)
class _Search:
    """Each mark in turn joins a group or begins one; a branch ends where it can no longer be the best."""

    marks: list[TeacherMark]
    most_steps: int
    best: list[Group] = field(default_factory=list)
    worth: Worth = (Fraction(-1), 0)
    steps: int = 0
    hopes: list[Worth] = field(default_factory=list)
    """For each mark, the most that it and those after it can still add."""

    def run(self) -> None:
        hope: Worth = (Fraction(0), 0)
        self.hopes = [hope]
        for number in reversed(range(len(self.marks))):
            pairs = [_worth(self.marks[number], other) for other in self.marks[:number]]
            hope = (hope[0] + sum((gain for gain, _ in pairs if gain > 0), Fraction(0)), hope[1] + len(pairs))
            self.hopes.insert(0, hope)
        self._place(0, [], (Fraction(0), 0))

    def _place(self, number: int, groups: list[list[TeacherMark]], worth: Worth) -> None:
        self.steps += 1
        if number == len(self.marks):
            if worth > self.worth:
                self.worth, self.best = worth, [tuple(group) for group in groups]
            return
        hope = self.hopes[number]
        if (worth[0] + hope[0], worth[1] + hope[1]) <= self.worth or (self.best and self.steps > self.most_steps):
            return
        mark = self.marks[number]
        for added, group in self._choices(mark, groups):
            group.append(mark)
            self._place(number + 1, groups, (worth[0] + added[0], worth[1] + added[1]))
            group.pop()
        groups.append([mark])
        self._place(number + 1, groups, worth)
        groups.pop()

    def _choices(self, mark: TeacherMark, groups: list[list[TeacherMark]]) -> list[tuple[Worth, list[TeacherMark]]]:
        """The groups without this teacher, the most promising first."""
        choices = []
        for group in groups:
            if all(other.teacher != mark.teacher for other in group):
                pairs = [_worth(mark, other) for other in group]
                choices.append(((sum((gain for gain, _ in pairs), Fraction(0)), sum(same for _, same in pairs)), group))
        return sorted(choices, key=lambda choice: choice[0], reverse=True)


def _worth(a: TeacherMark, b: TeacherMark) -> Worth:
    """What joining two marks adds, and whether they have one label; nothing is gained from one teacher's two marks."""
    if a.teacher == b.teacher:
        return Fraction(0), 0
    return similarity(a.range, b.range) - TOGETHER, int(a.label == b.label)


def medoid(group: Sequence[TeacherMark], among: Sequence[TeacherMark]) -> Range:
    """Of the runs `among` (some of) the group's marks, the one that is most like all of them; the first of equals."""

    def likeness(own: Range) -> Fraction:
        return sum((similarity(own, other.range) for other in group), Fraction(0))

    return max(sorted({mark.range for mark in among}), key=likeness)
