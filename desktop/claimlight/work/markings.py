"""Read annotation files for a job: each as it is, or with its name and the reason why it cannot be used."""

from collections.abc import Iterator
from pathlib import Path

from claimlight.core.article import Text
from claimlight.core.errors import ClaimlightError, WorkError
from claimlight.files.exchange.markings import Form, Markings, Units
from claimlight.files.exchange.reader import read_markings
from claimlight.wording.conversion import say_loss
from claimlight.wording.errors import say
from claimlight.wording.markings import say_remark


def read_file(path: Path, text: Text, form: Form | None, units: Units) -> Markings:
    """What `path` says about `text`. Raises WorkError or LessonError, whose sentence names the file."""
    try:
        return read_markings(path, text, form, units)
    except ClaimlightError as error:
        if "file" in error.params:
            raise
        raise WorkError("in-file", file=path.name, reason=say(error)) from error


def losses(markings: Markings, path: Path) -> Iterator[str]:
    """What of the file is neither a mark nor said of one, a line for each kind."""
    for remark in markings.lost:
        yield f"{path.name}: {say_loss(remark.code, dict(remark.params))}"


def remarks(markings: Markings, path: Path) -> Iterator[str]:
    """What stands in the file besides its marks, or looks wrong: a line each."""
    for remark in markings.remarks:
        yield f"{path.name}: {say_remark(remark.code, dict(remark.params))}"
