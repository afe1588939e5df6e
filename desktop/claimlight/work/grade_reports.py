"""Graded works for a machine (JSON and CSV, exact) and for a person (lines of text, or sheets to print)."""

import json
from collections.abc import Iterator

from claimlight.core.article import Span
from claimlight.files.csv_table import csv_table
from claimlight.files.report import html_report
from claimlight.grading.grade import Grade
from claimlight.grading.receipt import GRADER_VERSION, AskedVerdict, LineKind, ReceiptLine
from claimlight.wording import _
from claimlight.wording.errors import say
from claimlight.wording.points import band_text, shares_text, total_text
from claimlight.wording.verdicts import label_name, reason_text
from claimlight.work.grade_files import GradedWork, GradedWorks

_COLUMNS = ("file", "student", "percent", "band", "score", "points", "earned", "penalty", "possible", "error")
_NAME_WIDTH, _WIDTH = 8, 44
"""Characters of a label and of an answer's words in a line of the receipt."""
_BEFORE_REASON = _NAME_WIDTH + 1 + _WIDTH + 2


def as_json(graded: GradedWorks) -> str:
    """One object: `lesson`, `grader`, `works`. Exact numbers are strings: "13/2"."""
    lesson = graded.lesson
    page = {
        "lesson": {"id": lesson.id, "slug": lesson.slug, "version": lesson.version, "title": lesson.title},
        "grader": GRADER_VERSION,
        "works": [_work_json(work, bool(lesson.ask)) for work in graded.works],
    }
    return json.dumps(page, ensure_ascii=False, indent=1)


def _work_json(work: GradedWork, asks: bool) -> dict[str, object]:
    """A work with its items; `asks` says that the lesson asks of each more than the words."""
    head = {"file": work.file, "student": work.student}
    if work.grade is None:
        error = say(work.error) if work.error else None
        return {**head, "score": None, "points": None, "items": [], "highlights": [], "error": error}
    grade = work.grade
    return {
        **head,
        "score": {"percent": grade.percent, "exact": str(grade.score), "band": grade.band.value},
        "points": {"earned": str(grade.earned), "penalty": str(grade.penalty), "possible": str(grade.possible)},
        "items": [
            {
                "id": one.item,
                "outcome": one.outcome.value,
                "credit": str(one.credit),
                "points": str(one.points),
                "highlights": list(one.highlights),
                "rule": one.reason.rule.value,
                **({"asked": [_asked_json(said) for said in one.asked]} if asks else {}),
            }
            for one in grade.items
        ],
        "highlights": [
            {"id": one.highlight, "fate": one.fate.value, "item": one.item or None} for one in grade.highlights
        ],
        "error": None,
    }


def _asked_json(said: AskedVerdict) -> dict[str, str]:
    """Of a source, the evidence or links of one type: what it earned of 1, and the points that it took away."""
    return {
        "about": said.name,
        "rule": said.reason.rule.value,
        "credit": str(said.credit),
        "points": str(said.points),
    }


def as_csv(graded: GradedWorks) -> str:
    """One row a work. Exact numbers are fractions; a work that could not be graded has only its error."""
    return csv_table((_COLUMNS, *map(_row, graded.works)))


def _row(work: GradedWork) -> tuple[str, ...]:
    if work.grade is None:
        return (work.file, work.student, *[""] * (len(_COLUMNS) - 3), say(work.error) if work.error else "")
    grade = work.grade
    exact = map(str, (grade.score, grade.points, grade.earned, grade.penalty, grade.possible))
    return (work.file, work.student, str(grade.percent), grade.band.value, *exact, "")


def as_html(graded: GradedWorks) -> str:
    """A page to print, with a sheet for every work that could be graded."""
    works = [(work.student, work.grade) for work in graded.works if work.grade is not None]
    return html_report(graded.lesson, graded.text, works)


def as_text(graded: GradedWorks) -> str:
    """Every work that could be graded, with how its points add up."""
    return "\n\n".join(
        "\n".join(_work_lines(graded, work, work.grade)) for work in graded.works if work.grade is not None
    )


def _work_lines(graded: GradedWorks, work: GradedWork, grade: Grade) -> Iterator[str]:
    yield f"{work.student} ({work.file})"
    for id in work.skipped:
        yield "  " + _("{id} is no highlight and was left out.").format(id=id)
    for line, points in zip(grade.lines, shares_text([line.points for line in grade.lines]), strict=True):
        given_back = "+" if line.kind is LineKind.FREE else ""
        yield f"  {given_back + points:>5}  {_receipt_line(graded, grade, line)}"
    yield "  " + _total(grade)


def _receipt_line(graded: GradedWorks, grade: Grade, line: ReceiptLine) -> str:
    reason = reason_text(line.reason, graded.lesson.codebook)
    if line.kind is LineKind.ITEM:
        label, span = _of_item(graded, line.id)
    elif line.kind is LineKind.HIGHLIGHT and (verdict := grade.highlight(line.id)):
        label, span = verdict.label, verdict.span
    elif line.kind is LineKind.ASKED:
        return f"{'':{_BEFORE_REASON}}{reason}"
    else:
        return reason
    name = label_name(graded.lesson.codebook, label)
    return f"{name:<{_NAME_WIDTH}} {_excerpt(graded, span):<{_WIDTH}}  {reason}"


def _of_item(graded: GradedWorks, id: str) -> tuple[str, Span]:
    text = graded.lesson.text(graded.text)
    item = text.key.item(id) if text and text.key else None
    assert item is not None, "a graded item is in the key"
    return item.label, item.main.span


def _excerpt(graded: GradedWorks, span: Span) -> str:
    text = graded.lesson.text(graded.text)
    assert text is not None, "the graded text is in the lesson"
    words = " ".join(text.article.text[span].split())
    return words if len(words) <= _WIDTH else words[: _WIDTH - 1] + "…"


def _total(grade: Grade) -> str:
    percent = _("{percent} %").format(percent=grade.percent)
    return f"{total_text(grade.points, grade.possible)} · {percent} · {band_text(grade.score)}"
