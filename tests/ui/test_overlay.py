"""Marks that overlap stand in lanes, and a line finds its marks without asking all of them."""

from collections.abc import Sequence
from itertools import combinations

from hypothesis import example, given
from hypothesis import strategies as st

from claimlight.ui.overlay import LANES, Overlay, OverlayMark, Shape, reading_order

LINED = (Shape.PLAIN, Shape.CAUGHT, Shape.IN_PART, Shape.NOT_IN_ANSWERS)


@st.composite
def marks(draw: st.DrawFn) -> OverlayMark:
    start = draw(st.integers(0, 60) | st.integers(500, 530) | st.integers(0, 3000))
    return OverlayMark(
        id=draw(st.sampled_from("abcdefghijklmnop")),
        start=start,
        end=start + draw(st.integers(1, 40) | st.integers(500, 1600)),
        label=draw(st.sampled_from(("claim", "denial"))),
        shape=draw(st.sampled_from(Shape)),
    )


def overlay_of(marks: Sequence[OverlayMark]) -> Overlay:
    overlay = Overlay()
    overlay.replace(marks)
    return overlay


def lanes(overlay: Overlay) -> dict[str, int]:
    return {mark.id: overlay.lane(mark) for mark in overlay}


def mark(id: str, start: int, end: int, shape: Shape = Shape.PLAIN) -> OverlayMark:
    return OverlayMark(id, start, end, "claim", shape)


def test_the_earlier_start_gets_the_upper_lane_and_then_the_longer() -> None:
    overlay = overlay_of([mark("short", 10, 20), mark("later", 12, 60), mark("long", 10, 40), mark("after", 20, 30)])
    assert lanes(overlay) == {"long": 0, "short": 1, "later": 2, "after": 1}


def test_an_outline_takes_no_lane() -> None:
    overlay = overlay_of([mark("missed", 0, 50, Shape.MISSED), mark("mine", 10, 20)])
    assert lanes(overlay) == {"missed": 0, "mine": 0}


def test_beyond_the_third_overlap_a_mark_has_no_line_of_its_own() -> None:
    overlay = overlay_of([mark(str(n), n, 50) for n in range(5)])
    assert [overlay.lane(each) >= LANES for each in overlay] == [False, False, False, True, True]


def test_what_has_no_line_is_told_at_the_last_lane_even_where_it_begins_later() -> None:
    overlay = overlay_of([mark("a", 0, 50), mark("b", 1, 50), mark("c", 2, 50), mark("d", 9, 20), mark("e", 30, 40)])
    assert [each.id for each in overlay.beyond(mark("c", 2, 50))] == ["d", "e"]
    assert overlay.beyond(mark("a", 0, 50)) == []


def test_the_innermost_mark_is_the_first_at_a_position() -> None:
    overlay = overlay_of([mark("outer", 0, 50), mark("inner", 10, 20), mark("other", 60, 70)])
    assert [each.id for each in overlay.at(12)] == ["inner", "outer"]
    assert [each.id for each in overlay.at(20)] == ["outer"]
    assert overlay.at(55) == []


def test_a_mark_takes_the_place_of_the_one_with_its_id() -> None:
    overlay = overlay_of([mark("a", 0, 1000), mark("b", 10, 20)])
    overlay.add(mark("a", 30, 40))
    assert overlay.at(5) == []
    assert overlay.get("a") == mark("a", 30, 40)
    assert len(overlay) == 2
    assert lanes(overlay) == {"a": 0, "b": 0}


def test_taking_away_what_is_not_there_changes_nothing() -> None:
    overlay = overlay_of([mark("a", 0, 10)])
    overlay.remove("b")
    assert list(overlay) == [mark("a", 0, 10)]
    assert overlay.get("b") is None


@given(st.lists(marks()))
def test_no_two_overlapping_lines_share_a_lane(many: list[OverlayMark]) -> None:
    overlay = overlay_of(many)
    lined = [each for each in overlay if each.shape in LINED]
    for a, b in combinations(lined, 2):
        if a.start < b.end and b.start < a.end:
            assert overlay.lane(a) != overlay.lane(b)


@given(st.lists(marks()))
def test_no_lane_is_skipped(many: list[OverlayMark]) -> None:
    """A line lies in a lower lane only where every lane above it is taken at its start."""
    overlay = overlay_of(many)
    for each in overlay:
        if each.shape in LINED:
            above = {overlay.lane(other) for other in overlay.at(each.start) if other.shape in LINED}
            assert set(range(overlay.lane(each))) <= above


@given(st.lists(marks()))
def test_every_mark_without_a_line_is_told_at_one_tag(many: list[OverlayMark]) -> None:
    overlay = overlay_of(many)
    told = sorted(other.id for each in overlay for other in overlay.beyond(each))
    assert told == sorted(each.id for each in overlay if overlay.lane(each) >= LANES)


@given(st.lists(st.tuples(st.booleans(), marks())))
@example([(True, mark("a", 0, 10)), (True, mark("b", 5, 15)), (True, mark("c", 12, 20)), (False, mark("b", 5, 15))])
def test_step_by_step_or_at_once_gives_the_same_lanes(steps: list[tuple[bool, OverlayMark]]) -> None:
    grown = Overlay()
    for added, each in steps:
        if added:
            grown.add(each)
        else:
            grown.remove(each.id)
        assert lanes(grown) == lanes(overlay_of(list(grown)))


@given(st.lists(marks()), st.integers(0, 5000), st.integers(1, 1500))
def test_a_line_finds_just_the_marks_that_touch_it(many: list[OverlayMark], start: int, length: int) -> None:
    overlay = overlay_of(many)
    touching = [each for each in overlay if each.start < start + length and each.end > start]
    assert overlay.within(start, start + length) == sorted(touching, key=reading_order)
