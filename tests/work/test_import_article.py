"""An article file becomes a lesson folder; what is odd about it is told, and nothing is changed."""

import uuid
from pathlib import Path

import pytest
from hypothesis import given

from claimlight.core.article import Direction
from claimlight.core.errors import LessonError
from claimlight.files.lesson_folder import read_lesson
from claimlight.files.lesson_lint import check_lesson
from claimlight.files.lesson_toml import sheet_from_toml
from claimlight.files.plain_text import paragraphs
from claimlight.wording.errors import say
from claimlight.wording.notices import CODES, say_notice
from claimlight.work.article_notices import excerpt
from claimlight.work.import_article import import_article
from strategies import plain_texts

LEFTOVERS = "Republished with permission\n\nSign up to our newsletter"
STORY = (
    "The minister\u00a0said taxes would fall. He answered“we have proof”and  left.\n\n"
    "Nobody counted the crowd, he said, which went on…\n\n" + LEFTOVERS
)


def write(folder: Path, content: str | bytes, name: str = "the_long-story.txt") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refused(file: Path, into: Path) -> LessonError:
    with pytest.raises(LessonError) as error:
        import_article(file, into)
    assert say(error.value)
    assert not into.exists() or into.is_file() or any(into.iterdir())
    return error.value


def test_a_plain_text_becomes_a_lesson_word_for_word(tmp_path):
    report = import_article(write(tmp_path, STORY), tmp_path / "new", new_id=lambda: str(uuid.UUID(int=7)))
    lesson = read_lesson(tmp_path / "new")
    assert lesson.texts[0].article.text.text == "\n".join(STORY.split("\n\n"))
    assert (lesson.id, lesson.title, lesson.slug) == (str(uuid.UUID(int=7)), "The long story", "the-long-story")
    assert report.title == "The long story"
    assert [each.code for each in check_lesson(tmp_path / "new").findings] == ["key-missing"]


def test_what_is_odd_is_told_with_its_places(tmp_path):
    report = import_article(write(tmp_path, STORY), tmp_path / "new")
    text = report.text
    told = {notice.code: [excerpt(text, span, 4) for span in notice.spans] for notice in report.notices}
    assert told == {
        "no-headline": [],
        "no-break-spaces": ["ster⍽said"],
        "missing-spaces": ["wered“we ", "roof”and "],
        "doubled-spaces": ["”and  left"],
        "cut-off": ["Nobody counted the crowd, he said, which went on…"],
        "leftovers": LEFTOVERS.split("\n\n"),
    }
    assert [text[span] for span in report.proposed_exclusions] == LEFTOVERS.split("\n\n")
    assert all(say_notice(code, 2) for code in CODES)


def test_an_article_with_nothing_odd_has_no_notices(tmp_path):
    report = import_article(write(tmp_path, "# A title\n\nIt rained.\n", "x.MD"), tmp_path / "new")
    assert (report.title, report.notices, report.proposed_exclusions) == ("A title", (), ())


def test_markdown_stays_as_it_was_written(tmp_path):
    source = b"\xef\xbb\xbf# *Big* news\r\n\r\nOne **two**.\r\n"
    import_article(write(tmp_path, source, "x.markdown"), tmp_path / "new")
    assert (tmp_path / "new" / "article.md").read_bytes() == source
    lesson = read_lesson(tmp_path / "new")
    assert (lesson.title, lesson.texts[0].article.text.text) == ("Big news", "Big news\nOne two.")


def test_wrapped_lines_are_told(tmp_path):
    report = import_article(write(tmp_path, "One\ntwo.\n\nThree."), tmp_path / "new")
    assert [notice.code for notice in report.notices] == ["no-headline", "lines-joined"]


def test_right_to_left_articles_say_so(tmp_path):
    import_article(write(tmp_path, "قال الوزير.", "خبر.txt"), tmp_path / "new", language="ar")
    sheet = sheet_from_toml((tmp_path / "new" / "lesson.toml").read_bytes())
    assert (sheet.direction, sheet.language, sheet.slug, sheet.title) == (
        Direction.RIGHT_TO_LEFT,
        "ar",
        "lesson",
        "خبر",
    )


def test_an_empty_folder_is_taken_and_a_used_one_is_not(tmp_path):
    file = write(tmp_path, "Words.")
    (tmp_path / "new").mkdir()
    import_article(file, tmp_path / "new")
    before = {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()}
    assert refused(file, tmp_path / "new").code == "folder-not-empty"
    assert {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()} == before
    assert refused(file, file).code == "folder-not-empty"


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    file = write(tmp_path, "Words.")
    for folder, code in ((file / "new", "file-not-written"), (tmp_path / ("x" * 5000), "file-unreadable")):
        with pytest.raises(LessonError) as error:
            import_article(file, folder)
        assert error.value.code == code
        assert say(error.value)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "article-empty"),
        (" \n\n … \n".encode(), "article-empty"),
        (b"caf\xe9", "not-utf8"),
        (b"\xff\xfea\x00b\x00", "other-encoding"),
        (b"a\x00b\x00c\x00", "not-text"),
        (b"\x7fELF\x01\x01\x01", "not-text"),
        (bytes(range(256)), "not-utf8"),
    ],
)
def test_what_is_no_article_is_refused(tmp_path, content, code):
    assert refused(write(tmp_path, content), tmp_path / "new").code == code


def test_a_missing_and_a_huge_file_are_refused(tmp_path):
    assert refused(tmp_path / "none.txt", tmp_path / "new").code == "article-missing"
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(50_000_000)
    error = refused(huge, tmp_path / "new")
    assert error.code == "file-too-big"
    assert "8 MB" in say(error)


@given(plain_texts())
def test_any_plain_text_keeps_its_paragraphs(tmp_path_factory, plain):
    folder = tmp_path_factory.mktemp("import")
    raw = ("The council met on Monday. " * 400 + "\n\n" + plain).encode("utf-8", "replace")
    import_article(write(folder, raw), folder / "new")
    assert read_lesson(folder / "new").texts[0].article.text.text == "\n".join(paragraphs(raw.decode()))
