"""Any run of gestures, undo, redo, checks and restarts on disk equals a pure model of it."""

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from claimlight.core.annotation import Annotation, Link, Quote
from claimlight.core.article import Span
from claimlight.core.history import Change, Edit, apply, removal
from claimlight.core.identity import new_id
from claimlight.core.lesson import Mode
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from store.student import make_lesson

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 500), st.integers(1, 40))
attributes = st.dictionaries(words, st.lists(words, max_size=3).map(tuple), max_size=2).map(
    lambda said: tuple(sorted(said.items()))
)
said = st.fixed_dictionaries(
    {
        "label": st.sampled_from(["claim", "denial", "unverified-figure"]),
        "span": spans,
        "quote": st.builds(Quote, words, words, words),
        "attributes": attributes,
        "note": words,
        "sure": st.sampled_from([None, True, False]),
    }
)


@dataclass
class Page:
    """What one attempt should hold: the highlights, and what led to them."""

    order: dict[str, int]
    annotations: dict[str, Annotation]
    done: list[Change]
    undone: list[Change]

    def makes(self, change: Change) -> None:
        self.annotations = apply(change, self.annotations)
        for edit in change.edits:
            self.order.setdefault(edit.id, len(self.order))

    @property
    def in_order(self) -> tuple[Annotation, ...]:
        return tuple(sorted(self.annotations.values(), key=lambda annotation: self.order[annotation.id]))


class WorkOnDisk(RuleBasedStateMachine):
    """Two attempts in turn, so that what happens in one is seen to leave the other alone."""

    @initialize()
    def begin(self) -> None:
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = open_data_folder(Path(self.temporary.name))
        self.workbook = open_workbook(self.folder)
        self.workbook.keep_lesson(make_lesson(), b"")
        first = self.workbook.open_attempt(self.workbook.last_person(), make_lesson(), "article", Mode.PRACTICE)
        self.attempts = [first, self.workbook.start_again(first)]
        self.pages = [Page({}, {}, [], []) for _ in self.attempts]
        self.at = 0

    @property
    def page(self) -> Page:
        return self.pages[self.at]

    def gesture(self, change: Change) -> None:
        self.workbook.record(self.attempts[self.at], change)
        self.page.makes(change)
        self.page.done.append(change)
        self.page.undone.clear()

    def one(self, data: st.DataObject) -> Annotation:
        return data.draw(st.sampled_from(self.page.in_order))

    @rule()
    def turn_to_the_other_attempt(self) -> None:
        self.at = 1 - self.at

    @rule(facts=st.lists(said, min_size=1, max_size=3))
    def highlight(self, facts: list[dict[str, object]]) -> None:
        self.gesture(Change(new_id(), "highlight", tuple(Edit(None, Annotation(new_id(), **one)) for one in facts)))

    @precondition(lambda self: self.page.annotations)
    @rule(data=st.data(), facts=said)
    def change(self, data: st.DataObject, facts: dict[str, object]) -> None:
        before = self.one(data)
        self.gesture(Change(new_id(), "change", (Edit(before, replace(before, **facts)),)))

    @precondition(lambda self: self.page.annotations)
    @rule(data=st.data(), kind=words)
    def link(self, data: st.DataObject, kind: str) -> None:
        before, target = self.one(data), self.one(data)
        links = (*before.links, Link(new_id(), kind, target.id))
        self.gesture(Change(new_id(), "link", (Edit(before, replace(before, links=links)),)))

    @precondition(lambda self: self.page.annotations)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        self.gesture(removal(new_id(), self.one(data), self.page.annotations))

    @rule()
    def undo(self) -> None:
        undone = self.workbook.undo(self.attempts[self.at])
        expected = self.page.done[-1].inverse if self.page.done else None
        assert undone == expected
        if undone:
            self.page.makes(undone)
            self.page.undone.append(self.page.done.pop())

    @rule()
    def redo(self) -> None:
        redone = self.workbook.redo(self.attempts[self.at])
        assert redone == (self.page.undone[-1] if self.page.undone else None)
        if redone:
            self.page.makes(redone)
            self.page.done.append(self.page.undone.pop())

    @precondition(lambda self: self.page.done)
    @rule()
    def undo_then_redo_is_nothing(self) -> None:
        before = self.workbook.annotations(self.attempts[self.at])
        self.workbook.undo(self.attempts[self.at])
        self.workbook.redo(self.attempts[self.at])
        assert self.workbook.annotations(self.attempts[self.at]) == before

    @rule()
    def check(self) -> None:
        assert self.workbook.check(self.attempts[self.at], "key", last=False).annotations == self.page.in_order
        self.page.done.clear()
        self.page.undone.clear()

    @rule()
    def restart(self) -> None:
        self.workbook.close()
        self.workbook = open_workbook(self.folder)

    @invariant()
    def the_disk_is_as_the_model(self) -> None:
        for attempt, page in zip(self.attempts, self.pages, strict=True):
            assert self.workbook.annotations(attempt) == page.in_order
            assert self.workbook.can_undo(attempt) == (page.done[-1].gesture if page.done else None)
            assert self.workbook.can_redo(attempt) == (page.undone[-1].gesture if page.undone else None)

    def teardown(self) -> None:
        self.workbook.close()
        self.folder.close()
        self.temporary.cleanup()


TestWorkOnDisk = WorkOnDisk.TestCase
TestWorkOnDisk.settings = settings(max_examples=30, stateful_step_count=25)
