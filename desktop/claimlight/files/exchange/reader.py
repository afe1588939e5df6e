"""Read annotations on a text from a file, in whichever format it is."""

from pathlib import Path

from claimlight.core.article import Text
from claimlight.files.exchange.markings import Form, Markings, Units

_BY_SUFFIX = {".ann": Form.BRAT, ".jsonl": Form.DOCCANO}


def form_of(path: Path) -> Form:
    """The format that the file's name suggests; W3C where it suggests none."""
    return _BY_SUFFIX.get(path.suffix.lower(), Form.W3C)


def read_markings(path: Path, text: Text, form: Form | None = None, units: Units = Units.CODE_POINTS) -> Markings:
    """What `path` says about `text`. Raises WorkError or LessonError, which `wording.errors` says."""
    match form or form_of(path):
        case Form.DOCCANO:
            from claimlight.files.exchange.doccano import read_doccano

            return read_doccano(path, text, units)
        case Form.BRAT:
            from claimlight.files.exchange.brat import read_brat

            return read_brat(path, text)
        case _:
            from claimlight.files.exchange.w3c import read_w3c

            return read_w3c(path, text)
