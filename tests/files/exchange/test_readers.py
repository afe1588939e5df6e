"""Annotations of other tools: every mark is read where it lies, everything else is kept and told."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.article import Span
from claimlight.core.errors import ClaimlightError
from claimlight.files.exchange.brat import read_brat
from claimlight.files.exchange.doccano import read_doccano
from claimlight.files.exchange.markings import Form, Units
from claimlight.files.exchange.plain import read_text
from claimlight.files.exchange.reader import form_of, read_markings
from claimlight.grading.labelled import Labelled
from claimlight.wording.errors import say
from claimlight.wording.markings import say_remark

STORY = "Ada said 😀 fares will double.\r\nNobody believes it, she said.\n"


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "story.txt"
    path.write_bytes(STORY.encode())
    return read_text(path)


@pytest.fixture
def file(tmp_path):
    def write(name: str, *lines: str | dict):
        path = tmp_path / name
        said = (line if isinstance(line, str) else json.dumps(line) for line in lines)
        path.write_bytes("".join(f"{line}\n" for line in said).encode())
        return path

    return write


def words(markings):
    return [(mark.label, *(markings.text[span] for span in mark.fragments)) for mark in markings.marks]


def remarks(markings):
    return [say_remark(each.code, dict(each.params)) for each in markings.remarks]


def refusal(read, *given) -> str:
    """The code; its sentence must be sayable."""
    with pytest.raises(ClaimlightError) as refused:
        read(*given)
    assert say(refused.value)
    return refused.value.code


# The text


def test_a_text_is_read_as_it_stands(text):
    assert text.text == STORY
    assert [text[sentence.span] for sentence in text.sentences] == [
        "Ada said 😀 fares will double.",
        "Nobody believes it, she said.",
    ]


def test_a_text_that_is_none_is_refused(tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe")
    assert refusal(read_text, tmp_path / "bad.txt") == "not-utf8"
    assert refusal(read_text, tmp_path / "nothing.txt") == "file-missing"


# brat


def test_brat_marks_keep_all_their_fragments(text, file):
    path = file("ada.ann", "T1\tclaim 11 28\tfares will double", "T2\tdenial 31 37;45 50;51 54\tNobody s it, she")
    markings = read_brat(path, text)
    assert markings.name == "ada"
    assert words(markings) == [("claim", "fares will double"), ("denial", "Nobody", "s it,", "she")]
    assert markings.marks[1].fragments == (Span(31, 37), Span(45, 50), Span(51, 54))


def test_what_brat_split_at_a_line_end_is_one_stretch_again(text, file):
    markings = read_brat(file("a.ann", "T1\tclaim 24 29;31 37\twill. Nobody", "T2\tclaim 0 3;9 10"), text)
    assert len(markings.marks[0].fragments) == 2
    assert markings.labelled() == (
        Labelled(24, 37, "claim"),
        Labelled(0, 10, "claim", (Span(0, 3), Span(9, 10))),
    )


def test_brats_other_lines_are_kept_and_told(text, file):
    others = ("R1\tdenies Arg1:T1 Arg2:T9", "*\tEquiv T1 T1", "E1\tclaim:T1", "A1\tSure T1", "M2\tX T1")
    more = ("N1\tReference T1 Wiki:1\tAda", "#1\tAnnotatorNotes T1\tHm", "and so on", "T9 is no mark")
    path = file("a.ann", "\ufeffT1\tclaim 0 3\tAda\r", "", *others, *more)
    markings = read_brat(path, text)
    assert words(markings) == [("claim", "Ada")]
    assert markings.kept == (*others, *more)
    assert remarks(markings) == [
        "Line 10 could not be understood and was left out.",
        "Line 11 could not be understood and was left out.",
        "2 attributes are not measured.",
        "1 event is not measured.",
        "1 normalization is not measured.",
        "1 note is not measured.",
        "2 relations are not measured.",
    ]


def test_brats_places_are_believed_even_where_other_words_stand(text, file):
    markings = read_brat(file("a.ann", "T1\tclaim 0 8\tBob said"), text)
    assert words(markings) == [("claim", "Ada said")]
    assert remarks(markings) == ["Line 1: other words stand where T1 points to. The place was believed."]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("T1\tclaim", "brat-bad-line"),
        ("T1\tclaim 5\tx", "highlight-not-integers"),
        ("T1\tclaim 5 x\tx", "highlight-not-integers"),
        ("T1\tclaim 5 4\tx", "highlight-reversed"),
        ("T1\tclaim -5 4\tx", "highlight-negative"),
        ("T1\tclaim 5 400\tx", "highlight-beyond-text"),
        ("T1\tclaim 0 3;5 400\tx", "highlight-beyond-text"),
        ("T1\tclaim 0 3\tAda\nT1\tclaim 0 3\tAda", "highlight-twice"),
        ("Once upon a time", "not-brat"),
    ],
)
def test_brat_files_that_cannot_be_right_are_refused(text, file, line, code):
    assert refusal(read_brat, file("a.ann", line), text) == code


# doccano


def test_doccano_lists_and_entities(text, file):
    lists = {"id": 1, "text": STORY, "label": [[11, 28, "claim"]], "Comments": []}
    assert words(read_doccano(file("a.jsonl", lists), text)) == [("claim", "fares will double")]
    entity = {"id": 7, "label": "denial", "start_offset": 31, "end_offset": 37}
    entities = {"text": STORY.rstrip(), "entities": [entity], "relations": [{"id": 1}]}
    markings = read_doccano(file("b.jsonl", entities), text)
    assert words(markings) == [("denial", "Nobody")]
    assert remarks(markings) == ["Line 1: “relations” is not measured."]
    assert json.loads(markings.kept[0]) == entities


def test_doccano_lines_on_other_texts_are_kept_and_told(text, file):
    other = {"text": "Another", "labels": [[0, 3, "claim"]]}
    markings = read_doccano(file("a.jsonl", other, "", {"labels": [[0, 3, "claim"]]}), text)
    assert words(markings) == [("claim", "Ada")]
    assert remarks(markings) == ["Line 1 is on another text and was left out."]
    assert [json.loads(line) for line in markings.kept] == [other]
    assert refusal(read_doccano, file("b.jsonl", other), text) == "doccano-other-text"


def test_doccano_may_count_utf_16_units(text, file):
    path = file("a.jsonl", {"label": [[12, 29, "claim"], [9, 11, "joy"], [10, 11, "joy"], [0, 0, "x"]]})
    assert words(read_doccano(path, text, Units.UTF_16)) == [
        ("claim", "fares will double"),
        ("joy", "😀"),
        ("joy", "😀"),
        ("x", ""),
    ]
    assert words(read_doccano(path, text))[0] == ("claim", "ares will double.")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{", "line-not-json"),
        ("[" * 100_000, "line-not-json"),
        ("[1]", "line-not-a-record"),
        ({"label": 3}, "doccano-bad-span"),
        ({"label": [[0, 3]]}, "doccano-bad-span"),
        ({"label": [3]}, "doccano-bad-span"),
        ({"label": [[0, 3, ""]]}, "doccano-bad-span"),
        ({"label": [[0.0, 3, "x"]]}, "highlight-not-integers"),
        ({"label": [["0", 3, "x"]]}, "highlight-not-integers"),
        ({"label": [[3, 0, "x"]]}, "highlight-reversed"),
        ({"label": [[-3, 0, "x"]]}, "highlight-negative"),
        ({"label": [[0, 300, "x"]]}, "highlight-beyond-text"),
        (
            {"entities": [{"id": 1, "label": "x", "start_offset": 0, "end_offset": 3}] * 2},
            "highlight-twice",
        ),
    ],
)
def test_doccano_files_that_cannot_be_right_are_refused(text, file, line, code):
    assert refusal(read_doccano, file("a.jsonl", line), text) == code
    assert refusal(read_doccano, file("a.jsonl", line), text, Units.UTF_16) == code


plain = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20)


@given(plain, st.data())
def test_positions_in_utf_16_are_where_they_were(tmp_path_factory, content, data):
    folder = tmp_path_factory.mktemp("utf16")
    (folder / "t.txt").write_bytes(content.encode())
    end = data.draw(st.integers(0, len(content)))
    start = data.draw(st.integers(0, end))
    units = [len(content[:at].encode("utf-16-le")) // 2 for at in (start, end)]
    path = folder / "a.jsonl"
    path.write_text(json.dumps({"text": content, "label": [[*units, "x"]]}), encoding="utf-8")
    (mark,) = read_doccano(path, read_text(folder / "t.txt"), Units.UTF_16).marks
    assert mark.fragments == (Span(start, end),)


# W3C


def entry(id: str, exact: str, body: dict, **more: object) -> dict:
    return {"id": id, "target": {"selector": {"type": "TextQuoteSelector", "exact": exact}}, "body": body, **more}


def test_a_page_of_highlights_or_answers(text, file):
    page = {
        "creator": "Ada",
        "items": [
            entry("h1", "fares", {"type": "Highlight", "label": "claim"}),
            entry("k1", "Nobody believes it", {"type": "Item", "item": "d1", "label": "denial"}),
            entry("k2", "x", {"type": "Item", "label": "claim", "joint": ["Ada said", "will double"]}),
            entry("t1", "said", {"type": "Decoy"}),
            {"id": "c", "body": "a comment"},
        ],
    }
    markings = read_markings(file("a.json", page), text)
    assert markings.name == "Ada"
    assert words(markings) == [
        ("claim", "fares"),
        ("denial", "Nobody believes it"),
        ("claim", "Ada said", "will double"),
    ]
    assert remarks(markings) == ["c is no highlight and was left out."]
    as_list = file("b.json", json.dumps([page["items"][0], {"body": {"type": "Score", "value": 0.5}}]))
    assert words(read_markings(as_list, text)) == [("claim", "fares")]
    assert remarks(read_markings(as_list, text)) == ["#2 is no highlight and was left out."]


def test_answers_that_cannot_be_placed_or_are_twice_are_refused(text, file):
    item = entry("k1", "Nobody", {"type": "Item", "label": "denial"})
    unplaced = entry("k1", "Somebody", {"type": "Item", "label": "denial"})
    for entries, code in (
        ([item, item], "highlight-twice"),
        ([unplaced], "quote-not-found"),
        ([entry("k1", "Nobody", {"type": "Item"})], "work-bad-highlight"),
        ([{"id": "k1", "target": "urn:x", "body": {"type": "Item", "label": "denial"}}], "bad-selector"),
    ):
        assert refusal(read_markings, file("a.json", {"items": entries}), text) == code


def test_the_name_suggests_the_format(text, file, tmp_path):
    names = ("a.ann", "b.JSONL", "c.json", "d")
    assert [form_of(tmp_path / name) for name in names] == [Form.BRAT, Form.DOCCANO, Form.W3C, Form.W3C]
    odd = file("marks.txt", "T1\tclaim 0 3\tAda")
    assert words(read_markings(odd, text, Form.BRAT)) == [("claim", "Ada")]
    assert words(read_markings(file("a.jsonl", {"label": [[0, 3, "claim"]]}), text)) == [("claim", "Ada")]
    assert words(read_markings(file("a.ann", "T1\tclaim 0 3\tAda"), text)) == [("claim", "Ada")]
