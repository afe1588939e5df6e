"""List everything of others that is in a built bundle, and put the licence of each beside the list.

What is inside is told by the files that the bundle was made of: nothing is listed by hand that could be forgotten.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from importlib import metadata
from pathlib import Path

from claimlight.files.licences import LIST, OWN_TEXT, Part, fonts, licence_text, part_of, qt_text, text_for

ROOT = Path(__file__).resolve().parent.parent
_MORE_EXACTLY = {"pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception"}


def write_licences(folder: Path, sources: Iterable[str]) -> tuple[Part, ...]:
    """Write the list and the texts into `folder`; `sources` are the paths of all files the bundle was made of."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copyfile(ROOT / "LICENSE", folder / OWN_TEXT)
    files = [Path(source) for source in sources]
    found = [*_qt(), *_packages(files), *_python(), *_of_the_system(files), *_fonts()]
    listed = []
    for part, text in sorted(found, key=lambda each: each[0].name.lower()):
        name = f"{part.name.replace(' ', '-')}.txt"
        if text:
            (folder / name).write_text(text.strip() + "\n", encoding="utf-8")
        listed.append(replace(part, file=name if text else ""))
    written = json.dumps([asdict(part) for part in listed], ensure_ascii=False, indent=1)
    (folder / LIST).write_text(written + "\n", encoding="utf-8")
    return tuple(listed)


def _packages(files: Iterable[Path]) -> Iterator[tuple[Part, str]]:
    """The Python packages of which a file is inside, and what starts them all."""
    inside = {str(path.resolve()) for path in files}
    for distribution in metadata.distributions():
        owned = (str(Path(str(each.locate())).resolve()) for each in distribution.files or ())
        if any(path in inside and "dist-info" not in path for path in owned):
            part = part_of(distribution)
            part = replace(part, licence=_MORE_EXACTLY.get(part.name, part.licence))
            yield part, licence_text(distribution) or text_for(part, distribution)


def _qt() -> Iterator[tuple[Part, str]]:
    version = metadata.version("PySide6_Essentials")
    yield Part("Qt", version, "LGPL-3.0-only", "https://www.qt.io"), qt_text()


def _python() -> Iterator[tuple[Part, str]]:
    """Python itself. Its own list of what it is made of stands in its licence's text."""
    places = (Path(sys.base_prefix), Path(sys.base_prefix, "lib", f"python{sys.version_info[0]}.{sys.version_info[1]}"))
    text = next((path.read_text(encoding="utf-8") for each in places if (path := each / "LICENSE.txt").is_file()), "")
    version = ".".join(map(str, sys.version_info[:3]))
    yield Part("Python", version, "PSF-2.0", "https://www.python.org"), text


def _of_the_system(files: Iterable[Path]) -> Iterator[tuple[Part, str]]:
    """Libraries that came from Debian's packages, which keep their licences in one place."""
    if shutil.which("dpkg-query") is None:
        return
    told: set[str] = set()
    for path in sorted({path.resolve() for path in files if path.resolve().parts[1:2] in (("usr",), ("lib",))}):
        package = _package_of(path)
        copyright = Path("/usr/share/doc", package, "copyright")
        if package and package not in told and copyright.is_file():
            told.add(package)
            version = _ask("dpkg-query", "-W", "-f", "${Version}", package)
            yield Part(package, version, "see its text"), copyright.read_text(encoding="utf-8", errors="replace")


def _package_of(path: Path) -> str:
    """The Debian package that `path` is from; a system that merged /lib into /usr may know it by either name."""
    names = (str(path), str(path).removeprefix("/usr"))
    owners = (_ask("dpkg-query", "-S", name) for name in names)
    return next((owner.partition(":")[0] for owner in owners if owner), "")


def _ask(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def _fonts() -> Iterator[tuple[Part, str]]:
    for part in fonts():
        yield part, Path(part.file).read_text(encoding="utf-8")
