"""Work beside the program: where a program is, when it asks, and what is found at the next start."""

from pathlib import Path

import pytest

from claimlight.core.errors import StoreError
from claimlight.store.data_folder import usual_data_folder
from claimlight.store.portable import (
    MARKER,
    asks_where,
    keep_beside,
    keep_here,
    program_folder,
    this_program,
    usual_folder,
)
from claimlight.store.settings_file import SettingsFile
from claimlight.store.stick import FOLDER


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The folder that came out of the archive."""
    folder = tmp_path / "claimlight-1.0.0"
    folder.mkdir()
    (folder / MARKER).touch()
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings.ini")


@pytest.mark.parametrize(
    ("executable", "environ", "folder"),
    [
        ("/media/stick/claimlight-1.0.0/claimlight", {}, "/media/stick/claimlight-1.0.0"),
        ("/Volumes/Stick/Claimlight.app/Contents/MacOS/claimlight", {}, "/Volumes/Stick"),
        ("/tmp/.mount_Claim/usr/bin/claimlight", {"APPIMAGE": "/media/stick/Claimlight.AppImage"}, "/media/stick"),
    ],
)
def test_the_folder_is_where_a_person_sees_the_program(executable: str, environ: dict[str, str], folder: str) -> None:
    assert program_folder(Path(executable), True, environ) == Path(folder)


def test_sources_have_no_such_folder() -> None:
    assert this_program() is None
    assert usual_folder(None) == usual_data_folder()


def test_it_asks_once_where_it_was_unpacked(program: Path, settings: SettingsFile) -> None:
    assert asks_where(program, settings)
    keep_here(settings)
    assert not asks_where(program, SettingsFile(settings.path))


def test_it_does_not_ask_without_the_marker_or_the_program(program: Path, settings: SettingsFile) -> None:
    (program / MARKER).unlink()
    assert not asks_where(program, settings)
    assert not asks_where(None, settings)


def test_what_is_kept_beside_it_is_found_by_every_later_start(program: Path, settings: SettingsFile) -> None:
    assert usual_folder(program) == usual_data_folder()
    place = keep_beside(program)
    assert place == program / FOLDER == usual_folder(program)
    assert keep_beside(program) == place, "asked twice, it is the same"
    assert not asks_where(program, settings)


def test_where_nothing_can_be_written_it_says_so(program: Path) -> None:
    (program / FOLDER).write_bytes(b"not a folder")
    with pytest.raises(StoreError) as refused:
        keep_beside(program)
    assert refused.value.code == "beside-not-written"
