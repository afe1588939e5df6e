"""The five themes: every colour by its role, so that no widget ever names a colour itself.

Loaded before the first paint, so it does without `QtCore.Qt`: importing that name makes 95 enums, in some 16 ms.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

from claimlight.wording import N_

if TYPE_CHECKING:
    from PySide6.QtCore import Qt


@dataclass(frozen=True, slots=True)
class Theme:
    """One value for each role of the design language's colour table; alphas run from 0 to 1."""

    id: str
    name: str
    """As the reader chooses it; pass it through `_`."""
    page: str
    chrome: str
    raised: str
    sunken: str
    ink: str
    ink2: str
    ink3: str
    rule: str
    edge: str
    now: str
    nowsoft: str
    nowline: str
    heat: str
    onfill: str
    claim: str
    claim_ink: str
    denial: str
    denial_ink: str
    figure: str
    figure_ink: str
    trap: str
    """An author's own: words that look like an answer and are none."""
    trap_ink: str
    left_out: str
    """An author's own: words that are no part of the article."""
    left_out_ink: str
    on_tag: str
    tint: float
    tint_figure: float
    lift: float
    border: int = 1
    """Width of control borders in px: 2 in high contrast."""

    def colour(self, role: str, alpha: float = 1.0) -> QColor:
        """The colour of `role` as the design language spells it ("claim-ink"); `fill` is `ink`."""
        return _colour(self, role, alpha)

    def label_colours(self, role: str) -> "LabelColours":
        """What a highlight of the label with colour role `role` ("claim", "denial", "trap", …) is painted with.

        The role "ink" is for what has no label.
        """
        return _label_colours(self, role)

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def dark(self) -> bool:
        return self.colour("page").lightnessF() < 0.5


class LabelColours:
    """Line and tints of one label, and its darker `ink` for tags and outlines."""

    __slots__ = ("ink", "lift", "line", "on_tag", "tint")

    def __init__(self, *, line: QColor, ink: QColor, tint: QColor, lift: QColor, on_tag: QColor) -> None:
        self.line = line
        self.ink = ink
        self.tint = tint
        self.lift = lift
        self.on_tag = on_tag


@cache
def _colour(theme: Theme, role: str, alpha: float) -> QColor:
    """Read from its six digits once: a row of the list needs a dozen, at every paint."""
    colour = QColor(theme.ink if role == "fill" else getattr(theme, role.replace("-", "_")))
    colour.setAlphaF(alpha)
    return colour


@cache
def _label_colours(theme: Theme, role: str) -> LabelColours:
    return LabelColours(
        line=theme.colour(role),
        ink=theme.colour(role if role == "ink" else f"{role}-ink"),
        tint=theme.colour(role, theme.tint_figure if role == "figure" else theme.tint),
        lift=theme.colour(role, theme.lift),
        on_tag=theme.colour("on-tag"),
    )


PAPER = Theme(
    id="paper",
    name=N_("Paper"),
    page="#FFFEFB",
    chrome="#F5F3ED",
    raised="#FFFFFF",
    sunken="#EBE8DF",
    ink="#1D1C1A",
    ink2="#4F4B44",
    ink3="#68645B",
    rule="#DDD9CE",
    edge="#888378",
    now="#FFE7A8",
    nowsoft="#FFF5D9",
    nowline="#A87400",
    heat="#B97A00",
    onfill="#FFFEFB",
    claim="#0072B2",
    claim_ink="#00619A",
    denial="#D55E00",
    denial_ink="#A84A00",
    figure="#009E73",
    figure_ink="#006E50",
    trap="#A6478A",
    trap_ink="#8A3572",
    left_out="#7A756B",
    left_out_ink="#5C584F",
    on_tag="#FFFFFF",
    tint=0.13,
    tint_figure=0.10,
    lift=0.26,
)

CREAM = Theme(
    id="cream",
    name=N_("Cream"),
    page="#FBF4E4",
    chrome="#F3EAD6",
    raised="#FFFAEE",
    sunken="#E9DEC6",
    ink="#211D16",
    ink2="#4E473A",
    ink3="#645C4D",
    rule="#DCCFB5",
    edge="#857B68",
    now="#FFDF94",
    nowsoft="#FFEDC2",
    nowline="#966500",
    heat="#A86C00",
    onfill="#FFFAEE",
    claim="#0072B2",
    claim_ink="#005A90",
    denial="#C75700",
    denial_ink="#9C4400",
    figure="#008F68",
    figure_ink="#00664A",
    trap="#A03E84",
    trap_ink="#82306B",
    left_out="#746C5D",
    left_out_ink="#575042",
    on_tag="#FFFFFF",
    tint=0.13,
    tint_figure=0.13,
    lift=0.26,
)

DARK = Theme(
    id="dark",
    name=N_("Dark"),
    page="#1B1C1E",
    chrome="#141517",
    raised="#26282B",
    sunken="#0E0F10",
    ink="#E9E6DF",
    ink2="#BAB6AD",
    ink3="#9C988F",
    rule="#33353A",
    edge="#7D7A73",
    now="#5B4714",
    nowsoft="#2E2712",
    nowline="#E0AE3C",
    heat="#D9A032",
    onfill="#1B1C1E",
    claim="#58B1E8",
    claim_ink="#7DC3EF",
    denial="#F28C4E",
    denial_ink="#F6A876",
    figure="#35C29A",
    figure_ink="#5FD2B1",
    trap="#D98BC0",
    trap_ink="#E3A6CF",
    left_out="#9C988F",
    left_out_ink="#B3AFA6",
    on_tag="#141517",
    tint=0.22,
    tint_figure=0.20,
    lift=0.32,
)

CONTRAST_LIGHT = Theme(
    id="contrast-light",
    name=N_("High contrast, light"),
    page="#FFFFFF",
    chrome="#FFFFFF",
    raised="#FFFFFF",
    sunken="#EDEDED",
    ink="#000000",
    ink2="#000000",
    ink3="#262626",
    rule="#000000",
    edge="#000000",
    now="#FFE169",
    nowsoft="#FFF4C4",
    nowline="#5C3F00",
    heat="#8A5A00",
    onfill="#FFFFFF",
    claim="#004F7D",
    claim_ink="#004F7D",
    denial="#8A3C00",
    denial_ink="#8A3C00",
    figure="#005740",
    figure_ink="#005740",
    trap="#7A1F63",
    trap_ink="#7A1F63",
    left_out="#4A4A4A",
    left_out_ink="#4A4A4A",
    on_tag="#FFFFFF",
    tint=0.10,
    tint_figure=0.10,
    lift=0.22,
    border=2,
)

CONTRAST_DARK = Theme(
    id="contrast-dark",
    name=N_("High contrast, dark"),
    page="#000000",
    chrome="#000000",
    raised="#000000",
    sunken="#1F1F1F",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    ink3="#E0E0E0",
    rule="#FFFFFF",
    edge="#FFFFFF",
    now="#5C4700",
    nowsoft="#241C00",
    nowline="#FFD75E",
    heat="#FFC94A",
    onfill="#000000",
    claim="#7CC8FF",
    claim_ink="#7CC8FF",
    denial="#FFA866",
    denial_ink="#FFA866",
    figure="#5CE6BC",
    figure_ink="#5CE6BC",
    trap="#F2A6DA",
    trap_ink="#F2A6DA",
    left_out="#BDBDBD",
    left_out_ink="#BDBDBD",
    on_tag="#000000",
    tint=0.26,
    tint_figure=0.26,
    lift=0.38,
    border=2,
)

THEMES = (PAPER, CREAM, DARK, CONTRAST_LIGHT, CONTRAST_DARK)


SYSTEM = "system"
VEIL = 0.4
"""How far a lifted highlight takes the tints of others below it back to the page, so that words on all of them read."""
"""The theme setting that follows the system's colour scheme."""


def theme_named(id: str, scheme: "Qt.ColorScheme | None" = None) -> Theme:
    """The theme `id`; any other id (such as "system") follows the system's colour `scheme`."""
    dark = scheme is not None and scheme.name == "Dark"
    return next((theme for theme in THEMES if theme.id == id), DARK if dark else PAPER)


def palette(theme: Theme) -> QPalette:
    """The theme for everything that Qt draws without a style sheet: menus, dialogs, scroll bars, selections."""
    result = QPalette()
    role = QPalette.ColorRole
    for target, source in (
        (role.Window, "chrome"),
        (role.WindowText, "ink"),
        (role.Base, "page"),
        (role.AlternateBase, "chrome"),
        (role.Text, "ink"),
        (role.Button, "raised"),
        (role.ButtonText, "ink"),
        (role.BrightText, "ink"),
        (role.ToolTipBase, "raised"),
        (role.ToolTipText, "ink"),
        (role.PlaceholderText, "ink2"),
        (role.Highlight, "now"),
        (role.HighlightedText, "ink"),
        (role.Link, "ink"),
        (role.LinkVisited, "ink2"),
        (role.Light, "raised"),
        (role.Midlight, "chrome"),
        (role.Mid, "rule"),
        (role.Dark, "edge"),
        (role.Shadow, "edge"),
    ):
        result.setColor(target, theme.colour(source))
    for target in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, target, theme.colour("ink3"))
    return result
