"""A gesture can be taken back, and a removed highlight takes the links to it along."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.annotation import Annotation, Link, Quote
from claimlight.core.article import Span
from claimlight.core.history import Change, Edit, apply, removal


def highlight(id: str, *links_to: str, label: str = "claim") -> Annotation:
    links = tuple(Link(f"{id}-{target}", "denies", target) for target in links_to)
    return Annotation(id, label, Span(0, 5), Quote("words"), links=links)


ids = st.sampled_from("abcd")
pages = st.dictionaries(ids, st.sampled_from(["claim", "denial"])).map(
    lambda labels: {id: highlight(id, label=label) for id, label in labels.items()}
)


@st.composite
def changes(draw: st.DrawFn) -> tuple[dict[str, Annotation], Change]:
    """A page and a change that fits it."""
    page = draw(pages)
    edits = []
    for id in draw(st.sets(ids)):
        after = draw(st.sampled_from([None, highlight(id, label="unverified-figure")]))
        if page.get(id) or after:
            edits.append(Edit(page.get(id), after))
    return page, Change("c1", "change", tuple(edits))


@given(changes())
def test_the_inverse_takes_a_change_back(page_and_change: tuple[dict[str, Annotation], Change]) -> None:
    page, change = page_and_change
    assert apply(change.inverse, apply(change, page)) == page
    assert change.inverse.inverse == change


def test_a_change_that_does_not_fit_is_refused() -> None:
    page = {"a": highlight("a")}
    for edit in (Edit(None, highlight("a")), Edit(highlight("b"), None), Edit(highlight("a", label="x"), None)):
        with pytest.raises(ValueError, match="is not as the change found it"):
            apply(Change("c1", "wrong", (edit,)), page)


def test_an_edit_touches_a_highlight() -> None:
    with pytest.raises(AssertionError):
        _ = Edit(None, None).id


def test_removing_a_highlight_removes_the_links_that_lead_to_it() -> None:
    page = {each.id: each for each in (highlight("a"), highlight("b", "a", "c"), highlight("c", "a"), highlight("d"))}
    change = removal("c1", page["a"], page)
    assert [edit.id for edit in change.edits] == ["b", "c", "a"]
    left = apply(change, page)
    assert left == {"b": replace(page["b"], links=page["b"].links[1:]), "c": highlight("c"), "d": page["d"]}
    assert apply(change.inverse, left) == page


def test_a_highlight_that_links_to_itself_can_be_removed() -> None:
    page = {"a": highlight("a", "a")}
    assert apply(removal("c1", page["a"], page), page) == {}
