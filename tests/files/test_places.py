"""What comes with the program is found in a checkout, in a wheel and in a frozen bundle."""

import shutil
import subprocess
import sys
from pathlib import Path

import claimlight
from claimlight.files.places import assets, document, lessons, licences

PACKAGE = Path(claimlight.__file__).parent
ASK = "from claimlight.files.places import assets, lessons; print(assets()); print(lessons())"


def asked(package_parent: Path) -> list[Path]:
    """What a fresh interpreter with the package in `package_parent` says."""
    code = f"import sys; sys.path.insert(0, {str(package_parent)!r}); {ASK}"
    told = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    return [Path(line) for line in told.stdout.splitlines()]


def test_in_a_checkout_they_lie_beside_the_package():
    root = PACKAGE.parent.parent
    assert (assets(), lessons()) == (root / "assets", root / "lessons")
    assert (assets() / "codebooks" / "news-basics.toml").is_file()
    assert document("PRIVACY.md").is_file()


def test_in_a_wheel_they_lie_in_the_package(tmp_path):
    package = tmp_path / "site-packages" / "claimlight"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("assets", "lessons"):
        (package / name).mkdir()
    assert asked(package.parent) == [package / "assets", package / "lessons"]


def test_in_a_frozen_bundle_they_lie_where_it_unpacks(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert (assets(), lessons()) == (tmp_path / "assets", tmp_path / "lessons")
    assert licences() == tmp_path / "licences"
