"""Words that a person quotes by hand are found where they mean them."""

import pytest

from claimlight.core.annotation import Quote
from claimlight.core.article import Direction, Span
from claimlight.core.errors import LessonError
from claimlight.files.markdown_text import build_text
from claimlight.files.selectors import Selector, locate, whole

TEXT = build_text(
    "The mother said that he fell. “I was there,” she said, and he left. They cannot stay.\n\nThe other day he came.",
    "en",
    Direction.LEFT_TO_RIGHT,
)


def span(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.text.index(words, start + 1)
    return Span(start, start + len(words))


def found(quote: Quote, *zones: Span) -> Span:
    return locate(Selector(None, quote), TEXT, (*zones, whole(TEXT)), "article.key.json", "c1")


def test_a_short_quote_is_a_whole_word_and_no_part_of_one():
    assert found(Quote("he"), span("The mother said that he fell")) == Span(21, 23)
    assert TEXT[Span(21, 23)] == "he"


def test_a_whole_word_further_off_comes_before_a_part_of_a_word_nearby():
    assert found(Quote("he"), span("The mother"), span("The mother said that he fell.")) == Span(21, 23)


def test_the_context_decides_in_every_zone():
    he = found(Quote("he", prefix="day "), span("he fell"), span("The mother said that he fell."))
    assert he.start == TEXT.text.index("he came")


def test_a_context_that_stands_nowhere_does_not_keep_the_only_place_from_being_found():
    assert found(Quote("cannot", prefix="We ")) == span("cannot")


def test_a_part_of_a_word_is_found_where_the_whole_word_is_nowhere():
    assert TEXT[found(Quote("not"))] == "not"


def test_two_places_of_the_same_kind_are_ambiguous_and_are_counted():
    with pytest.raises(LessonError) as error:
        found(Quote("he"))
    assert (error.value.code, error.value.params["count"]) == ("quote-ambiguous", 3)
    with pytest.raises(LessonError) as error:
        found(Quote("said", suffix=" it"))
    assert error.value.code == "quote-ambiguous"


def test_marks_without_a_word_are_found_too():
    assert TEXT[found(Quote(",”"))] == ",”"
