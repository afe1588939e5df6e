"""Who contradicts whom, told from the links between highlights."""

from claimlight.core.annotation import Annotation, Link, Quote
from claimlight.core.article import Span
from claimlight.core.contradictions import contradictions


def said(id: str, at: int, by: str, *links: tuple[str, str], label: str = "claim") -> Annotation:
    made = tuple(Link(f"{id}{n}", kind, target) for n, (kind, target) in enumerate(links))
    plain = Annotation(id, label, Span(at, at + 5), Quote("words"), links=made)
    return plain.with_attribute("source", (by,)) if by else plain


def page(*annotations: Annotation) -> dict[str, Annotation]:
    return {each.id: each for each in annotations}


def test_a_denial_sets_its_speaker_against_another() -> None:
    (found,) = contradictions(page(said("a", 0, "Ruiz"), said("b", 9, "Peskov", ("denies", "a"), label="denial")))
    assert (found.one, found.other, found.kind, found.label) == ("Peskov", "Ruiz", "denies", "denial")
    assert found.pairs == (("b", "a"),)


def test_two_figures_that_do_not_fit_are_told_once() -> None:
    found = contradictions(
        page(said("a", 9, "Ruiz", ("conflicts_with", "b")), said("b", 0, "", ("conflicts_with", "a")))
    )
    assert [(each.one, each.other) for each in found] == [("", "Ruiz")]


def test_the_same_speakers_are_told_once_with_all_their_pairs() -> None:
    found = contradictions(
        page(
            said("a", 0, "Ruiz"),
            said("b", 9, "Ruiz"),
            said("c", 20, "Peskov", ("denies", "a"), ("denies", "b")),
            said("d", 30, "Peskov", ("counter_claims", "a"), ("supports", "b"), ("denies", "gone")),
        )
    )
    assert [each.kind for each in found] == ["denies", "counter_claims"]
    assert found[0].pairs == (("c", "a"), ("c", "b"))
    assert contradictions({}) == ()
