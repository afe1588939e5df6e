"""The bundled typefaces: loaded when first needed, so that start-up pays only for what its first paint shows."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontDatabase

from claimlight.wording import N_


class Face(StrEnum):
    """A face that we bring along; the value is what settings remember."""

    SERIF = "serif"
    SANS = "hyperlegible"
    DYSLEXIC = "dyslexic"
    NASKH = "naskh"


ARTICLE_FACES = (Face.SERIF, Face.SANS, Face.DYSLEXIC)
"""What a reader may choose from; Arabic is always set in Naskh."""

FAMILIES = {
    Face.SERIF: "Source Serif 4",
    Face.SANS: "Atkinson Hyperlegible Next",
    Face.DYSLEXIC: "OpenDyslexic",
    Face.NASKH: "Noto Naskh Arabic",
}

FACE_NAMES = {
    Face.SERIF: N_("Serif"),
    Face.SANS: N_("Clear letters"),
    Face.DYSLEXIC: N_("Dyslexia"),
    Face.NASKH: N_("Naskh"),
}
"""As the reader chooses them; pass them through `_`."""

_FILES = {
    Face.SERIF: ("SourceSerif4-Regular.ttf", "SourceSerif4-Semibold.ttf", "SourceSerif4-It.ttf"),
    Face.SANS: (
        "AtkinsonHyperlegibleNext-Regular.ttf",
        "AtkinsonHyperlegibleNext-Medium.ttf",
        "AtkinsonHyperlegibleNext-SemiBold.ttf",
        "AtkinsonHyperlegibleNext-Italic.ttf",
    ),
    Face.DYSLEXIC: ("OpenDyslexic-Regular.woff2", "OpenDyslexic-Bold.woff2"),
    Face.NASKH: ("NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf"),
}

_SCRIPTS = {
    Face.SERIF: {QLocale.Script.LatinScript, QLocale.Script.GreekScript, QLocale.Script.CyrillicScript},
    Face.SANS: {QLocale.Script.LatinScript},
    Face.DYSLEXIC: {QLocale.Script.LatinScript, QLocale.Script.GreekScript, QLocale.Script.CyrillicScript},
    Face.NASKH: {QLocale.Script.ArabicScript},
}


def script_of(language: str) -> QLocale.Script:
    """The script that `language` (a BCP 47 tag) is written in; Latin where the tag is unknown."""
    script = QLocale(language).script()
    return QLocale.Script.LatinScript if script == QLocale.Script.AnyScript else script


def covers(face: Face, language: str) -> bool:
    """Whether an article in `language` can be set in `face` without borrowed letters."""
    return script_of(language) in _SCRIPTS[face]


class Faces:
    """Gives Qt each face once, from the folder of font files. A missing file leaves the system's fallback."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: set[Face] = set()

    def load(self, *faces: Face) -> None:
        for face in faces:
            if face not in self._loaded:
                self._loaded.add(face)
                for name in _FILES[face]:
                    QFontDatabase.addApplicationFont(str(self._folder / name))

    def load_for(self, language: str) -> None:
        """What an article in `language` needs beside the chosen face."""
        if covers(Face.NASKH, language):
            self.load(Face.NASKH)
