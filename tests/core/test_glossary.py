"""Words that a lesson explains are found where they stand: whole, once a paragraph, the longer before the shorter."""

from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.article import Direction, Span, Text, overlap
from claimlight.core.glossary import explained_at, explained_words
from claimlight.files.markdown_text import build_text

ENTRIES = (("drain", "a pipe for rain"), ("town council", "who runs a town"), ("council", "a group of people"))


def text_of(markdown: str, language: str = "en") -> Text:
    return build_text(markdown, language, Direction.LEFT_TO_RIGHT)


def found(markdown: str, *entries: tuple[str, str]) -> list[str]:
    text = text_of(markdown)
    return [text[each.span] for each in explained_words(text, entries or ENTRIES)]


def test_whole_words_in_any_case() -> None:
    assert found("A Drain is no drainpipe. DRAINS are not listed.") == ["Drain"]


def test_the_longer_term_wins_where_two_overlap() -> None:
    assert found("The town council met. The council spoke.") == ["town council", "council"]
    assert found("The old town council house", ("old town", "o"), ("town council", "t")) == ["town council"]


def test_once_in_each_paragraph() -> None:
    assert found("A drain. The drain.\n\nThat drain.") == ["drain", "drain"]


def test_a_break_or_a_no_break_space_may_stand_in_a_term() -> None:
    assert found("The town\u00a0council met.\n\nThe town  \ncouncil met.") == ["town\u00a0council", "town\u2028council"]


def test_a_word_with_an_apostrophe_is_another_word() -> None:
    assert found("The drain’s end") == []


def test_an_empty_term_is_found_nowhere() -> None:
    assert found("A drain.", (" ", "nothing")) == []
    assert found("A drain.", ("…", "three dots")) == []


def test_arabic_terms_are_found() -> None:
    assert found("أعلنت بلدية وادي الزيتون عن الجسر.", ("بلدية", "مجلس المدينة")) == ["بلدية"]


def test_what_stands_at_a_place() -> None:
    words = explained_words(text_of("A drain and a council."), ENTRIES)
    drain, council = words
    assert explained_at(words, Span(4, 4)) == drain
    assert explained_at(words, Span(drain.span.end, drain.span.end)) == drain, "at its edge"
    assert explained_at(words, Span(8, 20)) == council
    assert explained_at(words, Span(0, 0)) is None


@given(
    st.lists(st.sampled_from(["drain", "Drain", "council", "town", "the", "drains", ".", "\n\n"]), max_size=40),
    st.lists(st.sampled_from(["drain", "council", "town council", "the town", "DRAIN"]), max_size=4),
)
def test_places_never_overlap_and_say_their_term(pieces: list[str], terms: list[str]) -> None:
    text = text_of(" ".join(pieces))
    words = explained_words(text, [(term, "") for term in dict.fromkeys(terms)])
    spans = [word.span for word in words]
    assert spans == sorted(spans)
    assert not any(overlap(a, b) for n, a in enumerate(spans) for b in spans[n + 1 :])
    for word in words:
        assert " ".join(text[word.span].split()).casefold() == word.term.casefold()
        assert text.block_index(word.span.start) == text.block_index(word.span.end - 1)
