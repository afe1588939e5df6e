"""A sheet of paper says the same as the printed page, in the little HTML that Qt can set."""

import re
from dataclasses import replace

from claimlight.files.lesson_folder import read_lesson
from claimlight.files.places import lessons
from claimlight.files.report import html_report
from claimlight.files.report_paper import LETTERS, STYLE, paper_html
from claimlight.grading.grade import grade
from grading.builders import answers_as_work


def sheet():
    lesson = read_lesson(lessons() / "storm-damage")
    work = [replace(one, links=()) for one in answers_as_work(lesson)[::2]]
    return html_report(lesson, "article", [("Mina", grade(lesson, work))])


def seen(html):
    """The words that a reader sees, without signs and spaces."""
    page = re.sub(r"<style>.*?</style>|<caption.*?</caption>|<title>.*?</title>", "", html, flags=re.DOTALL)
    words = re.sub(r'<span class="unseen">[^<]*</span>', "", page)
    plain = re.sub(r"<[^>]+>", " ", words).replace("&nbsp;", " ")
    for letter in LETTERS.values():
        plain = plain.replace(letter, " ")
    return re.sub(r"[\s“”]+", "", plain)


def test_the_words_are_those_of_the_printed_page():
    report = sheet()
    assert seen(paper_html(report)) == seen(report)
    assert "Mina" in seen(report)


def test_what_qt_cannot_set_is_not_in_it():
    paper = paper_html(sheet())
    for tag in ("<style>", "<svg", "<caption", "<th>", "<th ", "<header", "<q>", 'class="unseen"'):
        assert tag not in paper, tag
    assert all(width in paper for width in ('width="5%"', 'width="29%"', 'width="60%"', 'width="6%"'))
    assert any(letter in paper for letter in LETTERS.values())
    assert '<p class="legend">' in paper
    assert not re.search(r"[{;]\s*(?:display|position|flex|grid)", STYLE), "Qt knows none of these"
