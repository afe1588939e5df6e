"""A grade as canonical JSON: the same grade is the same bytes on every machine and in every year."""

import json
from collections.abc import Mapping
from fractions import Fraction

from claimlight.core.article import Span
from claimlight.grading.receipt import (
    AskedVerdict,
    Grade,
    HighlightVerdict,
    ItemVerdict,
    Reason,
    ReceiptLine,
    WordCount,
)

Json = Mapping[str, object]


def receipt_json(grade: Grade) -> str:
    """Everything that a grade says, one verdict and one line of the receipt a line; exact numbers as "p/q"."""
    head: Json = {
        "grader": grade.grader,
        "score": _number(grade.score),
        "earned": _number(grade.earned),
        "penalty": _number(grade.penalty),
        "possible": _number(grade.possible),
        "percent": grade.percent,
        "band": grade.band.value,
        "large": grade.large,
    }
    lists = {
        "items": [_item(one) for one in grade.items],
        "highlights": [_highlight(one) for one in grade.highlights],
        "lines": [_line(one) for one in grade.lines],
    }
    parts = [f'"{name}": {_dumped(value)}' for name, value in head.items()]
    parts += [f'"{name}": [{_rows(rows)}]' for name, rows in lists.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _rows(rows: list[Json]) -> str:
    return "\n" + ",\n".join(_dumped(row) for row in rows) + "\n" if rows else ""


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _number(value: Fraction) -> str:
    return str(value)


def _item(one: ItemVerdict) -> Json:
    return {
        "item": one.item,
        "label": one.label,
        "optional": one.optional,
        "outcome": one.outcome.value,
        "highlights": one.highlights,
        "seen": one.seen,
        "target": one.target,
        "hit": _words(one.hit),
        "missed": _words(one.missed),
        "extra": _words(one.extra),
        "credit": _number(one.credit),
        "points": _number(one.points),
        **_reason(one.reason),
        "explanation": one.explanation,
        "asked": [_asked(said) for said in one.asked],
    }


def _asked(one: AskedVerdict) -> Json:
    return {
        "name": one.name,
        "given": one.given,
        "accepted": one.accepted,
        "credit": _number(one.credit),
        "points": _number(one.points),
        **_reason(one.reason),
    }


def _highlight(one: HighlightVerdict) -> Json:
    return {
        "highlight": one.highlight,
        "label": one.label,
        "span": _span(one.span),
        "fate": one.fate.value,
        "item": one.item,
        "cost": _number(one.cost),
        "sentences": [_span(sentence) for sentence in one.sentences],
        **_reason(one.reason),
        "explanation": one.explanation,
    }


def _line(one: ReceiptLine) -> Json:
    return {
        "kind": one.kind.value,
        "position": one.position,
        "id": one.id,
        "points": _number(one.points),
        **_reason(one.reason),
    }


def _reason(reason: Reason) -> Json:
    return {"rule": reason.rule.value, "params": dict(reason.params)}


def _words(words: WordCount) -> Json:
    return {"count": words.count, "spans": [_span(span) for span in words.spans]}


def _span(span: Span) -> tuple[int, int]:
    return span.start, span.end
