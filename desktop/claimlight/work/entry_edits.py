"""What an author says about one answer, as a new answer: pure functions from entry to entry."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from claimlight.core.article import Span
from claimlight.core.lesson import Decoy, Item, ItemLink, Target
from claimlight.files.key_json import Entry, Zone
from claimlight.work.author_labels import entry_at, label_of


def on_span(entry: Entry, span: Span) -> Entry:
    """`entry` on other words. Limits of its main target that the new words leave behind go with the old ones."""
    if not isinstance(entry, Item):
        return replace(entry, span=span)
    main = entry.main
    kept = replace(
        main,
        span=span,
        joint=(),
        core=_inside(main.core, span),
        must=_inside(main.must, span),
        outer=tuple(each for each in main.outer if each.start <= span.start and span.end <= each.end),
    )
    return replace(entry, targets=(kept, *entry.targets[1:]), denying=_inside(entry.denying, span))


def under_label(entry: Entry, label: str) -> Entry:
    """`entry` under another label, with all that can still be said about it."""
    if label_of(entry) == label:
        return entry
    if isinstance(entry, Item):
        fresh = entry_at(entry.main.span, label, entry.id)
        if isinstance(fresh, Item):
            main = replace(entry.main, label=label)
            return replace(entry, label=label, targets=(main, *entry.targets[1:]))
        return replace(fresh, explanation=entry.explanation) if isinstance(fresh, Decoy) else fresh
    fresh = entry_at(entry.span, label, entry.id)
    said = "" if isinstance(entry, Zone) else entry.explanation
    return fresh if isinstance(fresh, Zone) else replace(fresh, explanation=said)


def explained(entry: Entry, explanation: str) -> Entry:
    return entry if isinstance(entry, Zone) else replace(entry, explanation=explanation)


def with_values(item: Item, name: str, values: Sequence[str]) -> Item:
    """`item` with `values` as what is right under the attribute `name`; none take it back."""
    others = [pair for pair in item.attributes if pair[0] != name]
    said = [(name, tuple(values))] if values else []
    return replace(item, attributes=tuple(sorted((*others, *said))))


def linked(item: Item, type: str, target: str) -> Item:
    link = ItemLink(type, target)
    return item if link in item.links else replace(item, links=(*item.links, link))


def unlinked(item: Item, type: str, target: str) -> Item:
    return replace(item, links=tuple(link for link in item.links if link != ItemLink(type, target)))


def with_main(item: Item, **changed: object) -> Item:
    """`item` with other limits of its main target: `core`, `outer`, `must`, `joint`, `covers`."""
    return replace(item, targets=(replace(item.main, **changed), *item.targets[1:]))  # type: ignore[arg-type]


def also_right(item: Item, span: Span, factor: Fraction, label: str = "", note: str = "") -> Item:
    """`item` with one more way to be right; one on the same words under the same label takes the other's place."""
    target = Target(span, label or item.label, factor, note=note)
    others = [each for each in item.targets[1:] if (each.span, each.label) != (span, target.label)]
    return replace(item, targets=(item.main, *others, target))


def with_alternative(item: Item, number: int, *, factor: Fraction | None = None, label: str = "") -> Item:
    """`item` with another share of the points, or another label, for its alternative `number`, counted from 0."""
    targets = list(item.targets)
    before = targets[number + 1]
    targets[number + 1] = replace(
        before, factor=before.factor if factor is None else factor, label=label or before.label
    )
    return replace(item, targets=tuple(targets))


def joined(item: Item, parts: Sequence[Span]) -> Item:
    """`item` as a broken answer of these `parts`, of which any one or all together earn everything.

    One part makes it an answer in one piece again. Limits that lie outside are dropped.
    """
    ordered = tuple(sorted(parts))
    whole = Span(ordered[0].start, ordered[-1].end)
    moved = on_span(item, whole)
    assert isinstance(moved, Item), "an answer stays one"
    return with_main(moved, joint=ordered if len(ordered) > 1 else (), core=())


def without_alternative(item: Item, number: int) -> Item:
    """`item` without its alternative `number`, counted from 0."""
    others = item.targets[1:]
    return replace(item, targets=(item.main, *others[:number], *others[number + 1 :]))


def _inside(spans: tuple[Span, ...], whole: Span) -> tuple[Span, ...]:
    return tuple(span for span in spans if whole.start <= span.start and span.end <= whole.end)
