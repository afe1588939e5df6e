"""What goes into the bundle: what is needed is, what is not is not, and the list names nothing that is gone."""

import re
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import PySide6
import pytest

from bundle_contents import DATA, QT_LIBRARIES, QT_PLUGINS, READERS, is_data, is_start_hook, is_wanted

ROOT = Path(__file__).parents[2]
QT = Path(PySide6.__file__).parent / "Qt"
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names of files on Linux")


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/lib/libicudata.so.73",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "PySide6/Qt/translations/qtbase_ar.qm",
        "PySide6/QtCore.abi3.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui",
        "libpython3.11.so.1.0",
        "nacl/_sodium.abi3.so",
        "babel/locale-data/fr_CH.dat",
    ],
)
def test_what_is_needed_goes_in(name: str) -> None:
    assert is_wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Qml.so.6",
        "PySide6/Qt6Quick.dll",
        "PySide6/Qt/lib/QtQml.framework/Resources/Info.plist",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/plugins/networkinformation/libqglib.so",
        "PySide6/Qt/translations/qtbase_ja.qm",
        "PySide6/opengl32sw.dll",
        "libcrypto.so.3",
        "libstdc++.so.6",
        "babel/locale-data/zu.dat",
    ],
)
def test_what_is_not_needed_stays_out(name: str) -> None:
    assert not is_wanted(name)


def test_libraries_of_other_systems_are_not_judged_by_their_names_on_linux() -> None:
    assert is_wanted("libcrypto-3.dll", linux=False)


@linux_only
@pytest.mark.parametrize("library", QT_LIBRARIES)
def test_each_library_of_qt_that_is_listed_is_there(library: str) -> None:
    assert (QT / "lib" / f"libQt6{library}.so.6").exists()


@linux_only
@pytest.mark.parametrize("plugin", [each for each in QT_PLUGINS if "windows" not in each and "cocoa" not in each])
def test_each_plugin_that_is_listed_is_there(plugin: str) -> None:
    assert list((QT / "plugins").glob(plugin))


@pytest.mark.parametrize("package", [name for name in READERS if name != "dateparser_data"])
def test_the_packages_that_read_foreign_documents_are_installed(package: str) -> None:
    assert find_spec(package) is not None


def test_everything_that_the_program_finds_on_disk_goes_along() -> None:
    files = [path for folder in DATA for path in (ROOT / folder).rglob("*") if path.is_file()]
    kept = {path.suffix for path in files if is_data(path.as_posix())}
    assert {".ttf", ".woff2", ".mo", ".toml", ".json", ".css", ".txt"} <= kept
    assert not {".po", ".pot", ".py"} & kept
    assert all(is_data(str(path)) for path in files if path.name == "lesson.toml")


def test_the_bundle_is_made_of_the_packages_that_were_tested() -> None:
    """Everything that Claimlight needs is pinned for the bundle, to the same versions as for the checkout."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {re.match(r"[\w-]+", each)[0].lower() for each in asked}
    bundled, tested = pins("package.txt"), pins("requirements.txt")
    assert names <= set(bundled)
    assert {name: bundled[name] for name in names} == {name: tested[name] for name in names}


def pins(file: str) -> dict[str, set[str]]:
    """The versions of each package that a file of requirements pins."""
    found: dict[str, set[str]] = {}
    text = (ROOT / "packaging" / file).read_text(encoding="utf-8")
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE):
        found.setdefault(name.lower(), set()).add(version)
    return found


def test_hooks_for_what_we_do_not_use_are_left_out() -> None:
    assert is_start_hook("pyi_rth_pyside6")
    assert not is_start_hook("pyi_rth_multiprocessing")
