"""What somebody who does not read would mark is found by small rules, in four languages."""

import pytest

from claimlight.grading.surface import numbers, paragraphs, quotations, said, sentences
from grading.builders import text_of


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("Some 1,351 soldiers and two thousand others, 40% of all", "en", ["1,351", "two thousand", "40%"]),
        ("One of them said so", "en", []),
        ("It hit in 1990 | 300 fell", "en", ["1990", "300"]),
        ("Unos dos mil vecinos", "es-MX", ["dos mil"]),
        ("Près de trois cents maisons", "fr", ["trois cents"]),
        ("قتل ثلاثة و ١٢ آخرون", "ar", ["ثلاثة", "١٢"]),
        ("Quince niños, fifteen", "es", ["Quince"]),
        ("Quinze enfants", "fr", ["Quinze"]),
        ("ثلاث نساء", "ar", ["ثلاث"]),
        ("Etwa hundert und 12", "de", ["12"]),
    ],
)
def test_numbers(words, language, expected):
    text = text_of(words)
    assert [text[span] for span in numbers(text, language)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“It fell,” he said, “and broke.”", ["It fell,", "and broke."]),
        ('He said "no" and «oui» and „nein“', ["no", "oui", "nein"]),
        ("‘It’s mine,’ she said; the boys’ ball", ["It’s mine,"]),
        ("An “open quotation", []),
    ],
)
def test_quotations(words, expected):
    text = text_of("First", words)
    assert [text[span] for span in quotations(text)] == expected


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "He said so | It rained | According to her it fell", ["He said so", "According to her it fell"]),
        ("es", "Llovió | El alcalde dijo que no", ["El alcalde dijo que no"]),
        ("fr", "Le maire a déclaré cela | Il pleut", ["Le maire a déclaré cela"]),
        ("ar", "قال الوزير ذلك | الجو جميل", ["قال الوزير ذلك"]),
        ("fr", "Il pleut, dit-elle | La sous-préfète rit", ["Il pleut, dit-elle"]),
        ("de", "Er sagte es", []),
    ],
)
def test_reporting_verbs(language, words, expected):
    text = text_of(words)
    assert [text[span] for span in said(text, language)] == expected


def test_what_holds_no_word_is_no_sentence_and_no_paragraph():
    text = text_of("It rained | …", "…")
    assert [text[span] for span in sentences(text)] == ["It rained"]
    assert [text[span] for span in paragraphs(text)] == ["It rained | …".replace(" |", "")]
