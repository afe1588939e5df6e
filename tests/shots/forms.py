"""The forms in which a screen is looked at: size, theme, text size and direction."""

from dataclasses import dataclass, field

from claimlight.ui.look import Look
from claimlight.ui.theme import CONTRAST_DARK, CONTRAST_LIGHT, CREAM, DARK


@dataclass(frozen=True, slots=True)
class Form:
    """A window of `width` × `height` logical pixels, for a reader with `look`."""

    width: int = 1280
    height: int = 800
    look: Look = field(default_factory=Look)
    mirrored: bool = False
    """Laid out from right to left, in Arabic."""


FORMS = {
    "light": Form(),
    "dark": Form(look=Look(DARK)),
    "cream": Form(look=Look(CREAM)),
    "contrast-light": Form(look=Look(CONTRAST_LIGHT)),
    "contrast": Form(look=Look(CONTRAST_DARK)),
    "small": Form(1024, 600),
    "wide": Form(1920, 1080),
    "large": Form(look=Look(scale=2.0)),
    "tight": Form(1024, 600, look=Look(scale=2.0)),
    "rtl": Form(mirrored=True),
    "rtl-dark": Form(look=Look(DARK), mirrored=True),
    "rtl-small": Form(1024, 600, mirrored=True),
}
