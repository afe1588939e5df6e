"""What could be cleaned is proposed, each for itself; nothing changes before it is accepted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.article import Direction, Span
from claimlight.files.article_import.source import Format, Source
from claimlight.files.markdown_text import build_text
from claimlight.files.plain_text import paragraphs, plain_markdown
from claimlight.wording.cleaning import KINDS, say_becomes, say_kind
from claimlight.work.cleaning import Cleaning, cleaned, look_over
from claimlight.work.cleaning_kinds import Kind
from strategies import inline, plain_texts

PLAIN = (
    "Share\u00a0· Copy link · Print · 14 comments\n\n"
    "Harbour\u00a0minister Ida\u00a0Kroon\u00a0told\u00a0Coast Radio,\u00a0“The pier is safe,”\u00a0and later added“we "
    "checked it twice.”\u00a0 Nobody was hurt, she said.\n\n"
    "The port counted\u00a01,200 visitors. The news\u00adpaper doubts the exam- ple, a pre- and post-war count.\n\n"
    "A report is due, which would inevitably lead to more questions…\n\n"
    "Republished from the Pier Post with permission\n\n"
    "Sign up for the harbour in your inbox"
)
MARKDOWN = (
    "# Pier\u00a0news\r\n\r\nBy Tamsin Vale\r\n\r\nHe [said](https://x.example/a_(b))“no.” "
    "She *answered*“yes”  to\u00a0\r\n"
    "**all**.\u00a0 `a  b`\r\n\r\n> Quoted \\*stars\\*  twice\r\n> and\u00a0more\r\n\r\n- one\u00a0item\r\n"
    "- Subscribe to us\r\n\r\n\u00a0\r\n\r\nRead more: *Piers*\r\nof the world\r\n\r\n```\nx\u00a0y\n```\r\n"
)


def plain(words: str, **told: str) -> Cleaning:
    return look_over(Source(Format.PLAIN, plain_markdown(paragraphs(words)), **told))


def markdown(words: str, **told: str) -> Cleaning:
    return look_over(Source(Format.MARKDOWN, words, **told))


def after(cleaning: Cleaning, *kinds: Kind) -> str:
    chosen = [each for each in cleaning.proposals if each.kind in kinds or not kinds]
    return build_text(cleaned(cleaning, chosen)[0], "en", Direction.LEFT_TO_RIGHT).text


def told(cleaning: Cleaning) -> list[tuple[str, list[str]]]:
    return [(each.kind, [cleaning.text[span] for span in each.places]) for each in cleaning.proposals]


def test_each_kind_is_proposed_with_its_places():
    cleaning = plain(PLAIN)
    first, last, rights = (PLAIN.split("\n\n")[n] for n in (0, -1, -2))
    assert told(cleaning) == [
        (Kind.SHARE_BAR, [first]),
        (Kind.RIGHTS, [rights]),
        (Kind.NEWSLETTER, [last]),
        (Kind.NO_BREAK_SPACES, ["\u00a0"] * 9),
        (Kind.MISSING_SPACES, [""]),
        (Kind.DOUBLED_SPACES, [" "]),
        (Kind.INVISIBLE, ["\u00ad"]),
        (Kind.BROKEN_WORDS, ["- "]),
    ]
    assert [notice.code for notice in cleaning.notices] == ["no-headline", "cut-off"]
    assert all(say_kind(each.kind, len(each.places)) and say_becomes(each.kind) for each in cleaning.proposals)
    assert set(Kind) == KINDS


def test_everything_accepted_reads_as_an_article():
    assert after(plain(PLAIN)) == (
        "Harbour minister Ida Kroon told Coast Radio, “The pier is safe,” and later added “we checked it twice.” "
        "Nobody was hurt, she said.\nThe port counted 1,200 visitors. The newspaper doubts the example, a pre- and "
        "post-war count.\nA report is due, which would inevitably lead to more questions…"
    )


def test_one_kind_accepted_changes_nothing_else():
    cleaning = plain(PLAIN)
    assert after(cleaning, Kind.MISSING_SPACES) == cleaning.text.text.replace("added“", "added “")
    assert after(cleaning, Kind.DOUBLED_SPACES) == cleaning.text.text.replace("\u00a0 Nobody", "\u00a0Nobody")
    assert after(cleaning, Kind.NO_BREAK_SPACES) == cleaning.text.text.replace("\u00a0", " ")


def test_nothing_accepted_leaves_every_byte():
    for cleaning in (plain(PLAIN), markdown(MARKDOWN)):
        words, offsets = cleaned(cleaning, ())
        assert (words, offsets.replacements) == (cleaning.source.markdown, ())


def test_markdown_keeps_its_markup_and_its_code():
    cleaning = markdown(MARKDOWN, title="Pier news", byline="Tamsin Vale")
    assert cleaned(cleaning, cleaning.proposals)[0] == (
        "He [said](https://x.example/a_(b)) “no.” She *answered* “yes” to\\ **all**. `a  b`\r\n\r\n"
        "> Quoted \\*stars\\* twice\r\n> and more\r\n\r\n- one item\r\n\r\n```\nx\u00a0y\n```\r\n"
    )


def test_a_headline_counts_only_above_the_article():
    words = "\n\n".join(["# Pier news", *["It rained."] * 5, "By Tamsin Vale", "Pier news"])
    cleaning = markdown(words, title="Pier news", byline="Tamsin Vale")
    assert told(cleaning) == [(Kind.HEADLINE, ["Pier news"])]


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("Er sagte: „Nein“ und ging.", "de", None),
        ("Er sagte„Nein“und ging.", "de", "Er sagte „Nein“ und ging."),
        ('He said"no"and left.', "en", 'He said "no" and left.'),
        ('A 5" nail', "en", None),
        ("Elle dit «\u00a0non\u00a0» ; et\u202f?", "fr", None),
        ("彼は“はい”と言った。", "ja", None),
        ("เขาพูดว่า“ใช่”แล้ว\u200bเดินไป", "th", None),
        ("Hän sanoi”ei”ja lähti", "fi", None),
        ("well- known, and well-known before", "en", "well-known, and well-known before"),
        ("the exam\u00ad ple", "en", "the example"),
        ("Anna- Maria", "en", None),
    ],
)
def test_what_a_language_means_is_left(words, language, expected):
    cleaning = look_over(Source(Format.PLAIN, plain_markdown((words,))), language)
    assert after(cleaning) == (expected or words)
    assert bool(cleaning.proposals) == (expected is not None)


def test_a_paragraph_of_blanks_goes_as_one():
    cleaning = plain("One.\n\n\u00a0\u200b\n\nTwo.")
    assert after(cleaning, Kind.NO_BREAK_SPACES) == "One.\nTwo."


def test_places_move_along():
    cleaning = plain(PLAIN)
    words, offsets = cleaned(cleaning, cleaning.proposals)
    text = build_text(words, "en", Direction.LEFT_TO_RIGHT).text
    for quote in ("The pier is safe,", "1,200 visitors", "we checked it twice", "A report is due"):
        at = cleaning.text.text.index(quote)
        moved = offsets.span(Span(at, at + len(quote)))
        assert text[moved.start : moved.end] == quote
    gone = offsets.span(cleaning.text.blocks[-1].span)
    assert not gone


PARTS = PLAIN.split("\n\n") + MARKDOWN.split("\r\n\r\n")
sources = st.one_of(
    plain_texts().map(lambda words: plain_markdown(paragraphs(words))),
    st.lists(inline(), min_size=1, max_size=4).map("\n\n".join),
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=8).map("\n\n".join),
)


@given(sources, st.data())
def test_any_choice_gives_what_it_promises(source, data):
    """Nothing accepted: nothing changed. Any choice, in any order: the same, and the map leads there."""
    cleaning = markdown(source, title="Pier news")
    assert cleaned(cleaning, ())[0] == source
    chosen = data.draw(st.permutations(cleaning.proposals).map(lambda all: all[: data.draw(st.integers(0, 9))]))
    words, offsets = cleaned(cleaning, chosen)
    assert cleaned(cleaning, chosen[::-1])[0] == words
    text = build_text(words, "en", Direction.LEFT_TO_RIGHT).text
    before = cleaning.text.text
    grown = sum(each.size - len(each.old) for each in offsets.replacements)
    assert len(text) == len(before) + grown
    done = 0
    for each in offsets.replacements:
        kept = Span(done, each.old.start)
        if kept:
            moved = offsets.span(kept)
            assert text[moved.start : moved.end] == before[kept.start : kept.end]
        done = each.old.end
