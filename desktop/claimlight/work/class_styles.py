"""Who of a class marks too little, who too much: names beside what they handed in, for their teacher alone."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from claimlight.core.lesson import AnswerKey
from claimlight.grading.marking_style import NOT_JUDGED, Leaning, MarkingStyle
from claimlight.grading.receipt import Fate
from claimlight.grading.work_facts import CheckFacts
from claimlight.store.classbook import Classbook
from claimlight.work.class_results import ClassWork, fraction
from claimlight.work.known_facts import latest_facts


@dataclass(frozen=True, slots=True)
class StudentStyle:
    """One student's points of each check (`first` is None where there was one only), and the style of the last."""

    name: str
    first: Fraction | None
    last: Fraction
    style: MarkingStyle


def class_styles(classbook: Classbook, class_id: str, work: ClassWork) -> tuple[StudentStyle, ...]:
    """Everybody whose work is in `work`, by name."""
    said = classbook.class_work.known_as(class_id)
    found = [
        StudentStyle(
            name=said.get(one.person) or one.name,
            first=None if one.facts.first is None else fraction(one.facts.first.points),
            last=fraction(one.facts.last.points),
            style=style_of(work.key, one.facts.last),
        )
        for one in latest_facts(classbook, class_id, work.lesson, work.text.article.name)
    ]
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.name)))


def style_of(key: AnswerKey, check: CheckFacts) -> MarkingStyle:
    """As `grading.marking_style` finds it, from what was kept of a check."""
    optional = {item.id for item in key.items if item.optional}
    judged = [mark for mark in check.marks if mark.fate not in NOT_JUDGED]
    required = [fact for fact in check.items if fact.item not in optional]
    matched = sum(mark.fate == Fate.MATCHED for mark in judged)
    found = sum(fraction(fact.credit) > 0 for fact in required)
    return MarkingStyle(
        len(judged),
        len(required),
        Fraction(matched, len(judged)) if judged else None,
        Fraction(found, len(required)) if required else None,
    )


def leanings(styles: tuple[StudentStyle, ...]) -> Mapping[Leaning, int]:
    """How many lean in which direction."""
    return Counter(one.style.leaning for one in styles)
