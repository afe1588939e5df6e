"""A lesson begins with what was pasted or read: a headline of its own, and nothing changed that was not accepted."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.errors import LessonError
from claimlight.core.identity import new_id
from claimlight.work.cleaning import look_over
from claimlight.work.draft import draft_of
from claimlight.work.draft_files import parts_of_lesson
from claimlight.work.give_out import write_file
from claimlight.work.new_lesson import (
    beginning,
    headline_and_rest,
    parts_of_cleaned,
    parts_of_copy,
    pasted_source,
)
from lesson_maker import built_lesson, pasted_parts


def test_a_first_line_that_stands_alone_is_the_headline() -> None:
    draft = draft_of(pasted_parts("Fares to double\n\nFares will double, he said."))
    assert draft.sheet.title == draft.sheet.headline == "Fares to double"
    assert draft.sheet.slug == "fares-to-double"
    assert draft.text.text == "Fares will double, he said."


@pytest.mark.parametrize(
    "pasted", ["It rained.\n\nTea was served.", "Just one line", "A" * 200 + "\n\nTea was served."]
)
def test_a_sentence_is_no_headline(pasted: str) -> None:
    assert headline_and_rest(pasted) == ("", pasted)
    draft = draft_of(pasted_parts(pasted))
    assert draft.sheet.title == beginning(draft.text.text)
    assert len(draft.sheet.title) <= 81


@given(st.lists(st.text(st.sampled_from("ab .“\u00a0\n"), min_size=1), min_size=1, max_size=4).map("\n\n".join))
def test_headline_and_rest_hold_every_word_of_what_was_pasted(pasted: str) -> None:
    headline, rest = headline_and_rest(pasted)
    assert f"{headline} {rest}".split() == pasted.split()


def test_only_what_was_accepted_is_changed() -> None:
    cleaning = look_over(pasted_source("A head\n\nIt\u00a0rained.\n\nSign up for our newsletter\n\nTea was served."))
    assert len(cleaning.proposals) == 2
    untouched = draft_of(parts_of_cleaned(cleaning, (), new_id))
    assert untouched.text.text == cleaning.text.text
    everything = draft_of(parts_of_cleaned(cleaning, cleaning.proposals, new_id, sharing="yes"))
    assert everything.text.text == "It rained.\nTea was served."
    assert everything.values["sharing"] == "yes"


def test_nothing_but_leftovers_makes_no_lesson() -> None:
    cleaning = look_over(pasted_source("Sign up for our newsletter"))
    with pytest.raises(LessonError) as refused:
        parts_of_cleaned(cleaning, cleaning.proposals, new_id)
    assert refused.value.code == "article-empty"


def test_a_copy_is_a_lesson_of_its_own(tmp_path: Path) -> None:
    folder = built_lesson(tmp_path / "fares", audience="teacher")
    first, copy = draft_of(parts_of_lesson(folder)), draft_of(parts_of_copy(folder, new_id))
    assert copy.values["based_on"] == first.sheet.id != copy.sheet.id
    assert copy.sheet.audience == ""
    assert copy.key().items == first.key().items


def test_a_file_that_cannot_be_written_leaves_nothing_half(tmp_path: Path) -> None:
    place = tmp_path / "there"
    place.mkdir()
    with pytest.raises(LessonError) as refused:
        write_file(place, b"lesson")
    assert refused.value.code == "file-not-written"
    assert [path.name for path in tmp_path.iterdir()] == ["there"]
