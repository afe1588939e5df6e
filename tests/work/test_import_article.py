"""An article file becomes a lesson folder; what is odd about it is told, and nothing is changed."""

import uuid
from pathlib import Path

import pytest
from hypothesis import given, settings

from claimlight.core.article import Direction, Span
from claimlight.core.errors import LessonError
from claimlight.files.article_import.reader import read_source
from claimlight.files.lesson_folder import read_lesson
from claimlight.files.lesson_lint import check_lesson
from claimlight.files.lesson_toml import sheet_from_toml
from claimlight.files.plain_text import paragraphs
from claimlight.wording.errors import say
from claimlight.wording.notices import CODES, REMARKS, say_notice, say_remark
from claimlight.work.article_notices import excerpt
from claimlight.work.cleaning_kinds import Kind
from claimlight.work.import_article import ImportReport, import_article
from strategies import plain_texts

LEFTOVERS = "Republished with permission\n\nSign up to our newsletter"
DATA = Path(__file__).parents[1] / "data" / "articles"
STORY = (
    "The minister\u00a0said taxes would fall. He answered“we have proof”and  left.\n\n"
    "Nobody counted the crowd, he said, which went on…\n\n" + LEFTOVERS
)


def write(folder: Path, content: str | bytes, name: str = "the_long-story.txt") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def left_on_the_page(report: ImportReport) -> list[Span]:
    """Leftovers of a web page that are still there."""
    left = (each for each in report.proposals if each not in report.accepted)
    return [change.span for each in left for change in each.changes if change.whole_block]


def imported(file: Path, into: Path, **asked: object) -> ImportReport:
    """Without the child process, which has tests of its own."""
    return import_article(file, into, **{"read": read_source, **asked})


def refused(file: Path, into: Path) -> LessonError:
    with pytest.raises(LessonError) as error:
        imported(file, into)
    assert say(error.value)
    assert not into.exists() or into.is_file() or any(into.iterdir())
    return error.value


def test_a_plain_text_becomes_a_lesson_word_for_word(tmp_path):
    report = imported(write(tmp_path, STORY), tmp_path / "new", new_id=lambda: str(uuid.UUID(int=7)))
    lesson = read_lesson(tmp_path / "new")
    assert lesson.texts[0].article.text.text == "\n".join(STORY.split("\n\n"))
    assert (lesson.id, lesson.title, lesson.slug) == (str(uuid.UUID(int=7)), "The long story", "the-long-story")
    assert report.title == "The long story"
    assert [each.code for each in check_lesson(tmp_path / "new").findings] == ["key-missing"]


def test_what_could_be_cleaned_is_told_and_nothing_is_done(tmp_path):
    report = imported(write(tmp_path, STORY), tmp_path / "new")
    text = report.text
    told = [(each.kind, [excerpt(text, span, 4) for span in each.places]) for each in report.proposals]
    assert told == [
        (Kind.RIGHTS, ["Republished with permission"]),
        (Kind.NEWSLETTER, ["Sign up to our newsletter"]),
        (Kind.NO_BREAK_SPACES, ["ster⍽said"]),
        (Kind.MISSING_SPACES, ["ered“we ", "oof”and "]),
        (Kind.DOUBLED_SPACES, ["and  left"]),
    ]
    assert [(each.code, [text[span] for span in each.spans]) for each in report.notices] == [
        ("no-headline", []),
        ("cut-off", ["Nobody counted the crowd, he said, which went on…"]),
    ]
    assert [text[span] for span in left_on_the_page(report)] == LEFTOVERS.split("\n\n")
    assert all(say_notice(code, 2) for code in CODES)


def test_what_is_accepted_is_done_and_nothing_else(tmp_path):
    report = imported(write(tmp_path, STORY), tmp_path / "new", accept=[Kind.RIGHTS, Kind.MISSING_SPACES])
    assert read_lesson(tmp_path / "new").texts[0].article.text.text == (
        "The minister\u00a0said taxes would fall. He answered “we have proof” and  left.\n"
        "Nobody counted the crowd, he said, which went on…\nSign up to our newsletter"
    )
    assert [each.kind for each in report.accepted] == [Kind.RIGHTS, Kind.MISSING_SPACES]
    assert [report.text[span] for span in left_on_the_page(report)] == ["Sign up to our newsletter"]


def test_nothing_but_leftovers_accepted_is_no_article(tmp_path):
    with pytest.raises(LessonError) as error:
        imported(write(tmp_path, LEFTOVERS), tmp_path / "new", accept=Kind)
    assert error.value.code == "article-empty"
    assert not (tmp_path / "new").exists()


def test_what_the_file_tells_goes_into_the_lesson(tmp_path):
    page = DATA / "web" / "wget.html"
    report = imported(page, tmp_path / "new", accept=[Kind.HEADLINE, Kind.BYLINE])
    sheet = sheet_from_toml((tmp_path / "new" / "lesson.toml").read_bytes())
    assert (sheet.title, sheet.byline, sheet.dateline) == (report.title, "Ida Kroon", "2026-03-14")
    assert (sheet.language, sheet.slug) == ("en-GB", "lowmoor-pier-to-close-after-three-storms")
    assert (tmp_path / "new" / "picture-1.png").read_bytes() == (DATA / "web" / "pier.png").read_bytes()
    assert read_lesson(tmp_path / "new").texts[0].article.text.text.startswith("Share · Copy link · Print\nThe pier on")


def test_an_article_with_nothing_odd_has_no_notices(tmp_path):
    report = imported(write(tmp_path, "# A title\n\nIt rained.\n", "x.MD"), tmp_path / "new")
    assert (report.title, report.notices, report.proposals, report.remarks) == ("A title", (), (), ())


def test_markdown_stays_as_it_was_written(tmp_path):
    source = b"\xef\xbb\xbf# *Big* news\r\n\r\nOne **two**.\r\n"
    imported(write(tmp_path, source, "x.markdown"), tmp_path / "new")
    assert (tmp_path / "new" / "article.md").read_bytes() == source
    lesson = read_lesson(tmp_path / "new")
    assert (lesson.title, lesson.texts[0].article.text.text) == ("Big news", "Big news\nOne two.")


def test_other_encodings_are_read_and_told(tmp_path):
    for number, (raw, encoding) in enumerate([(b"Un caf\xe9.", "Windows-1252"), (b"\xff\xfea\x00b\x00", "UTF-16")]):
        report = imported(write(tmp_path, raw), tmp_path / str(number))
        assert report.encoding == encoding


def test_places_that_look_garbled_are_told(tmp_path):
    report = imported(write(tmp_path, "# News\n\nThe cafÃ© said â€œnoâ€\x9d.", "x.md"), tmp_path / "new")
    assert [(notice.code, len(notice.spans)) for notice in report.notices] == [("garbled", 3)]


def test_wrapped_lines_are_told(tmp_path):
    report = imported(write(tmp_path, "One\ntwo.\n\nThree."), tmp_path / "new")
    assert [remark.code for remark in report.remarks] == ["lines-joined"]
    assert all(say_remark(code, {"n": 2, "encoding": "KOI8-R"}) for code in REMARKS)


def test_right_to_left_articles_say_so(tmp_path):
    imported(write(tmp_path, "قال الوزير.", "خبر.txt"), tmp_path / "new", language="ar")
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
    imported(file, tmp_path / "new")
    before = {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()}
    assert refused(file, tmp_path / "new").code == "folder-not-empty"
    assert {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()} == before
    assert refused(file, file).code == "folder-not-empty"


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    file = write(tmp_path, "Words.")
    for folder, code in ((file / "new", "file-not-written"), (tmp_path / ("x" * 5000), "file-unreadable")):
        with pytest.raises(LessonError) as error:
            imported(file, folder)
        assert error.value.code == code
        assert say(error.value)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "article-empty"),
        (" \n\n … \n".encode(), "article-empty"),
        (b"a\x00b\x00c\x00", "not-text"),
        (b"\x7fELF\x01\x01\x01", "not-text"),
        (bytes(range(256)), "not-text"),
    ],
)
def test_what_is_no_article_is_refused(tmp_path, content, code):
    assert refused(write(tmp_path, content), tmp_path / "new").code == code


def test_a_missing_and_a_huge_file_are_refused(tmp_path):
    assert refused(tmp_path / "none.txt", tmp_path / "new").code == "article-missing"
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(70_000_000)
    error = refused(huge, tmp_path / "new")
    assert error.code == "document-too-long"
    assert "64 MB" in say(error)


@given(plain_texts())
@settings(max_examples=30)
def test_any_plain_text_keeps_its_paragraphs(tmp_path_factory, plain):
    folder = tmp_path_factory.mktemp("import")
    raw = ("The council met on Monday. " * 120 + "\n\n" + plain).encode("utf-8", "replace")
    imported(write(folder, raw), folder / "new")
    assert read_lesson(folder / "new").texts[0].article.text.text == "\n".join(paragraphs(raw.decode()))
