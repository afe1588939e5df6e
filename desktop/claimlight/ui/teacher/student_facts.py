"""What stands over one student's work: versions, both checks, the answers it was graded by, and what was said of it."""

from collections.abc import Iterator

from claimlight.core.decision import DecisionKind
from claimlight.wording import _, ngettext
from claimlight.wording.decisions import decision_text
from claimlight.wording.points import total_text
from claimlight.work.one_work import OneWork


def facts_text(work: OneWork) -> str:
    """One line: "Handed in twice · first check: 1½ of 3 points · last check: 2 of 3 points, this one counts"."""
    return " · ".join(_facts(work))


def whole_texts(work: OneWork) -> tuple[str, ...]:
    """What was decided and said about the whole work."""
    about_whole = (one for one in work.decisions if not (one.item or one.highlight))
    return tuple(decision_text(one) for one in about_whole if one.kind is not DecisionKind.KEPT)


def _facts(work: OneWork) -> Iterator[str]:
    handed = len(work.versions)
    yield ngettext("Handed in once", "Handed in {n} times", handed).format(n=handed)
    if work.now.done_openly(work.submission.mode):
        yield _("done with the answers in sight")
    checks = work.submission.checks
    if len(checks) > 1:
        yield _("first check: {points}").format(points=total_text(work.first.points, work.first.possible))
        yield _("last check: {points}, this one counts").format(
            points=total_text(work.grade.points, work.grade.possible)
        )
    else:
        yield _("one check: {points}").format(points=total_text(work.grade.points, work.grade.possible))
    if work.now.answers > 1:
        yield _("answers: version {n}").format(n=work.now.answers)
    shown = total_text(work.shown.points, work.shown.possible)
    if work.shown.points != work.grade.points:
        yield _("with your changes: {points}, {percent}\u00a0%").format(points=shown, percent=work.shown.percent)
    else:
        yield _("{percent}\u00a0%").format(percent=work.shown.percent)
