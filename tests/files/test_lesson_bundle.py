"""A lesson travels as one file, is the same lesson there, and a hostile file opens nothing."""

import io
import json
import struct
import time
import zipfile
from fractions import Fraction

import pytest

from claimlight.core.errors import ClaimlightError, LessonError
from claimlight.core.lesson import Lesson, Mode
from claimlight.files.archive import MOST_MEMBERS, SMALL
from claimlight.files.lesson_bundle import (
    bundle_folder,
    open_lesson,
    read_bundle,
)
from claimlight.files.lesson_folder import read_lesson
from claimlight.wording.errors import say
from lesson_maker import built_lesson, given_out, write_lesson


@pytest.fixture
def folder(tmp_path):
    return built_lesson(tmp_path / "fares", content_note="rain")


def members_of(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as bundle:
        return {name: bundle.read(name) for name in bundle.namelist()}


def zipped(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in members.items():
            bundle.writestr(name, content)
    return packed.getvalue()


def refused(raw: bytes) -> ClaimlightError:
    with pytest.raises(ClaimlightError) as error:
        read_bundle(raw)
    assert say(error.value)
    return error.value


def test_a_lesson_is_the_same_from_its_folder_and_from_its_file(folder, tmp_path):
    (folder / "map.png").write_bytes(b"\x89PNG not really")
    (folder / "second.json").write_text("{}")
    raw = bundle_folder(folder)
    assert bundle_folder(folder) == raw
    assert read_bundle(raw) == read_lesson(folder)
    assert set(members_of(raw)) == {
        *("manifest.json", "lesson.toml", "codebook.toml", "article.md", "article.text.json", "article.key.json"),
        "map.png",
    }
    path = tmp_path / "fares.claimlesson"
    path.write_bytes(raw)
    assert open_lesson(path) == open_lesson(folder) == open_lesson(folder / "lesson.toml")


def test_a_key_that_was_not_built_travels_built(folder):
    built = bundle_folder(folder)
    write_lesson(folder, content_note="rain")
    assert members_of(bundle_folder(folder))["article.key.json"] == members_of(built)["article.key.json"]


def test_a_lesson_without_answers_travels_too(folder):
    (folder / "article.key.json").unlink()
    (folder / "article.md").unlink()
    assert read_bundle(bundle_folder(folder)) == read_lesson(folder)


def test_a_lesson_that_is_no_lesson_is_refused(tmp_path):
    with pytest.raises(LessonError) as error:
        open_lesson(tmp_path)
    assert error.value.code == "not-a-lesson"
    with pytest.raises(LessonError) as error:
        open_lesson(tmp_path / "nothing.claimlesson")
    assert error.value.code == "not-a-lesson"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("../evil.md", b"x", "bundle-bad-member"),
        ("/etc/passwd", b"x", "bundle-bad-member"),
        ("run.exe", b"x", "bundle-bad-member"),
        ("folder/article.md", b"x", "bundle-bad-member"),
        ("bomb.png", b"\0" * 10 * SMALL, "bundle-too-big"),
        ("codebook.toml", None, "member-missing"),
        ("article.text.json", None, "text-not-built"),
        ("manifest.json", None, "not-a-bundle"),
        ("manifest.json", b'{"format": 2}', "bundle-format"),
        ("manifest.json", b'{"format": 1, "mode": "at the end of the week"}', "bundle-format"),
        ("manifest.json", b'{"format": 1, "lesson_hash": "0"}', "bundle-changed"),
        ("manifest.json", b"?", "broken-json"),
    ],
)
def test_a_strange_member_keeps_the_file_shut(folder, name, content, code):
    members = members_of(bundle_folder(folder))
    if content is None:
        del members[name]
    else:
        members[name] = content
    assert refused(zipped(members)).code == code


def test_too_many_members_keep_the_file_shut(folder):
    members = members_of(bundle_folder(folder))
    members |= {f"p{number}.png": b"" for number in range(MOST_MEMBERS)}
    assert refused(zipped(members)).code == "bundle-too-big"


def test_a_million_members_are_not_listed_first():
    member = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 33, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    listed = member * 1_000_000
    raw = listed + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(listed), 0, 0)
    before = time.process_time()
    assert refused(raw).code == "bundle-too-big"
    assert time.process_time() - before < 1, "listing them takes zipfile five seconds and 360 MB"


def test_the_same_name_twice_keeps_the_file_shut(folder):
    packed = io.BytesIO(bundle_folder(folder))
    with zipfile.ZipFile(packed, "a") as bundle, pytest.warns(UserWarning, match="Duplicate"):
        bundle.writestr("lesson.toml", b"x")
    assert refused(packed.getvalue()).code == "bundle-member-twice"


@pytest.mark.parametrize("raw", [b"", b"rubbish" * 100, b"PK\x03\x04" + bytes(100), b"PK\x05\x06" + bytes(18)])
def test_rubbish_is_no_lesson(raw):
    assert refused(raw).code == "not-a-bundle"


def test_a_damaged_file_is_noticed_wherever_the_damage_is(folder):
    raw = bundle_folder(folder)
    lesson = read_bundle(raw)
    outcomes = [_outcome(raw, position) for position in range(0, len(raw), 37)]
    assert all(outcome == lesson or isinstance(outcome, ClaimlightError) for outcome in outcomes)
    assert sum(isinstance(outcome, ClaimlightError) and bool(say(outcome)) for outcome in outcomes) > 50


def _outcome(raw: bytes, position: int) -> Lesson | ClaimlightError:
    damaged = bytearray(raw)
    damaged[position] ^= 0x55
    try:
        return read_bundle(bytes(damaged))
    except ClaimlightError as error:
        return error


@pytest.mark.parametrize("off_by", [-1, 1])
def test_a_header_that_promises_another_size_is_not_believed(folder, off_by):
    members = members_of(bundle_folder(folder))
    raw = bytearray(zipped(members))
    at = raw.index(b"PK\x01\x02") + 24
    promised = int.from_bytes(raw[at : at + 4], "little") + off_by
    raw[at : at + 4] = promised.to_bytes(4, "little")
    assert refused(bytes(raw)).code == "not-a-bundle"


def test_the_manifest_says_what_it_is(folder):
    manifest = json.loads(members_of(bundle_folder(folder))["manifest.json"])
    assert manifest == {
        "format": 1,
        "kind": "lesson",
        "mode": "practice",
        "lesson_hash": read_lesson(folder).hash,
        "builder": 1,
    }


@pytest.mark.parametrize("mode", [Mode.HOMEWORK, Mode.ASSESSMENT])
def test_homework_and_assessment_open_without_answers_and_say_what_extras_cost(folder, mode):
    file = given_out(folder, mode, rates={"article": "1/4", "plain": "1/2"})
    lesson, practice = open_lesson(file), read_lesson(folder)
    assert (lesson.mode, lesson.hash) == (mode, practice.hash)
    (text,) = lesson.texts
    assert (text.key, text.rate) == (None, Fraction(1, 4))
    assert text.article == practice.texts[0].article
    key = practice.texts[0].key
    released = lesson.with_answers("article", key)
    assert (released.texts[0].key, released.texts[0].rate) == (key, key.rate)
    assert lesson.with_answers("plain", key) == lesson


@pytest.mark.parametrize("rates", [{}, {"article": "1/3"}, "1/2"])
def test_where_nobody_says_what_extras_cost_nothing_is_said(folder, rates):
    members = members_of(given_out(folder, Mode.ASSESSMENT).read_bytes())
    manifest = json.loads(members["manifest.json"])
    raw = zipped({**members, "manifest.json": json.dumps({**manifest, "rates": rates}).encode()})
    assert read_bundle(raw).texts[0].rate is None


def test_answers_that_were_left_open_in_a_homework_are_not_read(folder):
    members = members_of(bundle_folder(folder))
    manifest = json.loads(members["manifest.json"])
    raw = zipped({**members, "manifest.json": json.dumps({**manifest, "mode": "homework"}).encode()})
    assert read_bundle(raw).texts[0].key is None
