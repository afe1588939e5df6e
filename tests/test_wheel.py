"""What people install holds all that the program needs besides its code."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def members(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in a wheel that was built just now, by the pinned backend."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize("folder", ["assets", "lessons"])
def test_assets_and_lessons_are_in_it(members: set[str], folder: str) -> None:
    wanted = {
        f"claimlight/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / folder).rglob("*") if path.is_file()
    }
    assert wanted
    assert wanted - members == set()


def test_every_module_is_in_it_and_no_test_is(members: set[str]) -> None:
    desktop = ROOT / "desktop"
    assert {path.relative_to(desktop).as_posix() for path in desktop.rglob("*.py")} <= members
    assert all(name.startswith(("claimlight/", "claimlight-")) for name in members)


def test_the_licence_travels_with_it(members: set[str]) -> None:
    assert any(name.endswith("/licenses/LICENSE") for name in members)
