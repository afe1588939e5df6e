"""A new version over an old one: the work of the old one is there, and a copy of how it was."""

import shutil
from pathlib import Path

import pytest

from claimlight.store.migrations import WORKBOOK
from robots import Student

OLD = sorted((Path(__file__).parents[1] / "data" / "workbooks").glob("v*.db"))


@pytest.mark.parametrize("old", OLD, ids=lambda file: file.stem)
def test_the_window_opens_with_the_work_of_an_older_version(old: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copyfile(old, folder / "workbook.db")
    student = Student(folder)
    try:
        assert student.window.look.theme.id == "dark", "as Ada had chosen in the older version"
        copies = [path.name for path in (folder / "backups").rglob("*") if path.is_file()]
        assert copies or old.stem == f"v{WORKBOOK.version}"
    finally:
        student.leaves()
