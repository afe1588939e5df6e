"""Python-Markdown, set up so that it keeps every character that the author wrote."""

from re import Match
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import AUTOLINK_RE, AUTOMAIL_RE, InlineProcessor
from markdown.util import AtomicString

from claimlight.files.markdown_emphasis import Emphasis

PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
"""What a backslash may stand before: all of ASCII's, as in CommonMark."""


def parser() -> Markdown:
    """A parser whose element tree is read, never its HTML: raw HTML and entities are literal text."""
    markdown = Markdown(
        extensions=[
            TableExtension(),
            FootnoteExtension(PLACE_MARKER="\x02nowhere\x03"),
            SaneListExtension(),
            FencedCodeExtension(),
        ]
    )
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    markdown.inlinePatterns.deregister("entity")
    markdown.treeprocessors.deregister("prettify")
    markdown.inlinePatterns.register(_Address(AUTOLINK_RE, markdown), "autolink", 120)
    markdown.inlinePatterns.register(_Address(AUTOMAIL_RE, markdown), "automail", 110)
    markdown.inlinePatterns.register(Emphasis(), "em_strong", 60)
    markdown.ESCAPED_CHARS = list(PUNCTUATION)
    return markdown


class _Address(InlineProcessor):
    """`<https://…>` and `<somebody@example.org>`, as plain as they were written (Python-Markdown's own encode mail)."""

    def handleMatch(  # type: ignore[override]
        self, m: Match[str], data: str
    ) -> tuple[Element, int, int]:
        address = self.unescape(m[1])
        link = Element("a", href=address if "://" in address else f"mailto:{address.removeprefix('mailto:')}")
        link.text = AtomicString(address)
        return link, m.start(), m.end()
