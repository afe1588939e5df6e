"""What a lesson says of itself on the page: its task, and what marks cost."""

from fractions import Fraction

from claimlight.core.lesson import Lesson
from claimlight.wording import _, ngettext


def task_of(lesson: Lesson) -> str:
    """The author's task, or one that names the labels."""
    if lesson.task:
        return lesson.task
    names = [label.name.lower() for label in lesson.codebook.labels if label.id in lesson.labels]
    if len(names) == 1:
        return _("Highlight every {label} in the article.").format(label=names[0])
    listed = _("{some} and {last}").format(some=", ".join(names[:-1]), last=names[-1])
    return _("Highlight every {label} in the article.").format(label=listed)


def cost_of_extras(rate: Fraction, allowance: int) -> str:
    """What marks where nothing belongs cost, and how many are free."""
    if rate == Fraction(1, 2):
        cost = _("Marks where nothing belongs cost half a point each.")
    else:
        cost = _("Marks where nothing belongs cost a quarter of a point each.")
    if allowance == 0:
        return cost
    if allowance == 1:
        free = _("The first is free.")
    else:
        free = ngettext("The first {n} is free.", "The first {n} are free.", allowance).format(n=allowance)
    return f"{cost} {free}"


def version_opened(name: str, left: int) -> str:
    """What is said when the lesson's text `name` opens in place of another, on which `left` highlights stay."""
    opened = _("This is the plain-language version.") if name == "plain" else _("This is the full article.")
    if not left:
        return opened
    stay = ngettext(
        "Your highlight stays with the other version, and is there when you go back.",
        "Your {n} highlights stay with the other version, and are there when you go back.",
        left,
    ).format(n=left)
    return f"{opened} {stay}"
