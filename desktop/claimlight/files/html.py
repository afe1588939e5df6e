"""Write HTML in which everything that was not written as markup is escaped."""

import html
import re

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_VOID = frozenset(("br", "meta"))


class Html(str):
    """Markup. Any other text becomes markup by `escaped` alone, which `element` sees to."""

    __slots__ = ()


def escaped(text: str) -> Html:
    """`text` as markup; what no page may hold becomes U+FFFD. Markup stays as it is."""
    return text if isinstance(text, Html) else Html(html.escape(printable(text)))


def element(name: str, /, *content: str, **attributes: str) -> Html:
    """An element. `class_` and `aria_label` stand for `class` and `aria-label`; an empty attribute is left out."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(value)}"' for key, value in attributes.items() if value
    )
    inside = "".join(map(escaped, content))
    return Html(f"<{name}{told}>" if name in _VOID else f"<{name}{told}>{inside}</{name}>")


def join(*parts: str) -> Html:
    return Html("".join(map(escaped, parts)))


def printable(text: str) -> str:
    """`text` without control characters and lone surrogates, which are no characters for a file to hold."""
    return _UNPRINTABLE.sub("\ufffd", text)
