"""How everything looks for one reader: theme, text size, face and line spacing, and the sizes that follow from them."""

from dataclasses import dataclass, replace
from enum import Enum
from functools import cache

from PySide6.QtGui import QColor, QFont

from claimlight.ui.faces import FAMILIES, Face, covers
from claimlight.ui.theme import PAPER, LabelColours, Theme

LINE_SPACINGS = (30, 32, 36)
"""Line heights that a reader may choose, in px for text of 18 px. Below 30 the underline lanes would collide."""
SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
REGULAR, MEDIUM, SEMIBOLD = 400, 500, 600
NAME_HEIGHT = 34


class Type(Enum):
    """A use of type: (face, size in px, line height in px, weight), before scaling."""

    HEADLINE = (Face.SERIF, 34, 40, SEMIBOLD)
    HEADLINE_SMALL = (Face.SERIF, 28, 36, SEMIBOLD)
    PAGE_TITLE = (Face.SERIF, 30, 40, SEMIBOLD)
    LEAD = (Face.SERIF, 28, 44, REGULAR)
    SCORE = (Face.SERIF, 26, 36, SEMIBOLD)
    WORDMARK = (Face.SERIF, 22, 28, SEMIBOLD)
    CARD_TITLE = (Face.SERIF, 18, 24, SEMIBOLD)
    CARD_TEXT = (Face.SERIF, 15, 22, REGULAR)
    QUOTE = (Face.SERIF, 16, 22, REGULAR)
    EXAMPLE = (Face.SERIF, 17, 26, REGULAR)
    SENTENCE = (Face.SERIF, 21, 32, REGULAR)
    POINTS = (Face.SERIF, 20, 28, SEMIBOLD)
    TEXT = (Face.SANS, 15, 20, REGULAR)
    ACTION = (Face.SANS, 15, 20, MEDIUM)
    HEADING = (Face.SANS, 15, 20, SEMIBOLD)
    LARGE_HEADING = (Face.SANS, 16, 20, SEMIBOLD)
    PARAGRAPH = (Face.SANS, 15, 22, REGULAR)
    SECONDARY = (Face.SANS, 14, 20, REGULAR)
    SECONDARY_ACTION = (Face.SANS, 14, 20, MEDIUM)
    SECONDARY_HEADING = (Face.SANS, 14, 20, SEMIBOLD)
    SMALL = (Face.SANS, 13, 18, REGULAR)
    SMALL_ACTION = (Face.SANS, 13, 18, MEDIUM)
    SMALLEST = (Face.SANS, 12, 16, REGULAR)


_ARTICLE_SIZES = {Face.SERIF: 18, Face.SANS: 18, Face.DYSLEXIC: 17, Face.NASKH: 21}
_ARTICLE_STRETCH = {Face.SERIF: 1.0, Face.SANS: 1.0, Face.DYSLEXIC: 34 / 32, Face.NASKH: 40 / 32}
_BASE = 18


@dataclass(frozen=True, slots=True)
class Look:
    """What a widget needs to know to paint itself. `scale` runs from 0.8 to 2; below 1 only the article shrinks."""

    theme: Theme = PAPER
    scale: float = 1.0
    face: Face = Face.SERIF
    spacing: int = 32

    def px(self, size: float) -> int:
        """A length of the interface, in logical pixels: the design's number times the text scale."""
        return round(size * max(1.0, self.scale))

    def side(self, width: int) -> int:
        """The margin on either side of a whole page that is so wide; the program's name stands at its inner edge."""
        return max(self.px(64) if width > self.px(1100) else self.px(24), (width - self.px(1440)) // 2)

    @property
    def name_top(self) -> int:
        """Where the program's name begins below the top of every whole page: in the middle of the shelf's bar."""
        return self.px(9) + 1

    def font(self, use: Type) -> QFont:
        face, size, _line, weight = use.value
        font = _font(face, self.px(size), weight)
        if use in (Type.HEADLINE, Type.HEADLINE_SMALL):
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 99)
        return font

    def line(self, use: Type) -> int:
        """The line height of `use`, in px."""
        return self.px(use.value[2])

    def article_face(self, language: str) -> Face:
        """The chosen face, or one that has the letters of `language`."""
        if covers(Face.NASKH, language):
            return Face.NASKH
        return self.face if covers(self.face, language) else Face.SERIF

    def article_font(self, language: str) -> QFont:
        face = self.article_face(language)
        return _font(face, round(_ARTICLE_SIZES[face] * self.scale), REGULAR)

    def article_line(self, language: str) -> int:
        """Line height of article text in px: 32 for 18 px text, as the reader spaced it and the face needs it."""
        return round(self.spacing * _ARTICLE_STRETCH[self.article_face(language)] * self.scale)

    def article_unit(self) -> float:
        """What one px of the highlight geometry (given for text of 18 px) measures now."""
        return self.scale

    def headline_font(self, language: str, *, small: bool = False) -> QFont:
        size = 28 if small else 34
        if covers(Face.NASKH, language):
            return _font(Face.NASKH, round(size * self.scale), 700)
        font = _font(Face.SERIF, round(size * self.scale), SEMIBOLD)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 99)
        return font

    def headline_line(self, language: str, *, small: bool = False) -> int:
        if covers(Face.NASKH, language):
            return round((44 if small else 52) * self.scale)
        return round((36 if small else 40) * self.scale)

    def colour(self, role: str, alpha: float = 1.0) -> QColor:
        return self.theme.colour(role, alpha)

    def label_colours(self, role: str) -> LabelColours:
        return self.theme.label_colours(role)

    def with_scale(self, scale: float) -> "Look":
        return replace(self, scale=scale)


def _font(face: Face, pixels: int, weight: int) -> QFont:
    return QFont(_made_font(face, pixels, weight))


@cache
def _made_font(face: Face, pixels: int, weight: int) -> QFont:
    """A painted row asks for a dozen fonts; making one takes Qt ten times as long as copying it."""
    font = QFont()
    font.setFamilies([FAMILIES[face], FAMILIES[Face.NASKH], FAMILIES[Face.SERIF]])
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return font


def tabular(font: QFont) -> QFont:
    """`font` with figures of one width, for columns."""
    result = QFont(font)
    result.setFeature(QFont.Tag.fromString("tnum"), 1)
    return result
