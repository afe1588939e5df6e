"""Work on a stick, where a home is wiped at logout."""

from pathlib import Path

import pytest

from claimlight.core.errors import StoreError
from claimlight.store import stick
from claimlight.store.data_folder import DataFolder, open_data_folder
from claimlight.store.opening import open_workbook
from claimlight.store.settings_file import SettingsFile
from claimlight.store.stick import (
    folder_to_use,
    go_on_at,
    is_wiped_at_logout,
    take_along,
    taken_to,
    work_on_sticks,
)
from store.student import Student

MOUNTS = "disk / ext4 rw 0 0\ntmpfs /home/kiosk tmpfs rw 0 0\n"


@pytest.mark.parametrize(
    ("folder", "home", "wiped"),
    [
        ("/home/ada/.local/share/claimlight", "/home/ada", False),
        ("/home/kiosk/.local/share/claimlight", "/home/kiosk", True),
        ("/tmp/guest-x7fq2/.local/share/claimlight", "/tmp/guest-x7fq2", True),
        ("/home/guest-house/data", "/home/guest-house", False),
    ],
)
def test_a_home_in_memory_and_a_guests_are_wiped(folder: str, home: str, wiped: bool) -> None:
    assert is_wiped_at_logout(Path(folder), MOUNTS, {"HOME": home}) is wiped


def test_without_knowing_better_a_home_stays() -> None:
    assert not is_wiped_at_logout(Path("/home/ada"), "", {})


def test_the_work_is_taken_along_and_found_again(
    student: Student, folder: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    student.highlights(0, 9)
    settings = SettingsFile(folder.path / "settings.ini")
    assert folder_to_use(folder.path) == folder.path
    assert taken_to(folder.path) is None
    media = tmp_path / "media"
    (media / "ADA").mkdir(parents=True)
    place = take_along(folder.path, media / "ADA", student.workbook.copy_to)
    go_on_at(place, settings)
    assert folder_to_use(folder.path) == place == taken_to(folder.path)
    with open_data_folder(place) as there:
        workbook = open_workbook(there)
        (person,) = workbook.persons()
        (attempt,) = workbook.attempts(person)
        assert len(workbook.annotations(attempt)) == 1
        workbook.close()
    monkeypatch.setattr(stick, "_MEDIA", (media,))
    table = f"stick {media}/ADA vfat rw 0 0\nempty {media}/BEN vfat rw 0 0\ndisk / ext4 rw 0 0\n"
    assert work_on_sticks(table) == (place,)
    (place / "workbook.db").unlink()
    assert folder_to_use(folder.path) == folder.path, "the stick is not in"


def test_work_that_is_there_is_not_overwritten(student: Student, folder: DataFolder, tmp_path: Path) -> None:
    take_along(folder.path, tmp_path / "stick", student.workbook.copy_to)
    before = sorted((tmp_path / "stick").rglob("*"))
    with pytest.raises(StoreError, match="stick-has-work"):
        take_along(folder.path, tmp_path / "stick", student.workbook.copy_to)
    assert sorted((tmp_path / "stick").rglob("*")) == before


def test_a_stick_that_cannot_be_written_holds_no_half_of_the_work(folder: DataFolder, tmp_path: Path) -> None:
    def full(file: Path) -> None:
        file.write_bytes(b"half")
        raise StoreError("disk-full", file=file)

    (tmp_path / "stick").mkdir()
    with pytest.raises(StoreError, match="stick-not-written"):
        take_along(folder.path, tmp_path / "stick", full)
    assert list((tmp_path / "stick").iterdir()) == []
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="stick-not-written"):
        take_along(folder.path, tmp_path / "file", full)
