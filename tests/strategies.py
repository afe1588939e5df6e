"""Articles as people, mail programs and enemies write them: sources for property tests."""

from hypothesis import strategies as st

NASTY = (
    "aé1٣ א ب ש 語 ก็ ไ e\u0301 \u00a0 \u202f \u2003 \u3000 \u2028 \u2029 \ufeff \u2060 \u200d 👩\u200d👩\u200d👧 😀 𝒳 "
    "\t \x0b \x0c \x1c \x1f \x85 \x00 \x02 \x03 \ufdd0 \ufdd1 \ud800 \ufffd \U000f0000 \U000f0001 \r \r\n 🇺🇦 "
    "# ## > - + * _ ~ ` \\ | [ ] ( ) ! < > & ; : = . , ' \" “ ” ‘ ’ … 1. 12. ٣. 1) --- *** ___ ``` ~~~ === "
    "&amp; &#35; <b>x</b> <!-- c --> <http://x.org> <a@b.org> [1]: [^1] [^1]: ![a](b) [a](b) [a][1] {: .x} "
    "///Footnotes\u00a0Go\u00a0Here/// wzxhzdk:0 klzzwxh:0001 \\\u00a0 Dr. U.S. J. $3.5m 40% 5€"
)
_PIECES = tuple(dict.fromkeys((*NASTY.split(" "), " ", "  ", "    ")))

words = st.sampled_from(
    ("Fares", "will", "double,", "said", "“No.”", "1,351", "الكتاب", "שלום", "語る", "e\u0301t\u00a0e", "😀", "Dr.")
)
pieces = st.sampled_from(_PIECES) | words | st.text(max_size=4)


def plain_texts() -> st.SearchStrategy[str]:
    """Plain texts: any characters, any line ends, whatever Markdown would make of them."""
    line = st.lists(pieces, max_size=8).map("".join)
    return st.lists(line, max_size=8).flatmap(
        lambda lines: st.lists(
            st.sampled_from(("\n", "\n\n", "\r\n\r\n", "\n \t\n")), min_size=len(lines), max_size=len(lines)
        ).map(lambda ends: "".join(line + end for line, end in zip(lines, ends, strict=True)))
    )


def plain_paragraphs() -> st.SearchStrategy[str]:
    """One paragraph each: any characters but line ends, not blank."""
    return (
        st.lists(pieces, min_size=1, max_size=8)
        .map("".join)
        .map(lambda text: text.replace("\r", "").replace("\n", ""))
        .filter(lambda text: text.strip(" \t"))
    )


@st.composite
def inline(draw: st.DrawFn) -> str:
    """A line with emphasis, code, links, pictures, footnote marks and raw HTML."""
    wraps = (
        "{}",
        "*{}*",
        "**{}**",
        "_{}_",
        "`{}`",
        "``{} ` {}``",
        "[{}](http://x/y)",
        "![{}](p.png)",
        "{}[^1]",
        "[{}][r]",
    )
    return (
        " ".join(
            draw(st.sampled_from(wraps)).replace("{}", draw(st.lists(pieces, min_size=1, max_size=3).map(" ".join)))
            for _ in range(draw(st.integers(1, 4)))
        )
        .replace("\n", " ")
        .replace("\r", " ")
    )


_SHAPES = (
    *("{0}", "{0}\n{1}", "{0}  \n   {1}", "{0}\n```\n{1}\n```\n{2}", "<div>\n{0}\n</div>", "---"),
    *("# {0}", "{0}\n===", "## {0} ##\n{1}", "- # {0}\n  {1}"),
    *("> {0}\n> {1}", "> - {0}\n>\n> {1}", "> ```\n> {0}\n> ```", "> > {0}\n> {1}", "- > {0}\n-"),
    *("- {0}\n- {1}", "1. {0}\n2. {1}", "7. {0}\n\n8. {1}", "* {0}\n    * {1}\n        1. {2}", "1. {0}\n- {1}"),
    *("- {0}\n\n    {1}\n\n- {2}", "-\t{0}\n\t- {1}"),
    *("{0} | {1}\n--- | ---\n{2} | {0}", "| {0} | {1} |\n|:--|--:|\n| {2} |"),
    *("```\n{0}\n\n\t{1}\n```", "~~~ py\n{0}\n~~~", "    {0}\n\t\t{1}", "```\n{0}"),
    *("[^1]: {0}\n\n    {1}", "[^1]: {0}\n    - {1}", "[r]: http://r.org\n{0}"),
)


def block() -> st.SearchStrategy[str]:
    """One block of Markdown, well formed or not."""
    return st.tuples(st.sampled_from(_SHAPES), inline(), inline(), inline()).map(lambda made: made[0].format(*made[1:]))


def markdown_sources() -> st.SearchStrategy[str]:
    """Markdown sources: every construct we know, in any company, and rubbish between."""
    blocks = st.lists(block() | plain_texts(), max_size=6)
    return st.tuples(blocks, st.sampled_from(("\n\n", "\n", "\r\n\r\n", "\n\n\n"))).map(
        lambda made: made[1].join(made[0])
    )
