"""Lessons and highlights on the articles of the benches."""

from claimlight.core.annotation import Annotation, quote_of
from claimlight.core.article import Article, Span
from claimlight.core.identity import new_id
from claimlight.core.lesson import AnswerKey, Lesson, LessonText
from claimlight.files.codebook_file import read_codebook
from claimlight.files.places import assets


def lesson_of(article: Article, key: AnswerKey | None = None) -> Lesson:
    """A lesson on `article` that trains every label."""
    codebook = read_codebook(assets() / "codebooks" / "news-basics.toml")
    return Lesson(
        id=article.text.text_hash[:16],
        slug="bench",
        version=1,
        title="Bench",
        author="",
        licence="",
        language="en",
        codebook=codebook,
        texts=(LessonText(article, key),),
        hash=article.text.text_hash,
        labels=tuple(label.id for label in codebook.labels),
    )


def highlight_on(article: Article, span: Span, label: str) -> Annotation:
    return Annotation(new_id(), label, span, quote_of(article.text, span))
