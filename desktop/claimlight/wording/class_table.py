"""What a class's table says: how a student stands with a lesson, who is missing, what came of collecting."""

from collections.abc import Collection, Sequence
from fractions import Fraction

from claimlight.wording import _, ngettext
from claimlight.wording.points import points_text

_NAMED = 8
"""So many names are said; the rest is counted."""


def missing_text() -> str:
    return _("missing")


def not_due_text() -> str:
    return _("not yet due")


def late_text() -> str:
    return _("late")


def points_in_cell(points: Fraction | None) -> str:
    """ "6½", or that it came, where it has no points."""
    return _("handed in") if points is None else points_text(points)


def standing_text(
    points: Fraction | None,
    possible: Fraction | None,
    *,
    back: bool,
    late: bool,
    new: bool,
    challenges: int,
) -> str:
    """A cell of what came as it is read out: "6½ of 10 points, late, not looked at yet, 2 challenges"."""
    said = [_("handed in") if points is None or possible is None else _points_of(points, possible)]
    if back:
        said.append(_("given back"))
    if late:
        said.append(late_text())
    if new:
        said.append(_("not looked at yet"))
    if challenges:
        said.append(ngettext("{n} challenge", "{n} challenges", challenges).format(n=challenges))
    return ", ".join(said)


def _points_of(points: Fraction, possible: Fraction) -> str:
    return _("{points} of {possible} points").format(points=points_text(points), possible=points_text(possible))


def count_text(arrived: int, students: int) -> str:
    """ "29 of 32"."""
    return _("{n} of {all}").format(n=arrived, all=students)


def missing_names(names: Sequence[str], *, over: bool) -> str:
    """Who has not handed in; `over` is the day on which it was due."""
    if not names:
        return _("Nobody is missing.")
    said = ", ".join(names[:_NAMED])
    rest = len(names) - _NAMED
    if rest > 0:
        said = ngettext("{names} and {n} more", "{names} and {n} more", rest).format(names=said, n=rest)
    return (_("missing: {names}") if over else _("still to come: {names}")).format(names=said)


def openly_text(names: Collection[str]) -> str:
    """Who had the answers in sight before they were let go."""
    words = _("Done with the answers in sight, in the copy that came along with the program: {names}.")
    return words.format(names=", ".join(dict.fromkeys(names)))


def collected_text(new: int, known: int, others: int, aside: int, openly: Collection[str] = ()) -> str:
    """What came of collecting, in a line or two. `openly` are those who had the answers in sight too early."""
    said = [ngettext("{n} new work.", "{n} new works.", new).format(n=new) if new else _("Nothing new.")]
    if known:
        said.append(ngettext("{n} was here already.", "{n} were here already.", known).format(n=known))
    if others:
        words = ngettext("{n} belongs to another class.", "{n} belong to another class.", others)
        said.append(words.format(n=others))
    if aside:
        said.append(ngettext("{n} was set aside.", "{n} were set aside.", aside).format(n=aside))
    if openly:
        said.append(openly_text(openly))
    return " ".join(said)
