"""Everything *My progress* says: its tables, and what stands beside its pictures."""

from fractions import Fraction

from PySide6.QtCore import QDateTime, QLocale, Qt

from claimlight.grading.marking_style import Leaning
from claimlight.grading.receipt import Score
from claimlight.wording import N_, _, ngettext
from claimlight.wording.points import band_text, points_text
from claimlight.work.progress import LabelProgress, LessonStyle, Report, Result, Sureness

Rows = tuple[tuple[str, ...], ...]
FIFTHS = 5
"""Shares are told in fifths: the line is at four of them."""

LEANINGS = {
    Leaning.OVER_MARKS: N_("rather too much"),
    Leaning.UNDER_MARKS: N_("rather too little"),
    Leaning.BALANCED: N_("about right"),
    Leaning.UNKNOWN: N_("nothing to compare"),
}


def lead(report: Report) -> str:
    """The one thing that the page has to say first."""
    label = report.to_practise
    if label is not None:
        return _("{label} is the place to practise next.").format(label=label.name)
    if report.all_secure:
        return _("We can be sure of all that you have practised so far.")
    return _("After a few more lessons this page can say more.")


def sureness(one: LabelProgress) -> str:
    """ "Getting there, from 19 answers"."""
    n = one.mastery.n
    match one.sureness:
        case Sureness.TOO_EARLY:
            said = ngettext("Too early to say, from {n} answer", "Too early to say, from {n} answers", n)
        case Sureness.NOT_YET:
            said = ngettext("Not yet, from {n} answer", "Not yet, from {n} answers", n)
        case Sureness.GETTING_THERE:
            said = ngettext("Getting there, from {n} answer", "Getting there, from {n} answers", n)
        case Sureness.SECURE:
            said = ngettext("Secure, from {n} answer", "Secure, from {n} answers", n)
    return said.format(n=n)


def fifths(share: float) -> str:
    """ "3½ in 5": a share rounded to a tenth of the whole."""
    return _("{n} in {all}").format(n=points_text(Fraction(round(share * 2 * FIFTHS), 2)), all=FIFTHS)


def sureness_table(report: Report) -> Rows:
    """Label, how sure, best guess, where the band lies, from how many answers; the heads first."""
    heads = (_("Label"), _("How sure we can be"), _("Best guess"), _("It could be"))
    rows = (
        (
            one.label.name,
            sureness(one),
            fifths(one.guess),
            _("{least} to {most}").format(least=fifths(one.low), most=fifths(one.high)),
        )
        for one in report.labels
    )
    return (heads, *rows)


def style_table(report: Report) -> Rows:
    """Lesson, what was left unmarked, what was marked besides, and in which direction it leans; the heads first."""
    heads = (_("Lesson"), _("Marks that found nothing"), _("Answers not found"), _("All in all"))
    return (
        heads,
        *(
            (one.title, str(one.style.astray), str(one.style.unfound), _(LEANINGS[one.style.leaning]))
            for one in reversed(report.styles)
        ),
    )


def lessons_table(report: Report) -> Rows:
    """Every attempt, the latest first, with both checks; the heads first. The last column is for the picture."""
    heads = (_("Lesson"), _("Finished"), _("First check"), _("Last check"), _("In a word"), _("From first to last"))
    return (heads, *(_lesson_row(one) for one in report.results))


def _lesson_row(one: Result) -> tuple[str, ...]:
    title, day = lesson_name(one), day_of(one.finished.closed)
    if one.first is None or one.last is None:
        return (title, day, "", "", _("The answers are not here."), "")
    last = out_of(one.last)
    if one.checks < 2:
        return (title, day, _("one check only"), last, band_text(one.last.score), "")
    return (
        title,
        day,
        out_of(one.first),
        last,
        band_text(one.last.score),
        _("from {first} to {last}").format(first=points_text(one.first.points), last=points_text(one.last.points)),
    )


def lesson_name(one: Result) -> str:
    """The title; a further attempt says so."""
    title, number = one.finished.title, one.finished.attempt.number
    return title if number == 1 else _("{title} (attempt {number})").format(title=title, number=number)


def out_of(score: Score) -> str:
    """ "6½ of 10"."""
    return _("{points} of {possible}").format(points=points_text(score.points), possible=points_text(score.possible))


def day_of(moment: str) -> str:
    """The day of a time in UTC, as it was here."""
    here = QDateTime.fromString(moment, Qt.DateFormat.ISODate).toLocalTime()
    return QLocale().toString(here.date(), "d MMMM yyyy")


def sureness_spoken(report: Report) -> str:
    """The picture of how sure we can be, for who cannot see it."""
    return " ".join(
        _("{label}: {sureness}.").format(label=one.label.name, sureness=sureness(one)) for one in report.labels
    )


def style_spoken(styles: tuple[LessonStyle, ...]) -> str:
    """The picture of too little and too much, for who cannot see it."""
    return " ".join(
        _("{lesson}: {astray} too much, {unfound} too little.").format(
            lesson=one.title, astray=one.style.astray, unfound=one.style.unfound
        )
        for one in styles
    )
