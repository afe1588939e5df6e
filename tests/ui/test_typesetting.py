"""Text in lines: wrapped, cut, balanced, and its words found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from claimlight.ui.controls import initials
from claimlight.ui.faces import Face, Faces
from claimlight.ui.look import Look, Type
from claimlight.ui.marked_text import Fate, MarkedText, Piece
from claimlight.ui.typesetting import Typeset, elided, reads_leftwards
from ui_samples import C, D
from ui_stage import FONTS

LONG = "Tap water in Harrowmere is safe to drink again, the Lowmoor Water Board said on Thursday"


@pytest.fixture(autouse=True)
def _fonts(qtbot: QtBot) -> None:
    Faces(FONTS).load(*Face)


def typeset(text: str, width: float, lines: int = 0, *, balanced: bool = False) -> Typeset:
    return Typeset(text, Look().font(Type.QUOTE), width, 22, lines=lines, balanced=balanced)


def widest_line(text: Typeset) -> float:
    return max(right - left for left, right, *_more in text.stretches(0, len(text.text)))


def test_lines_have_the_height_that_was_asked_for() -> None:
    text = typeset(LONG, 200)
    assert text.line_count > 2
    assert text.height == text.line_count * 22
    assert widest_line(text) <= 200


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    text = typeset(LONG, 200, lines=2)
    assert text.elided
    assert text.line_count == 2
    assert not typeset("short", 200, lines=2).elided


def test_a_balanced_headline_has_lines_of_like_length() -> None:
    loose, even = typeset(LONG, 420), typeset(LONG, 420, balanced=True)
    assert even.line_count == loose.line_count == 2
    assert widest_line(even) < widest_line(loose)


def test_words_are_found_on_every_line_they_touch() -> None:
    text = typeset(LONG, 200)
    found = text.stretches(0, len(LONG))
    assert len(found) == text.line_count
    assert [starts for _left, _right, _base, starts, _ends in found].count(True) == 1
    assert found[0][3]
    assert found[-1][4]
    baselines = [base for _left, _right, base, _starts, _ends in found]
    assert baselines == sorted(baselines)


def test_leftward_scripts_stand_at_the_right() -> None:
    assert reads_leftwards("«مياه» النهر")
    assert not reads_leftwards("12 % – Ærø")
    arabic = typeset("مياه النهر", 300)
    (left, right, *_rest) = arabic.stretches(0, 4)[0]
    assert right == pytest.approx(300, abs=1)
    assert left < right


@given(st.text(max_size=80), st.integers(1, 400))
def test_no_text_is_wider_than_its_room(text: str, width: int) -> None:
    typeset(text, width, lines=2)
    assert len(elided(text, Look().font(Type.TEXT), width)) <= len(text) + 1


def test_pieces_are_placed_as_qt_counts() -> None:
    text = MarkedText((Piece("😀 "), Piece("denied it", D), Piece(".")), Look().font(Type.QUOTE), 400, 22)
    ((_piece, start, end),) = text._marks
    assert (start, end) == (3, 12)


@pytest.mark.parametrize("fate", Fate)
def test_marks_are_painted(fate: Fate, qtbot: QtBot) -> None:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QImage, QPainter

    def painted(*pieces: Piece) -> QImage:
        look = Look()
        image = QImage(300, 80, QImage.Format.Format_RGB32)
        image.fill(look.colour("page"))
        painter = QPainter(image)
        text = MarkedText(pieces, look.font(Type.EXAMPLE), 280, 26, tags=True)
        text.draw(painter, QPointF(8, 8), look.theme, look.colour("ink"))
        painter.end()
        return image

    assert painted(Piece("words", C, fate)) != painted(Piece("words"))


def test_initials() -> None:
    assert [initials(name) for name in ("Mila", "Aino K.", "علي", "", "…", "Li")] == ["Mi", "AK", "عل", "", "", "Li"]
