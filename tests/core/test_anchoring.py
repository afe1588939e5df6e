"""Where a highlight belongs in a text that was edited after it was made."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimlight.core.anchoring import SIMILAR, Degree, place, similarity
from claimlight.core.annotation import Quote, quote_of
from claimlight.core.article import Span, Text

OLD = (
    "The canteen opened in May. Pupils said the food was better than before. "
    "The head denied that prices had gone up. A survey found that 62 per cent were pleased. "
    "Nobody has counted the visitors since."
)


def quoted(words: str, text: str = OLD) -> tuple[Quote, Span]:
    start = text.index(words)
    span = Span(start, start + len(words))
    return quote_of(Text(text, "", "", 1, (), ()), span), span


def placed(words: str, new: str) -> tuple[Degree, str]:
    quote, span = quoted(words)
    placement = place(quote, span, new)
    found = placement.span
    return placement.degree, "" if found is None else new[found.start : found.end]


def test_in_an_unchanged_place_it_stays() -> None:
    assert placed("prices had gone up", OLD + " More was added.") == (Degree.SAME, "prices had gone up")


def test_words_that_moved_are_followed() -> None:
    assert placed("prices had gone up", "A new beginning. " + OLD) == (Degree.MOVED, "prices had gone up")


def test_an_edit_on_one_side_leaves_no_doubt() -> None:
    new = OLD.replace("denied that", "said it was false that")
    assert placed("prices had gone up", new) == (Degree.MOVED, "prices had gone up")
    new = OLD.replace("up. A survey", "up. Another survey").replace("The canteen", "Our canteen")
    assert placed("prices had gone up", new) == (Degree.SAME, "prices had gone up")


def test_the_same_words_in_other_company_are_doubtful() -> None:
    assert placed("Nobody", "Nobody came. It rained on every day of the week.") == (Degree.DOUBTFUL, "Nobody")


def test_repeated_words_are_told_apart_by_their_context() -> None:
    text = "Prices rose in spring. Wages stood still. Prices rose in autumn, and nobody was surprised."
    quote, span = quoted("Prices rose in autumn", text)
    quote = Quote("Prices rose", quote.prefix, text[span.start + 11 : span.start + 43])
    span = Span(span.start, span.start + 11)
    new = "First. " + text
    placement = place(quote, span, new)
    assert placement.degree is Degree.MOVED
    assert placement.span == Span(span.start + 7, span.end + 7)


def test_words_that_nothing_tells_apart_are_doubtful_and_the_nearest_is_offered() -> None:
    text = "Prices rose. " * 20
    quote = Quote("Prices rose", text[-32:], text[:32])
    placement = place(quote, Span(130, 141), "x " + text)
    assert (placement.degree, placement.span) == (Degree.DOUBTFUL, Span(132, 143))


def test_a_quote_without_context_counts_where_its_words_stand_once() -> None:
    assert place(Quote("had gone up"), Span(0, 11), OLD).degree is Degree.MOVED
    assert place(Quote("e"), Span(900, 901), OLD).degree is Degree.DOUBTFUL


def test_the_ends_of_a_text_are_context_too() -> None:
    quote, span = quoted("The canteen opened in May.")
    assert place(quote, span, OLD.replace("Pupils said", "Students say")).degree is Degree.SAME
    quote, span = quoted("the visitors since.")
    new = OLD.replace("has counted", "counts")
    assert place(quote, span, new).degree is Degree.MOVED


@pytest.mark.parametrize(
    ("words", "was", "now", "found"),
    [
        ("prices had gone up", "prices", "the prices", "prices had gone up"),
        ("prices had gone up", "had gone", "have gone", "prices have gone up"),
        ("the food was better than before", "the food", "our food", "our food was better than before"),
        ("the food was better than before", "before", "formerly", None),
        ("62 per cent were pleased", "62", "63", "63 per cent were pleased"),
        ("62 per cent were pleased", "pleased", "pleased indeed", "62 per cent were pleased"),
        ("A survey found that 62 per cent were pleased", "pleased", "happy", None),
    ],
)
def test_words_that_changed_a_little_are_offered(words: str, was: str, now: str, found: str | None) -> None:
    new = "An editor's note comes first. " + OLD.replace(was, now)
    degree, offered = placed(words, new)
    if found == words:
        assert degree is Degree.MOVED
        return
    assert degree is Degree.DOUBTFUL
    assert similarity(words, offered) >= SIMILAR
    if found:
        assert offered == found


@pytest.mark.parametrize(
    ("cut", "left"), [("A survey", "survey found that 62 per cent were"), ("were", "A survey found that 62 per cent")]
)
def test_what_was_cut_at_an_end_is_left_out(cut: str, left: str) -> None:
    new = OLD.replace(cut, cut.removeprefix("A ") if cut.startswith("A") else "")
    assert placed("A survey found that 62 per cent were", new) == (Degree.DOUBTFUL, left)


@pytest.mark.parametrize("new", ["", "Quite another story.", OLD.replace("prices had gone up", "it"), "   "])
def test_what_is_gone_is_lost(new: str) -> None:
    quote, span = quoted("prices had gone up")
    assert place(quote, span, new).degree is Degree.LOST
    assert place(quote, span, new).span is None


def test_nothing_is_nowhere() -> None:
    assert place(Quote(""), Span(0, 0), OLD).degree is Degree.LOST


articles = st.text("abc .\n🙂é", min_size=1, max_size=120)


@given(articles, st.data())
def test_in_the_same_text_every_highlight_stays(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    placement = place(quote_of(Text(text, "", "", 1, (), ()), span), span, text)
    assert (placement.degree, placement.span) == (Degree.SAME, span)


@given(articles, articles, st.data())
def test_what_is_placed_without_doubt_has_the_exact_words(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(old))))
    quote = quote_of(Text(old, "", "", 1, (), ()), span)
    placement = place(quote, span, new)
    if placement.span is None:
        assert placement.degree is Degree.LOST
        assert quote.exact not in new
        return
    found = new[placement.span.start : placement.span.end]
    assert 0 <= placement.span.start < placement.span.end <= len(new)
    assert similarity(quote.exact, found) >= SIMILAR
    if placement.degree is not Degree.DOUBTFUL:
        assert found == quote.exact


@given(st.text(max_size=20), st.text(max_size=20))
def test_similarity_is_one_for_equals_only(a: str, b: str) -> None:
    assume(a != b)
    assert similarity(a, a) == 1
    assert 0 <= similarity(a, b) < 1
