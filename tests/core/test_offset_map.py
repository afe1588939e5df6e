"""Places follow a text through its edits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.article import Span
from claimlight.core.offset_map import OffsetMap, Replacement, map_of, replaced

TEXT = "The mayor said the bridge was closed."


@st.composite
def edited(draw):
    """A text, the text after several replacements, and the map from one to the other."""
    pieces = draw(st.lists(st.tuples(st.text("abc 🌊", max_size=4), st.text("xyz", max_size=3), st.booleans())))
    before, after, replacements = "", "", []
    for kept, put, inserted in pieces:
        gone = "" if inserted else draw(st.text("abc", max_size=3))
        before, after = before + kept, after + kept
        replacements.append(Replacement(Span(len(before), len(before) + len(gone)), len(put)))
        before, after = before + gone, after + put
    tail = draw(st.text("abc", max_size=4))
    return before + tail, after + tail, OffsetMap(replacements)


@given(edited(), st.data())
def test_what_was_not_touched_says_the_same_where_it_is_now(edit, data):
    before, after, offsets = edit
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    span = Span(start, end)
    moved = offsets.span(span)
    assert 0 <= moved.start <= moved.end <= len(after)
    if span and not offsets.touches(span):
        assert after[moved.start : moved.end] == before[start:end]


@given(st.text("ab", max_size=12), st.text("ab", max_size=12))
def test_one_edit_is_the_stretch_that_differs(before, after):
    old, put = replaced(before, after)
    assert before[: old.start] + put + before[old.end :] == after
    assert len(put) + len(before) - len(old) == len(after)
    if before == after:
        assert (len(old), put) == (0, "")


def test_a_mark_does_not_take_in_what_is_put_at_its_ends():
    inserted = map_of(TEXT, TEXT.replace("the bridge", "even the bridge"))
    at = TEXT.index("the bridge")
    assert inserted.span(Span(at, at + 10)) == Span(at + 5, at + 15)
    assert inserted.span(Span(4, 14)) == Span(4, 14)
    assert not inserted.touches(Span(at, at + 10))
    assert inserted.touches(Span(4, at + 3))


def test_a_mark_whose_words_are_gone_is_empty():
    gone = map_of(TEXT, TEXT.replace("the bridge ", ""))
    at = TEXT.index("bridge")
    assert len(gone.span(Span(at, at + 6))) == 0
    assert gone.touches(Span(at, at + 6))


def test_nothing_changed_maps_to_itself():
    same = map_of(TEXT, TEXT)
    assert same.span(Span(3, 9)) == Span(3, 9)
    assert same.replacements == ()
    assert not same.touches(Span(3, 9))


def test_replacements_must_not_overlap():
    with pytest.raises(ValueError, match="overlap"):
        OffsetMap([Replacement(Span(2, 5), 0), Replacement(Span(4, 6), 1)])


@given(st.text("ab c", max_size=20), st.text("ab c", max_size=20))
def test_the_map_of_any_edit_leads_from_one_text_to_the_other(before, after):
    offsets = map_of(before, after)
    assert offsets.start(len(before)) == len(after) or offsets.replacements[-1].old.end == len(before)
    for position in range(len(before)):
        span = Span(position, position + 1)
        moved = offsets.span(span)
        if not offsets.touches(span):
            assert after[moved.start : moved.end] == before[position]


def test_two_edits_at_once_leave_what_stands_between_them_alone():
    after = TEXT.replace("mayor", "old mayor").replace("closed", "shut")
    offsets = map_of(TEXT, after)
    at = TEXT.index("the bridge was")
    assert len(offsets.replacements) >= 2
    assert not offsets.touches(Span(at, at + 14))


def test_a_text_that_is_wholly_another_is_one_replacement():
    assert map_of("a" * 3000, "b" * 3000).replacements == (Replacement(Span(0, 3000), 3000),)
