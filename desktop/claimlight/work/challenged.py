"""What students see differently, gathered by what it is about, with the changes of the answers that would meet it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from claimlight.core.answer_change import AnswerChange, ChangeKind
from claimlight.core.article import Span, overlap
from claimlight.core.attempt import Challenge
from claimlight.core.decision import DecisionKind
from claimlight.core.lesson import AnswerKey
from claimlight.work.regrade import ClassWork, ClassWorks

_MOST_WORDINGS = 3


@dataclass(frozen=True, slots=True)
class Voice:
    """One student's sentence. `answer` is what the teacher said to it; None while it is open."""

    attempt: str
    challenge: Challenge
    answer: str | None


@dataclass(frozen=True, slots=True)
class Challenged:
    """An item, or words that several marked. `offers` are the changes of the answers that it could lead to."""

    id: str
    item: str
    """The id of the item or trap; "" for marks that have none."""
    label: str
    span: Span
    voices: tuple[Voice, ...]
    offers: tuple[AnswerChange, ...]

    @property
    def open(self) -> tuple[Voice, ...]:
        return tuple(voice for voice in self.voices if voice.answer is None)


@dataclass(frozen=True, slots=True)
class _Said:
    """A challenge with what it is about: `item` is known to the key, or ""; `marks` are words and labels marked."""

    voice: Voice
    item: str
    marks: tuple[tuple[Span, str], ...]


def challenged(works: ClassWorks) -> tuple[Challenged, ...]:
    """The most often challenged first, then in the order of the page."""
    groups: list[list[_Said]] = []
    spoken = (work for work in works.works if work.submission.challenges)
    for said in (each for work in spoken for each in _said(work, works)):
        group = next((group for group in groups if _same(group[0], said)), None)
        if group is None:
            groups.append([said])
        else:
            group.append(said)
    found = [_gathered(group, works.key) for group in groups]
    return tuple(sorted(found, key=lambda one: (-len(one.open), -len(one.voices), one.span, one.id)))


def _said(work: ClassWork, works: ClassWorks) -> Iterator[_Said]:
    key, grade = works.key, works.grade(work)
    spans = {mark.id: (mark.span, mark.label) for mark in work.submission.work}
    replies = {(one.item, one.highlight): one.words for one in work.decisions if one.kind is DecisionKind.REPLY}
    for challenge in work.submission.challenges:
        place = challenge.item, challenge.highlight
        verdict = grade.highlight(challenge.highlight)
        item = challenge.item or (verdict.item if verdict is not None else "")
        known = key.item(item) is not None or any(trap.id == item for trap in key.decoys)
        of_item = grade.item(item)
        ids: tuple[str, ...] = (challenge.highlight,) if challenge.highlight else ()
        if not ids and of_item is not None:
            ids = (*of_item.seen, *of_item.highlights)
        marks = tuple(spans[id] for id in ids if id in spans)
        if known or marks:
            yield _Said(Voice(work.received.attempt, challenge, replies.get(place)), item if known else "", marks)


def _same(one: _Said, other: _Said) -> bool:
    if one.item or other.item:
        return one.item == other.item
    (span, label), (others, other_label) = one.marks[0], other.marks[0]
    return label == other_label and bool(overlap(span, others))


def _gathered(group: list[_Said], key: AnswerKey) -> Challenged:
    id = group[0].item
    item = key.item(id)
    trap = next((trap for trap in key.decoys if trap.id == id), None)
    marked = Counter(mark for said in group for mark in said.marks)
    often = [mark for mark, _count in sorted(marked.items(), key=lambda pair: (-pair[1], pair[0]))]
    if item is not None:
        span, label = item.main.span, item.label
    elif trap is not None:
        span, label = trap.span, ""
    else:
        span, label = often[0]
    return Challenged(
        id=id or f"{label}:{span.start}:{span.end}",
        item=id,
        label=label,
        span=span,
        voices=tuple(said.voice for said in group),
        offers=tuple(_offers(id, span, label, often, key)),
    )


def _offers(id: str, span: Span, label: str, often: list[tuple[Span, str]], key: AnswerKey) -> Iterator[AnswerChange]:
    item = key.item(id)
    if item is not None:
        known = {(target.span, target.label) for target in item.targets}
        for place, marked in [mark for mark in often if mark not in known][:_MOST_WORDINGS]:
            yield AnswerChange(ChangeKind.ALSO_RIGHT, id, place, marked)
        if not item.optional:
            yield AnswerChange(ChangeKind.NOT_COUNTED, id, span, label)
        yield AnswerChange(ChangeKind.REMOVED, id, span, label)
        return
    if often:
        yield AnswerChange(ChangeKind.BELONGS, "", *often[0])
    if id:
        yield AnswerChange(ChangeKind.REMOVED, id, span, "")
