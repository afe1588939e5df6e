"""Make an answer key ready to grade with, or refuse it with a reason."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate
from math import lcm

from claimlight.core.article import Text
from claimlight.core.codebook import Codebook
from claimlight.core.errors import LessonError
from claimlight.core.lesson import AnswerKey, Item, Lesson, LessonText, Precision, Target
from claimlight.grading import boundary
from claimlight.grading.asked import prepare_asked
from claimlight.grading.edge_words import edge_words
from claimlight.grading.item_verdicts import missed
from claimlight.grading.key import PreparedDecoy, PreparedItem, PreparedKey, PreparedTarget, Spot, Stakes, Way
from claimlight.grading.key_faults import refuse_faulty_numbers, refuse_faulty_spans, refuse_same_answer_twice
from claimlight.grading.ranges import Range, Ranges, common, count, shared, union
from claimlight.grading.words import Words, words_that_count

WIDER = 2
"""Words on each side that a highlight may take along without harm."""

FEW = 8
"""Fewer sentences than these have their cost worked out once and for all."""

SPLIT_TENTHS = 9
"""A split earns nine tenths."""


def prepare(lesson: Lesson, text: str = "article") -> PreparedKey:
    """The answers of one text of `lesson`, ready to grade with. Raises LessonError where they cannot be used."""
    chosen = lesson.text(text)
    if chosen is None:
        raise LessonError("key-text-unknown", lesson=lesson.title, text=text)
    if chosen.key is None:
        raise LessonError("key-held-back", lesson=lesson.title, text=text)
    key = chosen.key
    if key.text_hash and key.text_hash != chosen.article.text.text_hash:
        raise LessonError("key-text-changed", file=f"{text}.key.json", text=text)
    refuse_faulty_numbers(key, lesson.codebook, file=f"{text}.key.json")
    return _prepared(lesson, chosen, key)


def _prepared(lesson: Lesson, chosen: LessonText, key: AnswerKey) -> PreparedKey:
    file = f"{chosen.article.name}.key.json"
    text = chosen.article.text
    words = words_that_count(text, key.excluded)
    unit = _unit(value for item in key.items for value in _pay_fractions(item, lesson.codebook))
    weight_unit = _unit(_worth(item) for item in key.items)
    maker = _Maker(
        text=text,
        words=words,
        edges=edge_words(chosen.article.language),
        codebook=lesson.codebook,
        by_sentence=lesson.precision is Precision.SENTENCE,
        unit=unit,
        weight_unit=weight_unit,
        file=file,
    )
    items = sorted(map(maker.item, key.items), key=lambda item: (item.main.whole.range, item.item.label))
    refuse_same_answer_twice(items, file)
    ordered = sorted(items, key=lambda item: item.item.id in lesson.example)
    graded_ids = [item.item.id for item in ordered if item.item.id not in lesson.example]
    numbers = {id: number for number, id in enumerate(graded_ids)}
    items = [_placed(item, number, numbers) for number, item in enumerate(ordered)]
    graded = tuple(items[: len(graded_ids)])
    spots_of = tuple(map(_spots_of, items))
    spots = tuple(sorted((spot for of_item in spots_of for spot in of_item), key=lambda spot: spot.first))
    core = union(run for item in items for target in item.targets for run in target.whole.core)
    one = boundary.ONE * unit
    credits = _credits(items, one)
    worths = {item.worth for item in graded}
    return PreparedKey(
        text=text,
        words=words,
        by_sentence=maker.by_sentence,
        labels={id: place for place, id in enumerate(sorted(label.id for label in lesson.codebook.labels))},
        items=graded,
        examples=tuple(items[len(graded) :]),
        spots=spots,
        spot_starts=tuple(spot.first for spot in spots),
        spots_of=spots_of,
        longest=max((spot.stop - spot.first for spot in spots), default=0),
        decoys=_decoys(key, words),
        core_before=_core_before(core, len(words)),
        main_cores=_main_cores(items),
        core_sentences=frozenset(number for run in core for number in words.sentences(run)),
        sentences=tuple(words.span(words.sentence(number)) for number in range(len(words.firsts) - 1)),
        opposites=_opposites(lesson.codebook),
        credits=credits,
        points={worth: {n: Fraction(worth, weight_unit) * credit for n, credit in credits.items()} for worth in worths},
        one=one,
        weight_unit=weight_unit,
        stakes=_stakes(graded, key.rate),
        missed=tuple(missed(item, words) for item in graded),
        asked=prepare_asked(lesson, [item.item for item in items], chosen.article.language),
        allowance=max(0, lesson.allowance),
        positions=tuple(words.starts[item.main.whole.range.start] for item in graded),
    )


def _placed(item: PreparedItem, number: int, numbers: Mapping[str, int]) -> PreparedItem:
    """The item with its number, and with the numbers of the graded items that its targets cover."""
    targets = []
    for target in item.targets:
        covers = sorted({numbers[id] for id in target.target.covers if id in numbers} - {number})
        targets.append(replace(target, covers=tuple(covers), reaches=(number, *covers)))
    return replace(item, number=number, targets=tuple(targets))


@dataclass(frozen=True, slots=True)
class _Maker:
    """Turns items into prepared ones; holds what all of them need."""

    text: Text
    words: Words
    edges: frozenset[str]
    codebook: Codebook
    by_sentence: bool
    unit: int
    """What makes every label credit × factor whole."""
    weight_unit: int
    file: str

    def item(self, item: Item) -> PreparedItem:
        targets = tuple(self._target(item, number, target) for number, target in enumerate(item.targets))
        return PreparedItem(
            number=0,
            item=item,
            targets=targets,
            home=union(self.words.sentences_around(target.whole.range) for target in targets),
            best_pay=_best_pay(targets),
            worth=int(_worth(item) * self.weight_unit),
        )

    def _target(self, item: Item, number: int, target: Target) -> PreparedTarget:
        words = self.words
        parts = tuple(sorted(map(words.covered, target.joint))) or (words.covered(target.span),)
        core, outer, must = map(words.covered_by_all, (target.core, target.outer, target.must))
        refuse_faulty_spans(self.file, item.id, target, parts, (core, outer, must))
        denying = union(run for run in map(words.covered, item.denying) if _inside(run, union(parts)))
        must = must or denying
        ways = self._ways(parts, core, must)
        pay = self._pay(item, target)
        return PreparedTarget(
            number=number,
            target=target,
            ways=ways,
            outer=union((*outer, *(way.range for way in ways))) if outer else self._outer(item, ways[0].range),
            must=must,
            says_no=shared(must, denying) > 0,
            pay=pay,
            own_pay=pay[target.label],
            is_full=target.factor == 1,
        )

    def _ways(self, parts: tuple[Range, ...], core: Ranges, must: Ranges) -> tuple[Way, ...]:
        """The whole and, of a broken answer, each part; a part that the given core leaves out has its default core."""
        cores = [common(core, (part,)) or (self._without_edges(part),) for part in parts]
        whole = _way(Range(parts[0].start, parts[-1].stop), union(run for runs in cores for run in runs), must)
        if len(parts) == 1:
            return (whole,)
        pairs = zip(parts, cores, strict=True)
        return whole, *(_way(part, runs, must, number) for number, (part, runs) in enumerate(pairs))

    def _without_edges(self, words: Range) -> Range:
        matters = [word for word in range(*words) if not self._is_edge(word)]
        return Range(matters[0], matters[-1] + 1) if matters else words

    def _is_edge(self, word: int) -> bool:
        return self.text.text[self.words.starts[word] : self.words.ends[word]].casefold() in self.edges

    def _outer(self, item: Item, words: Range) -> Ranges:
        """Two words more on each side within the sentences, and on to who says it in the same paragraphs."""
        sentences = self.words.sentences_around(words)
        companions = [run for run in self._companions(item, words) if run.start < run.stop]
        start = min([max(sentences.start, words.start - WIDER), *(run.start for run in companions)])
        stop = max([min(sentences.stop, words.stop + WIDER), *(run.stop for run in companions)])
        return (Range(start, stop),)

    def _companions(self, item: Item, words: Range) -> list[Range]:
        """Speaker and reporting verb, where they stand in a block that the words touch."""
        span = self.words.span(words)
        blocks = range(self.text.block_index(span.start), self.text.block_index(span.end - 1) + 1)
        return [
            self.words.covered(said)
            for said in (*item.speaker, *item.cue)
            if self.text.block_index(said.start) in blocks
        ]

    def _pay(self, item: Item, target: Target) -> Mapping[str, int]:
        """What each label of the codebook earns on the target: the table holds only for labels no target has."""
        own = {other.label for other in item.targets}
        pay = {}
        for label in self.codebook.labels:
            if label.id == target.label:
                credit = Fraction(1)
            elif label.id in own or self.by_sentence:
                credit = Fraction(0)
            else:
                credit = self.codebook.credit(target.label, label.id)
            pay[label.id] = int(credit * target.factor * self.unit)
        return pay


def _way(run: Range, core: Ranges, must: Ranges, part: int | None = None) -> Way:
    return Way(run, core, count(core), union((*core, *must)), part)


def _inside(run: Range, words: Ranges) -> bool:
    return run.start < run.stop and shared((run,), words) == run.stop - run.start


def _worth(item: Item) -> Fraction:
    return item.bonus if item.optional else item.weight


def _unit(values: Iterable[Fraction]) -> int:
    """The smallest number that makes each of `values` whole."""
    return lcm(*(value.denominator for value in values))


def _pay_fractions(item: Item, codebook: Codebook) -> Iterable[Fraction]:
    for target in item.targets:
        yield target.factor
        for _, _, credit in codebook.credits:
            yield target.factor * credit


def _best_pay(targets: tuple[PreparedTarget, ...]) -> Mapping[str, int]:
    best: dict[str, int] = {}
    for target in targets:
        label = target.target.label
        best[label] = max(best.get(label, 0), target.own_pay)
    return best


def _stakes(items: tuple[PreparedItem, ...], rate: Fraction) -> Stakes:
    weights = [item.item.weight for item in items if not item.item.optional]
    possible = sum(weights, Fraction(0))
    given, price = (Fraction(0), rate * possible / len(weights)) if possible else (Fraction(1), Fraction(1, 2))
    costs = tuple(sentences * price for sentences in range(FEW))
    losses = tuple(-cost for cost in costs)
    return Stakes(possible=possible or Fraction(1), given=given, price=price, costs=costs, losses=losses)


def _spots_of(item: PreparedItem) -> tuple[Spot, ...]:
    return tuple(
        Spot(
            way.core[0].start,
            way.core[-1].stop,
            item,
            target,
            way,
            count(target.must),
            (item.number, target.number),
        )
        for target in item.targets
        for way in target.ways
    )


def _decoys(key: AnswerKey, words: Words) -> tuple[PreparedDecoy, ...]:
    found = (PreparedDecoy(decoy, words.covered(decoy.span)) for decoy in key.decoys)
    return tuple(sorted(found, key=lambda decoy: (decoy.words, decoy.decoy.id)))


def _main_cores(items: list[PreparedItem]) -> Mapping[int, tuple[int, ...]]:
    found: defaultdict[int, tuple[int, ...]] = defaultdict(tuple)
    for item in items:
        for run in item.main.whole.core:
            for word in range(*run):
                found[word] += (item.number,)
    return dict(found)


def _core_before(core: Ranges, words: int) -> tuple[int, ...]:
    inside = [0] * words
    for run in core:
        inside[run.start : run.stop] = [1] * (run.stop - run.start)
    return (0, *accumulate(inside))


def _opposites(codebook: Codebook) -> frozenset[tuple[str, str]]:
    ids = [label.id for label in codebook.labels]
    return frozenset((keyed, given) for keyed in ids for given in ids if codebook.credit(keyed, given) == 0)


def _credits(items: list[PreparedItem], one: int) -> Mapping[int, Fraction]:
    """Every credit that a candidate can have, made into a fraction once."""
    pays = {pay for item in items for target in item.targets for pay in target.pay.values()}
    parts = (boundary.HALF, boundary.THREE_QUARTERS, boundary.ONE)
    full = {part * pay for part in parts for pay in pays}
    split = {part * SPLIT_TENTHS // 10 * pay for part in parts for pay in pays}
    return {credit: Fraction(credit, one) for credit in {0} | full | split}
