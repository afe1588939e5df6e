"""The tables and sentences of *Statistics* and of two classes beside each other."""

from PySide6.QtCore import QLocale

from claimlight.core.article import Text
from claimlight.grading.estimate import Estimate, Undefined
from claimlight.ui.progress_words import Rows
from claimlight.ui.tags import Mark
from claimlight.ui.teacher.results_charts import Share
from claimlight.ui.teacher.results_label_charts import Column, Given, Mind, Minds
from claimlight.ui.teacher.results_words import Names, of_all, quoted
from claimlight.wording import _, ngettext
from claimlight.wording.measures import reason_undefined
from claimlight.wording.points import points_text
from claimlight.work.class_results import ItemResult
from claimlight.work.class_statistics import Beside, Statistics
from claimlight.work.second_keys import SeveralKeys

_WORDS = 40


class Numbers:
    """Says numbers of one lesson: `styles` and `names` are those of its labels."""

    def __init__(self, text: Text, names: Names, styles: dict[str, Mark], shorts: dict[str, str]) -> None:
        self._text = text
        self._names = names
        self._styles = styles
        self._shorts = shorts

    def _words(self, one: ItemResult) -> str:
        return quoted(self._text, one.span, _WORDS)

    # Each answer as a question

    def analysis(self, found: Statistics) -> tuple[str, Rows, list[Share]]:
        heads = (_("Answer"), _("Mean credit"), _("It could be"), _("Fits the rest"), _("Students"))
        rows = tuple(
            (
                self._words(line.result),
                number(float(line.statistics.facility)),
                interval(line.interval),
                estimate(line.statistics.correlation),
                str(line.statistics.n),
            )
            for line in found.lines
        )
        shares = [
            Share(
                self._words(line.result),
                self._styles[line.result.label],
                float(line.statistics.facility),
                interval=line.interval,
            )
            for line in found.lines
        ]
        said = _("First checks, before any hint. The bar is where nineteen in twenty such classes would lie.")
        return said, (heads, *rows), shares

    def reliability(self, found: Statistics) -> str:
        alpha, error = found.analysis.alpha, found.analysis.error
        if alpha.value is None or error.value is None:
            return _("Reliability is not defined. {reason}").format(
                reason=reason_undefined(alpha.reason or Undefined.TOO_FEW)
            )
        return _("Reliability (Cronbach’s alpha) {alpha}; a mark is off by about {error} points; {n} students.").format(
            alpha=number(alpha.value), error=number(error.value, 1), n=found.analysis.n
        )

    # Labels

    def confusion(self, found: Statistics) -> tuple[str, Rows]:
        columns, given = self.given_labels(found)
        heads = (_("The answer"), *(column.name for column in columns))
        rows = tuple((row.name, *map(str, row.counts)) for row in given)
        said = _("How often answers of each label were found, and as what: the framed ones rightly. Last checks.")
        return said, (heads, *rows)

    def given_labels(self, found: Statistics) -> tuple[list[Column], list[Given]]:
        """Which label was given for which; the last column is for what was not marked."""
        keyed = [label for label in self._styles if label in found.confusion]
        given = [label for label in self._styles if label in keyed or any(label in found.confusion[k] for k in keyed)]
        columns = [Column(self._shorts[label], self._styles[label]) for label in given]
        rows = [
            Given(
                self._shorts[label],
                self._styles[label],
                tuple(found.confusion[label].get(other, 0) for other in (*given, "")),
                right=given.index(label),
            )
            for label in keyed
        ]
        return [*columns, Column(_("Not marked"), None)], rows

    def minds(self, found: Statistics) -> list[Minds]:
        """The answers of which the class is of two minds."""
        return [
            Minds(
                self._words(split.result),
                self._styles[split.result.label],
                tuple(Mind(self._styles.get(label), count) for label, count in split.minds),
            )
            for split in found.split
        ]

    def split(self, found: Statistics) -> tuple[str, Rows]:
        heads = (_("Answer"), _("Most"), _("Others"))
        rows = tuple(
            (
                self._words(split.result),
                self._mind(*split.minds[0], found.n),
                ", ".join(self._mind(*mind, found.n) for mind in split.minds[1:]),
            )
            for split in found.split
        )
        alpha = found.agreement
        agrees = (
            _("The class agrees to {value} (Krippendorff’s alpha over words, {interval}; {n} works).").format(
                value=number(alpha.value), interval=interval(alpha.interval), n=found.n
            )
            if alpha.value is not None
            else reason_undefined(alpha.reason or Undefined.TOO_FEW)
        )
        if not rows:
            return _("{agreement} Of no answer is it of two minds.").format(agreement=agrees), (heads,)
        return _("{agreement} Dashed: not marked.").format(agreement=agrees), (heads, *rows)

    def _mind(self, label: str, count: int, n: int) -> str:
        name = self._names[label] if label else _("not marked")
        return _("{label}: {count}").format(label=name, count=of_all(count, n))

    # Two of something

    def first_to_last(self, found: Statistics) -> tuple[str, Rows, list[Share]]:
        twice = found.first_to_last
        assert twice is not None, "shown only where somebody checked twice"
        heads = (_("Answer"), _("First check"), _("Last check"))
        rows = tuple((self._words(one), of_all(a, twice.n), of_all(b, twice.n)) for one, a, b in twice.found)
        shares = [
            Share(self._words(one), self._styles[one.label], b / twice.n, other=a / twice.n)
            for one, a, b in twice.found
        ]
        said = ngettext(
            "{n} student checked twice: the middle mark went from {first} to {last} points. Ring: first; dot: last.",
            "{n} students checked twice: the middle mark went from {first} to {last} points. Ring: first; dot: last.",
            twice.n,
        ).format(n=twice.n, first=points_text(twice.first), last=points_text(twice.last))
        return said, (heads, *rows), shares

    def beside(self, found: Beside, here: str, there: str) -> tuple[str, Rows, list[Share]]:
        heads = (_("Answer"), here, there)
        rows = tuple((self._words(a), of_all(a.found, a.n), of_all(b.found, b.n)) for a, b in found.items)
        shares = [
            Share(self._words(a), self._styles[a.label], a.found / a.n, other=b.found / b.n) for a, b in found.items
        ]
        assert found.here.middle is not None
        assert found.there.middle is not None, "both have works"
        said = _("Middle mark {first} in {here} (dots), {other} in {there} (rings), of {possible} points.").format(
            first=points_text(found.here.middle),
            here=here,
            other=points_text(found.there.middle),
            there=there,
            possible=points_text(found.here.possible),
        )
        return said, (heads, *rows), shares

    # Several teachers

    def keys(self, found: SeveralKeys | None, class_mean: float) -> tuple[str, Rows]:
        heads = (_("Teacher"), _("Agrees with yours"), _("Scores against the others"))
        if found is None:
            return _("Have a colleague mark the answers too: nobody can be asked for more than teachers reach."), (
                heads,
            )
        own = (_("You"), "–", number(float(found.scores[0]), 0))
        rows = tuple(
            (one.name, number(one.f1), number(float(score), 0))
            for one, score in zip(found.colleagues, found.scores[1:], strict=True)
        )
        said = _(
            "Teachers graded against each other reach {ceiling} of 100, the class {mean}. Merged, the answers have"
            " {required} that most teachers require and {optional} that fewer do."
        ).format(
            ceiling=number(float(found.ceiling), 0),
            mean=number(class_mean, 0),
            required=sum(not one.item.optional for one in found.merged.items),
            optional=sum(one.item.optional for one in found.merged.items),
        )
        return said, (heads, own, *rows)


def number(value: float, places: int = 2) -> str:
    """In the language's way: "0.45", "0,45"."""
    return QLocale().toString(value, "f", places)


def interval(found: tuple[float, float] | None) -> str:
    if found is None:
        return _("no interval")
    return _("{low} to {high}").format(low=number(found[0]), high=number(found[1]))


def estimate(found: Estimate) -> str:
    """A number, or a dash where it would be chance."""
    return "–" if found.value is None else number(found.value)
