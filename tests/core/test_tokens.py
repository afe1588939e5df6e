"""Words and sentences, by the rule of the grading pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.tokens import sentences, words
from claimlight.files.characters import replace_forbidden
from strategies import plain_paragraphs


def told(text: str) -> list[str]:
    return [text[word.start : word.end] for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. said: 1,351 killed.", ["The", "U.S", "said", "1,351", "killed"]),
        ("don't ’tis dogs’ café-bar", ["don't", "tis", "dogs", "café-bar"]),
        ("cafe\u0301-bar", ["cafe\u0301-bar"]),
        ("$3.5m 5€ 5 € US$5 £1,200", ["$3.5m", "5€", "5", "US", "$5", "£1,200"]),
        ("40% 40 % ٥٠٪ 3‰", ["40%", "40", "٥٠٪", "3‰"]),
        ("a--b 3..4 -x- 'q'", ["a", "b", "3", "4", "x", "q"]),
        ("“No,” – (she) said… 😀 — ok", ["No", "she", "said", "ok"]),
        ("٣٬٥٠٠ ١٫٥ الكتاب", ["٣٬٥٠٠", "١٫٥", "الكتاب"]),
        ("日本語で3.5人", ["日", "本", "語", "で", "3.5", "人"]),
        ("ラーメン、Go語", ["ラ", "ー", "メ", "ン", "Go", "語"]),
        ("Wordก็ไทย ๕๕", ["Word", "ก็", "ไ", "ท", "ย", "๕", "๕"]),
        ("", []),
        ("… – “” 👩\u200d👩\u200d👧", []),
    ],
)
def test_words_are_what_the_rule_says(text, expected):
    assert told(text) == expected


def test_sentences_keep_abbreviations_and_numbers_whole():
    text = "Dr. Ruiz came on Jan. 5. She counted 3.5 tons. “No,” she said."
    found = sentences(text, 100, "en")
    assert [text[each.start - 100 : each.end - 100] for each in found] == [
        "Dr. Ruiz came on Jan. 5.",
        "She counted 3.5 tons.",
        "“No,” she said.",
    ]


@pytest.mark.parametrize(
    ("language", "whole"),
    [
        ("fr", ["Selon M. Kaci, c’est vrai.", "J.-P. Morin rit.", "MM. Roux et Petit partent."]),
        ("fr-CA", ["Voici M.\u00a0Kaci.", "Il part."]),
        ("fr", ["« Pourquoi\u202f? » demande Lina.", "«\u202fC’est loin\u202f!\u202f»", "Elle a 2,50 euros."]),
        (
            "es",
            ["Eso cree J. Ruiz.", "«¿Por qué?», preguntó el Sr. Ruiz.", "La Dra. Paz pesa 3,5 panes.", "¡Qué frío!"],
        ),
        ("ar", ["وصل د. سامي الساعة ٩.", "هل حضر م. خالد؟", "قالت ود. نور: «نعم».", "ثم جلست."]),
    ],
)
def test_titles_and_initials_end_no_sentence(language: str, whole: list[str]) -> None:
    """Sentencex 1.0 breaks after "M." and "د.", the commonest titles of French and Arabic news."""
    text = " ".join(whole)
    assert [text[each.start : each.end] for each in sentences(text, 0, language)] == whole


def test_an_initial_before_a_no_break_space_does_no_harm():
    """Sentencex 1.0 panics on it when it is shown the no-break space."""
    text = "é\u0301É Z.\u00a0Z. Smith é J.\u00a0K.\u00a0Ro came. Then he left."
    assert [each.end for each in sentences(text, 0, "en")][-1] == len(text)


def test_an_unknown_language_still_has_sentences():
    assert len(sentences("One. Two.", 0, "xx-unknown")) == 2


def test_a_break_inside_a_word_is_none():
    text = "語。a"
    assert [each.span for each in sentences(text, 0, "ja")]
    for each in sentences("Wait?A.b c", 0, "en"):
        assert all(each.start <= word.start < word.end <= each.end for word in each.tokens)


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | plain_paragraphs().map(replace_forbidden),
    st.sampled_from(("en", "ar", "fr", "es", "ja", "de", "ru", "hy", "")),
)
def test_every_word_lies_in_one_sentence_and_every_sentence_is_trimmed(text, language):
    found = sentences(text, 7, language)
    assert [word for each in found for word in each.tokens] == [
        type(word)(word.start + 7, word.end + 7) for word in words(text)
    ]
    edge = 7
    for each in found:
        piece = text[each.start - 7 : each.end - 7]
        assert piece
        assert piece == piece.strip()
        assert edge <= each.start
        assert not text[edge - 7 : each.start - 7].strip()
        assert all(each.start <= word.start < word.end <= each.end for word in each.tokens)
        edge = each.end
    assert not text[edge - 7 :].strip()
