"""The printed sheet fits its pages: printed by Chromium, where the machine has one, and the pages counted."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from claimlight.core.annotation import Annotation, quote_of
from claimlight.core.article import Span
from claimlight.core.lesson import Lesson
from claimlight.files.lesson_bundle import open_lesson
from claimlight.files.report import html_report
from claimlight.grading.grade import grade
from grading.builders import answers_as_work

LESSONS = Path(__file__).parents[2] / "lessons"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def busy_work(lesson: Lesson) -> list[Annotation]:
    """Nearly all answers, every other with nothing said beyond its words, and six marks where nothing belongs."""
    text = lesson.texts[0].article.text
    found = [one for number, one in enumerate(answers_as_work(lesson)) if number % 6 != 5]
    said = [replace(one, attributes=(), links=()) if number % 2 else one for number, one in enumerate(found)]
    ids = {one.id for one in said}
    said = [replace(one, links=tuple(link for link in one.links if link.target in ids)) for one in said]
    words = [word for sentence in text.sentences for word in sentence.tokens]
    spans = [Span(words[at].start, words[at + 7].end) for at in range(20, len(words) - 8, len(words) // 6)]
    extras = (Annotation(f"x{span.start}", "claim", span, quote_of(text, span)) for span in spans)
    return [*said, *extras]


def pages(html: str, folder: Path) -> int:
    """How many pages Chromium prints."""
    page, pdf = folder / "sheet.html", folder / "sheet.pdf"
    page.write_text(html, encoding="utf-8")
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
    command = [CHROMIUM, *quiet, f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={pdf}", page.as_uri()]
    subprocess.run([str(word) for word in command], check=True, capture_output=True, timeout=60)
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf.read_bytes()))


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium, which prints as a teacher's browser does")
@pytest.mark.parametrize(("name", "most"), [("lost-dog", 2), ("significant-losses", 3)])
def test_an_article_of_400_words_takes_two_pages_and_the_longest_three(name, most, tmp_path):
    lesson = open_lesson(LESSONS / name)
    work = busy_work(lesson)
    assert len(work) >= 14
    assert pages(html_report(lesson, "article", [("Mina", grade(lesson, work))]), tmp_path) <= most
