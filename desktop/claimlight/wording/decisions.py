"""What a teacher decided, as the teacher reads it again."""

from claimlight.core.decision import Decision, DecisionKind
from claimlight.wording import _
from claimlight.wording.points import points_of_one


def decision_text(one: Decision) -> str:
    """ "You accepted this: “said in class”" """
    said = {
        DecisionKind.ACCEPT: _("You accepted this"),
        DecisionKind.POINTS: _("You changed it to {points}"),
        DecisionKind.COMMENT: _("You wrote"),
        DecisionKind.REPLY: _("You answered"),
        DecisionKind.KEPT: _("The answers were changed; the mark stays as the student saw it"),
    }[one.kind].format(points="" if one.points is None else points_of_one(one.points))
    return _("{decision}: “{words}”").format(decision=said, words=one.words) if one.words else said
