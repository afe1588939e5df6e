"""The grading rules once more, by plain enumeration over sets of word numbers: slow, and nothing of the grader in it.

Only for small cases. It knows the core values and the rules' text; it never imports from `claimlight.grading`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from claimlight.core.annotation import Annotation
from claimlight.core.article import Span
from claimlight.core.lesson import Item, Lesson, Precision, Target

EDGES = {"the", "a", "that", "to", "and"}
"""Those edge words that the tests' texts use."""

NONE = ((999,), 0, 0, 0)
"""No candidate: comes after any."""

HALF, THREE_QUARTERS = Fraction(1, 2), Fraction(3, 4)


@dataclass(frozen=True)
class Verdict:
    score: Fraction
    earned: Fraction
    penalty: Fraction
    credits: dict[str, Fraction]
    matched: dict[str, tuple[str, ...]]
    fates: dict[str, str]


@dataclass(frozen=True)
class Way:
    """One way to hit one target of one item."""

    item: Item
    target: Target
    number: int
    core: frozenset[int]
    outer: frozenset[int]
    must: frozenset[int]
    first: int
    stop: int


@dataclass(frozen=True)
class Mark:
    id: str
    label: str
    first: int
    stop: int
    pieces: frozenset[int] | None = None
    """The words, where they are not all from first to stop."""

    @property
    def words(self) -> frozenset[int]:
        return frozenset(range(self.first, self.stop)) if self.pieces is None else self.pieces


@dataclass(frozen=True)
class Taken:
    """One mark, or several, with what they earn on each item that they use up, and by which way."""

    marks: tuple[int, ...]
    kind: str
    earns: dict[str, tuple[Fraction, int, Way]]
    covering: tuple[int, int] = (0, 0)

    @property
    def order(self) -> tuple[object, ...]:
        return self.marks, ("single", "split", "merge", "cover").index(self.kind), *self.covering


def covers(span: Span, word: Span) -> bool:
    inside = [position for position in range(word.start, word.end) if span.start <= position < span.end]
    return 2 * len(inside) >= word.end - word.start


class Oracle:
    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.article = lesson.texts[0].article
        key = lesson.texts[0].key
        assert key is not None
        self.key = key
        self.by_sentence = lesson.precision is Precision.SENTENCE
        self.words: list[Span] = []
        self.sentence_of: list[int] = []
        number = 0
        for sentence in self.article.text.sentences:
            kept = [w for w in sentence.tokens if not any(covers(zone, w) for zone in key.excluded)]
            self.words += kept
            self.sentence_of += [number] * len(kept)
            number += bool(kept)
        self.ways = {item.id: list(self._ways(item)) for item in key.items}
        self.items = sorted(
            (item for item in key.items if item.id not in lesson.example),
            key=lambda item: (min(self.range(item.main)), max(self.range(item.main)), item.label),
        )
        self.examples = [item for item in key.items if item.id in lesson.example]
        every_way = [way for ways in self.ways.values() for way in ways]
        self.every_way = every_way
        self.all_core = frozenset().union(*(way.core for way in every_way)) if every_way else frozenset()

    def in_span(self, span: Span) -> frozenset[int]:
        return frozenset(number for number, word in enumerate(self.words) if covers(span, word))

    def in_spans(self, spans: Iterable[Span]) -> frozenset[int]:
        return frozenset(number for span in spans for number in self.in_span(span))

    def range(self, target: Target) -> range:
        words = self.in_spans(target.joint or (target.span,))
        return range(min(words), max(words) + 1)

    def sentences(self, words: Iterable[int]) -> frozenset[int]:
        return frozenset(self.sentence_of[word] for word in words)

    def in_sentences(self, sentences: Iterable[int]) -> frozenset[int]:
        wanted = set(sentences)
        return frozenset(word for word, sentence in enumerate(self.sentence_of) if sentence in wanted)

    def default_core(self, words: Iterable[int]) -> frozenset[int]:
        left = sorted(words)
        text = [self.article.text[self.words[word]].lower() for word in left]
        if all(word in EDGES for word in text):
            return frozenset(left)
        while text[0] in EDGES:
            left, text = left[1:], text[1:]
        while text[-1] in EDGES:
            left, text = left[:-1], text[:-1]
        return frozenset(left)

    def default_outer(self, item: Item, run: range) -> frozenset[int]:
        home = self.in_sentences(self.sentences(run))
        words = set(run) | {w for w in home if min(abs(w - run[0]), abs(w - run[-1])) <= 2}
        text = self.article.text
        blocks = {text.block_index(self.words[word].start) for word in run}
        blocks = set(range(min(blocks), max(blocks) + 1))
        for said in (*item.speaker, *item.cue):
            if text.block_index(said.start) in blocks:
                words |= self.in_span(said)
        return frozenset(range(min(words), max(words) + 1))

    def _ways(self, item: Item) -> Iterator[Way]:
        for number, target in enumerate(item.targets):
            run = self.range(target)
            parts = [self.in_span(span) for span in target.joint] or [frozenset(run)]
            all_parts = frozenset().union(*parts)
            core = self.in_spans(target.core)
            cores = [core & part or self.default_core(part) for part in parts]
            outer = self.in_spans(target.outer) | frozenset(run) if target.outer else self.default_outer(item, run)
            must = self.in_spans(target.must)
            if not target.must:
                for span in item.denying:
                    denying = self.in_span(span)
                    if denying <= all_parts:
                        must |= denying
            yield Way(item, target, number, frozenset().union(*cores), outer, must, run.start, run.stop)
            if len(parts) > 1:
                for part, its_core in zip(parts, cores, strict=True):
                    yield Way(item, target, number, its_core, outer, must, min(part), max(part) + 1)

    def boundary(self, way: Way, words: frozenset[int]) -> Fraction:
        r = Fraction(len(words & way.core), len(way.core))
        if self.by_sentence:
            ranges = (self.range(target) for target in way.item.targets)
            home = self.in_sentences(s for run in ranges for s in self.sentences(run))
            return Fraction(r >= HALF and len(words - home) <= 2)
        p = Fraction(len(words & way.outer), len(words)) if words else Fraction(0)
        h = 2 * r * p / (r + p) if r + p else Fraction(0)
        if h < HALF:
            return Fraction(0)
        if way.must - words or h < Fraction(7, 10):
            return HALF
        return THREE_QUARTERS if h < Fraction(9, 10) else Fraction(1)

    def label_credit(self, way: Way, label: str) -> Fraction:
        if label == way.target.label:
            return Fraction(1)
        if self.by_sentence or label in {target.label for target in way.item.targets}:
            return Fraction(0)
        return self.lesson.codebook.credit(way.target.label, label)

    def credit(self, way: Way, words: frozenset[int], label: str) -> Fraction:
        return self.boundary(way, words) * self.label_credit(way, label) * way.target.factor

    def best(self, item: Item, mark: Mark) -> tuple[Fraction, int, Way]:
        """Credit, distance and way of the best target."""
        found = [
            (-self.credit(way, mark.words, mark.label), self.distance(way, mark), way.number, at, way)
            for at, way in enumerate(self.ways[item.id])
        ]
        credit, apart, _, _, way = min(found, key=lambda row: row[:4])
        return -credit, apart, way

    def best_of(self, item: Item, pieces: Sequence[Mark]) -> tuple[Fraction, int, Way]:
        """What one mark, or a split of two or three, earns; 0 where the marks are no split for this item."""
        if len(pieces) == 1:
            return self.best(item, pieces[0])
        words = frozenset().union(*(piece.words for piece in pieces))
        gaps = set(range(min(words), max(words) + 1)) - words
        others = [other for other in self.key.items if other.id != item.id]
        cores = frozenset().union(*(self.ways[other.id][0].core for other in others))
        narrow = not any({word, word + 1, word + 2, word + 3} <= gaps for word in gaps)
        fits = narrow and not gaps & cores and len({piece.label for piece in pieces}) == 1
        as_one = Mark("", pieces[0].label, min(words), max(words) + 1, words if fits else frozenset())
        credit, apart, way = self.best(item, as_one)
        return credit * Fraction(9, 10), apart, way

    def distance(self, way: Way, mark: Mark) -> int:
        return abs(mark.first - way.first) + abs(mark.stop - way.stop)

    def worth(self, item: Item) -> Fraction:
        return item.bonus if item.optional else item.weight

    def marks(self, annotations: Iterable[Annotation]) -> tuple[list[Mark], dict[str, str]]:
        fates: dict[str, str] = {}
        self.repeated: dict[str, str] = {}
        kept: dict[tuple[int, int, str], Mark] = {}
        for one in sorted(annotations, key=lambda one: self.first_of_same(one, annotations)):
            words = self.in_span(one.span)
            if not words:
                fates[one.id] = "ignored"
                continue
            place = (min(words), max(words) + 1, one.label)
            if place in kept:
                fates[one.id] = "repeat"
                self.repeated[one.id] = kept[place].id
            else:
                kept[place] = Mark(one.id, one.label, place[0], place[1])
        return [kept[place] for place in sorted(kept)], fates

    def first_of_same(self, one: Annotation, annotations: Iterable[Annotation]) -> tuple[object, ...]:
        """Of marks with the same words and label, the first by start, end, attributes, links and id."""
        places = {}
        for other in annotations:
            words = self.in_span(other.span)
            places[other.id] = (min(words), max(words) + 1, other.label) if words else (other.span.start, 0, "")
        links = sorted((link.type, places[link.target], link.id) for link in one.links)
        return one.span, one.attributes, links, one.id

    def candidates(self, marks: Sequence[Mark]) -> list[Taken]:
        """Everything that one mark, or two or three, could be matched with."""
        found = []
        for size in (1, 2, 3):
            for numbers in combinations(range(len(marks)), size):
                for item in self.items:
                    earned = self.best_of(item, [marks[n] for n in numbers])
                    found.append(Taken(numbers, "split" if size > 1 else "single", {item.id: earned}))
        for number, mark in enumerate(marks):
            for label in self.labels:
                found += [Taken((number,), "merge", earned) for earned in self.merged(mark, label)]
            found += self.covering(number, mark)
        return [one for one in found if all(credit > 0 for credit, _, _ in one.earns.values())]

    def merged(self, mark: Mark, label: str) -> Iterator[dict[str, tuple[Fraction, int, Way]]]:
        reached: list[tuple[Item, Way]] = []
        for item in self.items:
            ways = [way for way in self.ways[item.id] if way.number == 0 and item.label == label]
            most = [way for way in ways if Fraction(len(way.core & mark.words), len(way.core)) >= Fraction(4, 5)]
            if most:
                reached.append((item, min(most, key=lambda way: self.distance(way, mark))))
        core, outer, must = (
            frozenset().union(*(getattr(way, name) for _, way in reached)) for name in ("core", "outer", "must")
        )
        if Fraction(len(mark.words - outer), len(mark.words)) > Fraction(3, 10):
            return
        if len(reached) > 1 and len({item.group for item, _ in reached}) == 1 and reached[0][0].group:
            as_one = Way(reached[0][0], reached[0][1].target, 0, core, outer, must, 0, 0)
            b = self.boundary(as_one, mark.words)
        elif len(reached) == 2:
            b = HALF
        else:
            return
        yield {i.id: (b * self.label_credit(w, mark.label), self.distance(w, mark), w) for i, w in reached}

    def covering(self, number: int, mark: Mark) -> Iterator[Taken]:
        for at, item in enumerate(self.items):
            for way in self.ways[item.id]:
                others = [i for i in self.items if i.id in way.target.covers and i.id != item.id]
                same = [other for other in self.ways[item.id] if other.number == way.number]
                best = min(same, key=lambda w: (-self.credit(w, mark.words, mark.label), self.distance(w, mark)))
                if others and way is best:
                    credit = self.credit(way, mark.words, mark.label)
                    earns = {item.id: (credit, self.distance(way, mark), way)}
                    earns |= {other.id: (credit, 0, way) for other in others}
                    yield Taken((number,), "cover", earns, (at, way.number))

    @property
    def labels(self) -> list[str]:
        return sorted({item.label for item in self.items})

    def assignments(self, candidates: Sequence[Taken], items: Sequence[Item]) -> Iterator[tuple[Taken, ...]]:
        """Every choice of candidates that share neither marks nor items, by their first item."""
        if not items:
            yield ()
            return
        yield from self.assignments(candidates, items[1:])
        ids = {item.id for item in items}
        for one in candidates:
            if items[0].id in one.earns and ids >= set(one.earns):
                left = [item for item in items if item.id not in one.earns]
                free = [other for other in candidates if not set(other.marks) & set(one.marks)]
                for rest in self.assignments(free, left):
                    yield (one, *rest)

    def aims(self, chosen: Sequence[Taken]) -> tuple[object, ...]:
        by_item = {id: one for one in chosen for id in one.earns}
        found = [(item, *by_item[item.id].earns[item.id][:2]) for item in self.items if item.id in by_item]
        return (
            -sum(self.worth(item) * credit for item, credit, _ in found),
            -sum(credit for item, credit, _ in found if item.optional),
            -sum(credit == 1 for _, credit, _ in found),
            sum(apart for _, _, apart in found),
            tuple(by_item[item.id].order if item.id in by_item else NONE for item in self.items),
        )

    def hedged(self, id: str, one: Taken, mark: Mark, unused: Sequence[Mark]) -> Fraction:
        credit, _, way = one.earns[id]
        ways = [other for other in self.ways[way.item.id] if other.number == way.number]
        others = {}
        for other in unused:
            if other.label == mark.label or not any(self.boundary(each, other.words) for each in ways):
                continue
            elsewhere = [i for i in (*self.items, *self.examples) if i.id not in one.earns]
            if any(self.best(i, other)[0] > 0 for i in elsewhere):
                continue
            same = [target.factor for target in way.item.targets if target.label == other.label]
            others[other.label] = max(same) if same else self.label_credit(way, other.label) * way.target.factor
        used = self.label_credit(way, mark.label) * way.target.factor
        values = [used, *(min(used, value) for value in others.values())]
        return credit / used * sum(values) / len(values)

    def judge(self, annotations: Iterable[Annotation]) -> Verdict:
        marks, fates = self.marks(annotations)
        taken: dict[str, Taken] = {}
        beside: dict[str, list[Mark]] = {}
        if self.by_sentence:
            for item in self.items:
                earning = [(number, self.best(item, mark)) for number, mark in enumerate(marks)]
                earning = [one for one in earning if one[1][0] > 0]
                earning.sort(key=lambda one: (-one[1][0], one[1][1], one[0]))
                if earning:
                    (number, best), *others = earning
                    taken[item.id] = Taken((number,), "single", {item.id: best})
                    beside[item.id] = [marks[other] for other, _ in others]
        else:
            best = min(self.assignments(self.candidates(marks), self.items), key=self.aims)
            taken = {id: one for one in best for id in one.earns}
            used = {marks[n].id for one in best for n in one.marks}
            for item in self.items:
                if item.id in taken and taken[item.id].earns[item.id][2].item is item:
                    beside[item.id] = self.other_parts(taken[item.id].earns[item.id][2], taken[item.id], marks, used)
                    used |= {mark.id for mark in beside[item.id]}
        pieces = {id: [marks[n] for n in one.marks] for id, one in taken.items()}
        given = {id: [*some, *beside.get(id, [])] for id, some in pieces.items()}
        used = {mark.id for some in given.values() for mark in some}
        unused = [mark for mark in marks if mark.id not in used]
        credits = {
            i.id: self.hedged(i.id, taken[i.id], pieces[i.id][0], unused) if i.id in taken else Fraction(0)
            for i in self.items
        }
        owners = {mark.id: {id for id, some in given.items() if mark in some} for mark in marks}
        for id, some in given.items():
            credits[id] *= self.share(id, some, owners, marks, {one.id: one for one in annotations})
        fates |= dict.fromkeys(used, "matched")
        matched = {(one.earns[id][2].item.id, one.earns[id][2].number) for id, one in taken.items()}
        charged = set()
        for mark in unused:
            fates[mark.id], costs = self.left_over(mark, matched)
            charged |= {(sentence, mark.label if self.by_sentence else "") for sentence in costs}
        return self.total(credits, {id: tuple(m.id for m in some) for id, some in given.items()}, fates, len(charged))

    def share(
        self,
        id: str,
        some: Sequence[Mark],
        owners: dict[str, set[str]],
        marks: Sequence[Mark],
        annotations: dict[str, Annotation],
    ) -> Fraction:
        """What is left of an item's credit after its source, its evidence and its links."""
        ask = self.lesson.ask
        item = self.key.item(id)
        assert item is not None
        names = [name for column, name in (("source", "source"), ("evidence", "status")) if column in ask]
        said = annotations[some[0].id]
        parts = [Fraction(70)]
        wholes = [70]
        keyed = [name for name in names if item.attribute(name)]
        if keyed:
            right = [self.is_said(item.attribute(name), said.attribute(name)) for name in keyed]
            parts.append(15 * Fraction(sum(right), len(right)))
            wholes.append(15)
        hits, faults = self.links(id, some, owners, marks, annotations)
        if hits + faults:
            parts.append(15 * Fraction(hits, hits + faults))
            wholes.append(15)
        return sum(parts) / sum(wholes)

    def is_said(self, right: tuple[str, ...], said: tuple[str, ...]) -> bool:
        return bool(said) and {one.lower() for one in said} <= {one.lower() for one in right}

    def links(
        self,
        id: str,
        some: Sequence[Mark],
        owners: dict[str, set[str]],
        marks: Sequence[Mark],
        annotations: dict[str, Annotation],
    ) -> tuple[int, int]:
        columns = (("answers", "denies"), ("figures", "conflicts_with"))
        types = {type for column, type in columns if column in self.lesson.ask}
        keyed = {(i.id, link.type, link.item) for i in self.key.items for link in i.links if link.type in types}
        keyed |= {(b, type, a) for a, type, b in keyed if type == "conflicts_with"}
        keyed = {(a, type, b) for a, type, b in keyed if a != b}
        own = {mark.id for mark in some}
        drawn = {
            (mark.id, link.type, self.repeated.get(link.target, link.target))
            for mark in marks
            for link in annotations[mark.id].links
            if link.type in types
        }
        from_here = {(a, type, b) for a, type, b in drawn if a in own and b in owners and b not in own}
        found = {owner for ids in owners.values() for owner in ids}
        hits = faults = 0
        for a, type, b in keyed:
            if a == id and b in found:
                b_marks = {mark for mark, ids in owners.items() if b in ids}
                there = any(t == type and b in owners[end] for _, t, end in from_here)
                back = type == "conflicts_with" and any(
                    t == type and start in b_marks - own and end in own for start, t, end in drawn
                )
                if there or back:
                    hits += 1
                elif not b_marks & own:
                    faults += 1
        partners = {owner for mark in own for owner in owners[mark]}
        wrong = set()
        by_id = {mark.id: mark for mark in marks}
        in_order = [item.id for item in self.items]
        for start, type, end in from_here:
            if id != min(owners[start], key=in_order.index):
                continue
            fits = {b for a, t, b in keyed if a in partners and t == type}
            if owners[end]:
                if not owners[end] & fits:
                    wrong.add((type, frozenset(owners[end])))
                continue
            close = {way.item.id for way in self.every_way if way.core & by_id[end].words}
            shown = any(self.boundary(w, by_id[end].words) for i in self.examples for w in self.ways[i.id])
            if not close & fits and not shown:
                wrong.add((type, end))
        return hits, faults + len(wrong)

    def other_parts(self, way: Way, one: Taken, marks: Sequence[Mark], used: set[str]) -> list[Mark]:
        whole, *parts = (other for other in self.ways[way.item.id] if other.number == way.number)
        if way is whole:
            return []
        return [
            other
            for other in marks
            if other.id not in used
            and other.label == marks[one.marks[0]].label
            and any(part is not way and self.credit(part, other.words, other.label) > 0 for part in parts)
        ]

    def left_over(self, mark: Mark, matched: set[tuple[str, int]]) -> tuple[str, frozenset[int]]:
        if any(self.boundary(way, mark.words) for item in self.examples for way in self.ways[item.id]):
            return "example", frozenset()
        for decoy in self.key.decoys:
            trap = self.in_span(decoy.span)
            inside = len(trap & mark.words)
            if 2 * inside >= min(len(mark.words), len(trap)) and len(mark.words & self.all_core) < inside:
                return "trap hit", self.sentences(mark.words)
        for way in self.every_way:
            if self.boundary(way, mark.words) * way.target.factor > 0 and self.credit(way, mark.words, mark.label) == 0:
                return "wrong label", frozenset()
        without_core = self.sentences(mark.words) - self.sentences(self.all_core)
        for way in self.every_way:
            caught = len(way.core & mark.words)
            if 4 * caught >= len(way.core):
                return "near miss", without_core
            if (way.item.id, way.number) in matched and caught:
                return "near miss", without_core
        return "extra", self.sentences(mark.words)

    def total(
        self, credits: dict[str, Fraction], matched: dict[str, tuple[str, ...]], fates: dict[str, str], charged: int
    ) -> Verdict:
        required = [item for item in self.items if not item.optional]
        possible = sum((item.weight for item in required), Fraction(0))
        earned = sum((self.worth(item) * credits[item.id] for item in self.items), Fraction(0))
        rate, mean = self.key.rate, Fraction(1)
        if possible:
            mean = possible / len(required)
        else:
            rate, possible, earned = Fraction(1, 2), Fraction(1), earned + 1
        penalty = rate * mean * max(0, charged - self.lesson.allowance)
        score = 100 * min(Fraction(1), max(Fraction(0), (earned - penalty) / possible))
        return Verdict(score, earned, penalty, credits, matched, fates)


def judge(lesson: Lesson, annotations: Iterable[Annotation]) -> Verdict:
    return Oracle(lesson).judge(annotations)
