"""A highlight carries its words, and enough of what stands around them."""

from claimlight.core.annotation import CONTEXT, Annotation, Quote, quote_of
from claimlight.core.article import Span, Text


def test_a_quote_has_its_context_in_code_points() -> None:
    text = Text("🙂" * 40 + "taxes fell" + "é" * 40, "", "", 1, (), ())
    assert quote_of(text, Span(40, 50)) == Quote("taxes fell", "🙂" * CONTEXT, "é" * CONTEXT)


def test_at_the_ends_of_a_text_the_context_is_shorter() -> None:
    text = Text("taxes fell", "", "", 1, (), ())
    assert quote_of(text, Span(0, 10)) == Quote("taxes fell")
    assert quote_of(text, Span(2, 8)) == Quote("xes fe", "ta", "ll")


def test_an_attribute_is_found_by_its_name() -> None:
    annotation = Annotation("a", "claim", Span(0, 1), Quote("x"), attributes=(("source", ("Ruiz", "Anna Ruiz")),))
    assert annotation.attribute("source") == ("Ruiz", "Anna Ruiz")
    assert annotation.attribute("status") == ()
