"""Read a grade back from what `receipt_json` wrote: wherever marks travel, nobody has to grade again."""

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from claimlight.core.article import Span
from claimlight.grading.receipt import (
    AskedVerdict,
    Fate,
    Grade,
    HighlightVerdict,
    ItemVerdict,
    LineKind,
    Outcome,
    Reason,
    ReceiptLine,
    Rule,
    WordCount,
)

Json = Mapping[str, Any]


def read_receipt(written: str) -> Grade:
    """The grade in `written`. Raises ValueError or KeyError for what `receipt_json` never writes."""
    page: Json = json.loads(written)
    return Grade(
        items=tuple(_item(one) for one in page["items"]),
        highlights=tuple(_highlight(one) for one in page["highlights"]),
        lines=tuple(_line(one) for one in page["lines"]),
        earned=Fraction(page["earned"]),
        penalty=Fraction(page["penalty"]),
        possible=Fraction(page["possible"]),
        score=Fraction(page["score"]),
        large=page["large"],
        grader=page["grader"],
    )


def _item(one: Json) -> ItemVerdict:
    return ItemVerdict(
        item=one["item"],
        label=one["label"],
        optional=one["optional"],
        outcome=Outcome(one["outcome"]),
        highlights=tuple(one["highlights"]),
        seen=tuple(one["seen"]),
        target=one["target"],
        hit=_words(one["hit"]),
        missed=_words(one["missed"]),
        extra=_words(one["extra"]),
        credit=Fraction(one["credit"]),
        points=Fraction(one["points"]),
        reason=_reason(one),
        explanation=one["explanation"],
        asked=tuple(_asked(said) for said in one["asked"]),
    )


def _asked(one: Json) -> AskedVerdict:
    return AskedVerdict(
        name=one["name"],
        given=tuple(one["given"]),
        accepted=tuple(one["accepted"]),
        credit=Fraction(one["credit"]),
        points=Fraction(one["points"]),
        reason=_reason(one),
    )


def _highlight(one: Json) -> HighlightVerdict:
    return HighlightVerdict(
        highlight=one["highlight"],
        label=one["label"],
        span=_span(one["span"]),
        fate=Fate(one["fate"]),
        item=one["item"],
        cost=Fraction(one["cost"]),
        sentences=tuple(_span(each) for each in one["sentences"]),
        reason=_reason(one),
        explanation=one["explanation"],
    )


def _line(one: Json) -> ReceiptLine:
    return ReceiptLine(LineKind(one["kind"]), one["position"], one["id"], Fraction(one["points"]), _reason(one))


def _reason(one: Json) -> Reason:
    return Reason(Rule(one["rule"]), tuple(one["params"].items()))


def _words(one: Json) -> WordCount:
    return WordCount(one["count"], tuple(_span(each) for each in one["spans"]))


def _span(pair: Sequence[int]) -> Span:
    start, end = pair
    return Span(start, end)
