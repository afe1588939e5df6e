"""What a machine remembers: read and written by people too, so anything may stand in it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.errors import StoreError
from claimlight.store.settings_file import SettingsFile
from claimlight.wording.errors import say


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "claimlight.ini"


def test_what_was_put_is_there_at_the_next_start(file: Path) -> None:
    settings = SettingsFile(file)
    assert settings.get("window", "geometry") == ""
    settings.put("window", "geometry", "01d9d0cb")
    settings.put("window", "theme", "100 %(dark)s")
    again = SettingsFile(file)
    assert again.get("window", "geometry") == "01d9d0cb"
    assert again.get("window", "theme", "paper") == "100 %(dark)s"


def test_recent_files_come_latest_first_and_once(file: Path) -> None:
    settings = SettingsFile(file)
    assert settings.recent_files() == ()
    for number in [*range(12), 5]:
        settings.add_recent_file(Path(f"/lessons/ünïcode = {number}; x.claimlesson"))
    recent = SettingsFile(file).recent_files()
    assert [path.name.split()[2] for path in recent] == ["5;", "11;", "10;", "9;", "8;", "7;", "6;", "4;", "3;", "2;"]
    SettingsFile(file).forget_recent_files()
    assert SettingsFile(file).recent_files() == ()


@given(st.text(st.characters(exclude_categories=["Cc", "Zl", "Zp", "Cs"])).map(str.strip))
def test_any_line_can_be_remembered(tmp_path_factory: pytest.TempPathFactory, value: str) -> None:
    file = tmp_path_factory.getbasetemp() / "any.ini"
    SettingsFile(file).put("window", "title", value)
    assert SettingsFile(file).get("window", "title") == value


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"no section", b"[window]\na = 1\na = 2", b""])
def test_a_file_that_makes_no_sense_counts_as_empty(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    settings = SettingsFile(file)
    assert settings.get("window", "a", "none") == "none"
    settings.put("window", "a", "3")
    assert SettingsFile(file).get("window", "a") == "3"


def test_settings_that_cannot_be_written_stay_as_they_were(file: Path) -> None:
    settings = SettingsFile(file)
    settings.put("window", "theme", "dark")
    file.with_suffix(".part").mkdir()
    with pytest.raises(StoreError) as caught:
        settings.put("window", "theme", "cream")
    assert "could not be saved" in say(caught.value)
    assert settings.get("window", "theme") == SettingsFile(file).get("window", "theme") == "dark"
