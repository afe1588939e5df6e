"""Measure a work against a key, both in files on one text: the span measures, for a machine or for a person."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimlight.files.exchange.markings import Form, Markings, Units
from claimlight.files.exchange.plain import read_text
from claimlight.grading.counts import Counts, Measure, Measures, SpanMeasures
from claimlight.grading.measures import span_measures
from claimlight.wording import _
from claimlight.wording.measures import measure_name
from claimlight.work.markings import read_file


@dataclass(frozen=True, slots=True)
class Scored:
    """The measures, with both files as they were read."""

    measures: SpanMeasures
    key: Markings
    work: Markings


def score_files(text: Path, key: Path, work: Path, form: Form | None, units: Units) -> Scored:
    """Measure `work` against `key`. Raises WorkError or LessonError for the first file that is no use."""
    content = read_text(text)
    keyed, given = read_file(key, content, form, units), read_file(work, content, form, units)
    return Scored(span_measures(keyed.labelled(), given.labelled()), keyed, given)


def as_json(scored: Scored) -> str:
    """One object: `overall` and `labels`, each with the four measures."""
    page = {
        "overall": _measures_json(scored.measures.overall),
        "labels": {label: _measures_json(each) for label, each in scored.measures.labels},
    }
    return json.dumps(page, ensure_ascii=False, indent=1)


def _measures_json(measures: Measures) -> dict[str, object]:
    return {measure.value: _counts_json(measures.of(measure)) for measure in Measure}


def _counts_json(counts: Counts) -> dict[str, float]:
    return {**counts._asdict(), "precision": counts.precision, "recall": counts.recall, "f1": counts.f1}


def as_text(scored: Scored) -> str:
    """A table: all labels together, then each."""
    heads = (
        *("", "", _("correct"), _("incorrect"), _("partial"), _("missed"), _("spurious")),
        *(_("precision"), _("recall"), _("F1")),
    )
    rows = [heads, *_rows(_("all labels"), scored.measures.overall)]
    for label, measures in scored.measures.labels:
        rows += _rows(label, measures)
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
    return "\n".join(_line(row, widths) for row in rows)


def _rows(label: str, measures: Measures) -> Iterator[tuple[str, ...]]:
    for measure in Measure:
        counts = measures.of(measure)
        rates = (counts.precision, counts.recall, counts.f1)
        name = label if measure is Measure.STRICT else ""
        yield name, measure_name(measure), *map(str, counts), *(f"{rate:.3f}" for rate in rates)


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    names = [cell.ljust(width) for cell, width in zip(row[:2], widths[:2], strict=True)]
    return "  ".join([*names, *(cell.rjust(width) for cell, width in zip(row[2:], widths[2:], strict=True))])
