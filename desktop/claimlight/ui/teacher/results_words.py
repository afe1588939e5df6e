"""Everything that results say in words: of a passage, of a row, of a table."""

from collections.abc import Iterable, Mapping

from claimlight.core.article import Span, Text
from claimlight.grading.heat import Stretch
from claimlight.wording import _, ngettext
from claimlight.wording.points import points_text
from claimlight.work.class_results import ClassWork, ItemResult, OverMarked, Results

Names = Mapping[str, str]
"""The name of each label, by its id, as it is said."""

_LONGEST = 60


def quoted(text: Text, span: Span, longest: int = _LONGEST) -> str:
    """The words of `span` on one line, with an ellipsis where they are many."""
    words = " ".join(text[span].split())
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"


def text_name(name: str, count: int) -> str:
    """What a text of a lesson is called, and how many works there are on it."""
    called = {"article": _("Article"), "plain": _("Plain version")}.get(name, name)
    return _("{text} ({n})").format(text=called, n=count)


def summary(work: ClassWork, results: Results) -> tuple[str, str]:
    """ "6 of 10 points", and what stands beside it."""
    n, listed = results.n, max(work.listed, results.n)
    if results.middle is None:
        return _("Nobody has handed in yet."), ""
    handed_in = ngettext("{n} of {all} has handed in.", "{n} of {all} have handed in.", n).format(n=n, all=listed)
    if work.text.article.name == "plain":
        said = ngettext("{n} has worked on the plain version.", "{n} have worked on the plain version.", n)
        handed_in = said.format(n=n)
    if not work.enough:
        return handed_in, ""
    points = _("{points} of {possible} points").format(
        points=points_text(results.middle), possible=points_text(results.possible)
    )
    return points, _("middle mark. {handed_in}").format(handed_in=handed_in)


def too_few(work: ClassWork, fewest: int) -> str:
    """Why there is nothing to see."""
    n = len(work.works)
    said = ngettext("{n} work has come in.", "{n} works have come in.", n).format(n=n)
    why = _("From {fewest} on you see what the class marked; with fewer, one could tell who marked what.")
    return f"{said} {why.format(fewest=fewest)}"


def marked_by(stretch: Stretch | None, n: int, names: Names) -> str:
    """ "21 of 29 marked this as claim, 3 as denial"."""
    if stretch is None or not stretch.counts:
        return _("Nobody marked this.")
    (label, count), *others = stretch.counts
    first = ngettext(
        "{count} of {all} marked this as {label}", "{count} of {all} marked this as {label}", count
    ).format(count=count, all=n, label=names[label])
    more = [_("{count} as {label}").format(count=count, label=names[label]) for label, count in others]
    return as_sentence(", ".join((first, *more)))


def answer_here(passage: ItemResult | OverMarked | None, names: Names) -> str:
    """What the answers say of it."""
    if isinstance(passage, ItemResult):
        if passage.item.optional:
            return _("In the answers as {label}, not counted.").format(label=names[passage.label])
        return _("The answer: {label}.").format(label=names[passage.label])
    if passage is not None and passage.trap:
        return _("Not in the answers: a trap.")
    return _("Not in the answers.")


def how_found(one: ItemResult) -> str:
    """ "Found in full by 12, in part by 9, under another label by 3, missed by 5."."""
    return _("Found in full by {full}, in part by {part}, under another label by {wrong}, missed by {missed}.").format(
        full=one.full, part=one.part, wrong=one.wrong, missed=one.missed
    )


def why_missed(text: Text, one: ItemResult, names: Names) -> str:
    """The commonest way in which it was not found in full."""
    wrong = one.wrong_labels[0] if one.wrong_labels else ("", 0)
    if wrong[1] and wrong[1] >= max(one.missed, one.left_out_by):
        return marked_as(wrong[1], names[wrong[0]])
    if one.left_out is not None and one.left_out_by > one.missed:
        said = ngettext("{n} left out “{words}”", "{n} left out “{words}”", one.left_out_by)
        return said.format(n=one.left_out_by, words=quoted(text, one.left_out, 30))
    return ngettext("{n} left it unmarked", "{n} left it unmarked", one.missed).format(n=one.missed)


def marked_as(count: int, label: str) -> str:
    return ngettext("{n} marked it as {label}", "{n} marked it as {label}", count).format(n=count, label=label)


def over_marked(one: OverMarked, names: Names) -> str:
    """As what, and whether it is a trap."""
    said = marked_as(one.labelled, names[one.label])
    return _("{said}; a trap").format(said=said) if one.trap else said


def of_all(count: int, n: int) -> str:
    return _("{count} of {all}").format(count=count, all=n)


def found_by(count: int, n: int) -> str:
    return _("found by {count} of {all}").format(count=count, all=n)


def joined(parts: Iterable[str]) -> str:
    """Sentences after each other."""
    return " ".join(part for part in parts if part)


def as_sentence(words: str) -> str:
    return _("{sentence}.").format(sentence=words)
