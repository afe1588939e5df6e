"""A graded piece of work: what became of every item and every highlight, and how the points add up.

Rules and numbers only; `wording.verdicts` says them in sentences.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from claimlight.core.article import Span

GRADER_VERSION = 1
"""Goes up whenever the same work on the same lesson may get other points."""


class Band(StrEnum):
    NOT_YET = "not yet"
    GETTING_THERE = "getting there"
    SECURE = "secure"


class Outcome(StrEnum):
    """What became of an item. The first group is matched, the second is not."""

    MERGED = "merged"
    SPLIT = "split"
    WRONG_LABEL = "wrong label"
    """Matched at less than full label credit, or not matched because the label earned nothing."""
    HEDGED = "hedged"
    EXACT = "exact"
    NEARLY = "nearly"
    PARTLY = "partly"

    OPPOSITE_LABEL = "opposite label"
    NEAR_MISS = "near miss"
    MISSED = "missed"


class Fate(StrEnum):
    """What became of a highlight."""

    MATCHED = "matched"
    REPEAT = "repeat"
    IGNORED = "ignored"
    EXAMPLE = "example"
    """On a worked example, which is never graded."""
    TRAP_HIT = "trap hit"
    WRONG_LABEL = "wrong label"
    NEAR_MISS = "near miss"
    EXTRA = "extra"


class Rule(StrEnum):
    """Why something earned or cost what it did. Each has its sentences in `wording.verdicts`."""

    EXACT = "exact"
    AS_GOOD = "as-good"
    RIGHT_SENTENCE = "right-sentence"
    ALSO_RIGHT = "also-right"
    NEARLY_MISSING = "nearly-missing"
    NEARLY_EXTRA = "nearly-extra"
    NEARLY_BOTH = "nearly-both"
    PARTLY_MISSING = "partly-missing"
    PARTLY_EXTRA = "partly-extra"
    PARTLY_BOTH = "partly-both"
    NO_WORDS_MISSING = "no-words-missing"
    MUST_WORDS_MISSING = "must-words-missing"
    WRONG_LABEL = "wrong-label"
    OPPOSITE_LABEL = "opposite-label"
    HEDGED = "hedged"
    SPLIT = "split"
    MERGED = "merged"
    GROUPED = "grouped"
    COVERED = "covered"
    TOO_LITTLE = "too-little"
    TOO_MUCH = "too-much"
    MISSED = "missed"
    MISSED_OPTIONAL = "missed-optional"
    NOT_COUNTED = "not-counted"
    """In the receipt's line of an optional item that was found and earns nothing."""

    SAID_RIGHT = "said-right"
    SOURCE_OPEN = "source-open"
    SOURCE_WRONG = "source-wrong"
    EVIDENCE_OPEN = "evidence-open"
    EVIDENCE_WRONG = "evidence-wrong"
    LINKS_OPEN = "links-open"
    LINKS_WRONG = "links-wrong"

    USED = "used"
    REPEAT = "repeat"
    IGNORED = "ignored"
    EXAMPLE = "example"
    TRAP = "trap"
    NOT_IN_ANSWERS = "not-in-answers"
    FAR_TOO_WIDE = "far-too-wide"
    CHARGED_ALREADY = "charged-already"
    NEAR = "near"

    FREE_EXTRAS = "free-extras"
    NOTHING_TO_FIND = "nothing-to-find"
    LIMITED_TO_0 = "limited-to-0"
    LIMITED_TO_100 = "limited-to-100"

    TEACHER_ACCEPTED = "teacher-accepted"
    """What a teacher decided: in the lines of `work.overrides` alone."""
    TEACHER_POINTS = "teacher-points"
    TEACHER_KEPT = "teacher-kept"


Params = tuple[tuple[str, int | str], ...]


class Reason(NamedTuple):
    """A rule and what fills its sentence: numbers of words, ids of labels."""

    rule: Rule
    params: Params = ()

    def get(self, name: str) -> int | str | None:
        return next((value for key, value in self.params if key == name), None)


@dataclass(frozen=True, slots=True)
class WordCount:
    """Words as a number and as stretches of the text (code points, from the first word's start to the last's end)."""

    count: int = 0
    spans: tuple[Span, ...] = ()


class AskedVerdict(NamedTuple):
    """What was said of a found item beyond its words: an attribute, or all links of one type from it.

    Of an attribute `given` and `accepted` are values; of links `given` are the ids of the highlights that they lead to
    and `accepted` those of the items that they should lead to (as far as these were found).
    """

    name: str
    """The attribute or the type of link: "source", "status", "denies", "conflicts_with"."""
    given: tuple[str, ...]
    accepted: tuple[str, ...]
    credit: Fraction
    points: Fraction
    """What it took away: 0 or less."""
    reason: Reason


class ItemVerdict(NamedTuple):
    """An item with what it earned. Items come in page order; worked examples are not among them.

    `highlights` are the ids matched, those that earned first; `seen` the ids of unused highlights that decided the
    outcome of an item that was not matched, or that hedged. `hit` and `missed` are words that must be there, `extra`
    words that do no good.
    """

    item: str
    label: str
    optional: bool
    outcome: Outcome
    highlights: tuple[str, ...]
    seen: tuple[str, ...]
    target: int
    """Which target was matched (0: the main one); 0 too where none was."""
    hit: WordCount
    missed: WordCount
    extra: WordCount
    credit: Fraction
    points: Fraction
    reason: Reason
    explanation: str
    asked: tuple[AskedVerdict, ...] = ()
    """What the lesson asks of it; `credit` and `points` are after what these took away."""


class HighlightVerdict(NamedTuple):
    """A highlight's fate. `item` is the id of the item (or, for a trap hit, of the decoy) that it belongs to, or ""."""

    highlight: str
    label: str
    span: Span
    fate: Fate
    item: str
    cost: Fraction
    """What it costs before the free ones are given back; never negative."""
    sentences: tuple[Span, ...]
    """The sentences that it is charged for."""
    reason: Reason
    explanation: str = ""
    """The author's, for a trap."""


class LineKind(StrEnum):
    ITEM = "item"
    ASKED = "asked"
    """What a source, the evidence or links of an item took away; it follows the item's line and bears its id."""
    HIGHLIGHT = "highlight"
    FREE = "free"
    NOTHING_TO_FIND = "nothing-to-find"
    LIMIT = "limit"
    TEACHER = "teacher"
    """What the teacher's decision adds to the line of the item or highlight that it is `about`, or to the whole."""


class ReceiptLine(NamedTuple):
    """One line of how the points add up; `id` is an item's or a highlight's, or ""."""

    kind: LineKind
    position: int
    """Where on the page, in code points; lines about the whole come after the last."""
    id: str
    points: Fraction
    reason: Reason


ToldItem = tuple[ItemVerdict, tuple[ReceiptLine, ...]]
"""An item's verdict with its lines of the receipt: none for what nobody missed, more where more was asked."""


class Score(NamedTuple):
    """The points of a piece of work, without a word of why."""

    earned: Fraction
    penalty: Fraction
    possible: Fraction
    points: Fraction
    """What was earned after costs and limits."""
    free: int
    """Sentences that cost nothing."""

    @property
    def score(self) -> Fraction:
        """Of 100."""
        return 100 * self.points / self.possible


@dataclass(frozen=True, slots=True)
class Grade:
    """A graded piece of work. The lines' points add up exactly to `points`, and 100 · points / possible is `score`."""

    items: tuple[ItemVerdict, ...]
    highlights: tuple[HighlightVerdict, ...]
    lines: tuple[ReceiptLine, ...]
    earned: Fraction
    penalty: Fraction
    possible: Fraction
    score: Fraction
    large: bool = False
    """Whether highlights were so entangled that only single ones were matched."""
    grader: int = GRADER_VERSION

    @property
    def points(self) -> Fraction:
        """What was earned after costs and limits."""
        return self.score * self.possible / 100

    @property
    def percent(self) -> int:
        """The score rounded half up."""
        return (2 * self.score.numerator + self.score.denominator) // (2 * self.score.denominator)

    @property
    def band(self) -> Band:
        if self.score < 40:
            return Band.NOT_YET
        return Band.GETTING_THERE if self.score < 70 else Band.SECURE

    def item(self, id: str) -> ItemVerdict | None:
        return next((verdict for verdict in self.items if verdict.item == id), None)

    def highlight(self, id: str) -> HighlightVerdict | None:
        return next((verdict for verdict in self.highlights if verdict.highlight == id), None)
