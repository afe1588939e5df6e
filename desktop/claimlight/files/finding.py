"""One thing that `check` has to say about a lesson."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from claimlight.core.errors import ClaimlightError


class Severity(StrEnum):
    ERROR = "error"
    """The lesson cannot be used like this."""
    WARNING = "warning"
    """It can be used, and is not as good as it could be."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding by code; `params` fill its sentence (see `wording.findings`), which names file and place itself."""

    code: str
    severity: Severity
    file: str
    place: str
    params: Mapping[str, object]


def finding(
    code: str, file: str, place: str = "", *, severity: Severity = Severity.WARNING, **params: object
) -> Finding:
    """A finding of our own; for items, `place` is the item's id and fills `{item}`."""
    return Finding(code, severity, file, place, {"file": file, "item": place, **params})


def finding_of(error: ClaimlightError, file: str) -> Finding:
    """What stopped the reading, as a finding."""
    place = error.params.get("item") or error.params.get("field") or error.params.get("line") or ""
    named = str(error.params.get("file", file))
    return Finding(error.code, Severity.ERROR, named, str(place), {"file": file, **error.params})
