"""Find the words that a highlight in a file means: by position where it shows the quote, else by the quote."""

from claimlight.core.annotation import Quote
from claimlight.core.article import Span, Text
from claimlight.core.errors import WorkError
from claimlight.files.selectors import POSITION, QUOTE, occurrences, whole
from claimlight.grading.marks import fault_of_span


def place(selector: object, text: Text, id: str) -> Span:
    """Where the selector (one, or a list of a position and a quote) lies in `text`.

    A position without a quote is believed. Where the position shows other words than the quote, the quote holds if it
    is in the text once, alone or in its context. Raises WorkError where the place is not certain.
    """
    selectors = selector if isinstance(selector, list) else [selector]
    position, quote = _position(selectors), _quote(selectors)
    if position is None and quote is None:
        raise WorkError("highlight-without-place", highlight=id)
    fault = "" if position is None else fault_of_span(position, len(text.text))
    if quote is None:
        assert position is not None, "one of both is there"
        if fault:
            raise WorkError(fault, highlight=id)
        return position
    if position is not None and not fault and text[position] == quote.exact:
        return position
    return _by_quote(quote, text, id)


def _by_quote(quote: Quote, text: Text, id: str) -> Span:
    found = list(occurrences(text, quote.exact, whole(text))) if quote.exact else []
    if len(found) > 1:
        found = [span for span in found if _in_context(quote, text, span)]
    if len(found) != 1:
        raise WorkError("highlight-quote-lost", highlight=id, quote=quote.exact)
    return found[0]


def _in_context(quote: Quote, text: Text, span: Span) -> bool:
    return text.text.endswith(quote.prefix, 0, span.start) and text.text.startswith(quote.suffix, span.end)


def _position(selectors: list[object]) -> Span | None:
    for one in selectors:
        if isinstance(one, dict) and one.get("type") == POSITION:
            return Span(one.get("start"), one.get("end"))  # type: ignore[arg-type]  # looked at by fault_of_span
    return None


def _quote(selectors: list[object]) -> Quote | None:
    for one in selectors:
        if isinstance(one, dict) and one.get("type") == QUOTE and isinstance(one.get("exact"), str):
            prefix, suffix = one.get("prefix"), one.get("suffix")
            return Quote(
                one["exact"],
                prefix if isinstance(prefix, str) else "",
                suffix if isinstance(suffix, str) else "",
            )
    return None
