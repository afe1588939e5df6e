"""Who else may open a class's work: the school, by its key's file, or a colleague, by any class file of theirs."""

from pathlib import Path

from claimlight.handin.class_file import SUFFIX, read_class
from claimlight.handin.drop_folder import read_file
from claimlight.handin.identity import PublicKeys
from claimlight.handin.school_key import read_school_key


def read_reader(path: Path) -> PublicKeys:
    """The public keys of whom the file at `path` comes from. Raises WorkError."""
    raw = read_file(path)
    if path.suffix == SUFFIX:
        return read_class(raw, path.name).teacher
    return read_school_key(raw, path.name).owner
