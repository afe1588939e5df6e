"""What is kept of a graded work."""

from claimlight.core.annotation import Annotation, quote_of
from claimlight.core.article import Span
from claimlight.core.attempt import Challenge
from claimlight.core.lesson import Lesson
from claimlight.files.lesson_folder import read_lesson
from claimlight.files.places import lessons
from claimlight.grading.grade import grade_prepared, prepare
from claimlight.grading.work_facts import Doubt, Finding, ItemFact, check_facts, doubts, finding


def storm() -> Lesson:
    return read_lesson(lessons() / "storm-damage")


def marked(lesson: Lesson, words: str, label: str) -> Annotation:
    text = lesson.texts[0].article.text
    span = Span(text.text.index(words), text.text.index(words) + len(words))
    return Annotation(words, label, span, quote_of(text, span), sure=True)


def test_marks_are_kept_in_whole_words_and_those_without_a_word_are_not() -> None:
    lesson = storm()
    text = lesson.texts[0].article.text
    whole = marked(lesson, "up to 900 hom", "unverified-figure")
    comma = Span(text.text.index(","), text.text.index(",") + 1)
    nothing = Annotation("comma", "claim", comma, quote_of(text, comma))
    key = prepare(lesson)
    grade = grade_prepared(key, (whole, nothing))
    facts = check_facts(grade, (whole, nothing), key.words)
    (mark,) = facts.marks
    assert text.text[mark.start : mark.end] == "up to 900 homes"
    assert (mark.label, mark.sure, facts.points) == ("unverified-figure", True, str(grade.points))
    assert len(facts.items) == len(grade.items)


def test_how_an_item_was_found() -> None:
    def fact(given: str, credit: str) -> ItemFact:
        return ItemFact("d1", given, credit, "0", ())

    assert finding(fact("denial", "1"), "denial") is Finding.FULL
    assert finding(fact("denial", "2/3"), "denial") is Finding.PART
    assert finding(fact("claim", "1/2"), "denial") is Finding.WRONG
    assert finding(fact("", "0"), "denial") is Finding.MISSED


def test_what_is_doubted_has_a_place_or_an_item() -> None:
    mark = marked(storm(), "about 50 boats", "claim")
    said = [
        Challenge("1", "c1", "", "Why?", ""),
        Challenge("2", "", mark.id, "Why?", ""),
        Challenge("3", "", "gone", "Why?", ""),
    ]
    assert doubts(said, (mark,)) == (Doubt("c1", 0, 0), Doubt("", mark.span.start, mark.span.end))
