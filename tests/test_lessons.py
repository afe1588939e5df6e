"""What the lessons that come along promise: enough to find, enough to leave alone, and a reason for everything."""

import tomllib
from pathlib import Path

import pytest

from claimlight.core.article import Direction
from claimlight.core.glossary import explained_words
from claimlight.core.lesson import AnswerKey, Lesson, LessonText, Precision
from claimlight.core.names import names_in
from claimlight.files.course_file import read_course
from claimlight.files.lesson_facts import facts_of_answers
from claimlight.files.lesson_folder import read_lesson
from claimlight.files.markdown_text import build_text
from claimlight.files.places import lessons
from claimlight.files.reading_level import reading_level
from claimlight.grading.names import plain_name
from lessons_readme import README, with_table

FOLDERS = sorted(sheet.parent for sheet in lessons().glob("*/lesson.toml"))
SHEETS = {folder: tomllib.loads((folder / "lesson.toml").read_text(encoding="utf-8")) for folder in FOLDERS}
FORMS = [(folder.with_name(sheet["form_of"]), folder) for folder, sheet in SHEETS.items() if sheet.get("form_of")]
TEXTS = [(folder, name) for folder in FOLDERS for name in ("article", "plain") if (folder / f"{name}.md").exists()]


@pytest.mark.parametrize(("folder", "name"), TEXTS, ids=lambda value: getattr(value, "name", value))
def test_there_is_enough_to_find_and_enough_to_leave_alone(folder: Path, name: str) -> None:
    lesson = read_lesson(folder)
    facts = facts_of_answers(lesson, name)
    assert 6 <= facts.answers <= 16
    assert facts.free >= 66, "two sentences in three, rounded down"
    assert len(key_of(lesson, name).decoys) >= 2
    assert facts.best is not None
    assert not facts.best.pays


@pytest.mark.parametrize(("folder", "name"), TEXTS, ids=lambda value: getattr(value, "name", value))
def test_the_reasons_are_no_harder_to_read_than_the_article(folder: Path, name: str) -> None:
    lesson = read_lesson(folder)
    key, article = key_of(lesson, name), text_of(lesson, name).article
    reasons = "\n\n".join(each.explanation for each in (*key.items, *key.decoys))
    level = reading_level(article.text, lesson.language)
    measured = reading_level(build_text(reasons, lesson.language, Direction.LEFT_TO_RIGHT), lesson.language)
    assert (level is None) == (measured is None)
    assert level is None or measured is None or measured.last <= level.last


@pytest.mark.parametrize(("folder", "other"), FORMS, ids=lambda path: path.name)
def test_a_parallel_form_asks_for_the_same(folder: Path, other: Path) -> None:
    first, second = read_lesson(folder), read_lesson(other)
    for what in ("level", "labels", "ask", "precision", "checks", "allowance", "minutes", "objectives"):
        assert getattr(first, what) == getattr(second, what), what
    for name in ("article", "plain"):
        assert counted(first, name) == counted(second, name)


def test_only_those_up_to_grade_8_are_marked_by_the_sentence() -> None:
    by_sentence = {lesson.level for lesson in map(read_lesson, FOLDERS) if lesson.precision is Precision.SENTENCE}
    assert by_sentence == {"5-6", "6-7", "7-8"}


@pytest.mark.parametrize(("folder", "name"), TEXTS, ids=lambda value: getattr(value, "name", value))
def test_who_is_asked_for_can_be_picked(folder: Path, name: str) -> None:
    """A lesson of the first grades that asks who says something offers an accepted name for each answer."""
    lesson = read_lesson(folder)
    if "source" not in lesson.ask or lesson.precision is not Precision.SENTENCE:
        return
    offered = {plain_name(each.words, lesson.language) for each in names_in(text_of(lesson, name).article.text)}
    offered |= {"writer", "unnamed"}
    for item in key_of(lesson, name).items:
        accepted = {plain_name(each, lesson.language) for each in item.attribute("source")}
        assert item.optional or offered & accepted, item.id


@pytest.mark.parametrize("language", ["es", "fr", "ar"])
def test_a_lesson_in_another_language_is_in_it_throughout(language: str) -> None:
    """Its own marks, its own label guide, and the truth about who has read it."""
    [lesson] = [each for each in map(read_lesson, FOLDERS) if each.language == language]
    assert lesson.codebook.language == language
    assert "No native speaker has read it yet." in lesson.attribution
    assert lesson.precision is Precision.SENTENCE
    found = explained_words(text_of(lesson, "article").article.text, lesson.glossary)
    assert {each.term for each in found} == {term for term, _meaning in lesson.glossary}
    for each in lesson.texts:
        text, words = each.article.text.text, len([word for one in each.article.text.sentences for word in one.tokens])
        assert 220 <= words <= 450
        assert "“" not in text
        assert text.count("«") == text.count("»") >= 3
        assert ("«\u202f" in text and "\u202f»" in text) == (language == "fr")
        assert each.article.direction is (Direction.RIGHT_TO_LEFT if language == "ar" else Direction.LEFT_TO_RIGHT)


def test_the_table_of_the_lessons_is_current() -> None:
    text = README.read_text(encoding="utf-8")
    assert with_table(text) == text, "python3 dev.py lessons makes it so"


def counted(lesson: Lesson, name: str) -> list[str]:
    """The labels of the answers that count."""
    return sorted(item.label for item in key_of(lesson, name).items if not item.optional)


def text_of(lesson: Lesson, name: str) -> LessonText:
    text = lesson.text(name)
    assert text is not None
    return text


def key_of(lesson: Lesson, name: str) -> AnswerKey:
    key = text_of(lesson, name).key
    assert key is not None
    return key


def test_the_fourth_seventh_and_tenth_lesson_open_with_sentences_of_earlier_ones() -> None:
    course = read_course(lessons())
    assert course is not None
    order = list(course.groups[0].lessons)
    for number in (4, 7, 10):
        lesson = read_lesson(lessons() / order[number - 1])
        assert len(lesson.review) >= 3
        assert all(order.index(each.lesson) < number - 1 for each in lesson.review)


def test_a_third_of_the_courses_figures_are_well_sourced() -> None:
    """A figure that stays unmarked is a trap with digits in it; one that nobody verified is an answer."""
    course = read_course(lessons())
    assert course is not None
    doubtful = sourced = 0
    for slug in course.groups[0].lessons:
        text = read_lesson(lessons() / slug).text()
        assert text is not None
        assert text.key is not None
        words = text.article.text
        doubtful += sum(item.label == "unverified-figure" for item in text.key.items)
        sourced += sum(any(sign.isdigit() for sign in words[decoy.span]) for decoy in text.key.decoys)
    assert 2 * sourced >= doubtful
