"""A lesson travels as one file and comes back as the folder it was."""

import zipfile
from pathlib import Path

import pytest

from claimlight.core.errors import LessonError
from claimlight.files.lesson_bundle import open_lesson
from claimlight.files.places import lessons
from claimlight.work.pack import pack, unpack
from lesson_maker import built_lesson

LESSON = lessons() / "canteen-survey"


def test_a_packed_lesson_is_the_lesson_again(tmp_path: Path) -> None:
    file, folder = tmp_path / "canteen.claimlesson", tmp_path / "back"
    pack(LESSON, file)
    written = unpack(file, folder)
    assert {path.name for path in written} >= {"lesson.toml", "article.md", "article.text.json", "article.key.json"}
    assert open_lesson(folder) == open_lesson(LESSON) == open_lesson(file)
    assert (folder / "article.md").read_bytes() == (LESSON / "article.md").read_bytes()


def test_a_copy_for_a_colleague_says_so_and_one_for_students_does_not(tmp_path: Path) -> None:
    copy, again = tmp_path / "copy.claimlesson", tmp_path / "again.claimlesson"
    pack(LESSON, copy, colleague=True)
    assert open_lesson(copy).audience == "teacher"
    unpack(copy, tmp_path / "copy")
    pack(tmp_path / "copy", again)
    assert open_lesson(again).audience == ""


@pytest.mark.parametrize("field", ["author", "licence"])
def test_a_lesson_that_travels_says_who_made_it_and_how_it_may_be_used(tmp_path: Path, field: str) -> None:
    folder = built_lesson(tmp_path / "fares", **{field: ""})
    with pytest.raises(LessonError) as refused:
        pack(folder, tmp_path / "fares.claimlesson")
    assert refused.value.code == "pack-incomplete"
    assert refused.value.params["field"] == field
    assert not (tmp_path / "fares.claimlesson").exists()


def test_nothing_is_written_of_a_file_that_is_none(tmp_path: Path) -> None:
    bad = tmp_path / "bad.claimlesson"
    with zipfile.ZipFile(bad, "w") as bundle:
        bundle.writestr("../outside.txt", "no")
    with pytest.raises(LessonError):
        unpack(bad, tmp_path / "into")
    assert not (tmp_path / "into").exists()


def test_a_full_folder_is_left_alone(tmp_path: Path) -> None:
    file, folder = tmp_path / "canteen.claimlesson", tmp_path / "full"
    pack(LESSON, file)
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    with pytest.raises(LessonError) as refused:
        unpack(file, folder)
    assert refused.value.code == "folder-not-empty"
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]
