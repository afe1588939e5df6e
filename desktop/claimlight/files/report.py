"""What a teacher prints of a graded work: the article with marks and answers, and how the points add up."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimlight import __version__
from claimlight.core.decision import Decision
from claimlight.core.lesson import Lesson
from claimlight.files.catalogues import RIGHT_TO_LEFT
from claimlight.files.html import Html, element, join
from claimlight.files.places import assets
from claimlight.files.report_article import article_html
from claimlight.files.report_marks import painted
from claimlight.files.report_points import Graded, comments, graded_text, points_table, traps_left
from claimlight.files.report_signs import legend
from claimlight.grading.receipt import Grade
from claimlight.wording import _
from claimlight.wording.points import band_text, total_text

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class Notes:
    """What a teacher's sheet says beyond the grade: decisions and comments, and sentences for its foot, such as which
    check counted and by which version of the answers, and for its head, such as the class."""

    said: tuple[Decision, ...] = ()
    foot: tuple[str, ...] = ()
    head: tuple[str, ...] = ()


def html_report(
    lesson: Lesson,
    text_name: str,
    works: Sequence[tuple[str, Grade]],
    language: str = "en",
    notes: Sequence[Notes] = (),
) -> str:
    """One page of HTML that needs nothing else, with a sheet for each work: the student's name and grade.

    `language` is the one that sentences are said in now. The lesson must have the text, with its answers. `notes` are
    those of the works, in their order.
    """
    text = lesson.text(text_name)
    assert text is not None, "the graded text is in the lesson"
    assert text.key is not None, "a graded text has answers"
    told = (*notes, *(Notes() for _work in works[len(notes) :]))
    sheets = [
        _sheet(graded_text(lesson, text.article, text.key, grade, one.said), student, number, one)
        for number, ((student, grade), one) in enumerate(zip(works, told, strict=True), 1)
    ]
    body = element("body", element("main", *sheets))
    direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    return "<!DOCTYPE html>\n" + element("html", _head(lesson, works), body, lang=language, dir=direction) + "\n"


def _head(lesson: Lesson, works: Sequence[tuple[str, Grade]]) -> Html:
    names = works[0][0] if len(works) == 1 else ""
    title = _("{lesson} – {student}").format(lesson=lesson.title, student=names) if names else lesson.title
    style = (assets() / "report" / "report.css").read_text(encoding="utf-8")
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        element("style", Html(style)),
    )


def _sheet(graded: Graded, student: str, number: int, notes: Notes) -> Html:
    """One student's work."""
    article = graded.article
    labels = tuple(label for label in graded.lesson.codebook.labels if _is_shown(graded, label.id))
    heading = f"points-{number}"
    told = {"lang": article.language, "dir": str(article.direction)}
    return element(
        "div",
        _masthead(graded, student, notes.head),
        legend(labels),
        element(
            "article",
            element("h2", article.headline, **told),
            *(element("p", line, class_="byline", **told) for line in _bylines(graded)),
            element(
                "div",
                article_html(article.text, tuple(painted(graded.key, graded.grade)), graded.lesson.codebook),
                class_="columns",
                **told,
            ),
            _rights(graded),
        ),
        element(
            "section",
            element("h2", _("How your points add up"), id=heading),
            points_table(graded, _("How your points add up")),
            comments(graded),
            traps_left(graded),
            aria_labelledby=heading,
        ),
        _foot(graded, notes.foot),
        class_="sheet",
    )


def _is_shown(graded: Graded, label: str) -> bool:
    """Whether the lesson trains the label, or the student used it all the same."""
    trained = label in graded.lesson.labels or not graded.lesson.labels
    return trained or any(mark.label == label for mark in graded.grade.highlights)


def _masthead(graded: Graded, student: str, more: Sequence[str]) -> Html:
    grade = graded.grade
    result = join(
        element("span", total_text(grade.points, grade.possible), class_="sum"),
        " ",
        element("span", band_text(grade.score), class_="band"),
    )
    lesson = graded.lesson
    about = lesson.title if lesson.title != graded.article.headline else lesson.topic
    who = join(element("h1", element("bdi", student)), *(element("p", each) for each in (about, *more)))
    return element("header", element("div", who, class_="who"), element("p", result, class_="result"))


def _bylines(graded: Graded) -> list[str]:
    article = graded.article
    line = " · ".join(part for part in (article.byline, article.dateline) if part)
    return [line] if line else []


def _rights(graded: Graded) -> Html:
    """Where the text comes from, and how it may be used."""
    lesson = graded.lesson
    return element("p", " · ".join(part for part in (lesson.attribution, lesson.licence) if part), class_="rights")


def _foot(graded: Graded, more: Sequence[str]) -> Html:
    """What was marked, and by which rules."""
    said = _("Lesson version {version}. Marked by Claimlight {program}, rules {rules}.").format(
        version=graded.lesson.version, program=__version__, rules=graded.grade.grader
    )
    return element("footer", *(element("p", each) for each in (*more, said)))
