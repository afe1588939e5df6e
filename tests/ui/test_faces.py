"""The typefaces that come along: they load, they have the letters, they carry their licences."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetricsF
from pytestqt.qtbot import QtBot

from claimlight.ui.faces import ARTICLE_FACES, FAMILIES, Face, Faces, covers
from claimlight.ui.look import LINE_SPACINGS, SCALES, Look, Type, tabular

FONTS = Path(__file__).parents[2] / "assets" / "fonts"


@pytest.fixture(autouse=True)
def _all_loaded(qtbot: QtBot) -> None:
    Faces(FONTS).load(*Face)


@pytest.mark.parametrize("face", Face)
def test_qt_finds_each_family(face: Face) -> None:
    assert FAMILIES[face] in QFontDatabase.families()


@pytest.mark.parametrize("use", Type)
def test_each_use_of_type_is_set_in_its_own_face_and_weight(use: Type) -> None:
    face, size, line, weight = use.value
    told = QFontInfo(Look().font(use))
    assert told.family() == FAMILIES[face]
    assert told.pixelSize() == size
    assert told.weight() == weight
    assert line > size


def test_the_licences_lie_beside_the_files_and_all_is_small() -> None:
    for family in ("SourceSerif4", "AtkinsonHyperlegibleNext", "NotoNaskhArabic", "OpenDyslexic"):
        assert "SIL Open Font License" in (FONTS / f"{family}-OFL.txt").read_text("utf-8")
        assert list(FONTS.glob(f"{family}-*.[tw]*")), family
    sizes = [path.stat().st_size for path in FONTS.iterdir()]
    assert max(sizes) < 1_000_000
    assert sum(sizes) < 3_000_000


def test_faces_without_the_letters_are_known() -> None:
    assert all(covers(face, "en") for face in ARTICLE_FACES)
    assert [covers(face, "ru") for face in ARTICLE_FACES] == [True, False, True]
    assert not any(covers(face, "ar") for face in ARTICLE_FACES)
    assert covers(Face.NASKH, "fa")
    assert covers(Face.SERIF, "xx-unknown")


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize(("language", "letters"), [("en", "Ææ“”–…½¾¶"), ("ru", "Жщё"), ("el", "Ωψ"), ("ar", "عن؟،")])
def test_what_is_said_to_be_covered_is_in_the_face(face: Face, language: str, letters: str) -> None:
    font = Look(face=face).article_font(language)
    metrics = QFontMetricsF(font)
    if covers(face, language):
        assert QFontInfo(font).family() == FAMILIES[face]
        assert all(metrics.inFontUcs4(ord(letter)) for letter in letters)
    else:
        assert QFontInfo(font).family() != FAMILIES[face]


def test_an_article_borrows_a_face_that_has_its_letters() -> None:
    dyslexic, sans = Look(face=Face.DYSLEXIC), Look(face=Face.SANS)
    assert dyslexic.article_face("ar") is Face.NASKH
    assert sans.article_face("ru") is Face.SERIF
    assert sans.article_face("en") is Face.SANS
    assert (sans.article_line("en"), dyslexic.article_line("en"), sans.article_line("ar")) == (32, 34, 40)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("spacing", LINE_SPACINGS)
@pytest.mark.parametrize("face", [*ARTICLE_FACES, Face.NASKH])
def test_lines_leave_room_for_the_underlines(scale: float, spacing: int, face: Face) -> None:
    look = Look(scale=scale, spacing=spacing, face=face)
    language = "ar" if face is Face.NASKH else "en"
    assert look.article_line(language) / look.article_font(language).pixelSize() >= 1.6


def test_the_interface_grows_with_the_text_and_never_shrinks() -> None:
    assert Look(scale=2.0).px(36) == 72
    assert Look(scale=0.8).px(36) == 36
    assert Look(scale=0.8).article_font("en").pixelSize() == 14
    assert Look(scale=0.8).headline_line("en") == 32
    assert Look().with_scale(1.5).headline_line("ar", small=True) == 66
    assert Look().headline_font("en", small=True).pixelSize() == 28
    assert QFontInfo(Look().headline_font("ar")).family() == FAMILIES[Face.NASKH]


def test_figures_in_columns_are_of_one_width() -> None:
    metrics = QFontMetricsF(tabular(Look().font(Type.HEADING)))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1
