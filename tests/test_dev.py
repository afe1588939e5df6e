"""dev.py: what it understands, what it refuses, when it installs anew, what it tells a person to do."""

import re
import subprocess
import sys
from pathlib import Path

import dev
import pytest

import dev_checks
import dev_conformance
import dev_environment
import dev_system

ROOT = Path(__file__).parent.parent


def test_words_after_the_command_are_passed_on_untouched() -> None:
    asked = dev.parse(["run", "forget", "--person", "Ana", "--yes"])
    assert (asked.command, asked.words) == ("run", ("forget", "--person", "Ana", "--yes"))


@pytest.mark.parametrize("words", [["--yes", "test", "-k", "span"], ["test", "--yes", "-k", "span"]])
def test_yes_stands_before_or_right_behind_the_command(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert dev.parse(words) == dev.Request("test", True, ("-k", "span"))
    assert not dev.parse(["test"]).yes


def test_a_build_machine_says_yes_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert dev.parse(["test"]).yes


@pytest.mark.parametrize("words", [[], ["tset"]])
def test_an_unknown_command_shows_the_known_ones(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        dev.parse(words)
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert all(command in told for command in dev.COMMANDS)


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (3, 14), (4, 0)])
def test_a_python_too_old_or_too_new_is_told_so(version: tuple[int, int]) -> None:
    told = dev.python_problem(version)
    assert told is not None
    assert "3.11 to 3.13" in told
    assert f"this is Python {version[0]}.{version[1]}." in told


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_the_supported_pythons_are_welcome(version: tuple[int, int]) -> None:
    assert dev.python_problem(version) is None


def test_the_supported_pythons_are_those_of_the_package() -> None:
    assert 'requires-python = ">=3.11,<3.14"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert (dev.OLDEST, dev.NEWEST) == ((3, 11), (3, 13))


def test_without_a_display_run_names_the_self_test(tmp_path: Path) -> None:
    """Said at once, before anything is made or installed."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "dev.py"), "run"],
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "There is no display here, so the window cannot open; “python3 dev.py run self-test” works without one."
    ]


def test_libraries_are_asked_of_the_loader() -> None:
    def load(name: str) -> None:
        if "xcb" in name:
            raise OSError(name)

    lacking = dev_system.missing({"libGL.so.1": "libgl1", "libxcb-xkb.so.1": "libxcb-xkb1"}, load)
    assert lacking == ("libxcb-xkb.so.1",)


def test_each_way_to_show_a_window_needs_its_own_libraries() -> None:
    ways = [{"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "w"}, {"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}]
    x11, wayland, offscreen = (dev_system.libraries_for_window(each) for each in ways)
    assert offscreen == dev_system.WINDOWLESS
    assert "libxcb-cursor.so.0" in x11
    assert "libwayland-client.so.0" in wayland
    assert "libxcb-cursor.so.0" not in wayland


def test_what_is_missing_is_named_with_the_line_that_installs_it() -> None:
    with pytest.raises(dev_system.MachineError) as told:
        dev_system.ensure_system({"libno-such.so.9": "libno-such9", "libother.so.1": "libother1"}, yes=False)
    assert "libno-such.so.9, libother.so.1" in str(told.value)
    assert "libno-such9 libother1" in str(told.value)


def test_whoever_is_not_root_gets_a_line_with_sudo() -> None:
    assert dev_system.install_line(("libgl1", "libegl1"), root=False) == "sudo apt-get install libgl1 libegl1"
    assert dev_system.install_line(("libgl1",), root=True) == "apt-get install libgl1"


def test_nothing_is_installed_anew_until_the_pins_change(tmp_path: Path) -> None:
    pins = tmp_path / "requirements.txt"
    pins.write_text("click==8.1\n", encoding="utf-8")
    stamp = tmp_path / "stamp"
    assert dev_environment.read_stamp(stamp) == ("", "")
    stamp.write_text(f"{dev_environment.base_mark()}\n{dev_environment.content_mark(pins)}\n", encoding="utf-8")
    assert dev_environment.read_stamp(stamp) == (dev_environment.base_mark(), dev_environment.content_mark(pins))
    pins.write_text("click==8.2\n", encoding="utf-8")
    assert dev_environment.read_stamp(stamp)[1] != dev_environment.content_mark(pins)


def test_the_summary_says_how_each_step_went() -> None:
    outcomes = [dev_checks.Outcome("mypy", 0, 1.5), dev_checks.Outcome("pytest", 1, 20.0)]
    told = dev_checks.summary([*outcomes, dev_checks.Outcome("coverage", None)]).split("\n")
    assert told[-3].split() == ["mypy", "1.5", "s", "ok"]
    assert "FAILED" in told[-2]
    assert "left out" in told[-1]


def test_all_tests_run_in_two_processes_and_some_in_one() -> None:
    words = dev_checks.tests(()).words
    assert words[words.index("-n") + 1] == "2"
    assert "--cov" in words
    assert dev_checks.tests(("tests/core", "-k", "span")).words == ("-m", "pytest", "tests/core", "-k", "span")


def test_conformance_fetches_just_the_pinned_package_with_its_hashes() -> None:
    wanted = "nervaluate==1.2.1 \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\n"
    pins = f"mypy==1 \\\n    --hash=sha256:aa\n{wanted}    # via x\n"
    assert dev_conformance.pin_of("nervaluate", pins) == wanted
    with pytest.raises(dev_system.MachineError, match="does not pin other"):
        dev_conformance.pin_of("other", pins)


@pytest.mark.parametrize("file", ["requirements.txt", "conformance.txt"])
def test_the_pins_carry_no_address_and_no_path(file: str) -> None:
    pins = (ROOT / "packaging" / file).read_text(encoding="utf-8")
    assert "://" not in pins
    assert "--index-url" not in pins
    assert not re.search(r"(^|\s)(/|[A-Z]:)\w", pins)
    assert "--hash=sha256:" in pins
