"""Whatever lies in the folder: it is refused in words, set aside, and the rest goes on."""

import json
import os
import zlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlight.core.attempt import Attempt, AttemptState, Check, Person
from claimlight.core.errors import ClaimlightError, WorkError
from claimlight.core.lesson import Mode
from claimlight.handin.class_file import ClassFile, read_class, write_class
from claimlight.handin.drop_folder import ASIDE, MARKS, NAME, SLIPS, WORK, files, open_drop, put_new, read_file
from claimlight.handin.encoding import base64_text
from claimlight.handin.feedback import Feedback, is_for, person_keys, read_feedback, salt_in, write_feedback
from claimlight.handin.identity import Purpose, new_keys, public
from claimlight.handin.lesson_author import author_of
from claimlight.handin.release import Release, read_release, write_release
from claimlight.handin.sealing import read_sealed
from claimlight.handin.slip import Slip, read_slip, write_slip
from claimlight.handin.submission import HandingIn, head_of, read_submission, submission_of, write_submission
from claimlight.handin.travel_file import MOST_BYTES, Signed, closed_file, unpacked
from claimlight.wording.errors import say
from claimlight.work.collect import collect
from classroom import annotation, class_with, laptop, stick, teacher
from classroom import given as given_out
from lesson_maker import built_lesson

TEACHER, DEVICE, STRANGER = new_keys(), new_keys(), new_keys()
READER = person_keys("acorn bridge candle dolphin echo", bytes(16))
CLASS = ClassFile(
    id="c", name="7b", verify=public(TEACHER).verify.hex(), seal=public(TEACHER).seal.hex(), roster=("Ada",)
)
SUBMISSION = submission_of(
    Attempt("a", "p", "lesson", "hash", "article", Mode.PRACTICE, 1, AttemptState.CLOSED),
    [Check(1, (), "")],
    (),
    to=CLASS,
    by=HandingIn(Person("p", "Ada"), public(READER).seal.hex()),
    id="0" * 32,
    text_hash="t",
    made="",
)
FEEDBACK = Feedback(
    id="m",
    class_id="c",
    submission="0" * 32,
    submission_hash="h",
    attempt="a",
    person="p",
    lesson="lesson",
    lesson_hash="hash",
    text="article",
    title="Fares",
    number=1,
    percent=50,
    points="1",
    possible="2",
    receipt="{}",
    work=(),
)
T = public(TEACHER).verify
SAMPLES = {
    "class": (write_class(CLASS, TEACHER), read_class),
    "work": (
        write_submission(SUBMISSION, CLASS, DEVICE),
        lambda raw: (head_of(raw), read_submission(raw, TEACHER).submission),
    ),
    "slip": (write_slip(Slip("i", "h", "c"), TEACHER), lambda raw: read_slip(raw, (T,))),
    "marks": (
        write_feedback(FEEDBACK, public(READER).seal, TEACHER),
        lambda raw: (is_for(raw, public(READER).seal), salt_in(raw), read_feedback(raw, READER, (T,))),
    ),
    "release": (write_release(Release("h", "b", "00" * 32), TEACHER), lambda raw: read_release(raw, T)),
}
EACH = pytest.mark.parametrize("kind", SAMPLES)


def outcome(read, raw):
    try:
        return read(raw)
    except ClaimlightError as error:
        return error.code if say(error) else None


@EACH
def test_every_byte_that_is_bent_or_missing_is_noticed(kind):
    raw, read = SAMPLES[kind]
    whole = read(raw)
    noticed = 0
    for at in range(len(raw)):
        for bent in (raw[:at], bytes([*raw[:at], raw[at] ^ 1, *raw[at + 1 :]]), raw[:at] + raw[at + 1 :]):
            found = outcome(read, bent)
            noticed += isinstance(found, str)
            assert isinstance(found, str) or found == whole, (at, found)
    assert noticed > 2.9 * len(raw)


@EACH
@settings(max_examples=150)
@given(data=st.data())
def test_no_reader_breaks_on_anything(kind, data):
    raw, read = SAMPLES[kind]
    page = json.loads(raw)
    shape = st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(list(page.values())),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*page, "x"]), inner, max_size=4),
        max_leaves=8,
    )
    forged = data.draw(
        st.binary(max_size=80)
        | shape.map(lambda value: json.dumps(value).encode())
        | st.dictionaries(st.sampled_from(list(page)), shape).map(lambda more: json.dumps({**page, **more}).encode())
    )
    found = outcome(read, forged)
    assert isinstance(found, str) or found == read(raw)


@settings(max_examples=150)
@given(
    st.dictionaries(
        st.sampled_from([*SUBMISSION.__slots__, *CLASS.__slots__, *FEEDBACK.__slots__]),
        st.recursive(
            st.none() | st.integers() | st.text(max_size=5) | st.booleans(),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
            max_leaves=6,
        ),
    )
)
def test_no_reader_breaks_on_a_body_that_is_signed_and_none(body):
    from claimlight.handin.travel_file import open_file, signed

    for purpose, read in (
        (Purpose.CLASS, read_class),
        (Purpose.SLIP, lambda raw: read_slip(raw, (T,))),
        (Purpose.RELEASE, lambda raw: read_release(raw, T)),
    ):
        assert isinstance(outcome(read, open_file(body, purpose, TEACHER)), str)
    one = signed(body, Purpose.WORK, DEVICE)
    raw = closed_file(SUBMISSION.head, one, Purpose.WORK, [public(TEACHER).seal])
    assert outcome(lambda raw: read_submission(raw, TEACHER), raw) == "travel-not-ours"


@given(st.binary(max_size=200))
def test_sealed_answers_and_signatures_of_any_bytes_are_refused_in_words(raw):
    assert isinstance(outcome(read_sealed, raw), str)
    assert isinstance(outcome(lambda raw: author_of(raw, "x"), raw), str)


def test_a_file_of_one_kind_is_none_of_another():
    for kind, (raw, _read) in SAMPLES.items():
        for other, (_raw, read) in SAMPLES.items():
            if other != kind:
                assert outcome(read, raw) == "travel-not-ours"


def test_a_bomb_in_a_box_is_not_unpacked():
    bomb = zlib.compress(bytes(4 * MOST_BYTES))
    assert outcome(lambda raw: unpacked(raw, Purpose.WORK, "x"), bomb) == "travel-too-big"

    class Bomb(Signed):
        def packed(self):
            return bomb

    raw = closed_file(SUBMISSION.head, Bomb(b"", b"", b""), Purpose.WORK, [public(TEACHER).seal])
    assert len(raw) < 100_000
    assert outcome(lambda raw: read_submission(raw, TEACHER), raw) == "travel-too-big"
    deep = b"[" * 100_000
    for _raw, read in SAMPLES.values():
        assert isinstance(outcome(read, deep), str)


def test_work_that_was_signed_by_another_than_it_says_is_refused():
    one = SAMPLES["work"][0]
    other = write_submission(replace(SUBMISSION, text="plain"), CLASS, STRANGER)
    page, theirs = json.loads(one), json.loads(other)
    mixed = json.dumps({**page, "box": theirs["box"]}).encode()
    assert outcome(lambda raw: read_submission(raw, TEACHER), mixed) == "travel-changed"
    renamed = json.dumps({**page, "head": {**page["head"], "id": "1" * 32}}).encode()
    assert outcome(lambda raw: read_submission(raw, TEACHER), renamed) == "travel-changed"
    weak = json.dumps({**page, "readers": [base64_text(bytes(80))] * 3}).encode()
    assert outcome(lambda raw: read_submission(raw, TEACHER), weak) == "travel-not-for-you"


# The folder


@pytest.fixture
def class_room(tmp_path):
    """A class whose student Ada has handed in, and the lesson's file."""

    folder = built_lesson(tmp_path / "fares")
    with teacher(tmp_path / "teacher") as book, laptop(tmp_path / "laptop") as ours:
        to = class_with(book)
        drop = stick(tmp_path / "stick", to)
        lesson = given_out(book, folder, Mode.PRACTICE, tmp_path)
        ours.does("Ada", lesson, [("Fares will double by spring", "claim")])
        ours.hands_in(drop)
        yield book, ours, drop, lesson


def aside(report):
    return sorted(error.code for _file, error in report.aside)


def test_what_cannot_be_used_is_set_aside_with_its_reason_and_the_rest_goes_on(class_room, tmp_path):
    book, _ours, drop, _lesson = class_room
    (good,) = (drop.path / WORK).iterdir()
    raw = good.read_bytes()
    put = lambda name, content: (drop.path / WORK / name).write_bytes(content)  # noqa: E731
    put("half.claimwork", raw[:100])
    put("empty.claimwork", b"")
    put("edited.claimwork", raw.replace(b'"box": "', b'"box": "AAAA'))
    put("OLD8~1.CLA", raw)
    put(".hidden.part", raw)
    put("photo.jpg", b"x")
    (drop.path / WORK / "folder.claimwork").mkdir()
    secret = tmp_path / "secret"
    secret.write_bytes(raw)
    (drop.path / WORK / "link.claimwork").symlink_to(secret)
    with (drop.path / WORK / "huge.claimwork").open("wb") as huge:
        huge.truncate(5_000_000_000)
    report = collect(book, drop.path, "7b")
    assert (report.new, report.known) == (1, 1)
    assert aside(report) == sorted(["travel-not-ours", "travel-not-ours", "travel-changed", "travel-too-big"])
    left = {path.name for path in (drop.path / WORK / ASIDE).iterdir()}
    assert left == {f"{name}.claimwork{end}" for name in ("half", "empty", "edited", "huge") for end in ("", ".txt")}
    assert "it is damaged" in (drop.path / WORK / ASIDE / "half.claimwork.txt").read_text(encoding="utf-8")
    assert collect(book, drop.path, "7b").aside == []
    assert len(list((drop.path / SLIPS).iterdir())) == 1


def test_replayed_edited_and_somebody_elses_work_does_not_count(class_room, tmp_path):
    book, ours, drop, _lesson = class_room
    (path,) = (drop.path / WORK).iterdir()
    with teacher(tmp_path / "teacher2") as other:
        theirs = stick(tmp_path / "stick2", class_with(other))
        ours.hands_in(theirs)
        (foreign,) = (theirs.path / WORK).iterdir()
        put_new(drop.path / WORK, ".claimwork", foreign.read_bytes())
    found = read_submission_of(book, path)
    text = ours.lesson(ours.workbook.attempts(ours.person("Ada"))[0])
    mark = annotation(text, "It rained", "claim")
    to = drop.class_file
    eve = replace(found.by, person=Person("eve", "Eve"))
    attacks = {
        "work-other-computer": found,
        "work-of-another-text": replace(found, by=eve, text_hash="other"),
        "work-of-unknown-lesson": replace(found, by=eve, head=replace(found.head, lesson_hash="0" * 64)),
    }
    moved = replace(mark, span=replace(mark.span, start=mark.span.start + 1))
    outside = replace(mark, span=replace(mark.span, start=-5))
    twice = (mark, mark)
    collect(book, drop.path, "7b")
    for number, (code, forged) in enumerate(attacks.items(), 1):
        forged = replace(forged, head=replace(forged.head, id=f"{number:032x}"))
        put_new(drop.path / WORK, ".claimwork", write_submission(forged, to, STRANGER))
        report = collect(book, drop.path, "7b")
        assert (report.new, report.others, aside(report)) == (0, 1, [code])
        for left in (drop.path / WORK).glob("*.claimwork"):
            if left not in (path,) and head_of(left.read_bytes()).id == f"{number:032x}":
                left.unlink()
    for number, marks in enumerate(((moved,), (outside,), twice), 50):
        forged = replace(
            found,
            head=replace(found.head, id=f"{number:032x}"),
            by=eve,
            checks=(Check(1, marks, ""),),
        )
        put_new(drop.path / WORK, ".claimwork", write_submission(forged, to, STRANGER))
        assert aside(collect(book, drop.path, "7b")) == ["work-of-another-text"]
    formula = replace(found.by, person=Person("eve", "=Eve()"))
    for label, new, reasons in (("no such label", 0, ["highlight-label-unknown"]), ("claim", 1, [])):
        marks = (replace(mark, label=label),)
        strange = replace(found, head=replace(found.head, id="f" * 32), by=formula, checks=(Check(1, marks, ""),))
        put_new(drop.path / WORK, ".claimwork", write_submission(strange, to, STRANGER))
        report = collect(book, drop.path, "7b")
        assert (report.new, aside(report)) == (new, reasons)
    from claimlight.work.results import as_csv, as_json, results

    found_results = results(book, "7b")
    assert "'=Eve()" in as_csv(found_results)
    assert {row["student"]: row["note"] for row in json.loads(as_json(found_results))["rows"]} == {
        "Ada": None,
        "=Eve()": "who-is-this",
        "Ben": "missing",
    }


def read_submission_of(book, path):
    from claimlight.work.teaching import teacher_keys

    return read_submission(path.read_bytes(), teacher_keys(book)).submission


def test_thousands_of_small_files_are_no_obstacle(class_room):
    book, _ours, drop, _lesson = class_room
    for number in range(3_000):
        (drop.path / WORK / f"{number}.tmp").touch()
    assert collect(book, drop.path, "7b").new == 1


def test_collecting_can_be_stopped_between_two_transactions(class_room):
    book, _ours, drop, _lesson = class_room
    told = []
    report = collect(book, drop.path, "7b", progress=lambda *now: told.append(now), cancelled=lambda: True)
    assert (report.cancelled, report.new, told) == (True, 0, [(0, 1)])
    assert collect(book, drop.path / WORK, "7b", progress=lambda *now: told.append(now)).new == 1
    assert told[-1] == (1, 1)
    with pytest.raises(WorkError, match="no-drop-folder"):
        collect(book, drop.path / "nothing", "7b")
    with pytest.raises(WorkError, match="class-unknown"):
        collect(book, drop.path, "8a")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_refuses_is_told(class_room):
    _book, ours, drop, lesson = class_room
    ours.does("Ben", lesson, [])
    os.chmod(drop.path / WORK, 0o500)
    with pytest.raises(WorkError, match="drop-folder-refuses"):
        ours.hands_in(drop)
    os.chmod(drop.path / WORK, 0o700)


def test_a_folder_of_links_and_pipes_is_not_followed(tmp_path):
    place = tmp_path / NAME
    place.mkdir()
    real = tmp_path / "real.claimclass"
    real.write_bytes(SAMPLES["class"][0])
    (place / "class.claimclass").symlink_to(real)
    with pytest.raises(WorkError, match="no-drop-folder"):
        open_drop(tmp_path)
    os.mkfifo(place / "pipe.claimwork")
    assert list(files(place, ".claimwork")) == []
    assert read_file(place / "pipe.claimwork") == b""
    assert list(files(place / MARKS, ".claimmarks")) == []
