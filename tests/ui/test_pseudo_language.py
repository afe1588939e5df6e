"""Every screen in a language that nobody speaks: nothing is left untranslated, nothing is cut by longer words."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

import dev_catalogues
from claimlight.files.catalogues import LANGUAGES
from claimlight.files.places import lessons
from claimlight.ui.controls import Caption, KeyButton, KeyCap, Paragraph
from claimlight.wording import speak
from pseudo import Pseudo, unspoken
from robot_eyes import everything_said
from shots.forms import FORMS
from shots.scenes import SCENES
from shots.stage import Stage

WINDOWS = (
    *("first", "people", "note", "shelf", "reading", "opened", "saying", "source", "evidence", "link", "more", "guide"),
    *("text", "find", "keys", "change-keys", "early", "hints", "closed", "ready", "reveal", "sure", "trap"),
    *("progress-tables", "progress-empty", "reviewed", "warmup", "plain", "words", "words-list"),
    "aloud",
)
KEYS = {"Ctrl", "Shift", "Alt", "Tab", "Esc", "Del", "Enter", "Return"}
OURS = (
    {"Claimlight", "Mila", "Jonas", "MI", "JO", "Western media reports", "American officials"}
    | KEYS
    | set(LANGUAGES.values())
)
FACES = {"Source Serif", "Atkinson Hyperlegible", "OpenDyslexic", "Noto Naskh"}
_BREAKS = re.compile(r"[·,:;()\d¶“”\"…–+/→\n.⟦⟧~%×\u2028]+")


@cache
def written_by_authors() -> str:
    """Everything in the lessons that come along: it is in the article's language, whatever the interface speaks."""
    found = []
    for folder in lessons().iterdir():
        if folder.is_dir():
            found += [file.read_text(encoding="utf-8") for file in folder.iterdir() if file.suffix in (".md", ".json")]
            sheet = tomllib.loads((folder / "lesson.toml").read_text(encoding="utf-8"))
            found += [str(value) for value in sheet.values()]
    return _plain(" ".join(found)).casefold()


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[*_\\]", "", _BREAKS.sub(" ", words)).split())


@cache
def messages() -> frozenset[str]:
    """What the interface says in English."""
    ids = (message.id for message in dev_catalogues.messages() if message.id)
    return frozenset(each for id in ids for each in (id if isinstance(id, tuple | list) else (id,)) if "{" not in each)


def untranslated(said: str) -> Iterator[str]:
    """What of `said` is English of ours."""
    outside = unspoken(said).replace("&", "")
    for part in _BREAKS.split(outside):
        words = _plain(part)
        if not re.search(r"[^\W\d_]{2,}", words) or words in OURS | FACES:
            continue
        if said.strip() in messages() or words.casefold() not in written_by_authors():
            yield words


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    with Stage(tmp_path / "data", FORMS["light"]) as stage:
        speak(Pseudo())
        stage.desk._speak_anew()
        stage.desk.show_home()
        yield stage


@pytest.mark.parametrize("name", WINDOWS)
def test_nothing_is_left_in_english_and_nothing_is_cut(stage: Stage, tmp_path: Path, name: str) -> None:
    SCENES[name](stage, tmp_path)
    stage.settle()
    left = {f"{words}  <  {said[:90]}" for said in everything_said(stage.window) for words in untranslated(said)}
    cut = {label.text() for label in stage.window.findChildren(QLabel) if label.isVisible() and _is_cut(label)}
    cut |= {
        button.text()
        for button in stage.window.findChildren(QAbstractButton)
        if button.isVisible() and button.text() and not isinstance(button, KeyButton)
        and button.width() < min(button.sizeHint().width(), button.minimumSizeHint().width())
    }  # fmt: skip
    assert left | cut == set()


def _is_cut(label: QLabel) -> bool:
    if not label.text() or isinstance(label, KeyCap):
        return False
    if isinstance(label, Paragraph):
        return label.height() < label.heightForWidth(label.width()) - 2
    if isinstance(label, Caption):
        return label.width() < QFontMetricsF(label.font()).horizontalAdvance(label.text()) - 1
    return False
