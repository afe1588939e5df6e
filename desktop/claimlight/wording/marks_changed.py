"""Say a mark before and after a change of the answers: in points, or in percent where their total is another one."""

from fractions import Fraction
from typing import Protocol

from claimlight.wording import _, ngettext
from claimlight.wording.points import points_text

_TENTHS, _HALF = 1000, Fraction(1, 2)


class Mark(Protocol):
    """Points of a total."""

    @property
    def points(self) -> Fraction: ...

    @property
    def possible(self) -> Fraction: ...


def mark_text(mark: Mark, other_total: Fraction) -> str:
    """ "4½"; beside a mark of another total "22.2 %"."""
    if mark.possible == other_total:
        return points_text(mark.points)
    return _percent_text(_tenths(mark))


def step_text(before: Mark, after: Mark) -> str:
    """ "+½", "−2.2 %"."""
    if before.possible == after.possible:
        more = after.points - before.points
        return f"+{points_text(more)}" if more > 0 else points_text(more)
    steps = _tenths(after) - _tenths(before)
    return f"+{_percent_text(steps)}" if steps > 0 else _percent_text(steps)


def touched_text(touched: int, up: int, down: int, works: int) -> str:
    """ "11 of 40 marks would change: 9 up, 2 down"."""
    if not touched:
        return ngettext("{n} of {all} mark would change", "{n} of {all} marks would change", works).format(
            n=0, all=works
        )
    said = ngettext(
        "{n} of {all} mark would change: {up} up, {down} down",
        "{n} of {all} marks would change: {up} up, {down} down",
        works,
    )
    return said.format(n=touched, all=works, up=up, down=down)


def held_text(held: int) -> str:
    """What became of the marks that students have seen."""
    return ngettext(
        "{n} of them stays as it is: its student has seen it, and it goes down only if you tick it.",
        "{n} of them stay as they are: their students have seen them, and they go down only if you tick them.",
        held,
    ).format(n=held)


def other_total_text(before: Fraction, after: Fraction) -> str:
    return _("The answers are worth {after} points now, not {before}: the marks stand here in percent.").format(
        after=points_text(after), before=points_text(before)
    )


def past_text(changed: int, lowered: int) -> str:
    """What a change did that was applied: "5 marks changed"; and how many of them the teacher let go down."""
    said = ngettext("{n} mark changed", "{n} marks changed", changed).format(n=changed)
    if not lowered:
        return said
    more = ngettext(
        "{marks}; {n} of them went down although it was given back",
        "{marks}; {n} of them went down although they were given back",
        lowered,
    )
    return more.format(marks=said, n=lowered)


def _tenths(mark: Mark) -> int:
    """Tenths of a percent, rounded half up."""
    return int(_TENTHS * mark.points / mark.possible + _HALF)


def _percent_text(tenths: int) -> str:
    whole, rest = divmod(abs(tenths), 10)
    said = _("{whole}.{hundredths}").format(whole=whole, hundredths=rest) if rest else str(whole)
    return _("{percent}\u00a0%").format(percent=f"−{said}" if tenths < 0 else said)
