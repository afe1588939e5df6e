"""Look a lesson in the making over, as it is in memory: what `check` finds in files, and what only a draft can show."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from claimlight.core.article import Span, Text
from claimlight.core.errors import ClaimlightError
from claimlight.core.lesson import Item
from claimlight.core.moves import snapped
from claimlight.core.sayings import SOURCE, UNNAMED, WRITER
from claimlight.files.finding import Finding, Severity, finding, finding_of
from claimlight.files.key_checks import faults
from claimlight.files.key_lint import KeyContext, answers_findings
from claimlight.files.lesson_facts import facts_of_answers
from claimlight.files.lesson_lint import facts_findings, sheet_findings
from claimlight.work.draft import Draft, span_of

_FILE = "article.key.json"
_REPEATED_FROM = 2
"""Words that an answer has at least where its wording is looked for elsewhere."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding and its place in the text: the answer's (`id`), another place (`span`), or the lesson as a whole."""

    finding: Finding
    id: str = ""
    span: Span | None = None

    @property
    def severe(self) -> bool:
        return self.finding.severity is Severity.ERROR


def quick_findings(draft: Draft) -> tuple[Found, ...]:
    """All but what simple strategies would score, which takes most of the time. Raises nothing."""
    found = [*_own_findings(draft)]
    try:
        found += [_placed(each, draft) for each in _lint(draft)]
    except ClaimlightError as error:
        found.append(_placed(finding_of(error, _FILE), draft))
    return in_order(found)


def played_findings(draft: Draft) -> tuple[Found, ...]:
    """What simple strategies would score, and how hard the text is. Raises nothing."""
    try:
        lesson = draft.lesson()
        key = lesson.texts[0].key
        if key is None or not key.items:
            return ()
        facts = facts_of_answers(lesson, lesson.texts[0].article.name)
    except ClaimlightError:
        return ()  # quick_findings has said why
    return tuple(Found(each) for each in facts_findings(facts, draft.sheet, draft.codebook))


def in_order(found: Iterable[Found]) -> tuple[Found, ...]:
    """What cannot stay, then the page from top to bottom, then the lesson as a whole."""
    return tuple(sorted(found, key=_order))


def _lint(draft: Draft) -> Iterator[Finding]:
    yield from sheet_findings(draft.sheet)
    lesson = draft.lesson()
    text = lesson.texts[0]
    assert text.key is not None, "a draft has its answers"
    for fault in faults(lesson, text.article.name):
        yield finding_of(fault, _FILE)
    context = KeyContext(draft.sheet, draft.codebook, text.article.name)
    yield from answers_findings(text.key, text.article.text, context, _FILE)


def _own_findings(draft: Draft) -> Iterator[Found]:
    items = [each.entry for each in draft.entries.values() if isinstance(each.entry, Item)]
    for lost in draft.lost.values():
        yield Found(finding("answer-lost", _FILE, lost.id, words=lost.words), lost.id)
    for id, placed in draft.entries.items():
        if not placed.counts:
            yield Found(finding("answer-in-doubt", _FILE, id), id, span_of(placed.entry))
    folded = draft.text.text.casefold()
    marked = [span_of(each.entry) for each in draft.entries.values()]
    for item in items:
        yield from _wording(item, draft)
        yield from _elsewhere(item, draft.text, folded, marked)
    yield from _one_speaker(items)
    if not items:
        yield Found(finding("no-answers", _FILE))


def _wording(item: Item, draft: Draft) -> Iterator[Found]:
    """An end within a word, and a link into nothing."""
    span, text = item.main.span, draft.text
    if snapped(text, span) != span:
        yield Found(finding("ragged-ends", _FILE, item.id), item.id, span)
    if any(link.item not in draft.entries for link in item.links):
        yield Found(finding("dead-link", _FILE, item.id), item.id, span)


def _elsewhere(item: Item, text: Text, whole: str, marked: Sequence[Span]) -> Iterator[Found]:
    """The same words left unmarked elsewhere in `whole`, which is the text with its letters folded."""
    span = item.main.span
    words = text[span].casefold()
    if len(whole) != len(text.text):
        return  # folding made some letters longer: places would not be those of the text
    if len(text.words_touching(span)) < _REPEATED_FROM:
        return
    at = whole.find(words)
    while at >= 0:
        here = Span(at, at + len(words))
        if not any(here.start < one.end and one.start < here.end for one in marked):
            yield Found(finding("repeated-unmarked", _FILE, item.id), item.id, here)
            return
        at = whole.find(words, at + 1)


def _one_speaker(items: list[Item]) -> Iterator[Found]:
    """Two names with the same last word are probably one person's, and graded as two unless an answer takes both."""
    together = {frozenset((one, two)) for item in items for one, two in combinations(item.attribute(SOURCE), 2)}
    first_named: dict[str, str] = {}
    for item in sorted(items, key=lambda each: each.main.span):
        for name in item.attribute(SOURCE):
            if name in (UNNAMED, WRITER) or not name.split():
                continue
            other = first_named.setdefault(name.split()[-1].casefold(), name)
            pair = frozenset((other, name))
            if other != name and pair not in together:
                together.add(pair)
                params: Mapping[str, object] = {"one": other, "other": name}
                yield Found(replace(finding("one-speaker", _FILE, item.id), params=params), item.id, item.main.span)


def _placed(each: Finding, draft: Draft) -> Found:
    placed = draft.entries.get(each.place)
    return Found(each, each.place, span_of(placed.entry)) if placed is not None else Found(each)


def _order(found: Found) -> tuple[bool, bool, int, str, str]:
    at = found.span.start if found.span is not None else -1
    urgent = found.severe or found.finding.code in ("answer-lost", "answer-in-doubt")
    return not urgent, found.span is None, at, found.finding.code, found.id
