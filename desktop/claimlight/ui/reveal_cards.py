"""What the answers look like: shapes for the page, rows of points, and a card for each of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from claimlight.core.article import Span, Text
from claimlight.core.codebook import Codebook, Label
from claimlight.core.decision import Decision
from claimlight.core.lesson import AnswerKey, Item, Lesson
from claimlight.grading.receipt import (
    AskedVerdict,
    Fate,
    Grade,
    HighlightVerdict,
    ItemVerdict,
    LineKind,
    Reason,
    ReceiptLine,
    Rule,
)
from claimlight.session.reading import ReadingSession
from claimlight.ui.article_view import PageMark
from claimlight.ui.marked_text import Fate as PieceFate
from claimlight.ui.marked_text import Piece
from claimlight.ui.marking import example_marks
from claimlight.ui.overlay import Shape
from claimlight.ui.points import Outcome, PointsRow
from claimlight.ui.review_card import Fact, ReviewCard
from claimlight.ui.surety import place_text, sure_text, surely_wrong, was_sure
from claimlight.ui.tags import Mark, mark_of
from claimlight.wording import _, ngettext
from claimlight.wording.directions import isolated, one_after_another
from claimlight.wording.lesson import cost_of_extras
from claimlight.wording.points import points_of_one, points_text
from claimlight.wording.receipt_rows import Row, points_of_rows, shortfalls, shown_shares, teachers_line
from claimlight.wording.teacher_said import said_by_teacher, whole_text
from claimlight.wording.verdicts import fate_text, outcome_text, reason_text, verdict_text, why_not_text

_HIGHLIGHT = "highlight:"
ITEM = "item:"


@dataclass(frozen=True, slots=True)
class Answer:
    """One stop on the way through the answers. `mark` is the id on the page that stands out with it."""

    row: PointsRow
    card: ReviewCard
    mark: str
    item: str = ""
    """The item, or trap, that it is about; "" for a highlight."""
    highlight: str = ""
    surely_wrong: bool = False
    """The student was sure of it, and it was wrong."""


@dataclass(frozen=True, slots=True)
class Stand:
    """What every card is made from."""

    lesson: Lesson
    text: Text
    key: AnswerKey | None
    """None where the answers stay with the teacher."""
    grade: Grade
    points: Mapping[Row, Fraction]
    sure: frozenset[str]
    """The highlights that the student was sure of."""
    shown: Mapping[Row, str]
    said: Sequence[Decision] = ()
    of_student: bool = False
    """Whether the teacher reads it: of the student, not to them."""
    """What the teacher decided and said."""

    @property
    def codebook(self) -> Codebook:
        return self.lesson.codebook

    def reason(self, reason: Reason) -> str:
        return reason_text(reason, self.codebook, of_student=self.of_student)

    def verdict(self, verdict: ItemVerdict | HighlightVerdict) -> str:
        return verdict_text(verdict, self.codebook, of_student=self.of_student)

    def label(self, id: str) -> Label:
        label = self.codebook.label(id)
        assert label is not None, "graded labels are in the label guide"
        return label


OfItem = Callable[[Stand, ReceiptLine, ItemVerdict], Answer]


def page_marks(session: ReadingSession, grade: Grade) -> Iterator[PageMark]:
    """The student's marks by what became of them, and the answers that they missed."""
    stand = _stand(session, grade)
    yield from example_marks(session)
    for verdict in grade.highlights:
        yield PageMark(verdict.highlight, verdict.span, verdict.label, _shape(verdict, grade))
    for item in grade.items:
        if item.highlights:
            for number, span in enumerate(item.missed.spans):
                yield PageMark(f"{ITEM}{item.item}:{number}", span, item.label, Shape.MISSED_WORDS)
        elif stand.key is not None and not item.optional:
            yield PageMark(ITEM + item.item, _keyed(stand, item).main.span, item.label, Shape.MISSED)


def item_mark(item: str) -> str:
    """The id on the page of an answer that was missed."""
    return ITEM + item


def answers(
    session: ReadingSession,
    grade: Grade,
    said: Sequence[Decision] = (),
    of_item: OfItem | None = None,
    *,
    of_student: bool = False,
) -> tuple[Answer, ...]:
    """Every line of the points that is about words on the page, and every mark that cost nothing, with its card.

    `said` is what the teacher decided about points, which `grade` has in its lines, and what they commented.
    `of_item` makes what is shown of an item where its answer is held back.
    """
    stand = replace(_stand(session, grade, said), of_student=of_student)
    lines = sorted((*grade.lines, *_for_nothing(grade)), key=lambda line: line.position)
    made = (_answer(stand, line, of_item or _item_answer) for line in lines)
    return tuple(answer for answer in made if answer is not None)


def _for_nothing(grade: Grade) -> Iterator[ReceiptLine]:
    """A line without points for each mark that found nothing and has none in the receipt."""
    told = {line.id for line in grade.lines if line.kind is LineKind.HIGHLIGHT}
    for verdict in grade.highlights:
        if verdict.highlight not in told and verdict.fate is not Fate.MATCHED:
            yield ReceiptLine(LineKind.HIGHLIGHT, verdict.span.start, verdict.highlight, Fraction(0), verdict.reason)


def rest_of_lines(session: ReadingSession, grade: Grade, *, of_student: bool = False) -> tuple[tuple[str, str], ...]:
    """The lines about the whole: what was free, what was limited. Sentence and points."""
    codebook = session.lesson.codebook
    of_words = (LineKind.ITEM, LineKind.ASKED, LineKind.HIGHLIGHT)
    shown = shown_shares(points_of_rows(grade))
    whole = (line for line in grade.lines if line.kind not in of_words and (line.kind, line.id) in shown)
    return tuple(
        (whole_text(line, codebook, of_student=of_student), _with_plus(shown[line.kind, line.id], line))
        for line in whole
    )


def _with_plus(text: str, line: ReceiptLine) -> str:
    """With a plus sign where something is given back or on top."""
    return f"+{text}" if line.points > 0 else text


def _stand(session: ReadingSession, grade: Grade, said: Sequence[Decision] = ()) -> Stand:
    points = points_of_rows(grade)
    sure = frozenset(each.id for each in session.last_checked if each.sure)
    return Stand(session.lesson, session.article.text, session.key, grade, points, sure, shown_shares(points), said)


def _shape(verdict: HighlightVerdict, grade: Grade) -> Shape:
    if verdict.fate is Fate.MATCHED:
        item = grade.item(verdict.item)
        return Shape.CAUGHT if item is not None and item.credit == 1 else Shape.IN_PART
    return Shape.NOT_IN_ANSWERS if _costs(verdict) else Shape.PLAIN


def _costs(verdict: HighlightVerdict) -> bool:
    """Whether the mark stands where nothing belongs; the others are close to an answer, double, or the example."""
    return verdict.fate in (Fate.EXTRA, Fate.TRAP_HIT) or verdict.cost > 0


def _keyed(stand: Stand, verdict: ItemVerdict) -> Item:
    assert stand.key is not None, "asked for where the answers are out"
    item = stand.key.item(verdict.item)
    assert item is not None, "a verdict is about an item of the key"
    return item


def _answer(stand: Stand, line: ReceiptLine, of_item: OfItem) -> Answer | None:
    if line.kind is LineKind.ITEM:
        verdict = stand.grade.item(line.id)
        return None if verdict is None else of_item(stand, line, verdict)
    if line.kind is LineKind.HIGHLIGHT:
        extra = stand.grade.highlight(line.id)
        return None if extra is None else _highlight_answer(stand, line, extra)
    return None


def _item_answer(stand: Stand, line: ReceiptLine, verdict: ItemVerdict) -> Answer:
    shown = stand.shown[line.kind, line.id]
    item, mark = _keyed(stand, verdict), mark_of(stand.label(verdict.label))
    target = item.targets[verdict.target]
    teachers = teachers_line(stand.grade, LineKind.ITEM, verdict.item)
    outcome, wrong = outcome_shown(outcome_of(verdict), teachers), surely_wrong(verdict, stand.sure)
    beyond = shortfalls(verdict, stand.codebook)
    reason = ". ".join((stand.reason(verdict.reason), *beyond))
    said = (
        stand.verdict(verdict),
        *(f"{each}." for each in beyond),
        item.explanation,
    )
    place = stand.text.paragraph(target.span.start)
    row = PointsRow(
        id=ITEM + verdict.item,
        outcome=outcome,
        mark=mark,
        words=one_line(stand.text[target.span]),
        reason=stand.reason(teachers.reason)
        if teachers
        else (_("Not counted") if verdict.optional and not line.points else reason),
        points=_with_plus(shown, line) if verdict.optional else shown,
        paragraph=place,
    )
    card = ReviewCard(
        outcome=outcome,
        mark=mark,
        verdict=outcome_text(verdict, stand.codebook),
        place=place_text(place, sure=was_sure(verdict, stand.sure) and not wrong, of_student=stand.of_student),
        sure=sure_text(of_student=stand.of_student) if wrong else "",
        sentence=_sentence(stand, verdict, target.span, mark),
        points=points_of_one(stand.points[line.kind, line.id]),
        explanation=one_after_another(*said),
        legend=tuple(_legend(verdict)),
        facts=tuple(_facts(stand, item, verdict)),
        teacher=said_by_teacher(teachers, stand.said, stand.codebook, item=verdict.item),
    )
    shown = verdict.highlights[0] if verdict.highlights else ITEM + verdict.item
    return Answer(row, card, shown, item=verdict.item, surely_wrong=wrong)


def _highlight_answer(stand: Stand, line: ReceiptLine, verdict: HighlightVerdict) -> Answer:
    label = stand.label(verdict.label)
    mark = mark_of(label)
    teachers = teachers_line(stand.grade, LineKind.HIGHLIGHT, verdict.highlight)
    found = Outcome.EXTRA if _costs(verdict) else Outcome.CLOSE
    outcome, wrong = outcome_shown(found, teachers), surely_wrong(verdict, stand.sure)
    place = stand.text.paragraph(verdict.span.start)
    sentences = around(stand.text, verdict.span)
    if stand.key is None:
        said: tuple[str, ...] = (f"{stand.reason(verdict.reason)}.", "")
    else:
        said = (
            stand.verdict(verdict),
            verdict.explanation,
            *_rules(stand, verdict, label),
        )
    row = PointsRow(
        id=_HIGHLIGHT + verdict.highlight,
        outcome=outcome,
        mark=mark,
        words=one_line(stand.text[verdict.span]),
        reason=stand.reason((teachers or verdict).reason),
        points=stand.shown.get((line.kind, line.id), points_text(line.points)),
        paragraph=place,
    )
    card = ReviewCard(
        outcome=outcome,
        mark=mark,
        verdict=_("{label}, {fate}").format(label=isolated(label.short), fate=fate_text(verdict)),
        place=place_text(place, sure=was_sure(verdict, stand.sure) and not wrong, of_student=stand.of_student),
        sure=sure_text(of_student=stand.of_student) if wrong else "",
        sentence=tuple(
            pieces(
                stand.text, sentences, ((verdict.span, PieceFate.EXTRA if _costs(verdict) else PieceFate.MARKED),), mark
            )
        ),
        points=points_of_one(stand.points.get((line.kind, line.id), line.points)),
        explanation=one_after_another(*said),
        teacher=said_by_teacher(teachers, stand.said, stand.codebook, highlight=verdict.highlight),
    )
    return Answer(row, card, verdict.highlight, highlight=verdict.highlight, surely_wrong=wrong)


def _rules(stand: Stand, verdict: HighlightVerdict, label: Label) -> Iterator[str]:
    """Where nobody wrote why: what the label is for, and what such marks cost."""
    if verdict.fate is Fate.EXTRA and not verdict.explanation:
        yield why_not_text(label)
    if stand.key is not None and _costs(verdict) and verdict.cost:
        yield cost_of_extras(stand.key.rate, stand.lesson.allowance)


def outcome_of(verdict: ItemVerdict) -> Outcome:
    if not verdict.highlights:
        return Outcome.MISSED
    return Outcome.CAUGHT if verdict.credit == 1 else Outcome.IN_PART


def outcome_shown(outcome: Outcome, teachers: ReceiptLine | None) -> Outcome:
    """What the teacher took as right is right."""
    accepted = teachers is not None and teachers.reason.rule is Rule.TEACHER_ACCEPTED
    return Outcome.CAUGHT if accepted else outcome


def _legend(verdict: ItemVerdict) -> Iterator[tuple[PieceFate, str]]:
    if not verdict.highlights:
        return
    caught, missed, extra = verdict.hit.count, verdict.missed.count, verdict.extra.count
    if caught:
        yield PieceFate.MARKED, ngettext("caught, {n} word", "caught, {n} words", caught).format(n=caught)
    if missed:
        yield PieceFate.MISSED, ngettext("missed, {n} word", "missed, {n} words", missed).format(n=missed)
    if extra and verdict.credit < 1:
        yield PieceFate.EXTRA, ngettext("{n} word too many", "{n} words too many", extra).format(n=extra)


def _facts(stand: Stand, item: Item, verdict: ItemVerdict) -> Iterator[Fact]:
    """Who says it, what it answers, and how things stand in the world; with a tick where the student said so too."""
    asked = {each.name: each for each in verdict.asked}
    sources = item.attribute("source")
    if sources:
        yield _fact(_("Who says it"), _source_name(sources[0]), asked.get("source"))
    status = asked.get("status")
    if status is not None and status.accepted:
        yield _fact(_("Evidence here"), _status_name(stand, status.accepted[0]), status)
    for link in item.links:
        kind = next((kind for kind in stand.codebook.links if kind.id == link.type), None)
        other = None if stand.key is None else stand.key.item(link.item)
        if kind is not None and other is not None:
            words = _("“{words}”").format(words=one_line(stand.text[other.main.span]))
            yield _fact(kind.name[:1].upper() + kind.name[1:], words, asked.get(link.type))
    if item.world is not None:
        world = _("{text} ({source}, {date})").format(
            text=item.world.text, source=item.world.source, date=item.world.date
        )
        yield Fact(_("In the world"), world)


def _fact(name: str, value: str, asked: AskedVerdict | None) -> Fact:
    return Fact(name, value, None if asked is None else asked.credit == 1)


def _status_name(stand: Stand, status: str) -> str:
    kind = next((kind for kind in stand.codebook.attributes if kind.id == "status"), None)
    return dict(kind.values).get(status, status) if kind is not None else status


def _source_name(source: str) -> str:
    return {"unnamed": _("nobody is named"), "writer": _("the writer")}.get(source, source)


def _sentence(stand: Stand, verdict: ItemVerdict, span: Span, mark: Mark) -> tuple[Piece, ...]:
    """The sentences of the answer and of what was marked, with each word's fate.

    Where all was earned, no word is called too many.
    """
    fates = (
        *((each, PieceFate.MARKED) for each in verdict.hit.spans),
        *((each, PieceFate.MISSED) for each in verdict.missed.spans),
        *((each, PieceFate.EXTRA) for each in verdict.extra.spans if verdict.credit < 1),
    )
    if not verdict.highlights:
        fates = ((span, PieceFate.MISSED),)
    reach = Span(min(span.start, *(each.start for each, _fate in fates)), max(span.end, *(e.end for e, _f in fates)))
    return tuple(pieces(stand.text, around(stand.text, reach), fates, mark))


def around(text: Text, span: Span) -> Span:
    """The whole sentences that `span` touches."""
    sentences = list(text.sentences_touching(span))
    if not sentences:
        return span
    return Span(min(span.start, sentences[0].start), max(span.end, sentences[-1].end))


def pieces(text: Text, whole: Span, fates: Iterable[tuple[Span, PieceFate]], mark: Mark) -> Iterator[Piece]:
    """The text of `whole` in stretches, each with what became of it."""
    at = whole.start
    for span, fate in sorted(fates, key=lambda pair: pair[0]):
        if span.start > at:
            yield Piece(text[Span(at, span.start)])
        if span.end > at:
            yield Piece(text[Span(max(at, span.start), span.end)], mark, fate)
            at = span.end
    if at < whole.end:
        yield Piece(text[Span(at, whole.end)])


def one_line(words: str) -> str:
    """Without line breaks, for a row."""
    return " ".join(words.split())
