"""The interface's languages: which there are, and the catalogue of one."""

import gettext

from claimlight.files.places import assets

SYSTEM = "system"
SOURCE = "en"
LANGUAGES = {"en": "English", "ar": "العربية", "es": "Español", "fr": "Français", "uk": "Українська"}
"""Each by its own name."""

RIGHT_TO_LEFT = frozenset({"ar"})


def catalogue(language: str) -> gettext.NullTranslations:
    """What is said in `language`; the words of the sources where there is no catalogue, or none that can be read."""
    try:
        with (assets() / "catalogues" / f"{language}.mo").open("rb") as file:
            return gettext.GNUTranslations(file)
    except (OSError, UnicodeDecodeError):
        return gettext.NullTranslations()


def language_for(chosen: str, system: str) -> str:
    """The language to speak: the one that was `chosen`, else that of the `system` ("ar_EG"), if we have it."""
    wanted = system.replace("-", "_").split("_")[0].lower() if chosen == SYSTEM else chosen
    return wanted if wanted in LANGUAGES else SOURCE
