"""Every colour of every theme can be read, as WCAG 2 computes it."""

import re
from dataclasses import fields
from itertools import permutations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from claimlight.ui.look import Look
from claimlight.ui.stylesheet import stylesheet
from claimlight.ui.theme import CONTRAST_DARK, CONTRAST_LIGHT, DARK, PAPER, THEMES, VEIL, Theme, palette, theme_named

LABELS = ("claim", "denial", "figure", "trap", "left-out")
EVERY_THEME = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue, _alpha = colour.getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def over(top: QColor, ground: QColor) -> QColor:
    """`top` with its alpha, as it looks on `ground`."""
    alpha = top.alphaF()
    mixed = [a * alpha + b * (1 - alpha) for a, b in zip(top.getRgbF()[:3], ground.getRgbF()[:3], strict=True)]
    return QColor.fromRgbF(*mixed)


@EVERY_THEME
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *((ink, ground) for ink in ("ink", "ink2", "ink3") for ground in ("page", "chrome", "raised")),
        ("ink", "sunken"),
        ("ink2", "sunken"),
        ("ink", "now"),
        ("ink", "nowsoft"),
        ("onfill", "fill"),
        ("onfill", "ink2"),
        *(("on-tag", f"{label}-ink") for label in LABELS),
        *((f"{label}-ink", "page") for label in LABELS),
    ],
)
def test_text_can_be_read(theme: Theme, text: str, ground: str) -> None:
    assert contrast(theme.colour(text), theme.colour(ground)) >= 4.5


@EVERY_THEME
@pytest.mark.parametrize(
    ("line", "ground"),
    [
        *(("edge", ground) for ground in ("page", "chrome", "raised")),
        *(("nowline", ground) for ground in ("page", "chrome", "nowsoft")),
        *((label, ground) for label in LABELS for ground in ("page", "raised")),
        *(("ink", ground) for ground in ("page", "chrome", "raised", "sunken")),
    ],
)
def test_lines_and_borders_can_be_seen(theme: Theme, line: str, ground: str) -> None:
    assert contrast(theme.colour(line), theme.colour(ground)) >= 3


@EVERY_THEME
@pytest.mark.parametrize("label", LABELS)
def test_words_and_lines_stand_out_from_their_tint(theme: Theme, label: str) -> None:
    colours, page, ink = theme.label_colours(label), theme.colour("page"), theme.colour("ink")
    tint = over(colours.tint, page)
    assert contrast(ink, tint) >= 4.5
    assert contrast(ink, over(theme.label_colours("figure").lift, tint)) >= 4.5
    assert contrast(colours.line, tint) >= 2.95  # 3.0 as the design language rounds it


@EVERY_THEME
def test_words_can_be_read_under_any_three_highlights_of_which_one_is_lifted(theme: Theme) -> None:
    """Two of one label would be one highlight."""
    ink, page = theme.colour("ink"), theme.colour("page")
    for first, second, third in permutations(LABELS, 3):
        ground = over(theme.label_colours(second).tint, over(theme.label_colours(first).tint, page))
        assert contrast(ink, over(theme.label_colours(third).tint, ground)) >= 4.5, (first, second, third)
        veiled = over(theme.colour("page", VEIL), ground)
        assert contrast(ink, over(theme.label_colours(third).lift, veiled)) >= 4.5, (first, second, third)


@EVERY_THEME
@pytest.mark.parametrize("label", LABELS)
def test_tags_and_outlines_stand_out_from_page_and_tints(theme: Theme, label: str) -> None:
    tag = theme.colour(f"{label}-ink")
    for ground in ("page", "chrome", "raised", "sunken"):
        assert contrast(tag, theme.colour(ground)) >= 3, ground
    for below in LABELS:
        assert contrast(tag, over(theme.label_colours(below).tint, theme.colour("page"))) >= 3, below


@EVERY_THEME
def test_the_focus_ring_is_seen_wherever_it_stands(theme: Theme) -> None:
    for ground in ("page", "chrome", "raised", "sunken", "now", "nowsoft"):
        assert contrast(theme.colour("ink"), theme.colour(ground)) >= 3, ground


@EVERY_THEME
def test_what_is_greyed_can_still_be_read(theme: Theme) -> None:
    for ground in ("sunken", "chrome", "raised", "page", "nowsoft"):
        assert contrast(theme.colour("ink3"), theme.colour(ground)) >= 4, ground


@EVERY_THEME
def test_words_can_be_read_on_the_strongest_heat(theme: Theme) -> None:
    strongest = 0.45 if theme in (DARK, CONTRAST_DARK) else 0.62
    assert contrast(theme.colour("ink"), over(theme.colour("heat", strongest), theme.colour("page"))) >= 4.5


@EVERY_THEME
def test_every_pair_of_colours_in_the_style_sheet_can_be_read(theme: Theme) -> None:
    """Wherever one rule names both words and ground."""
    pairs = [
        (words[1], ground[1], ":disabled" in rule[1])
        for rule in re.finditer(r"([^{}]+)\{([^}]*)\}", stylesheet(Look(theme)))
        if (words := re.search(r"(?<![-\w])color: (#\w+)", rule[2]))
        and (ground := re.search(r"(?<![-\w])background: (#\w+)", rule[2]))
    ]
    assert len(pairs) > 4
    for words_colour, ground_colour, greyed in pairs:
        assert contrast(QColor(words_colour), QColor(ground_colour)) >= (4 if greyed else 4.5), (words_colour, greyed)


@EVERY_THEME
def test_a_theme_holds_every_role_as_a_colour(theme: Theme) -> None:
    told = {"id", "name", "tint", "tint_figure", "lift", "border"}
    for field in fields(theme):
        if field.name not in told:
            assert theme.colour(field.name.replace("_", "-")).isValid(), field.name
    assert theme.colour("claim", 0.5).alphaF() == pytest.approx(0.5, abs=0.01)


def test_the_numbers_of_the_design_language_hold() -> None:
    assert round(contrast(PAPER.colour("ink"), PAPER.colour("page")), 1) == 16.9
    assert round(contrast(DARK.colour("ink2"), DARK.colour("chrome")), 1) == 9.0
    assert round(contrast(CONTRAST_DARK.colour("denial"), CONTRAST_DARK.colour("page")), 1) == 11.0


def test_an_unknown_setting_follows_the_system() -> None:
    assert theme_named("system", Qt.ColorScheme.Dark) is DARK
    assert theme_named("system", Qt.ColorScheme.Unknown) is PAPER
    assert theme_named("system") is PAPER
    assert theme_named("contrast-light", Qt.ColorScheme.Dark) is CONTRAST_LIGHT


@EVERY_THEME
def test_palette_and_style_sheet_speak_the_theme(theme: Theme) -> None:
    assert palette(theme).color(QPalette.ColorRole.Base) == theme.colour("page")
    assert palette(theme).color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == theme.colour("ink3")
    sheet = stylesheet(Look(theme))
    assert theme.raised in sheet
    assert "$" not in sheet


def test_panels_turn_their_border_in_a_right_to_left_window() -> None:
    left, right = stylesheet(Look()), stylesheet(Look(), rtl=True)
    assert "QFrame#panel { background: #F5F3ED; border: none; border-left" in left
    assert "QFrame#panel { background: #F5F3ED; border: none; border-right" in right
