"""What the program is made of, by licence, each with its text: as listed for a bundle, else as installed here."""

import json
import re
from dataclasses import dataclass
from email.message import Message
from importlib import metadata
from pathlib import Path

from claimlight import __version__
from claimlight.files.places import assets, own_licence

LIST = "licences.json"
OWN_TEXT = "Claimlight.txt"
_US = "claimlight"
_QT = ("LGPL-3.0", "GPL-3.0")
"""The first one only adds to the second."""
_STANDARD = {"MIT": "MIT", "BSD License": "BSD", "BSD": "BSD"}
_TEXTS = re.compile(r"(?:licen[cs]e|copying|notice|authors)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A work that is inside. `file` is its licence's full text, a name beside the list or a whole path; "" where the
    text has no file of its own."""

    name: str
    version: str
    licence: str
    home: str = ""
    file: str = ""


def parts(folder: Path) -> tuple[Part, ...]:
    """Claimlight, and all that is listed in `folder`; where nothing was listed, the fonts and the packages here."""
    listed = folder / LIST
    return (_own(folder), *(read_list(listed) if listed.is_file() else (*fonts(), *installed())))


def read_list(path: Path) -> tuple[Part, ...]:
    return tuple(Part(**each) for each in json.loads(path.read_text(encoding="utf-8")))


def text_of(part: Part, folder: Path) -> str:
    """The full text of its licence, `folder` being that of the list; "" where there is none."""
    if part.file:
        return (folder / part.file).read_text(encoding="utf-8")
    try:
        distribution = metadata.distribution(part.name)
    except metadata.PackageNotFoundError:
        return ""
    return licence_text(distribution) or text_for(part, distribution)


def fonts() -> tuple[Part, ...]:
    """The fonts that come along, by name."""
    found = sorted((assets() / "fonts").glob("*-OFL.txt"))
    return tuple(Part(path.stem.removesuffix("-OFL"), "", "OFL-1.1", file=str(path)) for path in found)


def installed() -> tuple[Part, ...]:
    """Claimlight's packages, and theirs, by name; empty where Claimlight itself is not installed."""
    return tuple(part_of(each) for each in distributions(_US) if _bare(each.name) != _US)


def distributions(name: str) -> tuple[metadata.Distribution, ...]:
    """The installed distribution `name` and all that it needs here, by name."""
    found: dict[str, metadata.Distribution] = {}
    todo = [name]
    while todo:
        bare = _bare(todo.pop())
        if bare in found:
            continue
        try:
            found[bare] = metadata.distribution(bare)
        except metadata.PackageNotFoundError:
            continue  # for another system or another Python
        todo += (_named(need) for need in found[bare].requires or () if "extra ==" not in need)
    return tuple(found[bare] for bare in sorted(found))


def part_of(distribution: metadata.Distribution) -> Part:
    told = distribution.metadata
    assert isinstance(told, Message), "as email has it"
    return Part(distribution.name, distribution.version, _licence(told), _home(told))


def licence_text(distribution: metadata.Distribution) -> str:
    """The licence as the distribution brings it, in all its files; "" where it brings none."""
    files = [each for each in distribution.files or () if "dist-info" in str(each.parent) and _TEXTS.search(each.name)]
    texts = (Path(str(each.locate())).read_text(encoding="utf-8", errors="replace") for each in sorted(files))
    return "\n\n".join(text.strip() for text in texts)


def text_for(part: Part, distribution: metadata.Distribution) -> str:
    """The text of the licence that a package names and does not bring; "" for one that is not known here."""
    if "LGPL" in part.licence:
        return qt_text()
    standard = _STANDARD.get(part.licence)
    author = distribution.metadata["Author"] or distribution.metadata["Author-email"] or f"the authors of {part.name}"
    return f"Copyright (c) {author}\n\n{_standard(standard)}" if standard else ""


def qt_text() -> str:
    """What Qt and its Python side are used under."""
    return "\n\n".join(map(_standard, _QT))


def _standard(name: str) -> str:
    return (assets() / "licences" / f"{name}.txt").read_text(encoding="utf-8")


def _own(folder: Path) -> Part:
    beside, here = folder / OWN_TEXT, own_licence()
    file = beside if beside.is_file() else here
    return Part("Claimlight", __version__, "Apache-2.0", file=str(file) if file.is_file() else "")


def _licence(told: Message) -> str:
    """A short name: the expression, or the classifiers, or the first line of the field of old."""
    if expression := told.get("License-Expression"):
        return str(expression)
    heads = [str(each) for each in told.get_all("Classifier", []) if str(each).startswith("License ::")]
    names = [each.split(" :: ")[-1] for each in heads if each != "License :: OSI Approved"]
    return " OR ".join(names) or (str(told.get("License", "")).strip().splitlines() or [""])[0]


def _home(told: Message) -> str:
    """The address of the project's page."""
    urls = {label.strip().lower(): url.strip() for label, url in map(_labelled, told.get_all("Project-URL", []))}
    chosen = (urls.get(label) for label in ("homepage", "home", "source", "repository", "source code", "github"))
    return str(told.get("Home-page") or next(filter(None, chosen), ""))


def _labelled(entry: str) -> tuple[str, str]:
    label, _, url = str(entry).partition(",")
    return label, url


def _named(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found is not None, "a requirement begins with a name"
    return found[0]


def _bare(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
