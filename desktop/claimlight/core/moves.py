"""Move about in a text as a reader does: to whole words, by word, by sentence, by paragraph."""

from bisect import bisect_left, bisect_right

from claimlight.core.article import Block, Sentence, Span, Text


def snapped(text: Text, span: Span) -> Span | None:
    """`span` widened to whole words, without what lies around them; None where it touches no word."""
    words = text.words_touching(span)
    return Span(words[0].start, words[-1].end) if words else None


def word_at(text: Text, position: int) -> Span | None:
    """The word that holds `position`, or ends there."""
    return snapped(text, Span(position, position + 1)) or snapped(text, Span(position - 1, position))


def sentence_at(text: Text, position: int) -> Sentence | None:
    """The sentence that holds `position`, or the nearest before it in its block, or its block's first.

    In a block without a sentence it is the nearest one before; None in a text that has none at all.
    """
    if not text.sentences:
        return None
    sentence = text.sentences[text.sentence_index(position)]
    block = text.blocks[text.block_index(position)]
    if sentence.start < block.start or sentence.start > position:
        following = next(text.sentences_touching(block.span), None)
        return following or sentence
    return sentence


def next_word(text: Text, position: int) -> int:
    """Where the first word after `position` begins; the end of the text if there is none."""
    return _step(text, position, starts=True, forward=True)


def previous_word(text: Text, position: int) -> int:
    """Where the nearest word before `position` begins; 0 if there is none."""
    return _step(text, position, starts=True, forward=False)


def next_word_end(text: Text, position: int) -> int:
    """Where the first word that ends after `position` ends."""
    return _step(text, position, starts=False, forward=True)


def previous_word_end(text: Text, position: int) -> int:
    """Where the nearest word that ends before `position` ends; 0 if there is none."""
    return _step(text, position, starts=False, forward=False)


def next_sentence(text: Text, position: int) -> int:
    starts = text.sentences
    index = bisect_right(starts, position, key=_start)
    return starts[index].start if index < len(starts) else len(text.text)


def previous_sentence(text: Text, position: int) -> int:
    index = bisect_left(text.sentences, position, key=_start) - 1
    return text.sentences[index].start if index >= 0 else 0


def next_paragraph(text: Text, position: int) -> int:
    index = text.block_index(position) + 1
    return text.blocks[index].start if index < len(text.blocks) else len(text.text)


def previous_paragraph(text: Text, position: int) -> int:
    """The start of the paragraph, or of the one before where the position is at its start already."""
    index = bisect_left(text.blocks, position, key=_start) - 1
    return text.blocks[index].start if index >= 0 else 0


def _start(piece: Block | Sentence) -> int:
    return piece.start


def _step(text: Text, position: int, *, starts: bool, forward: bool) -> int:
    """The nearest start or end of a word strictly beyond `position`, looked for sentence by sentence."""
    here = text.sentence_index(position)
    order = range(here, len(text.sentences)) if forward else range(min(here, len(text.sentences) - 1), -1, -1)
    for index in order:
        edges = text.sentences[index].bounds[0 if starts else 1 :: 2]
        at = bisect_right(edges, position) if forward else bisect_left(edges, position) - 1
        if 0 <= at < len(edges):
            return edges[at]
    return len(text.text) if forward else 0
