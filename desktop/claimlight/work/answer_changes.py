"""Changes of the answers: made one by one, and read from two versions of them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace

from claimlight.core.answer_change import AnswerChange, ChangeKind
from claimlight.core.article import Span
from claimlight.core.lesson import ONE, AnswerKey, Item, Lesson, Target
from claimlight.files.key_change import with_items
from claimlight.work.draft import without_mention
from claimlight.work.entry_edits import also_right

TRAP = ""
"""The label of a change that is about a trap."""


def changed_key(lesson: Lesson, text: str, key: AnswerKey, changes: Iterable[AnswerChange]) -> AnswerKey:
    """`key` after these changes; one about an answer that is not there any more changes nothing."""
    for change in changes:
        if change.kind is ChangeKind.REMOVED:
            key = replace(key, decoys=tuple(trap for trap in key.decoys if trap.id != change.item))
        key = with_items(key, tuple(_items(key, change)), lesson, text)
    return key


def changes_between(before: AnswerKey, after: AnswerKey) -> tuple[AnswerChange, ...]:
    """What is other in `after`, in the order of the page."""
    found = [*_of_items(before, after), *_of_traps(before, after)]
    return tuple(sorted(found, key=lambda change: (change.span, change.item, change.kind)))


def changes_json(changes: Iterable[AnswerChange]) -> str:
    return json.dumps([asdict(each) for each in changes])


def changes_from_json(said: str) -> tuple[AnswerChange, ...]:
    """What `changes_json` wrote."""
    return tuple(
        AnswerChange(ChangeKind(each["kind"]), each["item"], Span(**each["span"]), each["label"])
        for each in json.loads(said)
    )


def _items(key: AnswerKey, change: AnswerChange) -> Iterator[Item]:
    for item in key.items:
        if change.kind is ChangeKind.REMOVED:
            if item.id != change.item:
                yield without_mention(item, change.item)
        elif item.id != change.item:
            yield item
        elif change.kind is ChangeKind.ALSO_RIGHT and (change.span, change.label) != (item.main.span, item.label):
            yield also_right(item, change.span, ONE, change.label)
        elif change.kind is ChangeKind.NOT_COUNTED:
            yield replace(item, optional=True)
        else:
            yield item
    if change.kind is ChangeKind.BELONGS:
        known = {item.id for item in key.items} | {trap.id for trap in key.decoys}
        id = next(id for number in range(1, len(known) + 2) if (id := f"also{number}") not in known)
        yield Item(id, change.label, (Target(change.span, change.label),), optional=True)


def _of_items(before: AnswerKey, after: AnswerKey) -> Iterator[AnswerChange]:
    for old in before.items:
        new = after.item(old.id)
        if new is None:
            yield AnswerChange(ChangeKind.REMOVED, old.id, old.main.span, old.label)
        elif new != old:
            yield from _edited(old, new)
    for item in after.items:
        if before.item(item.id) is None:
            kind = ChangeKind.BELONGS if item.optional else ChangeKind.ADDED
            yield AnswerChange(kind, item.id, item.main.span, item.label)


def _edited(old: Item, new: Item) -> Iterator[AnswerChange]:
    """What is known by name; the rest as one edit, unless only what is said about the answer is other."""
    known = old
    for target in new.targets[1:]:
        if target not in old.targets:
            yield AnswerChange(ChangeKind.ALSO_RIGHT, new.id, target.span, target.label)
    known = replace(known, targets=(old.main, *new.targets[1:])) if _only_more(old, new) else known
    if new.optional and not old.optional:
        yield AnswerChange(ChangeKind.NOT_COUNTED, new.id, new.main.span, new.label)
        known = replace(known, optional=True)
    if _for_points(known) != _for_points(new):
        yield AnswerChange(ChangeKind.EDITED, new.id, new.main.span, new.label)


def _only_more(old: Item, new: Item) -> bool:
    return all(target in new.targets for target in old.targets[1:])


def _for_points(item: Item) -> Item:
    """Without what only explains."""
    plain = tuple(replace(target, note="") for target in item.targets)
    return replace(item, targets=plain, explanation="", note="", world=None)


def _of_traps(before: AnswerKey, after: AnswerKey) -> Iterator[AnswerChange]:
    old, new = ({trap.id: trap.span for trap in key.decoys} for key in (before, after))
    for id, span in old.items():
        if id not in new:
            yield AnswerChange(ChangeKind.REMOVED, id, span, TRAP)
        elif new[id] != span:
            yield AnswerChange(ChangeKind.EDITED, id, new[id], TRAP)
    for id, span in new.items():
        if id not in old:
            yield AnswerChange(ChangeKind.ADDED, id, span, TRAP)
