"""What comes of filling marks into somebody else's file: its bytes, and what there is to say."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimlight.core.errors import WorkError
from claimlight.files.article_import.source import Remark
from claimlight.files.exports.cells import RawTable, raw_table
from claimlight.files.exports.gradebook import Gradebook
from claimlight.files.exports.matching import Matches

MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Filled:
    """`marks` counts the cells that got one. `told` is said by `wording.exports`."""

    raw: bytes
    marks: int
    told: tuple[Remark, ...] = ()


def told(code: str, names: Iterable[str]) -> list[Remark]:
    """A remark about these names; nothing where there are none."""
    all_of_them = list(names)
    if not all_of_them:
        return []
    said = ", ".join(all_of_them[:MOST_NAMED]) + (" …" if len(all_of_them) > MOST_NAMED else "")
    return [Remark(code, (("n", len(all_of_them)), ("names", said)))]


def about_matches(found: Matches, gradebook: Gradebook) -> list[Remark]:
    """Of those who have marks: who was found by name only, who could be several people, who is not in the file.

    And whose work nobody has.
    """
    marked = {pupil.entry.name for pupil in gradebook.pupils if any(pupil.marks)}
    return [
        *told("export-by-name", (name for name in found.by_name if name in marked)),
        *told("export-several", (name for name in found.several if name in marked)),
        *told("export-not-in-file", (name for name in found.missing if name in marked)),
        *told("export-strangers", gradebook.strangers),
    ]


def opened(raw: bytes, file: str) -> RawTable:
    """The rows of a CSV file. Raises WorkError where it is of another kind."""
    if raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")) or b"\x00" in raw:
        raise WorkError("export-file-no-csv", file=file)
    table = raw_table(raw)
    if not table.rows:
        raise WorkError("export-file-empty", file=file)
    return table
