"""How the points add up, as a table: each answer and each mark in the order of the page, then the total."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimlight.core.article import Article, Span
from claimlight.core.decision import Decision
from claimlight.core.lesson import AnswerKey, Lesson, World
from claimlight.files.html import Html, element, join
from claimlight.files.report_marks import shape_of_item, shape_of_mark
from claimlight.files.report_signs import label_of, tag
from claimlight.grading.receipt import Fate, Grade, HighlightVerdict, ItemVerdict, LineKind, ReceiptLine
from claimlight.wording import _, pgettext
from claimlight.wording.next_step import next_step_text
from claimlight.wording.points import band_text, total_text
from claimlight.wording.receipt_rows import shortfalls, shown_points, teachers_line
from claimlight.wording.teacher_said import said_by_teacher, whole_text
from claimlight.wording.verdicts import fate_text, outcome_text, verdict_text

_MOST_LETTERS = 70


@dataclass(frozen=True, slots=True)
class Graded:
    """A graded text: all that the report speaks of."""

    lesson: Lesson
    article: Article
    key: AnswerKey
    grade: Grade
    shown: Mapping[tuple[LineKind, str], str]
    """What the column of points shows, by kind and id of the line."""
    said: tuple[Decision, ...] = ()
    """What the teacher decided and said."""


def graded_text(
    lesson: Lesson, article: Article, key: AnswerKey, grade: Grade, said: tuple[Decision, ...] = ()
) -> Graded:
    return Graded(lesson, article, key, grade, shown_points(grade), said)


def comments(graded: Graded) -> Html:
    """What the teacher said about the whole."""
    said = said_by_teacher(None, graded.said, graded.lesson.codebook)
    return element("div", *(element("p", each) for each in said), class_="comments") if said else Html("")


def points_table(graded: Graded, caption: str) -> Html:
    rows = [row for _place, row in sorted(_rows(graded), key=lambda placed: placed[0])]
    heads = (pgettext("column", "Mark"), _("Words"), _("Why"), _("Points"))
    return element(
        "table",
        element("caption", caption, class_="unseen"),
        element("thead", element("tr", *(element("th", head, scope="col") for head in heads))),
        element("tbody", *rows),
        element("tfoot", *_rest(graded), _total(graded)),
    )


def traps_left(graded: Graded) -> Html:
    """Praise for the traps that were left alone."""
    hit = {mark.item for mark in graded.grade.highlights if mark.fate is Fate.TRAP_HIT}
    left = [decoy for decoy in graded.key.decoys if decoy.id not in hit]
    if not left:
        return Html("")
    words = (element("li", _quoted(graded, decoy.span)) for decoy in left)
    return element("div", element("h3", _("Traps that you rightly left")), element("ul", *words), class_="traps")


def _rows(graded: Graded) -> Iterator[tuple[tuple[int, int], Html]]:
    told = set()
    worlds: set[World] = set()
    for number, line in enumerate(graded.grade.lines):
        if line.kind is LineKind.ITEM and (verdict := graded.grade.item(line.id)):
            told |= {*verdict.highlights, *verdict.seen}
            yield (line.position, number), _item_row(graded, line, verdict, worlds)
        elif line.kind is LineKind.HIGHLIGHT and (mark := graded.grade.highlight(line.id)):
            told.add(mark.highlight)
            yield (line.position, number), _mark_row(graded, mark, line)
    for number, mark in enumerate(graded.grade.highlights, len(told) + len(graded.grade.lines)):
        if mark.highlight not in told and mark.fate is not Fate.MATCHED:
            yield (mark.span.start, number), _mark_row(graded, mark, None)


def _item_row(graded: Graded, line: ReceiptLine, verdict: ItemVerdict, worlds: set[World]) -> Html:
    """An answer's row. `worlds` are told in rows above; what holds for several answers is told once."""
    item = graded.key.item(verdict.item)
    assert item is not None, "a graded item is in the key"
    codebook = graded.lesson.codebook
    beyond = (f"{each}." for each in shortfalls(verdict, codebook))
    teachers = teachers_line(graded.grade, LineKind.ITEM, verdict.item)
    decided = (_ended(each) for each in said_by_teacher(teachers, graded.said, codebook, item=verdict.item))
    why = [*decided, verdict_text(verdict._replace(reason=line.reason), codebook), *beyond, item.explanation]
    if item.world in worlds:
        why.append(_("In the world: as above."))
    elif item.world is not None:
        worlds.add(item.world)
        world = _("In the world: {text} ({source}, {date})")
        why.append(world.format(text=item.world.text, source=item.world.source, date=item.world.date))
    return _row(
        tag(label_of(codebook, verdict.label), shape_of_item(verdict), shown=False),
        graded,
        item.targets[verdict.target].span,
        outcome_text(verdict, codebook),
        why,
        graded.shown[line.kind, line.id],
    )


def _ended(sentence: str) -> str:
    """With a full stop, unless a quotation ends it."""
    return sentence if sentence.endswith("”") else f"{sentence}."


def _mark_row(graded: Graded, mark: HighlightVerdict, line: ReceiptLine | None) -> Html:
    codebook = graded.lesson.codebook
    label = label_of(codebook, mark.label)
    head = _("{label}, {fate}").format(label=label.short, fate=fate_text(mark))
    teachers = teachers_line(graded.grade, LineKind.HIGHLIGHT, mark.highlight)
    decided = (_ended(each) for each in said_by_teacher(teachers, graded.said, codebook, highlight=mark.highlight))
    why = [*decided, verdict_text(mark, codebook), mark.explanation]
    points = graded.shown.get((LineKind.HIGHLIGHT, mark.highlight), "0")
    drawn = tag(label, shape_of_mark(mark, graded.grade), shown=False)
    return _row(drawn, graded, mark.span, head, why, points)


def _row(drawn: Html, graded: Graded, span: Span, head: str, why: list[str], points: str) -> Html:
    place = graded.article.text.paragraph(span.start)
    head_and_place = join(
        head,
        element("span", _(" · ¶ {n}").format(n=place), aria_hidden="true"),
        element("span", _(", paragraph {n}").format(n=place), class_="unseen"),
    )
    first, *others = (each for each in why if each)
    return element(
        "tr",
        element("td", drawn),
        element("th", _quoted(graded, span), element("span", head_and_place, class_="head"), scope="row"),
        element("td", element("strong", first), *(join(" ", each) for each in others), class_="why"),
        element("td", points, class_="points"),
    )


def _quoted(graded: Graded, span: Span) -> Html:
    """Words of the article in its language; a long stretch is cut."""
    article = graded.article
    words = " ".join(article.text[span].split())
    if len(words) > _MOST_LETTERS:
        words = words[: _MOST_LETTERS - 1].rsplit(" ", 1)[0] + "…"
    block = article.text.blocks[article.text.block_index(span.start)]
    return element("q", words, lang=block.language, dir=str(block.direction))


def _rest(graded: Graded) -> Iterator[Html]:
    """The lines about the whole: what was free, what was limited."""
    for line in graded.grade.lines:
        own_row = (line.kind, line.id) in graded.shown
        if own_row and line.kind not in (LineKind.ITEM, LineKind.ASKED, LineKind.HIGHLIGHT):
            reason = whole_text(line, graded.lesson.codebook)
            shown = graded.shown[line.kind, line.id]
            points = element("td", f"+{shown}" if line.points > 0 else shown, class_="points")
            yield element("tr", element("th", reason, colspan="3", scope="row"), points)


def _total(graded: Graded) -> Html:
    grade = graded.grade
    words = join(
        element("span", total_text(grade.points, grade.possible), class_="sum"),
        " ",
        element("span", band_text(grade.score), class_="band"),
        " ",
        element("span", next_step_text(grade, graded.lesson.codebook), class_="next"),
    )
    return element("tr", element("th", words, colspan="4", scope="row"), class_="total")
