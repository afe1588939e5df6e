"""Write WebAnno TSV 3.3: a row for each word, and for each part of one that a mark begins or ends within."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from claimlight.core.article import Span
from claimlight.core.errors import WorkError
from claimlight.files.exchange.conll import pieces
from claimlight.files.exchange.layers import KIND, LABEL, LINKS, MARKS, NOTE
from claimlight.files.exchange.markings import Marking, Markings, Units
from claimlight.files.exchange.offsets import Offsets
from claimlight.files.exchange.webanno_text import escape_text, escape_value


def webanno_rows(markings: Markings) -> str:
    """The whole file. Lines of the text are its sentences, so that it can be put together again.

    Raises WorkError for a mark on an empty text.
    """
    names = sorted({name for mark in markings.marks for name, _ in mark.attributes})
    head = ["#FORMAT=WebAnno TSV 3.3"]
    if markings.marks:
        head.append(f"#T_SP={'|'.join((MARKS, LABEL, *names, NOTE))}")
        head.append(f"#T_RL={LINKS}|{KIND}|BT_{MARKS}")
    return "".join(f"{line}\n" for line in (*head, "", *_Rows(markings, names).lines()))


_Part = tuple[int, Span]
"""The number of a token, and which part of it."""


class _Rows:
    """Which rows each mark is on, and what each row says."""

    def __init__(self, markings: Markings, names: list[str]) -> None:
        self._marks = markings.marks
        self._names = names
        self._text = markings.text.text
        self._offsets = Offsets(self._text, Units.UTF_16)
        self._tokens, self._sentences = _tokens_and_sentences(self._text, self._marks)
        self._ends = [token.end for token in self._tokens]
        self._on: defaultdict[_Part, list[int]] = defaultdict(list)
        self._first: list[_Part] = []
        """Of each mark."""
        for number, mark in enumerate(self._marks):
            parts = self._parts(mark)
            self._first.append(parts[0])
            for part in parts:
                self._on[part].append(number)
        self._ids = self._row_ids()
        numbers = {mark.id: number for number, mark in enumerate(self._marks)}
        self._links: defaultdict[_Part, list[tuple[str, int, int]]] = defaultdict(list)
        """By the first row of what a link leads to: its type, from which mark, to which."""
        for source, mark in enumerate(self._marks):
            for link in mark.links:
                target = numbers[link.target]
                self._links[self._first[target]].append((link.type, source, target))

    def lines(self) -> Iterator[str]:
        rows = iter(self._ids.items())
        row = next(rows, None)
        for sentence in self._sentences:
            yield ""
            for line in self._text[sentence.start : sentence.end].split("\n"):
                yield f"#Text={escape_text(line)}"
            while row is not None and self._tokens[row[0][0]].start < sentence.end:
                yield self._line(*row)
                row = next(rows, None)

    def _parts(self, mark: Marking) -> list[_Part]:
        """Every token that `mark` touches, with what it covers of it."""
        ends = self._ends
        if mark.start == mark.end:
            token = bisect_left(ends, mark.start)
            if token == len(ends):
                raise WorkError("format-without-empty", highlight=mark.id)
            return [(token, mark.fragments[0])]
        first = bisect_right(ends, mark.start)
        until = bisect_left(self._tokens, mark.end, key=lambda token: token.start)
        touched = enumerate(self._tokens[first:until], start=first)
        return [(at, Span(max(token.start, mark.start), min(token.end, mark.end))) for at, token in touched]

    def _row_ids(self) -> dict[_Part, str]:
        """Every row in order, with its id: sentence, word, and part of the word."""
        parts: defaultdict[int, set[Span]] = defaultdict(set)
        for number, part in self._on:
            parts[number].add(part)
        ids: dict[_Part, str] = {}
        starts = [sentence.start for sentence in self._sentences]
        before = (0, 0)
        for at, token in enumerate(self._tokens):
            sentence = bisect_right(starts, token.start)
            before = (sentence, before[1] + 1 if before[0] == sentence else 1)
            id = f"{before[0]}-{before[1]}"
            ids[at, token] = id
            inner = sorted(parts[at] - {token}, key=lambda part: (part.start, -part.end))
            ids.update({(at, part): f"{id}.{count}" for count, part in enumerate(inner, start=1)})
        return ids

    def _line(self, part: _Part, id: str) -> str:
        span = part[1]
        start, end = self._offsets.units(span, id)
        cells = [id, f"{start}-{end}", escape_text(self._text[span.start : span.end])]
        return "".join(f"{cell}\t" for cell in (*cells, *(self._columns(part) if self._marks else ())))

    def _columns(self, part: _Part) -> Iterator[str]:
        on = [(number, self._marks[number]) for number in self._on.get(part, ())]
        yield _stack(_value(mark.label, number) for number, mark in on)
        for name in self._names:
            yield _stack(_value(next(iter(dict(mark.attributes).get(name, ())), None), number) for number, mark in on)
        yield _stack(_value(mark.note or None, number) for number, mark in on)
        links = self._links.get(part, ())
        yield _stack(escape_value(type) for type, _, _ in links)
        yield _stack(f"{self._ids[self._first[source]]}[{source + 1}_{target + 1}]" for _, source, target in links)


def _stack(values: Iterable[str]) -> str:
    found = list(values)
    return "|".join(found) if found else "_"


def _value(value: str | None, number: int) -> str:
    """With the number of its mark, which tells it from others, and ties it to that mark's other rows."""
    return f"{'*' if value is None else escape_value(value)}[{number + 1}]"


def _tokens_and_sentences(text: str, marks: Iterable[Marking]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What gets rows of its own, and what is set as sentences.

    Blanks are a token where the text begins with them or a mark begins or ends among them; otherwise a sentence ends at
    a line end before the next word, for just one line end between sentences can be told.
    """
    bounds = [(mark.start, mark.end) for mark in marks]
    starts, ends = sorted({start for start, _ in bounds}), sorted({end for _, end in bounds})
    tokens: list[Span] = []
    sentences: list[Span] = []
    begun = at = 0
    words = pieces(text)
    for word in (*words, Span(len(text), len(text))):
        gap = Span(at, word.start)
        if gap and (at == 0 or _any(starts, gap.start, gap.end) or _any(ends, gap.start + 1, gap.end + 1)):
            tokens.append(gap)
        elif word and gap and text[gap.end - 1] == "\n":
            sentences.append(Span(begun, gap.end - 1))
            begun = word.start
        tokens += [word] if word else []
        at = word.end
    return tuple(tokens), (*sentences, *([Span(begun, len(text))] if text else []))


def _any(numbers: list[int], start: int, end: int) -> bool:
    """Whether one of the sorted `numbers` is in `[start, end)`."""
    return bisect_left(numbers, start) < bisect_left(numbers, end)
