"""How long grading takes that a student waits for: one work with its full receipt."""

import time
from statistics import median

from bench.articles import article_of_characters, marks_on
from bench.lessons import highlight_on, lesson_of
from bench.table import Row
from claimlight.core.lesson import AnswerKey, Item, Target
from claimlight.grading.grade import grade

ROUNDS = 200
ITEMS, HIGHLIGHTS = 40, 45


def measure() -> list[Row]:
    article = article_of_characters(6_000)
    answers = marks_on(article, ITEMS)
    items = tuple(Item(mark.id, mark.label, (Target(mark.span, mark.label),)) for mark in answers)
    lesson = lesson_of(article, AnswerKey(items))
    work = [highlight_on(article, mark.span, mark.label) for mark in marks_on(article, HIGHLIGHTS)]
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        grade(lesson, work)
        times.append((time.perf_counter() - began) * 1000)
    return [Row(f"grade 6,000 characters, {ITEMS} items, {HIGHLIGHTS} highlights", median(times), "ms")]
