"""How hard a text is to read is measured by the formula that its language has."""

import pytest

from claimlight.core.article import Direction
from claimlight.files.markdown_text import build_text
from claimlight.files.reading_level import (
    ReadingLevel,
    english_syllables,
    french_syllables,
    reading_level,
    spanish_syllables,
)


def level(words: str, language: str) -> ReadingLevel | None:
    return reading_level(build_text(words, language, Direction.LEFT_TO_RIGHT), language)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "the said killed homes asked don't queue noise time"),
        (2, "wounded houses table little mayor people million Russian changes hundred places"),
        (3, "created idea radio minister beautiful officials area various"),
        (4, "Ukrainian journalism"),
    ],
)
def test_syllables_of_english_words(count, words):
    assert [word for word in words.split() if english_syllables(word) != count] == []


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "que y muy los"), (2, "dijo ciudad país guerra río aunque viuda también"), (3, "gobierno oeste construyó")],
)
def test_syllables_of_spanish_words(count, words):
    assert [word for word in words.split() if spanish_syllables(word) != count] == []


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "ville le les eau maire dit"), (2, "personnes école"), (3, "annoncée"), (4, "gouvernement")],
)
def test_syllables_of_french_words(count, words):
    assert [word for word in words.split() if french_syllables(word) != count] == []


def test_english_is_measured_by_flesch_and_kincaid():
    """Nine words in two sentences, 13 syllables: 0.39 · 4.5 + 11.8 · 13 / 9 − 15.59 = 3.2."""
    assert level("The mayor said that. Nobody has yet counted 1,200.", "en-GB") == ReadingLevel(
        3.2, 3.2, "Flesch–Kincaid"
    )


def test_headings_and_captions_are_no_prose():
    assert level("# Unbelievable municipal administration\n\nIt rained.", "en") == level("It rained.", "en")
    assert level("# It rained", "en") is None


def test_the_parts_of_a_word_with_a_hyphen_are_counted_apart():
    assert level("A well-being.", "en") == ReadingLevel(8.8, 8.8, "Flesch–Kincaid")


@pytest.mark.parametrize(
    ("language", "words", "grades"),
    [
        ("es", "Hoy no sale el sol.", (4, 4)),
        ("es", "La administración municipal comunicó posteriormente determinadas modificaciones.", (13, 13)),
        ("fr", "Il pleut. Le chat dort.", (5, 5)),
        ("fr", "Les administrations municipales communiquent ultérieurement certaines modifications.", (13, 13)),
    ],
)
def test_spanish_and_french_have_formulas_of_their_own(language, words, grades):
    measured = level(words, language)
    assert (measured.first, measured.last) == grades


def test_arabic_has_no_agreed_formula():
    assert level("قال الوزير إن المدينة آمنة.", "ar") is None


@pytest.mark.parametrize(("first", "last", "off"), [(5, 6, 1.5), (7, 8, 0), (10, 12, 2.5)])
def test_how_far_off_a_level_is(first, last, off):
    assert ReadingLevel(7.5, 7.5, "").off(first, last) == off
