"""Write CoNLL's columns: a word a line with its tag (IOB2), and an empty line after each sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from claimlight.core.article import Span
from claimlight.core.errors import WorkError
from claimlight.files.exchange.conll import pieces
from claimlight.files.exchange.holding import overlaps
from claimlight.files.exchange.markings import Markings, Remark, remark


def conll_rows(markings: Markings) -> tuple[str, tuple[Remark, ...]]:
    """The rows, and how many marks had to grow to whole words, or shrink where they ended at blanks.

    An empty row comes first where the text begins with what would be taken for a byte order mark. Raises WorkError for
    marks that share a word, which has one tag here, and for one on blanks alone.
    """
    words = pieces(markings.text.text)
    starts, ends = [word.start for word in words], [word.end for word in words]
    for first, second in overlaps(markings):
        raise WorkError("format-without-overlaps", highlight=first.id, other=second.id)
    tags: dict[Span, tuple[str, str]] = {}
    changed = 0
    for mark in markings.marks:
        covered = words[bisect_right(ends, mark.start) : bisect_left(starts, mark.end)]
        if not covered:
            raise WorkError("format-without-empty", highlight=mark.id)
        changed += (covered[0].start, covered[-1].end) != (mark.start, mark.end)
        for word in covered:
            if word in tags:
                raise WorkError("format-without-overlaps", highlight=tags[word][1], other=mark.id)
            tags[word] = (f"{'B' if word == covered[0] else 'I'}-{mark.label}", mark.id)
    told = (remark("ends-moved", count=changed),) if changed else ()
    rows = "".join(_rows(markings, words, {word: tag for word, (tag, _) in tags.items()}))
    return ("\n" if rows.startswith("\ufeff") else "") + rows, told


def _rows(markings: Markings, words: tuple[Span, ...], tags: dict[Span, str]) -> Iterator[str]:
    """Sentences end where the text's do, but never within a mark."""
    text = markings.text
    last = -1
    for word in words:
        tag = tags.get(word, "O")
        sentence = text.sentence_index(word.start)
        if 0 <= last != sentence and not tag.startswith("I-"):
            yield "\n"
        last = sentence
        yield f"{text[word]}\t{tag}\n"
