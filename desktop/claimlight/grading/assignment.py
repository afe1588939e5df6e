"""Choose who is matched with whom: the exact optimum, the same whatever arrives first.

Aims, in order: (1) credit weighted; (2) credit on optional items; (3) matches with full credit; (4) nearness of ends;
(5) the canonical order. Each candidate's contribution to all five is packed into one whole number, so that adding and
comparing these numbers adds and compares the aims in their order.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimlight.grading.candidates import Candidate, Kind
from claimlight.grading.key import PreparedKey

SMALL = 12
"""Highlights and items of a component that is solved with every kind of candidate."""


def better_alone(key: PreparedKey, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The best of `candidates` for one and the same item, or none where none is better."""
    worthy = [(aims, one) for one in candidates if (aims := _aims(key, one)) >= (0, 0, 0, 0)]
    if len(worthy) < 2:
        return [one for _, one in worthy]
    most = max(aims for aims, _ in worthy)
    return [min((one for aims, one in worthy if aims == most), key=_order)]


def assign(key: PreparedKey, candidates: Iterable[Candidate]) -> tuple[list[Candidate], bool]:
    """The best set of candidates in which each mark and each item comes at most once.

    And whether a component was too large for any but single highlights.
    """
    chosen: list[Candidate] = []
    any_large = False
    for component in components(candidates):
        if len(component) == 1:
            chosen += better_alone(key, component)
            continue
        large = len({node for candidate in component for node in _nodes(candidate)}) > SMALL
        any_large = any_large or large
        chosen += solve_large(key, component) if large else solve_small(key, component)
    return chosen, any_large


def _order(candidate: Candidate) -> tuple[tuple[int, ...], int, int, int]:
    """Canonical: the smaller list of highlights first, single before split before merge; of covers, by the target."""
    covering = candidate.earnings[0].answer if candidate.kind is Kind.COVER else (0, 0)
    return candidate.marks, candidate.kind, *covering


def components(candidates: Iterable[Candidate]) -> list[list[Candidate]]:
    """Sets of candidates that share neither marks nor items with each other."""
    parent: dict[int, int] = {}

    def root(node: int) -> int:
        while (above := parent.setdefault(node, node)) != node:
            parent[node] = node = parent[above]
        return node

    everything = [(candidate, _nodes(candidate)) for candidate in candidates]
    for _, (first, *others) in everything:
        for other in others:
            parent[root(other)] = root(first)
    found: defaultdict[int, list[Candidate]] = defaultdict(list)
    for candidate, (first, *_) in everything:
        found[root(first)].append(candidate)
    return list(found.values())


def _nodes(candidate: Candidate) -> list[int]:
    """What a candidate uses up: marks by their number, items by -1 - their number."""
    return [*candidate.marks, *(-1 - touch.item.number for touch in candidate.earnings)]


def _aims(key: PreparedKey, candidate: Candidate) -> tuple[int, int, int, int]:
    """What a candidate adds to the first four aims."""
    weighted = optional = full = apart = 0
    for touch in candidate.earnings:
        weighted += touch.item.worth * touch.credit
        optional += touch.credit if touch.item.item.optional else 0
        full += touch.credit == key.one
        apart += touch.distance
    return weighted, optional, full, -apart


def _values(key: PreparedKey, component: Sequence[Candidate]) -> list[int]:
    """Each candidate's aims as one number. No sum of a lower aim can make up for one step of a higher."""
    items = sorted({touch.item.number for candidate in component for touch in candidate.earnings})
    place = {number: place for place, number in enumerate(reversed(items))}
    orders = [_order(candidate) for candidate in component]
    ranks = sorted(set(orders), reverse=True)
    rank = {named: number for number, named in enumerate(ranks, start=1)}
    base = len(ranks) + 1
    aims = [_aims(key, candidate) for candidate in component]
    scales = [2 * len(items) * max(abs(aim[level]) for aim in aims) + 1 for level in (1, 2, 3)]
    values = []
    for candidate, named, aim in zip(component, orders, aims, strict=True):
        value = aim[0]
        for level, scale in zip(aim[1:], scales, strict=True):
            value = value * scale + level
        order = sum(rank[named] * base ** place[touch.item.number] for touch in candidate.earnings)
        values.append(value * base ** len(items) + order)
    return values


def solve_small(key: PreparedKey, component: Sequence[Candidate]) -> list[Candidate]:
    """The best packing of candidates, by items in turn and what is still free: every kind of candidate."""
    values = _values(key, component)
    by_item: defaultdict[int, list[int]] = defaultdict(list)
    nodes = [frozenset(_nodes(candidate)) for candidate in component]
    for number, candidate in enumerate(component):
        by_item[min(touch.item.number for touch in candidate.earnings)].append(number)
    best: dict[frozenset[int], tuple[int, list[int]]] = {frozenset(): (0, [])}
    for numbers in by_item.values():
        for used, (value, chosen) in list(best.items()):
            for number in numbers:
                if used & nodes[number]:
                    continue
                more = value + values[number]
                now_used = used | nodes[number]
                if now_used not in best or more > best[now_used][0]:
                    best[now_used] = (more, [*chosen, number])
    _, chosen = max(best.values(), key=lambda found: found[0])
    return [component[number] for number in chosen]


def solve_large(key: PreparedKey, component: Sequence[Candidate]) -> list[Candidate]:
    """The best one-to-one assignment of single highlights (Hungarian method, in whole numbers)."""
    alone = [candidate for candidate in component if candidate.kind is Kind.SINGLE]
    if not alone:
        return []
    values = _values(key, alone)
    by_item: defaultdict[int, list[int]] = defaultdict(list)
    for number in sorted(range(len(alone)), key=values.__getitem__, reverse=True):
        numbers = by_item[alone[number].earnings[0].item.number]
        if values[number] > 0:
            numbers.append(number)
    # With n items, an item never needs more than its n best marks: the other items take at most n - 1 of these.
    rows = [numbers[: len(by_item)] for numbers in by_item.values()]
    columns = {mark: column for column, mark in enumerate(sorted({alone[n].marks[0] for row in rows for n in row}))}
    gains: list[dict[int, int]] = [{columns[alone[n].marks[0]]: values[n] for n in row} for row in rows]
    at = [{columns[alone[n].marks[0]]: n for n in row} for row in rows]
    return [alone[at[row][column]] for row, column in enumerate(best_columns(gains, len(columns))) if column in at[row]]


def best_columns(gains: Sequence[dict[int, int]], columns: int) -> list[int]:
    """For each row a column of its own such that the sum of gains is greatest.

    `gains[row]` holds the columns that gain anything; a row for which none is left gets a column beyond `columns`.
    The Hungarian method with potentials (Kuhn 1955; shortest augmenting paths), O(rows² · columns).
    """
    table = _Table(gains, width=columns + len(gains))
    for row in range(len(gains)):
        table.add(row)
    return [table.holder.index(row) for row in range(len(gains))]


class _Table:
    """Rows with the columns they hold so far, and prices at which each row holds a column that is best for it."""

    def __init__(self, gains: Sequence[dict[int, int]], width: int) -> None:
        self.gains = gains
        self.row_price = [0] * len(gains)
        self.column_price = [0] * width
        self.holder: list[int | None] = [None] * width

    def add(self, row: int) -> None:
        """Give `row` a column, moving other rows along the path that costs least."""
        slack = self._costs(row)
        before: list[int | None] = [None] * len(slack)
        reached: list[int] = []
        unseen = set(range(len(slack)))
        while True:
            column = min(unseen, key=lambda other: (slack[other], other))
            self._reprice(row, reached, slack[column])
            step = slack[column]
            for other in unseen:
                slack[other] -= step
            unseen.remove(column)
            holder = self.holder[column]
            if holder is None:
                break
            reached.append(column)
            for other, cost in enumerate(self._costs(holder)):
                if other in unseen and cost < slack[other]:
                    slack[other], before[other] = cost, column
        self._move(row, column, before)

    def _costs(self, row: int) -> list[int]:
        gain, price = self.gains[row], self.row_price[row]
        return [-gain.get(column, 0) - price - its_price for column, its_price in enumerate(self.column_price)]

    def _reprice(self, row: int, reached: Sequence[int], step: int) -> None:
        self.row_price[row] += step
        for column in reached:
            holder = self.holder[column]
            assert holder is not None, "the path goes on only through columns that are held"
            self.row_price[holder] += step
            self.column_price[column] -= step

    def _move(self, row: int, column: int, before: Sequence[int | None]) -> None:
        """Shift every row on the path to the next column."""
        while (earlier := before[column]) is not None:
            self.holder[column] = self.holder[earlier]
            column = earlier
        self.holder[column] = row
