"""Moving about in a text: to whole words, by word, by sentence, by paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.core import moves
from claimlight.core.article import Direction, Span, Text
from claimlight.files.markdown_text import build_text

NEWS = """# Storm
Dr. Ruiz said “no one” was hurt. The bill: $3.5m – perhaps.

----

- 😀 …
- 語る. Done
"""


def built(markdown: str) -> Text:
    return build_text(markdown, "en", Direction.LEFT_TO_RIGHT)


@pytest.fixture(scope="module")
def news() -> Text:
    return built(NEWS)


def at(text: Text, words: str) -> int:
    return text.text.index(words)


def span(text: Text, words: str) -> Span:
    return Span(at(text, words), at(text, words) + len(words))


def test_a_ragged_selection_becomes_whole_words(news: Text) -> None:
    assert moves.snapped(news, span(news, "iz said “no o")) == span(news, "Ruiz said “no one")
    assert moves.snapped(news, span(news, " “no one” ")) == span(news, "no one")
    assert moves.snapped(news, span(news, "3.")) == span(news, "$3.5m")


def test_a_selection_of_blanks_and_marks_touches_no_word(news: Text) -> None:
    assert moves.snapped(news, span(news, " – ")) is None
    assert moves.snapped(news, span(news, "😀 …")) is None
    assert moves.snapped(news, Span(5, 5)) is None


def test_a_word_is_taken_from_inside_and_from_its_end_but_not_beside_it(news: Text) -> None:
    assert moves.word_at(news, at(news, "hurt")) == span(news, "hurt")
    assert moves.word_at(news, at(news, "urt")) == span(news, "hurt")
    assert moves.word_at(news, at(news, "hurt") + 4) == span(news, "hurt")
    assert moves.word_at(news, at(news, " – ") + 1) is None
    assert moves.word_at(news, 0) == span(news, "Storm")


def test_the_first_position_of_a_text_that_begins_with_no_word() -> None:
    assert moves.word_at(built("… yes"), 0) is None


def test_a_sentence_is_taken_from_inside_and_from_the_blank_behind_it(news: Text) -> None:
    first = span(news, "Dr. Ruiz said “no one” was hurt.")
    assert sentence(news, at(news, "one”")) == first
    assert sentence(news, first.end) == first
    assert sentence(news, first.end + 1) == span(news, "The bill: $3.5m – perhaps.")


def test_a_sentence_is_never_taken_from_another_paragraph(news: Text) -> None:
    assert sentence(news, at(news, "Storm") + 5) == span(news, "Storm")
    assert sentence(news, at(news, "perhaps.") + 8) == span(news, "The bill: $3.5m – perhaps.")


def test_before_the_first_sentence_of_a_paragraph_it_is_that_sentence() -> None:
    text = built("One.\n\n\u00a0\u00a0Two. Three.")
    assert text[Span(5, 7)] == "\u00a0\u00a0"
    assert sentence(text, 5) == span(text, "Two.")


def test_in_a_paragraph_without_a_sentence_it_is_the_one_before() -> None:
    text = built("One.\n\n\u00a0\n\nTwo.")
    assert sentence(text, 5) == span(text, "One.")


def test_an_empty_text_has_no_sentence() -> None:
    assert moves.sentence_at(built(""), 0) is None


def sentence(text: Text, position: int) -> Span:
    found = moves.sentence_at(text, position)
    assert found is not None
    return found.span


def test_by_word_forwards_and_back(news: Text) -> None:
    assert moves.next_word(news, 0) == at(news, "Dr")
    assert moves.next_word(news, at(news, "hurt")) == at(news, "The bill")
    assert moves.next_word(news, at(news, "Done")) == len(news.text)
    assert moves.previous_word(news, at(news, "The bill")) == at(news, "hurt")
    assert moves.previous_word(news, at(news, "urt")) == at(news, "hurt")
    assert moves.previous_word(news, 0) == 0


def test_by_the_ends_of_words_forwards_and_back(news: Text) -> None:
    assert moves.next_word_end(news, at(news, "hurt")) == at(news, "hurt") + 4
    assert moves.next_word_end(news, at(news, "hurt") + 4) == at(news, "The bill") + 3
    assert moves.next_word_end(news, len(news.text)) == len(news.text)
    assert moves.previous_word_end(news, at(news, "hurt")) == at(news, " hurt")
    assert moves.previous_word_end(news, 3) == 0


def test_by_sentence_forwards_and_back(news: Text) -> None:
    assert moves.next_sentence(news, at(news, "Ruiz")) == at(news, "The bill")
    assert moves.next_sentence(news, at(news, "Done")) == len(news.text)
    assert moves.previous_sentence(news, at(news, "bill")) == at(news, "The bill")
    assert moves.previous_sentence(news, at(news, "The bill")) == at(news, "Dr.")
    assert moves.previous_sentence(news, 0) == 0


def test_by_paragraph_forwards_and_back(news: Text) -> None:
    assert moves.next_paragraph(news, 0) == at(news, "Dr.")
    assert moves.next_paragraph(news, at(news, "Done")) == len(news.text)
    assert moves.previous_paragraph(news, at(news, "bill")) == at(news, "Dr.")
    assert moves.previous_paragraph(news, at(news, "Dr.")) == 0
    assert moves.previous_paragraph(news, 0) == 0


FORWARD = (moves.next_word, moves.next_word_end, moves.next_sentence, moves.next_paragraph)
BACK = (moves.previous_word, moves.previous_word_end, moves.previous_sentence, moves.previous_paragraph)

texts = st.lists(
    st.lists(
        st.sampled_from(("word", "“No.”", "3.5", "…", "😀", "e\u0301", "語る", "\u00a0", "Dr.", "الكتاب")), max_size=6
    ).map(" ".join),
    max_size=4,
).map(lambda paragraphs: built("\n\n".join(paragraphs)))


@st.composite
def places(draw: st.DrawFn) -> tuple[Text, int]:
    text = draw(texts)
    return text, draw(st.integers(0, len(text.text)))


@given(places())
def test_every_step_forward_goes_on_until_the_end(place: tuple[Text, int]) -> None:
    text, position = place
    for step in FORWARD:
        assert position < step(text, position) or step(text, position) == position == len(text.text)


@given(places())
def test_every_step_back_goes_back_until_the_start(place: tuple[Text, int]) -> None:
    text, position = place
    for step in BACK:
        assert step(text, position) < position or step(text, position) == position == 0


@given(places())
def test_steps_stop_at_every_word_as_the_text_counts_them(place: tuple[Text, int]) -> None:
    text, position = place
    words = [word for sentence in text.sentences for word in sentence.tokens]
    end = len(text.text)
    assert moves.next_word(text, position) == min((w.start for w in words if w.start > position), default=end)
    assert moves.previous_word(text, position) == max((w.start for w in words if w.start < position), default=0)
    assert moves.next_word_end(text, position) == min((w.end for w in words if w.end > position), default=end)
    assert moves.previous_word_end(text, position) == max((w.end for w in words if w.end < position), default=0)


@given(places(), st.integers(0, 12))
def test_snapping_keeps_every_word_that_it_touches_and_snaps_once(place: tuple[Text, int], length: int) -> None:
    text, position = place
    rough = Span(position, min(len(text.text), position + length))
    snapped = moves.snapped(text, rough)
    if snapped is None:
        assert text.words_touching(rough) == ()
    else:
        assert text.words_touching(rough) == text.words_touching(snapped)
        assert moves.snapped(text, snapped) == snapped
