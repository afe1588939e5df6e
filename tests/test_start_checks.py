"""What stops a start before Qt is loaded, and in which words."""

import sys
from pathlib import Path

import pytest

from claimlight.start_checks import binding_problem, display_problem, installed_binding


def test_a_linux_without_a_display_is_told_what_works_there() -> None:
    told = display_problem({}, "linux", "python3 dev.py run self-test")
    assert told == (
        "There is no display here, so the window cannot open; “python3 dev.py run self-test” works without one."
    )


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_any_display_or_a_chosen_platform_will_do(name: str) -> None:
    assert display_problem({name: "x"}, "linux") is None
    assert display_problem({name: ""}, "linux") is not None


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_a_display(platform: str) -> None:
    assert display_problem({}, platform) is None


@pytest.mark.parametrize("binding", ["6.12.0", "6.12", "6.13.1", "7.0.0"])
def test_the_pair_that_crashes_is_refused_in_plain_words(binding: str) -> None:
    told = binding_problem((3, 11), binding)
    assert told is not None
    assert told.startswith(f"PySide6 {binding} crashes on Python 3.11")
    assert "PySide6 6.11" in told


@pytest.mark.parametrize(
    ("python", "binding"),
    [((3, 11), "6.11.3"), ((3, 11), "6.10.3"), ((3, 12), "6.12.0"), ((3, 13), "6.12.0"), ((3, 11), None)],
)
def test_sound_pairs_start(python: tuple[int, int], binding: str | None) -> None:
    assert binding_problem(python, binding) is None


def test_the_installed_binding_is_the_one_that_gets_imported() -> None:
    import PySide6

    assert installed_binding(sys.path) == PySide6.__version__
    assert binding_problem(sys.version_info[:2], installed_binding(sys.path)) is None


def test_the_binding_is_read_from_the_first_folder_that_has_one(tmp_path: Path) -> None:
    for place, name in (("a", "click-8.1.dist-info"), ("b", "pyside6_essentials-6.12.0.dist-info")):
        (tmp_path / place / name).mkdir(parents=True)
    path = [str(tmp_path / "gone"), str(tmp_path / "a"), str(tmp_path / "b")]
    assert installed_binding(path) == "6.12.0"
    assert installed_binding(path[:2]) is None
