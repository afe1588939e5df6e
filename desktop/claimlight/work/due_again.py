"""Whether marks have to be given back again: the points are others, or the teacher said something since."""

from collections.abc import Iterable

from claimlight.core.decision import Decision, DecisionKind
from claimlight.store.class_work import Glance


def is_due(work: Glance, decisions: Iterable[Decision]) -> bool:
    """Never given back, or changed since; `decisions` are those that stand now."""
    return not work.back or is_changed(work, decisions)


def is_changed(work: Glance, decisions: Iterable[Decision]) -> bool:
    """Whether a student who has the marks was told other points, or other words, than there are now."""
    if not work.back:
        return False
    return work.back_points != (work.points or "") or work.back_said not in (None, said_in(decisions))


def said_in(decisions: Iterable[Decision]) -> str:
    """What the marks say beyond the grader: the ids of what was decided, in order. What only keeps a mark where it was
    is nothing new to a student."""
    return " ".join(one.id for one in decisions if one.kind is not DecisionKind.KEPT)
