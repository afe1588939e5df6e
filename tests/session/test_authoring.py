"""A teacher's page: answers are marked with the student's pen, and everything is on disk, to be undone at any time."""

from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from hypothesis.strategies import booleans, data, integers, sampled_from

from claimlight.core.article import Span
from claimlight.core.errors import StoreError
from claimlight.core.lesson import Decoy, Item, ItemLink
from claimlight.files.key_json import Zone
from claimlight.session.authoring import AuthoringSession
from claimlight.store.classbook import Classbook, open_classbook
from claimlight.store.data_folder import open_data_folder
from claimlight.work.author_labels import LEFT_OUT, TRAP
from claimlight.work.draft_files import parts_of_lesson
from lesson_maker import built_lesson


@pytest.fixture
def parts(tmp_path):
    folder = built_lesson(tmp_path / "fares", key=None)
    return parts_of_lesson(folder)


@pytest.fixture
def classbook(tmp_path, ids, clock) -> Iterator[Classbook]:
    with open_data_folder(tmp_path / "data") as folder:
        book = open_classbook(folder, new_id=ids, clock=clock)
        yield book
        book.close()


@pytest.fixture
def session(classbook, parts, ids) -> AuthoringSession:
    return AuthoringSession(classbook, classbook.add_draft(parts), ids)


def at(session, words: str) -> Span:
    start = session.article.text.text.index(words)
    return Span(start, start + len(words))


def test_answers_traps_and_leftovers_are_marked_like_highlights(session):
    told = []
    session.changed.connect(told.append)
    claim = session.highlight(at(session, "Fares will double by spring"), "claim")
    trap = session.highlight(at(session, "It rained"), TRAP)
    left = session.highlight(at(session, "Tea was served"), LEFT_OUT)
    assert (claim, trap, left) == ("c1", "t1", "x1")
    assert [type(session.entry(id)) for id in (claim, trap, left)] == [Item, Decoy, Zone]
    assert [each.id for each in session.in_order()] == ["c1", "t1", "x1"]
    assert [change.gesture for change in told] == ["mark"] * 3
    assert [label.id for label in session.labels][-2:] == [TRAP, LEFT_OUT]
    key = session.draft.key()
    assert (len(key.items), len(key.decoys), len(key.excluded)) == (1, 1, 1)


def test_everything_said_about_an_answer_is_there_after_a_restart(session, classbook, ids):
    session.highlight(at(session, "Fares will double by spring"), "claim")
    session.highlight(at(session, "That is not true"), "denial")
    session.set_note("c1", "The mayor says so.")
    session.set_attribute("c1", "source", ["the mayor"])
    session.link("d1", "denies", "c1")
    session.set_weight("c1", Fraction(2))
    session.set_optional("d1", True)
    session.set_group("c1", "g")
    session.set_teacher_note("c1", "Ask who pays.")
    session.set_must_have("c1", (at(session, "double"),))
    session.set_may_have("c1", (at(session, "Fares will double by spring, the mayor said"),))
    session.set_must_words("d1", (at(session, "not"),))
    session.set_speaker("d1", (at(session, "Anna Ruiz"),))
    session.set_cue("d1", (at(session, "said"),))
    session.set_denying("d1", (at(session, "not"),))
    session.add_also_right("c1", at(session, "will double"), Fraction(3, 5), note="Nearly.")
    again = AuthoringSession(classbook, session.id, ids)
    assert again.draft.entries == session.draft.entries
    claim, denial = again.entry("c1"), again.entry("d1")
    assert claim.explanation == "The mayor says so."
    assert denial.links == (ItemLink("denies", "c1"),)
    assert claim.targets[1].factor == Fraction(3, 5)
    again.remove_also_right("c1", 0)
    assert len(again.entry("c1").targets) == 1
    (link,) = again.annotations["d1"].links
    assert again.unlink("d1", link.id)
    assert not again.unlink("d1", link.id)
    assert again.annotations["c1"].note == "The mayor says so."


def test_a_mark_over_marks_of_its_label_takes_them_in(session):
    session.highlight(at(session, "Fares will"), "claim")
    session.highlight(at(session, "by spring"), "claim")
    session.highlight(at(session, "That is not true"), "denial")
    session.link("d1", "denies", "c2")
    assert session.highlight(at(session, "Fares will double by spring"), "claim") == "c1"
    assert {*session.annotations} == {"c1", "d1"}
    assert session.entry("d1").links == ()
    assert session.highlight(at(session, "will double"), "claim") == "c1"
    session.undo()
    assert {*session.annotations} == {"c1", "c2", "d1"}
    assert session.entry("d1").links == (ItemLink("denies", "c2"),)


def test_an_answer_changes_its_label_and_its_ends(session):
    session.highlight(at(session, "Some 400 people"), "claim")
    session.set_note("c1", "Nobody counted.")
    session.set_must_have("c1", (at(session, "400 people"),))
    session.set_may_have("c1", (at(session, "Some 400 people came"),))
    assert session.relabel("c1", "unverified-figure")
    assert not session.relabel("c1", "unverified-figure")
    assert session.entry("c1").main.label == "unverified-figure"
    assert session.move_ends("c1", at(session, "Some 400"))
    assert (session.entry("c1").main.core, len(session.entry("c1").main.outer)) == ((), 1)
    assert not session.move_ends("c1", Span(3, 3))
    assert session.relabel("c1", TRAP)
    assert session.entry("c1").explanation == "Nobody counted."
    assert session.move_ends("c1", at(session, "400 people"))
    assert session.relabel("c1", LEFT_OUT)
    assert not session.set_note("c1", "words that nobody reads")
    assert not session.set_optional("c1", True)
    assert session.relabel("c1", TRAP)
    assert session.relabel("c1", "claim")
    assert not session.set_speaker("c1", ())


def test_the_text_changes_under_the_answers(session):
    session.highlight(at(session, "Fares will double by spring"), "claim")
    session.highlight(at(session, "Some 400 people"), "unverified-figure")
    retold, changed = [], []
    session.retold.connect(lambda: retold.append(session.article.text.text))
    session.changed.connect(changed.append)
    markdown = session.draft.markdown.replace("double", "nearly double").replace("Some 400 people", "Nobody")
    assert session.set_markdown(markdown)
    assert not session.set_markdown(markdown)
    assert (len(retold), changed) == (1, [])
    assert session.in_doubt() == ("c1",)
    assert {*session.draft.lost} == {"f1"}
    assert session.confirm("c1")
    assert session.in_doubt() == ()
    assert session.degree("c1") == "same"
    assert session.find_again("f1", at(session, "It was late"))
    assert session.entry("f1").label == "unverified-figure"
    session.undo()
    assert session.drop_lost("f1")
    assert session.draft.lost == {}
    for _ in range(3):
        session.undo()
    assert {*session.annotations} == {"c1", "f1"}
    assert session.redo().gesture == "text"


def test_the_sheet_is_written_and_refused(session):
    errors = []
    session.failed.connect(errors.append)
    assert session.set_sheet(title="Buses", minutes=15)
    assert session.lesson.title == "Buses"
    assert not session.set_sheet(minutes=0)
    assert [error.code for error in errors] == ["field-too-small"]
    assert session.set_sheet(language="ar", direction="rtl")
    assert session.article.direction == "rtl"


def test_what_the_disk_refuses_changes_nothing(session, classbook):
    errors = []
    session.failed.connect(errors.append)
    classbook.read_only = StoreError("workbook-read-only", file=classbook.file)
    assert session.highlight(at(session, "Fares"), "claim") is None
    assert not session.keep_version("given")
    assert session.undo() is None
    assert (session.annotations, len(errors)) == ({}, 3)
    classbook.read_only = None
    assert session.keep_version("given")
    assert [version.reason for version in classbook.versions(session.id)] == ["given"]
    assert session.undo() is None


def test_proposals_are_accepted_in_one_gesture(session):
    span = at(session, "Some 400 people")
    session.accept("accept", [Decoy("t1", span, "Counted."), Zone("x1", at(session, "Tea was served"))])
    assert {*session.annotations} == {"t1", "x1"}
    assert session.set_bonus("t1", Fraction(1)) is False
    session.undo()
    assert session.annotations == {}


class AnyGestures(RuleBasedStateMachine):
    """Whatever an author does can be undone to the beginning, and done again to where it was."""

    @initialize(source=data())
    def begin(self, source) -> None:
        import tempfile
        from pathlib import Path

        self.place = tempfile.TemporaryDirectory()
        root = Path(self.place.name)
        folder = built_lesson(root / "fares", key=None)
        self.opened = open_data_folder(root / "data")
        self.book = open_classbook(self.opened.__enter__())
        number = iter(range(10_000))
        self.session = AuthoringSession(
            self.book, self.book.add_draft(parts_of_lesson(folder)), lambda: f"change-{next(number)}"
        )
        self.begun = dict(self.session.draft.parts)

    def span(self, source) -> Span:
        words = [word for sentence in self.session.article.text.sentences for word in sentence.tokens]
        first = source.draw(integers(0, len(words) - 1))
        last = source.draw(integers(first, min(len(words) - 1, first + 5)))
        return Span(words[first].start, words[last].end)

    @rule(source=data(), label=sampled_from(["claim", "denial", TRAP, LEFT_OUT]))
    def mark(self, source, label) -> None:
        self.session.highlight(self.span(source), label)

    @rule(source=data(), what=integers(0, 4), yes=booleans())
    def change(self, source, what, yes) -> None:
        if not self.session.annotations:
            return
        ids = sorted(self.session.annotations)
        id, other = source.draw(sampled_from(ids)), source.draw(sampled_from(ids))
        (
            lambda: self.session.remove(id),
            lambda: self.session.move_ends(id, self.span(source)),
            lambda: self.session.relabel(id, "claim" if yes else "denial"),
            lambda: self.session.link(id, "denies", other),
            lambda: self.session.set_optional(id, yes),
        )[what]()

    @rule(source=data())
    def retell(self, source) -> None:
        markdown = self.session.draft.markdown
        start = source.draw(integers(0, len(markdown)))
        end = source.draw(integers(start, min(len(markdown), start + 12)))
        if markdown[:start].strip() or markdown[end:].strip():
            self.session.set_markdown(markdown[:start] + source.draw(sampled_from(["", "x", " so "])) + markdown[end:])

    def teardown(self) -> None:
        end = dict(self.session.draft.parts)
        steps = 0
        while self.session.undo() is not None:
            steps += 1
        assert dict(self.session.draft.parts) == self.begun
        for _ in range(steps):
            assert self.session.redo() is not None
        assert dict(self.session.draft.parts) == end == self.book.parts(self.session.id)
        self.book.close()
        self.opened.__exit__(None, None, None)
        self.place.cleanup()


TestAnyGestures = AnyGestures.TestCase
TestAnyGestures.settings = settings(max_examples=15, stateful_step_count=12, deadline=None)
