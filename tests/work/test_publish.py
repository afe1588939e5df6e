"""A lesson is given out in three ways, and what is held back cannot be found in the file."""

import json
from dataclasses import replace

import pytest

from claimlight.core.errors import ClaimlightError, LessonError
from claimlight.core.lesson import Mode
from claimlight.files.archive import zipped
from claimlight.files.lesson_bundle import SEALED, SIGNATURE, all_members, read_bundle
from claimlight.files.lesson_folder import build_folder, read_lesson
from claimlight.handin.identity import new_keys, public
from claimlight.handin.lesson_author import Trust, author_of, trust, with_signature
from claimlight.handin.sealing import key_for_teacher, key_for_words, read_sealed
from claimlight.wording.errors import say
from claimlight.work.publish import lesson_members, publish, released_lesson
from lesson_maker import CLAIM, DENIAL, FIGURE, built_lesson, decoy, excluded, write_lesson

AUTHOR, SCHOOL, STRANGER = new_keys(), new_keys(), new_keys()
WORDS = "acorn bridge candle dolphin echo"
SECRETS = ("Becauseitisso", "Trapnote", "Teachersnote", "Acceptedsource", "Worldnote", "Discussthis", "Shhcomment")


@pytest.fixture
def folder(tmp_path):
    claim = {**CLAIM, "body": {**CLAIM["body"], "explanation": "Becauseitisso", "note": "Teachersnote"}}
    figure = {**FIGURE, "body": {**FIGURE["body"], "world": {"text": "Worldnote", "source": "s", "date": "2026-05-04"}}}
    denial = {**DENIAL, "body": {**DENIAL["body"], "attributes": {"source": ["Acceptedsource"]}}}
    key = [claim, denial, figure, decoy("t1", "It rained", "Trapnote"), excluded("Tea was served")]
    folder = write_lesson(tmp_path / "fares", key=key, example=["f1"], discussion=["Discussthis"])
    sheet = folder / "lesson.toml"
    sheet.write_text(f"# Shhcomment\n{sheet.read_text()}", encoding="utf-8")
    build_folder(folder)
    return folder


def all_bytes(raw):
    """The file and all that is in it, as somebody who looks for answers would unpack it."""
    return raw + b"".join(name.encode() + member for name, member in all_members(raw).items())


def test_a_practice_is_the_lesson_signed_by_its_author(folder):
    raw = publish(folder, Mode.PRACTICE, AUTHOR)
    assert read_bundle(raw) == read_lesson(folder)
    assert author_of(raw, "x") == public(AUTHOR).verify
    assert publish(lesson_members(folder), Mode.PRACTICE, AUTHOR) == raw


@pytest.mark.parametrize("mode", [Mode.HOMEWORK, Mode.ASSESSMENT])
def test_nothing_of_the_answers_can_be_read_before_they_are_let_go(folder, mode):
    raw = publish(folder, mode, AUTHOR, words=WORDS if mode is Mode.HOMEWORK else "")
    found = all_bytes(raw)
    secrets = [*SECRETS, "key.json", "urn:claimlight:1#", "AnnotationPage", WORDS]
    assert [each for each in secrets if each.encode() in found] == []
    practice = all_bytes(publish(folder, Mode.PRACTICE, AUTHOR))
    assert [each for each in SECRETS if each.encode() not in practice] == []
    lesson = read_bundle(raw)
    assert (lesson.mode, lesson.hash, lesson.example, lesson.discussion) == (mode, read_lesson(folder).hash, (), ())
    assert lesson.texts[0].key is None
    assert lesson.texts[0].rate == read_lesson(folder).texts[0].rate
    assert (SEALED in all_members(raw)) == (mode is Mode.HOMEWORK)


def test_the_length_does_not_tell_how_many_answers_there_are(folder, tmp_path):
    few = built_lesson(tmp_path / "few", key=[CLAIM])
    boxes = {len(read_sealed(all_members(publish(each, Mode.HOMEWORK, AUTHOR))[SEALED]).box) for each in (folder, few)}
    assert len(boxes) == 1


def test_answers_that_are_let_go_make_the_whole_lesson(folder):
    raw = publish(folder, Mode.HOMEWORK, AUTHOR, also_for=[public(SCHOOL).seal], words=WORDS)
    lesson, sealed = read_bundle(raw), read_sealed(all_members(raw)[SEALED])
    key = key_for_teacher(sealed, AUTHOR)
    assert key is not None
    assert key == key_for_teacher(sealed, SCHOOL) == key_for_words(sealed, f" {WORDS.upper()} ")
    assert key_for_teacher(sealed, STRANGER) is None
    assert key_for_words(sealed, WORDS.replace("acorn", "apple")) is None
    assert key_for_words(sealed, "acorn bridge candle dolphin") is None
    assert released_lesson(raw, lesson, key) == replace(read_lesson(folder), mode=Mode.HOMEWORK)
    with pytest.raises(LessonError) as error:
        released_lesson(raw, lesson, bytes(32))
    assert error.value.code == "answers-other-key"


def test_answers_open_no_other_lesson(folder, tmp_path):
    other = built_lesson(tmp_path / "other", version=2)
    raw, swapped = publish(folder, Mode.HOMEWORK, AUTHOR), publish(other, Mode.HOMEWORK, AUTHOR)
    sealed = all_members(raw)[SEALED]
    mixed = zipped(with_signature({**all_members(swapped), SEALED: sealed}, AUTHOR))
    key = key_for_teacher(read_sealed(sealed), AUTHOR)
    with pytest.raises(LessonError) as error:
        released_lesson(mixed, read_bundle(mixed), key)
    assert error.value.code == "answers-of-another-lesson"


def test_a_file_that_was_changed_after_it_was_signed_is_refused(folder):
    members = all_members(publish(folder, Mode.PRACTICE, AUTHOR))
    for name in sorted(members):
        changed = zipped({**members, name: members[name] + b"\n"})
        if name != SIGNATURE:
            with pytest.raises(LessonError) as error:
                author_of(changed, "x")
            assert error.value.code == "bundle-changed"
    no_signature = json.dumps({"key": "00" * 32, "signature": "0" * 128}).encode()
    for wrong in (b"{}", b'{"key": 1, "signature": []}', no_signature):
        with pytest.raises(LessonError):
            author_of(zipped({**members, SIGNATURE: wrong}), "x")


def test_the_first_author_is_trusted_and_another_is_told():
    one, two = b"1", b"2"
    assert trust(None, None) is Trust.UNSIGNED
    assert trust(one, None) is Trust.FIRST
    assert trust(one, one) is Trust.SAME
    assert trust(two, one) is trust(None, one) is Trust.CHANGED


def test_every_damage_to_a_sealed_box_is_noticed(folder):
    raw = publish(folder, Mode.HOMEWORK, AUTHOR)
    lesson, members = read_bundle(raw), all_members(raw)
    key = key_for_teacher(read_sealed(members[SEALED]), AUTHOR)
    page, whole = members[SEALED], released_lesson(raw, lesson, key)
    for at in [*range(80), *range(80, len(page), 997), *range(len(page) - 150, len(page))]:
        bent = bytearray(page)
        bent[at] ^= 1
        outcome = _released(zipped({**members, SEALED: bytes(bent)}), lesson, key)
        assert outcome == whole or say(outcome)  # a copy of the key was bent, not the answers


def _released(raw, lesson, key):
    try:
        return released_lesson(raw, lesson, key)
    except ClaimlightError as error:
        return error


def test_a_lesson_needs_a_licence_and_answers_to_hold_back(tmp_path):
    bare = built_lesson(tmp_path / "bare", key=None)
    for mode, code in ((Mode.PRACTICE, None), (Mode.HOMEWORK, "lesson-without-answers")):
        if code is None:
            assert publish(bare, mode, AUTHOR)
            continue
        with pytest.raises(LessonError) as error:
            publish(bare, mode, AUTHOR)
        assert error.value.code == code
    unlicensed = built_lesson(tmp_path / "unlicensed", licence="")
    with pytest.raises(LessonError) as error:
        publish(unlicensed, Mode.PRACTICE, AUTHOR)
    assert error.value.code == "lesson-without-licence"


@pytest.mark.parametrize("mode", list(Mode))
def test_what_students_get_is_no_teacher_copy(tmp_path, mode):
    folder = built_lesson(tmp_path / "copy", audience="teacher")
    lesson = read_bundle(publish(folder, mode, AUTHOR))
    assert (lesson.audience, lesson.title, lesson.hash) == ("", "Fares will double", read_lesson(folder).hash)
