"""What a class made of a lesson: 40 real works, handed in and collected."""

from collections import Counter
from fractions import Fraction
from statistics import median

import pytest

from claimlight.core.article import Span
from claimlight.core.errors import WorkError
from claimlight.files.places import lessons
from claimlight.grading.grade import grade_prepared, prepare
from claimlight.grading.item_analysis import given_label
from claimlight.grading.receipt import Fate
from claimlight.work.class_results import Which, class_work, results
from claimlight.work.give_back import opened
from class_of_works import a_class, hands_in

STORM = lessons() / "storm-damage"


def test_counts_are_those_of_the_grades(book, tmp_path):
    to = a_class(book, tmp_path / "stick", STORM, 40)
    received = tuple(book.classes.received(to.students.id))
    work = class_work(book, to.students.id, received[0].lesson_hash)
    assert (len(work.works), work.listed, work.enough, work.two_checks) == (40, 40, True, True)
    key = prepare(work.lesson)
    submissions = [opened(one) for one in received]
    for which in Which:
        checks = [one.checks[0 if which is Which.FIRST else -1].annotations for one in submissions]
        grades = [grade_prepared(key, annotations) for annotations in checks]
        found = results(work, which)
        assert found.middle == median(grade.points for grade in grades)
        for item in found.items:
            verdicts = [(grade, grade.item(item.item.id)) for grade in grades]
            given = Counter(given_label(grade, verdict) for grade, verdict in verdicts)
            assert item.n == item.full + item.part + item.wrong + item.missed == 40
            assert item.full == sum(v.credit == 1 and given_label(g, v) == item.label for g, v in verdicts)
            assert item.wrong == sum(count for label, count in given.items() if label not in ("", item.label))
        for position in range(0, len(work.text.article.text.text), 7):
            stretch = found.heat.at(position)
            brute = sum(any(_over(key.words, one, position) for one in marks) for marks in checks)
            assert (stretch.marked if stretch else 0) == brute
        extras = [[one for one in grade.highlights if one.fate in (Fate.EXTRA, Fate.TRAP_HIT)] for grade in grades]
        for over in found.over:
            there = [
                any(one.span.start < over.span.end and over.span.start < one.span.end for one in each)
                for each in extras
            ]
            assert over.marked == sum(there) > 0


def _over(words, annotation, position: int) -> bool:
    run = words.covered(annotation.span)
    return run.start < run.stop and words.span(run).start <= position < words.span(run).end


def test_nothing_is_graded_again(book, tmp_path):
    to = a_class(book, tmp_path / "stick", STORM, 9)
    lesson = next(book.classes.received(to.students.id)).lesson_hash
    kept = book.facts.of_lesson(to.students.id, next(book.classes.received(to.students.id)).lesson)
    assert all(one.facts for one in kept)
    fresh = class_work(book, to.students.id, lesson)
    book.facts.keep(to.students.id, "other answers", 0, [(one.id, b"{}") for one in kept])
    assert class_work(book, to.students.id, lesson) == fresh
    assert class_work(book, to.students.id, lesson) == fresh


def test_the_latest_version_counts_and_few_are_not_enough(book, tmp_path):
    to = a_class(book, tmp_path / "stick", STORM, 7)
    lesson = next(book.classes.received(to.students.id)).lesson_hash
    work = class_work(book, to.students.id, lesson)
    assert (len(work.works), work.enough) == (7, False)


def test_a_lesson_that_nobody_handed_in_has_no_numbers(book, tmp_path):
    to = a_class(book, tmp_path / "stick", STORM, 1)
    other = hands_in(book, to, tmp_path / "stick", lessons() / "bus-strike", 0)
    work = class_work(book, to.students.id, other.hash)
    found = results(work)
    assert (found.n, found.middle, found.possible, found.items, found.over) == (0, None, Fraction(0), (), ())


def test_a_lesson_that_was_never_given_is_told(book, tmp_path):
    to = a_class(book, tmp_path / "stick", STORM, 1)
    with pytest.raises(WorkError) as told:
        class_work(book, to.students.id, "0" * 64)
    assert told.value.code == "no-results"


def test_what_is_over_marked_lies_in_one_sentence(book, tmp_path):
    to = a_class(book, tmp_path / "stick", STORM, 40)
    work = class_work(book, to.students.id, next(book.classes.received(to.students.id)).lesson_hash)
    sentences = work.text.article.text.sentences
    spans = [over.span for over in results(work).over]
    assert spans
    assert all(any(Span(s.start, s.end).start <= span.start and span.end <= s.end for s in sentences) for span in spans)
