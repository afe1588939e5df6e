"""What the draft helper finds of our own lessons' answers: precision and recall, by label.

A suggestion is right where it and an answer of its label share at least half of the shorter one; answers that are not
counted make it neither right nor wrong.
"""

from collections.abc import Iterator

from bench.table import Row
from claimlight.core.article import Span, Text, overlap
from claimlight.core.lesson import AnswerKey
from claimlight.files.lesson_folder import read_lesson
from claimlight.files.places import lessons
from claimlight.work.draft_helper import CLAIM, DENIAL, FIGURE, suggestions


def measure() -> Iterator[Row]:
    read = [read_lesson(path.parent) for path in sorted(lessons().glob("*/article.key.json"))]
    for label in (CLAIM, DENIAL, FIGURE):
        hits = proposed = found = asked = 0
        for lesson in read:
            first = lesson.texts[0]
            if lesson.language != "en" or first.key is None:
                continue
            one = counts(first.article.text, first.key, label)
            hits, proposed, found, asked = hits + one[0], proposed + one[1], found + one[2], asked + one[3]
        yield Row(f"draft helper, {label}: of {proposed} proposed, right", 100 * hits / max(1, proposed), "%")
        yield Row(f"draft helper, {label}: of {asked} answers, found", 100 * found / max(1, asked), "%")


def counts(text: Text, key: AnswerKey, label: str) -> tuple[int, int, int, int]:
    """Right proposals, proposals that count, answers found, answers asked for."""
    made = [each.entry.main.span for each in suggestions(text) if each.entry.label == label]
    asked = [item for item in key.items if item.label == label and not item.optional]
    either = [target.span for item in key.items if item.optional for target in item.targets]
    right = [span for span in made if any(_same(span, t.span) for item in asked for t in item.targets)]
    counting = [span for span in made if span in right or not any(_same(span, other) for other in either)]
    found = [item for item in asked if any(_same(span, t.span) for span in made for t in item.targets)]
    return len(right), len(counting), len(found), len(asked)


def _same(one: Span, other: Span) -> bool:
    return 2 * overlap(one, other) >= min(len(one), len(other)) > 0
