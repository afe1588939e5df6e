"""Cases that hang on how a real text is cut into words: built from Markdown as lessons are."""

import pytest

from claimlight.core.article import Direction
from claimlight.files.markdown_text import build_text
from claimlight.grading.grade import grade
from claimlight.grading.receipt import Fate, Outcome, Rule
from grading.builders import CLAIM, FIGURE, Page, lesson_of


def page(markdown: str, language: str = "en") -> Page:
    direction = Direction.RIGHT_TO_LEFT if language == "ar" else Direction.LEFT_TO_RIGHT
    return Page(build_text(markdown, language, direction))


def verdict_on(text: Page, answer: str, marked: str, label: str = CLAIM, language: str = "en"):
    answers = lesson_of(text.text, [text.item("k", text.target(label, answer, outer=[answer]))], language=language)
    return grade(answers, [text.mark(label, marked, "h")]).items[0]


@pytest.mark.parametrize(
    ("markdown", "answer", "marked"),
    [
        ("He said “taxes fell” twice.", "taxes fell", "“taxes fell”"),
        ('He said "taxes fell" twice.', "taxes fell", '"taxes fell"'),
        ("He said 'taxes fell' twice.", "taxes fell", " 'taxes fell' "),
        ("The café-bar didn’t close – ever.", "café-bar didn’t close", "café-bar didn’t close –"),
        ("The café-bar didn't close.", "café-bar didn't close", "é-bar didn't close"),
        ("Up to 1,200 people came.", "1,200 people", "200 people"),
        ("It cost $3.5m in all.", "$3.5m", "3.5m"),
        ("It cost 5 € in all.", "5", "5 €"),
        ("It grew by 40% a year.", "40%", "40"),
        ("The bridge fell. 🎉 Nobody saw it.", "The bridge fell", "The bridge fell. 🎉"),
    ],
    ids=["curly", "straight", "single", "hyphen", "half a word", "comma", "money", "space", "per cent", "emoji"],
)
def test_signs_at_the_edge_and_half_words_do_not_matter(markdown, answer, marked):
    assert verdict_on(page(markdown), answer, marked).reason.rule is Rule.EXACT


def test_one_code_point_of_a_word_is_not_the_word():
    text = page("The bridge collapsed at night.")
    assert verdict_on(text, "collapsed", "The bridge c").outcome is Outcome.MISSED


@pytest.mark.parametrize("form", ["café fermé", "cafe\u0301 ferme\u0301"])
def test_accents_in_both_normal_forms(form):
    assert verdict_on(page(f"Le {form} hier.", "fr"), form, form, language="fr").reason.rule is Rule.EXACT


def test_arabic_digits_and_clitics():
    text = page("قال الوزير إن ١٬٢٠٠ شخص حضروا والطرق مغلقة.", "ar")
    assert verdict_on(text, "١٬٢٠٠ شخص", "١٬٢٠٠ شخص", FIGURE, "ar").reason.rule is Rule.EXACT
    assert verdict_on(text, "والطرق مغلقة", "طرق مغلقة", CLAIM, "ar").reason.rule is Rule.EXACT


def test_text_without_spaces():
    text = page("市长说桥梁安全。没有人受伤。", "zh")
    assert verdict_on(text, "桥梁安全", "桥梁安全。", language="zh").reason.rule is Rule.EXACT
    assert verdict_on(text, "桥梁安全", "桥梁安", language="zh").outcome is Outcome.NEARLY


def test_a_source_with_carriage_returns_is_the_same_text():
    lines = "The bridge fell.\n\nNobody was hurt."
    windows, unix = page(lines.replace("\n", "\r\n")), page(lines)
    assert windows.text.text == unix.text.text
    assert verdict_on(windows, "Nobody was hurt", "Nobody was hurt.").reason.rule is Rule.EXACT


def test_identical_work_and_reversed_input():
    text = page("The bridge fell. Up to 1,200 people were near. Nobody was hurt.")
    items = [text.item("a", text.target(CLAIM, "The bridge fell")), text.item("f", text.target(FIGURE, "1,200 people"))]
    marks = [text.mark(CLAIM, "The bridge fell", "h"), text.mark(FIGURE, "1,200 people", "i")]
    answers, turned = lesson_of(text.text, items), lesson_of(text.text, items[::-1])
    assert grade(answers, marks).score == 100
    assert grade(turned, marks[::-1]) == grade(answers, marks)


def test_a_highlight_across_paragraphs_and_one_over_the_whole_article():
    text = page("The bridge fell.\n\nNobody was hurt.\n\nThe road is shut.")
    answers = lesson_of(text.text, [text.item("a", text.target(CLAIM, "Nobody was hurt"))], allowance=0)
    across = grade(answers, [text.mark(CLAIM, "Nobody was hurt.\n\nThe road".replace("\n\n", "\n"), "h")])
    assert across.items[0].outcome is Outcome.NEARLY
    whole = grade(answers, [text.mark_span(CLAIM, type(text.span("Nobody"))(0, len(text.text.text)))])
    assert whole.items[0].outcome is Outcome.NEAR_MISS
    assert [one.fate for one in whole.highlights] == [Fate.NEAR_MISS]
    assert whole.penalty == 1  # two sentences without an answer, half a point each
