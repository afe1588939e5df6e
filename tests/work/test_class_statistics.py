"""The numbers behind results, against the measures they are made of."""

import pytest

from claimlight.core.errors import LessonError, WorkError
from claimlight.files.lesson_folder import read_lesson
from claimlight.files.places import lessons
from claimlight.grading.agreement import agreement
from claimlight.grading.grade import grade_prepared, prepare
from claimlight.grading.item_analysis import analyse_items, confusion
from claimlight.grading.labelled import Labelled
from claimlight.work.class_results import Which, class_work, results
from claimlight.work.class_statistics import beside, statistics
from claimlight.work.discussion import Topic, discussed
from claimlight.work.give_back import opened
from claimlight.work.second_keys import add_key, remove_key, several_keys
from class_of_works import a_class

STORM = lessons() / "storm-damage"


def work_of(book, to):
    return class_work(book, to.students.id, next(book.classes.received(to.students.id)).lesson_hash)


def test_they_are_those_of_the_grades(book, tmp_path):
    to = a_class(book, tmp_path / "stick", STORM, 20)
    work = work_of(book, to)
    found = statistics(work)
    key = prepare(work.lesson)
    submissions = [opened(one) for one in book.classes.received(to.students.id)]
    first = [grade_prepared(key, one.checks[0].annotations) for one in submissions]
    last = [grade_prepared(key, one.checks[-1].annotations) for one in submissions]
    by_grades = analyse_items(first)
    assert {one.item: one.facility for one in found.analysis.items} == {
        one.item: one.facility for one in by_grades.items
    }
    assert found.analysis.alpha.value == pytest.approx(by_grades.alpha.value)
    assert found.analysis.error.value == pytest.approx(by_grades.error.value)
    assert [one.correlation.value for one in found.analysis.items] == pytest.approx(
        [one.correlation.value for one in by_grades.items]
    )
    assert found.confusion == confusion(last)
    assert found.mean == pytest.approx(sum(float(grade.score) for grade in last) / 20)
    twice = found.first_to_last
    assert twice is not None
    assert twice.n == 20
    assert all(after >= 0 and before >= 0 for _one, before, after in twice.found)
    text = work.text.article.text
    marks = [[Labelled(a.span.start, a.span.end, a.label) for a in one.work] for one in submissions]
    assert found.agreement == agreement(text, marks).alpha_nominal


def test_where_most_see_it_alike_nobody_is_of_two_minds(book, tmp_path):
    work = work_of(book, a_class(book, tmp_path / "stick", STORM, 20))
    found = statistics(work)
    split = {one.result.item.id for one in found.split}
    for one in results(work).items:
        most = max(one.found, one.n - one.found - one.wrong, *(count for _label, count in one.wrong_labels), 0)
        assert (one.item.id in split) == (not one.item.optional and 5 * most <= 3 * one.n)
    assert all(sum(count for _label, count in one.minds) == one.result.n for one in found.split)


def test_two_classes_beside_each_other(book, tmp_path):
    here = work_of(book, a_class(book, tmp_path / "a", STORM, 9, name="8A"))
    there = work_of(book, a_class(book, tmp_path / "b", STORM, 12, name="8B", seed=3))
    found = beside(here, there)
    assert (found.here, found.there) == (results(here), results(there))
    assert all(one.item.id == other.item.id and (one.n, other.n) == (9, 12) for one, other in found.items)


def test_three_other_passages_are_discussed(book, tmp_path):
    work = work_of(book, a_class(book, tmp_path / "stick", STORM, 40))
    shown = results(work)
    talked = discussed(work, shown)
    assert [one.topic for one in talked] == [Topic.MOST_MISSED, Topic.MOST_DOUBTED, Topic.SURE_AND_WRONG]
    assert len({one.passage.span for one in talked}) == 3
    assert talked[0].passage == shown.most_missed[0]
    whole = work.text.article.text
    for one in talked:
        cut = one.article.text
        assert cut.text == whole.text[one.at : one.at + len(cut.text)]
        assert cut[one.here(one.passage.span)] == whole[one.passage.span]
        for stretch in one.heat.stretches:
            there = shown.heat.at(one.at + stretch.start)
            assert there is not None
            assert there.counts == stretch.counts


def test_a_small_class_discusses_nothing(book, tmp_path):
    work = work_of(book, a_class(book, tmp_path / "stick", STORM, 7))
    assert discussed(work, results(work)) == ()


def test_first_checks_are_looked_at_by_themselves(book, tmp_path):
    work = work_of(book, a_class(book, tmp_path / "stick", STORM, 12))
    first, last = results(work, Which.FIRST), results(work)
    assert first.heat != last.heat
    assert sum(one.found for one in first.items) < sum(one.found for one in last.items)


def test_colleagues_answers_are_merged_and_bound_what_can_be_asked(book, tmp_path):
    lesson = read_lesson(STORM)
    assert several_keys(book, lesson) is None
    added = add_key(book, lesson, STORM / "second.json")
    assert (added.name, 0.7 < added.f1 <= 1) == ("storm-damage", True)
    own = add_key(book, lesson, STORM / "article.key.json")
    assert own.f1 == 1
    found = several_keys(book, lesson)
    assert found is not None
    assert found.colleagues == (added, own)
    assert found.merged.n == len(found.scores) == 3
    assert 60 < found.ceiling <= 100
    remove_key(book, added.id)
    remove_key(book, own.id)
    assert several_keys(book, lesson) is None


def test_a_folder_or_a_lesson_file_has_answers_too(book, tmp_path):

    lesson = read_lesson(STORM)
    assert add_key(book, lesson, STORM).name == "storm-damage"
    with pytest.raises(LessonError):
        add_key(book, lesson, STORM / "lesson.toml")
    empty = tmp_path / "empty.json"
    empty.write_text('{"items": []}', encoding="utf-8")
    with pytest.raises(WorkError) as told:
        add_key(book, lesson, empty)
    assert told.value.code == "no-marks-in-key"
