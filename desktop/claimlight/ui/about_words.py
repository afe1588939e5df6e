"""What *About Claimlight* says: sections in their order, each a heading and its paragraphs."""

from dataclasses import dataclass
from pathlib import Path

import PySide6

from claimlight import __version__
from claimlight.wording import _


@dataclass(frozen=True, slots=True)
class Section:
    """`title` is "" where the paragraphs need no heading."""

    title: str
    paragraphs: tuple[str, ...]


def lead() -> str:
    return _("Claimlight {version}").format(version=__version__)


def sections(data_folder: Path, licences: Path) -> tuple[Section, ...]:
    """`licences` is the folder with the full texts; it need not be there."""
    return (
        Section(
            "",
            (
                _("Read an article, highlight what is claimed, denied and unverified, and see why."),
                _("Free software under the Apache licence 2.0; made with Qt (LGPL). It works without the internet."),
            ),
        ),
        Section(_("Where your work is"), (str(data_folder),)),
        _about_qt(),
        *(_about_licences(licences) if licences.is_dir() else ()),
    )


def _about_qt() -> Section:
    terms = _("Qt {version} is used under the GNU Lesser General Public License, version 3.")
    place = _(
        "Its libraries are files of their own, in {folder}: you may put your own build of them in their place. "
        "Their sources are at {address}."
    )
    folder = Path(PySide6.__file__).parent
    return Section(
        "Qt",
        (terms.format(version=PySide6.__version__), place.format(folder=folder, address="https://download.qt.io")),
    )


def _about_licences(folder: Path) -> tuple[Section, ...]:
    sentence = _("The full text of each licence is in the folder {folder}.").format(folder=folder)
    return (Section(_("Licences"), (sentence,)),)
