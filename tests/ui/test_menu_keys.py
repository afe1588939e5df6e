"""In every language each letter that opens something in a menu opens one thing there, and can be typed."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar

from claimlight.files.catalogues import LANGUAGES, catalogue
from claimlight.wording import speak
from shots.forms import FORMS
from shots.scenes import SCENES
from shots.stage import Stage

_KEY = re.compile(r"&([^&\s])")


@pytest.fixture(scope="module")
def stage(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    folder = tmp_path_factory.mktemp("menus")
    with Stage(folder / "data", FORMS["light"]) as stage:
        SCENES["reading"](stage, folder)
        yield stage


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_stands_twice_in_a_menu(stage: Stage, language: str) -> None:
    speak(catalogue(language))
    stage.desk._speak_anew()
    twice = []
    for title, menu in menus(stage.window.menuBar()):
        shown = [action.text().replace("&&", "") for action in menu.actions() if not action.isSeparator()]
        keys = Counter(found[1].casefold() for words in shown if (found := _KEY.search(words)))
        twice += [(title, key, [w for w in shown if f"&{key}" in w.casefold()]) for key, n in keys.items() if n > 1]
    assert twice == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_menu_of_the_bar_has_a_letter(stage: Stage, language: str) -> None:
    speak(catalogue(language))
    stage.desk._speak_anew()
    titles = [action.text() for action in stage.window.menuBar().actions()]
    assert titles
    assert [title for title in titles if not _KEY.search(title)] == []


def menus(bar: QMenuBar | QMenu, title: str = "the bar") -> Iterator[tuple[str, QMenuBar | QMenu]]:
    yield title, bar
    for action in bar.actions():
        if isinstance(below := action.menu(), QMenu):
            yield from menus(below, action.text())
