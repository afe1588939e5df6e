"""Marks that came back, as their student reads them: the points after the teacher's changes, each change, each word."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from claimlight.handin.feedback import Comment, Feedback


@dataclass(frozen=True, slots=True)
class TeachersChange:
    """What the teacher changed of one item, or of the whole (""): by so many points, with the reason."""

    item: str
    by: Fraction
    reason: str


@dataclass(frozen=True, slots=True)
class Marked:
    points: Fraction
    possible: Fraction
    changes: tuple[TeachersChange, ...] = ()
    comments: tuple[Comment, ...] = ()


def marked(feedback: Feedback) -> Marked:
    """What `feedback` says. A change of the whole is to the points after all changes of items."""
    counted = Fraction(feedback.points)
    earned = _earned(feedback.receipt)
    changes: list[TeachersChange] = []
    for each in sorted(feedback.overrides, key=lambda each: each.item == ""):
        before = earned.get(each.item, Fraction(0)) if each.item else counted
        by = Fraction(each.points) - before
        counted += by
        changes.append(TeachersChange(each.item, by, each.reason))
    return Marked(counted, Fraction(feedback.possible), tuple(changes), feedback.comments)


def _earned(receipt: str) -> Mapping[str, Fraction]:
    """What each item earned by the rules, with what was asked about it."""
    found: dict[str, Fraction] = {}
    for line in json.loads(receipt).get("lines", ()):
        if line["kind"] in ("item", "asked"):
            found[line["id"]] = found.get(line["id"], Fraction(0)) + Fraction(line["points"])
    return found
