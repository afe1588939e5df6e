"""Whatever a reader found is written as Markdown that says exactly that."""

from hypothesis import given, settings
from hypothesis import strategies as st

from claimlight.core.article import BlockKind, Direction
from claimlight.files.article_import.blocks import Paragraph, Piece, markdown_of
from claimlight.files.article_import.html_blocks import read_html
from claimlight.files.characters import replace_forbidden
from claimlight.files.markdown_text import build_text
from strategies import plain_paragraphs

KINDS = (
    BlockKind.PARAGRAPH,
    BlockKind.HEADING,
    BlockKind.LIST_ITEM,
    BlockKind.QUOTE,
    BlockKind.CODE,
    BlockKind.CAPTION,
)


def text_of(markdown: str) -> str:
    return build_text(markdown, "en", Direction.LEFT_TO_RIGHT).text


def kinds_of(markdown: str) -> list[tuple[str, int, str]]:
    blocks = build_text(markdown, "en", Direction.LEFT_TO_RIGHT).blocks
    return [(block.kind, block.level, block.marker) for block in blocks]


pieces = st.lists(
    st.builds(
        Piece,
        plain_paragraphs(),
        st.booleans(),
        st.booleans(),
        st.sampled_from(("", "https://x.example/a?b=c#d", "mailto:a@b.org", "javascript:x", "https://x/(a)")),
    ),
    min_size=1,
    max_size=3,
).map(tuple)
paragraphs = st.one_of(
    st.builds(
        Paragraph,
        st.sampled_from(KINDS),
        pieces,
        st.integers(1, 3),
        st.sampled_from(("-", "1.", "7.")),
        address=st.sampled_from(("", "picture-1.png")),
    ),
    st.lists(pieces, min_size=2, max_size=3).map(lambda cells: Paragraph(BlockKind.TABLE_ROW, cells=tuple(cells))),
)


@given(st.lists(paragraphs, max_size=4))
@settings(max_examples=60)
def test_every_word_is_kept_as_it_was_found(found: list[Paragraph]) -> None:
    said = [replace_forbidden("\u2060" + each.words)[1:] for each in found if each.words.strip(" \t\u2028")]
    assert text_of(markdown_of(found)) == "\n".join(said)


def test_a_page_keeps_its_shape() -> None:
    page = (
        "<h1>News</h1><p>One <b>two</b>  <i> three</i><br>four</p><ul><li>a<ul><li>b</li></ul></li></ul>"
        "<ol start=3><li>c</li></ol><blockquote><p>q</p></blockquote><pre>x  y\nz</pre>"
        "<table><tr><th>k</th><td>l|m</td></tr><tr><td><p>n</p></td></tr></table><a href='https://x.example'>w</a>"
        "<figure><img src=p alt='A  pier'><figcaption>Better words</figcaption></figure>tail<img src=none><li>lone</li>"
        "<p>before <img src=q alt=q.png> after</p></li></a></ul></td></tr><table><tr></tr><tr><td>in</table>"
    )
    read = read_html(page, lambda address: "" if address == "none" else f"{address}.png")
    markdown = markdown_of(read)
    assert text_of(markdown).split("\n") == [
        *(
            "News",
            "One two three\u2028four",
            "a",
            "b",
            "c",
            "q",
            "x  y\u2028z",
            "k\tl|m",
            "n",
            "w",
            "Better words",
            "tail",
        ),
        *("lone", "before", "after", "in"),
    ]
    assert kinds_of(markdown)[:6] == [
        ("heading", 1, ""),
        ("paragraph", 0, ""),
        ("list-item", 1, "•"),
        ("list-item", 2, "•"),
        ("list-item", 1, "3."),
        ("quote", 0, ""),
    ]
    assert "**two** *three*" in markdown
    assert "![Better words](p.png)" in markdown
    assert "![](q.png)" in markdown


def test_nothing_of_a_page_is_run_or_kept_but_words() -> None:
    page = "<p onclick='x()'>Words<script>bad()</script><style>p{}</style> &amp; <a href='javascript:x'>more</a></p>"
    assert markdown_of(read_html(page)) == "Words & more\n"
    around = "<nav>Menu</nav><p>Words</p><aside>Also</aside><form>Name</form><footer>Foot</footer>"
    assert markdown_of(read_html(around, of_web=True)) == "Words\n"
    assert "Foot" in markdown_of(read_html(around))


def test_what_stands_at_the_edges_is_left_out() -> None:
    blank = Piece(" \t", strong=True)
    assert markdown_of([Paragraph(BlockKind.PARAGRAPH, (blank, Piece(" Words "), blank))]) == "Words\n"
    assert markdown_of(
        read_html("<table><tr><td>a</td><td><ul><li>b</li></ul></td></tr><tr><td>c</td><td></td></table>")
    )
    assert markdown_of([Paragraph(BlockKind.PARAGRAPH, (Piece("a\ud800"),))]) == "a\ufffd\n"
