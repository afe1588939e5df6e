"""What is said about a highlight is on disk at once, and every gesture can be undone."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlight.core.article import Span
from claimlight.core.identity import new_id
from claimlight.core.lesson import Mode
from claimlight.files.lesson_folder import read_lesson
from claimlight.files.places import lessons
from claimlight.session.reading import ReadingSession
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from claimlight.wording.gestures import gesture_name

LESSON = read_lesson(lessons() / "significant-losses")
PLACES = (
    (Span(0, 20), "claim"),
    (Span(40, 60), "denial"),
    (Span(80, 90), "unverified-figure"),
    (Span(95, 110), "unverified-figure"),
)


class Desk:
    """A session on a workbook of its own, with four highlights."""

    def __init__(self, folder: Path) -> None:
        self._folder = open_data_folder(folder)
        self.workbook = open_workbook(self._folder)
        self.workbook.keep_lesson(LESSON, b"")
        attempt = self.workbook.open_attempt(self.workbook.last_person(), LESSON, "article", Mode.PRACTICE)
        self.session = ReadingSession(self.workbook, LESSON, attempt, new_id)
        self.ids = [self.session.highlight(span, label) or "" for span, label in PLACES]

    def kept(self) -> dict[str, object]:
        return {each.id: each for each in self.workbook.annotations(self.session.attempt)}

    def close(self) -> None:
        self.workbook.close()
        self._folder.close()


@pytest.fixture
def desk(qapp: object, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.close()


def test_who_says_it_is_kept_and_taken_back(desk: Desk) -> None:
    session, claim = desk.session, desk.ids[0]
    assert session.set_attribute(claim, "source", ("Dmitry Peskov",))
    assert session.set_attribute(claim, "status", ("confirmed",))
    assert session.annotations[claim].attributes == (("source", ("Dmitry Peskov",)), ("status", ("confirmed",)))
    assert desk.kept() == session.annotations
    assert not session.set_attribute(claim, "source", ("Dmitry Peskov",)), "that was said already"
    assert session.undoable == "evidence"
    assert session.set_attribute(claim, "source", ())
    assert session.annotations[claim].attribute("source") == ()
    assert session.undoable == "source"
    assert desk.kept() == session.annotations


def test_a_denial_is_linked_one_way_and_figures_both_ways(desk: Desk) -> None:
    session = desk.session
    claim, denial, one, other = desk.ids
    assert session.link(denial, "denies", claim)
    assert [link.target for link in session.annotations[denial].links] == [claim]
    assert session.annotations[claim].links == ()
    assert session.link(one, "conflicts_with", other)
    assert [link.target for link in session.annotations[one].links] == [other]
    assert [link.target for link in session.annotations[other].links] == [one]
    assert desk.kept() == session.annotations
    assert not session.link(other, "conflicts_with", one), "they are linked"
    assert not session.link(one, "conflicts_with", one), "nothing contradicts itself"
    assert session.unlink(other, session.annotations[other].links[0].id)
    assert not session.annotations[one].links
    assert not session.annotations[other].links
    assert not session.unlink(one, "nowhere")
    session.undo()
    assert session.annotations[one].links
    assert session.annotations[other].links
    assert desk.kept() == session.annotations


def test_a_link_goes_with_either_end_and_comes_back(desk: Desk) -> None:
    session = desk.session
    claim, denial, *_figures = desk.ids
    session.link(denial, "denies", claim)
    session.remove(claim)
    assert not session.annotations[denial].links
    session.undo()
    assert session.annotations[denial].links
    session.remove(denial)
    session.undo()
    assert session.annotations[denial].links
    assert desk.kept() == session.annotations


def test_sure_is_kept(desk: Desk) -> None:
    session, claim = desk.session, desk.ids[0]
    for sure in (True, False, None):
        assert session.set_sure(claim, sure)
        assert session.annotations[claim].sure is sure
        assert desk.kept() == session.annotations
    assert not session.set_sure(claim, None)
    assert session.undoable == "sure"


def test_every_gesture_has_a_name(desk: Desk) -> None:
    names = {gesture_name(gesture) for gesture in ("source", "evidence", "link", "unlink", "sure", "chain")}
    assert gesture_name("change") not in names


gestures = st.one_of(
    st.tuples(
        st.just("set_attribute"),
        st.integers(0, 3),
        st.sampled_from(["source", "status", "chain", "figure-value", "other"]),
        st.lists(st.sampled_from(["Anna Ruiz", "unnamed", "contested", "ع"]), max_size=2).map(tuple),
    ),
    st.tuples(
        st.just("link"), st.integers(0, 3), st.sampled_from(["denies", "conflicts_with", "supports"]), st.integers(0, 3)
    ),
    st.tuples(st.just("unlink"), st.integers(0, 3), st.integers(0, 2)),
    st.tuples(st.just("set_sure"), st.integers(0, 3), st.sampled_from([True, False, None])),
    st.tuples(st.just("remove"), st.integers(0, 3)),
    st.tuples(st.just("relabel"), st.integers(0, 3), st.sampled_from(["claim", "denial"])),
)


@given(st.lists(gestures, max_size=12))
@settings(max_examples=40)
def test_every_run_of_gestures_is_undone_and_done_again(run: list[tuple[object, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        session = desk.session
        seen = [dict(session.annotations)]
        for name, number, *rest in run:
            id = desk.ids[number]  # type: ignore[call-overload]
            if id in session.annotations and _do(desk, str(name), id, rest):
                seen.append(dict(session.annotations))
                assert desk.kept() == session.annotations
        for before in reversed(seen[:-1]):
            assert session.undo()
            assert session.annotations == before == desk.kept()
        for after in seen[1:]:
            assert session.redo()
            assert session.annotations == after == desk.kept()
        desk.close()


def _do(desk: Desk, name: str, id: str, rest: list[object]) -> object:
    session = desk.session
    if name == "link":
        kind, target = rest
        other = desk.ids[target]  # type: ignore[call-overload]
        return other in session.annotations and session.link(id, str(kind), other)
    if name == "unlink":
        links = session.annotations[id].links
        return len(links) > rest[0] and session.unlink(id, links[rest[0]].id)  # type: ignore[operator, index]
    return getattr(session, name)(id, *rest)
