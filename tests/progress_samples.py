"""What *My progress* shows of somebody: values for the widgets' tests and the gallery."""

from fractions import Fraction

from claimlight.core.attempt import Attempt, AttemptState, Check
from claimlight.core.codebook import Label
from claimlight.core.lesson import Mode
from claimlight.grading.marking_style import MarkingStyle
from claimlight.grading.mastery import Mastery
from claimlight.grading.receipt import Score
from claimlight.store.finished import Finished
from claimlight.work.progress import LabelProgress, LessonStyle, Report, Result
from ui_samples import CLAIM, DENIAL, FIGURE


def shown(label: Label, n: int, credit: int, low: float, guess: float, high: float) -> LabelProgress:
    return LabelProgress(label, Mastery(label.id, n, Fraction(credit), 0.9 if low >= 0.8 else 0.1), guess, low, high)


def style(title: str, astray: int, unfound: int) -> LessonStyle:
    marks, items = 10, 10
    precision, recall = Fraction(marks - astray, marks), Fraction(items - unfound, items)
    return LessonStyle(title, MarkingStyle(marks, items, precision, recall))


def result(number: int, *points: Fraction | None, checks: int = 2) -> Result:
    attempt = Attempt(str(number), "p", "l", "h", "article", Mode.PRACTICE, number, AttemptState.CLOSED)
    made = tuple(Check(n + 1, (), "k") for n in range(checks))
    scores = [None if one is None else Score(one, Fraction(0), Fraction(10), one, 0) for one in points]
    return Result(Finished(attempt, "Taps", "2026-03-14T10:00:00+00:00", made), *scores)


REPORT = Report(
    (
        shown(CLAIM, 31, 29, 0.83, 0.9, 0.95),
        shown(DENIAL, 12, 6, 0.34, 0.52, 0.7),
        shown(FIGURE, 19, 15, 0.64, 0.79, 0.9),
    ),
    (style("Bees", 0, 4), style("Bench", 1, 4), style("Ferry", 3, 2), style("Taps", 2, 0)),
    (result(2, Fraction(7, 2), Fraction(13, 2)), result(1, Fraction(7), Fraction(7), checks=1), result(1, None, None)),
)
