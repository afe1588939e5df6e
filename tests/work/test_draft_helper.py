"""The draft helper proposes answers with who says them and why; it never marks by itself."""

import pytest
from hypothesis import given, settings

from bench.bench_draft_helper import counts
from claimlight.core.article import Direction, Span, Text
from claimlight.core.lesson import AnswerKey, Item, Target
from claimlight.files.markdown_text import build_text
from claimlight.files.word_lists import word_list
from claimlight.wording.draft_helper import REASONS, say_reason
from claimlight.work.draft_helper import CLAIM, DENIAL, FIGURE, suggestions
from strategies import markdown_sources


def built(words: str, language: str = "en") -> Text:
    return build_text(words, language, Direction.LEFT_TO_RIGHT)


def told(words: str, language: str = "en") -> list[tuple[str, str, str]]:
    text = built(words, language)
    return [(one.entry.label, text[one.entry.main.span], one.reason) for one in suggestions(text, language)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Up to 400 people stood there.", [(FIGURE, "Up to 400 people", "approximate-figure")]),
        (
            "The firm says 92% of users are happy.",
            [(FIGURE, "92%", "reported-figure"), (CLAIM, "92% of users are happy", "reporting-verb")],
        ),
        ("About 3 million new homes burned.", [(FIGURE, "About 3 million new homes", "approximate-figure")]),
        ("The firm denied dumping waste in May.", [(DENIAL, "denied dumping waste in May", "denying-verb")]),
        ("“That is simply not true,” she said.", [(DENIAL, "That is simply not true", "denying-words")]),
        ("“The dam is very old,” said Ana Ruiz.", [(CLAIM, "The dam is very old", "quotation")]),
        (
            "The mayor said on Monday that the bridge was inspected, but left.",
            [(CLAIM, "the bridge was inspected", "reporting-verb")],
        ),
        (
            "Fares will double by next spring, Ana Ruiz predicted.",
            [(CLAIM, "Fares will double by next spring", "reporting-verb")],
        ),
        ("According to Ana Ruiz the dam is old.", [(CLAIM, "the dam is old", "reporting-verb")]),
        ("It is clear that the dam was badly built.", [(CLAIM, "the dam was badly built", "hedge")]),
        ("The dam was reportedly old.", [(CLAIM, "The dam was reportedly old", "hedge")]),
        ("She said no.", []),
        (
            "She said it opened on 4 May, in 2024, on page 12.",
            [(CLAIM, "it opened on 4 May, in 2024, on page 12", "reporting-verb")],
        ),
        ("“Will the old bridge reopen?” asked the mayor.", []),
        ("Six people sat down at 10:30. It cost 5.", []),
        ("He denied it.", []),
        ("Reportedly.", []),
    ],
)
def test_what_is_proposed_and_why(words, expected):
    assert told(words) == expected


def test_speaker_and_verb_and_denying_words_are_filled_in():
    text = built("Ana Ruiz told the paper: “The dam is old.” Luis Ferreira denied that it is old at all.")
    claim, denial = (each.entry for each in suggestions(text))
    assert ([text[span] for span in claim.speaker], [text[span] for span in claim.cue]) == (["Ana Ruiz"], ["told"])
    assert [text[span] for span in denial.speaker] == ["Luis Ferreira"]
    assert [text[span] for span in (*denial.denying, *denial.main.must)] == ["denied", "denied"]
    assert (claim.id, denial.id) == ("c1", "d1")


@pytest.mark.parametrize(
    ("language", "words", "label"),
    [
        ("es", "La alcaldesa negó haber cerrado el puente.", DENIAL),
        ("fr", "La maire affirme que le pont est vieux.", CLAIM),
        ("ar", "حضر نحو 400 شخص إلى الميدان.", FIGURE),
    ],
)
def test_other_languages_are_only_other_lists(language, words, label):
    assert [each[0] for each in told(words, language)] == [label]


def test_a_language_without_a_list_gets_no_proposals():
    assert word_list("tlh") is None
    assert word_list("en-GB") == word_list("en")
    assert told("Up to 400 people stood there.", "tlh") == []


def test_every_reason_has_a_sentence():
    assert all("about" in say_reason(reason, "about") for reason in REASONS)


@given(markdown_sources())
@settings(max_examples=40)
def test_a_proposal_stands_on_words_of_the_text(source):
    text = built(source)
    for each in suggestions(text):
        span = each.entry.main.span
        assert 0 <= span.start < span.end <= len(text.text)
        assert each.reason in REASONS


def test_precision_and_recall_count_what_the_key_asks_for():
    text = built("Up to 400 people stood there. About 30 boats sank. Roughly 50 homes burned. A few cows ran.")

    def item(id: str, words: str, optional: bool = False) -> Item:
        at = text.text.index(words)
        return Item(id, FIGURE, (Target(Span(at, at + len(words)), FIGURE),), optional=optional)

    key = AnswerKey((item("f1", "400 people"), item("f2", "30 boats", optional=True), item("f3", "A few cows")))
    assert counts(text, key, FIGURE) == (1, 2, 1, 2)
