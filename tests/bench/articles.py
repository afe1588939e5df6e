"""Articles and marks of any size, the same in every run, for benches."""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import cycle, islice

from claimlight.core.article import Article, Direction, Span, Text
from claimlight.core.codebook import Label
from claimlight.files.codebook_file import read_codebook
from claimlight.files.markdown_text import build_text
from claimlight.files.places import assets
from claimlight.ui.article_view import PageMark

SENTENCES = (
    "Tap water is safe to drink again, the Water Board said on Thursday, eleven days after families fell ill.",
    "“Every sample we have taken since Monday meets the standard,” its director, Ilse Varnholt, told a meeting.",
    "The Tern Street clinic says as many as 640 people may have fallen ill since the start of the month.",
    "The board puts the number at 90.",
    "Neither says how it counted.",
    "Dr Paulo Renzi, who runs the clinic, accused the board of having known about the valve since January.",
    "Ms Varnholt rejected this.",
)
_PER_PARAGRAPH = 4


@cache
def article_of_words(words: int) -> Article:
    """A news article of about `words` words."""
    return _article(_text(lambda text: sum(len(sentence.bounds) // 2 for sentence in text.sentences), words))


@cache
def article_of_characters(characters: int) -> Article:
    """A news article of about `characters` characters."""
    return _article(_text(lambda text: len(text.text), characters))


@cache
def article_of_one_paragraph(words: int) -> Article:
    """An article that is one paragraph, with no end in sight."""
    sentences = (f"This is sentence number {n} of one paragraph." for n in range(words // 8))
    return _article(build_text(" ".join(sentences), "en", Direction.LEFT_TO_RIGHT))


@cache
def labels() -> tuple[Label, ...]:
    return read_codebook(assets() / "codebooks" / "news-basics.toml").labels


def marks_on(article: Article, count: int) -> tuple[PageMark, ...]:
    """`count` highlights of about nine words, evenly spread; every third lies over another."""
    names = [label.id for label in labels()]
    sentences = article.text.sentences
    step = len(sentences) / count
    return tuple(
        PageMark(f"mark{n}", _some_words(sentences[int(n * step) - n % 3 // 2].tokens), names[n % len(names)])
        for n in range(count)
    )


def _some_words(tokens: Sequence[Span]) -> Span:
    return Span(tokens[0].start, tokens[min(8, len(tokens) - 1)].end)


def _text(size: Callable[[Text], int], wanted: int) -> Text:
    """A text of the wanted size, to within a paragraph."""
    sample = _built(len(SENTENCES) * 2)
    return _built(round(wanted / size(sample) * len(SENTENCES) * 2))


def _built(paragraphs: int) -> Text:
    sentences = cycle(SENTENCES)
    markdown = "\n\n".join(" ".join(islice(sentences, _PER_PARAGRAPH)) for _ in range(paragraphs))
    return build_text(markdown, "en", Direction.LEFT_TO_RIGHT)


def _article(text: Text) -> Article:
    return Article(
        name="article",
        headline="Harrowmere told its taps are safe as clinic counts the sick",
        byline="By Tamsin Vale",
        dateline="Harrowmere",
        language="en",
        direction=Direction.LEFT_TO_RIGHT,
        text=text,
    )
