"""Files that cannot be right are refused in one sentence that says where; small slips of other programs are not."""

import json
import sys

import pytest

from claimlight.core.errors import ClaimlightError
from claimlight.files.exchange.conll import pieces
from claimlight.files.exchange.markings import Form, Markings, Units
from claimlight.files.exchange.plain import text_of
from claimlight.files.exchange.reader import form_of, read_markings, text_beside
from claimlight.wording.conversion import say_loss
from claimlight.wording.errors import say

STORY = "Ada said fares double.\nNobody believes it.\n"
TSV = (
    "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Span|value\n#T_RL=webanno.custom.Rel|BT_webanno.custom.Span\n\n\n"
    "#Sentence.id=s1\n#Text=Ada said fares double.\n"
)
REGION = {"id": "r", "type": "labels", "from_name": "label", "to_name": "text"}


@pytest.fixture
def text():
    return text_of(STORY)


@pytest.fixture
def file(tmp_path):
    def write(name: str, content: str | bytes | list | dict):
        path = tmp_path / name
        said = content if isinstance(content, str | bytes) else json.dumps(content)
        path.write_bytes(said if isinstance(said, bytes) else said.encode())
        return path

    return write


def refusal(read, *given) -> str:
    """The sentence, which must be one that can be said."""
    with pytest.raises(ClaimlightError) as refused:
        read(*given)
    return say(refused.value)


def words(markings: Markings) -> list[tuple[str, ...]]:
    return [(mark.label, *(markings.text[span] for span in mark.fragments)) for mark in markings.marks]


def told(markings: Markings) -> list[str]:
    return [say_loss(each.code, dict(each.params)) for each in markings.lost]


def task(*results: dict, text: str = STORY, **more: object) -> list:
    return [{"id": 1, "data": {"text": text, **more}, "annotations": [{"result": list(results)}]}]


def region(start: object, end: object, said: object = None, **more: object) -> dict:
    value = {"start": start, "end": end, "labels": ["claim"], **({} if said is None else {"text": said})}
    return {**REGION, "value": value, **more}


# What is no such file at all


@pytest.mark.parametrize(
    ("form", "content", "sentence"),
    [
        (Form.LABEL_STUDIO, "{", "a.x, line 1: this is not valid JSON"),
        (Form.LABEL_STUDIO, "[]", "a.x: this is JSON, but no list of tasks"),
        (Form.LABEL_STUDIO, "[1]", "a.x: this is JSON, but no list of tasks"),
        (Form.LABEL_STUDIO, [{"data": 3}], "a.x: this is JSON, but no list of tasks"),
        (Form.LABEL_STUDIO, [{"data": {"image": "a", "sound": "b"}}], "a.x: this is JSON, but no list of tasks"),
        (Form.LABEL_STUDIO, task(text="Another"), "a.x: no task is on this text"),
        (Form.WEBANNO, "", "a.x: it does not begin as a file of WebAnno"),
        (Form.WEBANNO, "#FORMAT=WebAnno TSV 2.0\n", "a.x: it does not begin as a file of WebAnno"),
        (Form.WEBANNO, "#FORMAT=WebAnno TSV 3.3\n\n\nOnce\n", "a.x, line 4: this is no line of WebAnno"),
        (Form.WEBANNO, TSV, "a.x: it is on another text"),
        (Form.WEBANNO, TSV + "1-1\t4-3\tAda\t_\t_\t\n", "a.x, line 8: this is no line of WebAnno"),
        (Form.WEBANNO, TSV + "1-1\t0-99\tAda\t_\t_\t\n", "a.x, line 8: this is no line of WebAnno"),
        (Form.WEBANNO, TSV + "1-1\t0-x\tAda\t_\t_\t\n", "a.x, line 8: this is no line of WebAnno"),
        (Form.WEBANNO, TSV + "1-1\t0-3\tAda\t_\n", "a.x, line 8: this is no line of WebAnno"),
        (Form.CONLL, "Once upon\ta\ttime\n", "a.x, line 1: a word and a tag"),
        (Form.CONLL, "Ada\n", "a.x, line 1: a word and a tag"),
        (Form.CONLL, "\tO\n", "a.x, line 1: a word and a tag"),
        (Form.CONLL, "Ada\tO\nBob\tO\n", "a.x, line 2: “Bob” is not the next word"),
        (Form.XMI, b"\xff", "a.x: its type system is missing"),
    ],
)
def test_what_is_no_such_file(text, file, form, content, sentence):
    if form is Form.XMI:
        pytest.importorskip("cassis")
    assert refusal(read_markings, file("a.x", content), text, form).startswith(sentence)


@pytest.mark.parametrize("form", [form for form in Form if form is not Form.XMI])
def test_bytes_that_are_no_text(text, file, form):
    said = refusal(read_markings, file("a.x", b"\xff\xfe"), text, form)
    assert said.startswith("a.x")


# Positions


@pytest.mark.parametrize(
    ("start", "end", "sentence"),
    [
        (-1, 3, "Highlight r: its start or end is negative"),
        (3, 0, "Highlight r: it ends before it starts"),
        (0, 300, "Highlight r: it ends after the text"),
        (0.5, 3, "Highlight r: its start or end is not a whole number"),
        (None, 3, "Highlight r: its start or end is not a whole number"),
    ],
)
def test_label_studio_positions_that_cannot_be(text, file, start, end, sentence):
    path = file("a.json", task(region(start, end, "Ada")))
    code = refusal(read_markings, path, text, Form.LABEL_STUDIO)
    assert code.startswith("Highlight r")


def test_label_studio_regions_twice(text, file):
    path = file("a.json", task(region(0, 3), region(4, 8)))
    assert refusal(read_markings, path, text, Form.LABEL_STUDIO).startswith("Highlight r is there twice")


# What is taken as it is meant


def test_label_studio_in_all_its_shapes(text, file):
    at = {"id": "r", "to_name": "text"}
    results = (
        region(0, 3, "Bob"),
        {**region(9, 22, "fares\\ndouble.", id=7), "value": {"start": 9, "end": 22, "labels": ["claim", "denial"]}},
        {**at, "type": "choices", "from_name": "status", "value": {"choices": ["unverified"]}},
        {**at, "type": "textarea", "from_name": "source", "value": {"text": "Ada"}},
        {**at, "type": "textarea", "from_name": "note", "value": {"text": ["one", "two"]}},
        {**at, "type": "rating", "from_name": "stars", "value": {"rating": 3}},
        {"type": "choices", "from_name": "mood", "value": {"choices": ["grim"]}},
        {**at, "type": "choices", "value": {"choices": ["nameless"]}},
        {"type": "relation", "from_id": "r", "to_id": "7", "direction": "left", "labels": ["denies", "mocks"]},
        {"type": "relation", "from_id": "r", "to_id": "7"},
        {"type": "relation", "from_id": "r", "to_id": "nobody"},
    )
    page = task(*results, title="Bridge")
    page[0]["annotations"] = [{"was_cancelled": True}, *page[0]["annotations"], {"result": []}]
    page.append({"data": {"story": "Another text"}})
    markings = read_markings(file("a.json", page), text, Form.LABEL_STUDIO)
    assert words(markings) == [("claim", "Ada"), ("claim", "fares double."), ("denial", "fares double.")]
    first, second, _ = markings.marks
    assert first.attributes == (("source", ("Ada",)), ("status", ("unverified",)))
    assert first.note == "one\ntwo"
    assert [link.type for link in second.links] == ["denies", "mocks"]
    assert [(link.type, link.target) for link in first.links] == [("link", "7")]
    assert told(markings) == [
        "Other words stand where r points to. The place was believed.",
        "4 results were left out.",
        "1 other task was left out.",
        "The task was worked on more than once; 1 other work was left out.",
    ]
    assert told(markings) == [say_loss(each.code, dict(each.params)) for each in markings.remarks]


def test_label_studio_before_1_0_counted_otherwise(file):
    text = text_of("😀 Ada said")
    old = [{"data": {"body": text.text}, "completions": [{"result": [region(3, 6, "Ada")]}]}]
    assert words(read_markings(file("a.json", old), text, Form.LABEL_STUDIO)) == [("claim", "Ada")]
    assert words(read_markings(file("b.json", [{"text": text.text, "other": [{}]}]), text, Form.LABEL_STUDIO)) == []


def test_webanno_with_other_line_ends_and_a_byte_order_mark(text, file):
    rows = (
        "1-1\t0-3\tAda\tclaim\t_\t\n1-2\t4-8\tsaid\t_\t_\t\n\n"
        "#Text=Nobody believes it.\n2-1\t23-29\tNobody\t*|\t1-1|1-2\t\n2-2\t30-38\tbelieves\t\\\\q\\*\t_\t\n"
    )
    path = file("a.tsv", "\ufeff" + (TSV + rows).replace("\n", "\r\n"))
    markings = read_markings(path, text)
    assert words(markings) == [("claim", "Ada"), ("Span", "Nobody"), ("Span", "Nobody"), ("\\q*", "believes")]
    assert [(mark.label, link.type) for mark in markings.marks for link in mark.links] == [("claim", "Rel")]
    assert told(markings) == ["1 annotation of the layer Rel was left out."]
    assert text_beside(path, Form.WEBANNO).text.splitlines() == STORY.splitlines()


def test_webanno_relations_that_lead_nowhere_are_refused(text, file):
    path = file("a.tsv", f"{TSV}1-1\t0-3\tAda\t*\tthere\t\n\n#Text=Nobody believes it.\n2-1\t23-29\tNobody\t_\t_\t\n")
    assert refusal(read_markings, path, text).startswith("a.tsv, line 8")


def test_webanno_without_layers_and_with_blanks_between_sentences(file):
    path = file("a.tsv", "#FORMAT=WebAnno TSV 3.1\n\n\n#Text=One.\n1-1\t2-6\tOne.\n\n#Text=Two.\n2-1\t6-10\tTwo.\n")
    assert text_beside(path, Form.WEBANNO).text == "  One.Two."


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ("B-c I-c O B-d", ["Ada said", "double"]),
        ("I-c I-c O I-d", ["Ada said", "double"]),
        ("I-c I-d B-d O", ["Ada", "said", "fares"]),
        ("B-c E-c S-c S-d", ["Ada said", "fares", "double"]),
        ("B-c L-c U-c O", ["Ada said", "fares"]),
    ],
)
def test_columns_tagged_in_either_way(file, tags, found):
    text = text_of("Ada said fares double")
    rows = zip(text.text.split(), tags.split(), strict=True)
    lines = "".join(f"{word} NN {tag}\r\n" for word, tag in rows)
    path = file("a.conll", f"\ufeff-DOCSTART- -X- O\r\n\r\n{lines}")
    assert [said for _, said in words(read_markings(path, text))] == found
    assert text_beside(path, Form.CONLL).text == text.text


def test_columns_have_a_row_for_whatever_is_no_blank():
    text = "a \u0301, 👩\u200d👩\u200d👧"
    assert [text[piece.start : piece.end] for piece in pieces(text)] == ["a", "\u0301", ",", "👩\u200d👩\u200d👧"]


def test_doccano_relations_that_lead_nowhere_are_not_taken(text, file):
    entity = {"id": 1, "label": "claim", "start_offset": 0, "end_offset": 3}
    relations = [{"from_id": 1, "to_id": 1, "type": "x"}, {"from_id": 2, "to_id": 1, "type": "x"}, {"from_id": 1}, 3]
    path = file("a.jsonl", {"text": STORY, "entities": [entity], "relations": relations})
    [mark] = read_markings(path, text).marks
    assert [(link.type, link.target) for link in mark.links] == [("x", mark.id)]


def test_brat_notes_add_up(text, file):
    path = file(
        "a.ann",
        "T1\tclaim 0 3\tAda\n#1\tAnnotatorNotes T1\tone\n#2\tAnnotatorNotes T1\ttwo\n#3\tx T1\t1\n#4\tx T1\t2\n",
    )
    [mark] = read_markings(path, text).marks
    assert (mark.note, mark.attributes) == ("one; two", (("x", ("1", "2")),))


# Texts


@pytest.mark.parametrize(
    ("form", "content", "sentence"),
    [
        (Form.DOCCANO, '{"label": []}', "a.x: the text that was marked is not in it"),
        (Form.DOCCANO, '{"text": "a"}\n{"text": "b"}', "a.x: it is on more than one text"),
        (Form.LABEL_STUDIO, [{"text": "a"}, {"text": "b"}], "a.x: it is on more than one text"),
        (Form.W3C, {"items": []}, "a.x: the text that was marked is not in it"),
        (Form.BRAT, "", "a.txt is missing"),
    ],
)
def test_texts_that_are_not_there(file, form, content, sentence):
    assert refusal(text_beside, file("a.x", content), form).startswith(sentence)


def test_half_characters_are_no_text(file):
    path = file("a.x", '{"text": "\\ud800"}')
    assert refusal(text_beside, path, Form.DOCCANO).startswith("a.x: the text or a label holds half a character")


# XMI


def test_xmi_without_its_reader_says_what_to_install(text, file, monkeypatch):
    monkeypatch.setitem(sys.modules, "cassis", None)
    assert "pip install" in refusal(read_markings, file("a.xmi", ""), text)


def test_xmi_that_is_none(text, file):
    pytest.importorskip("cassis")
    file("TypeSystem.xml", "<a/>")
    assert refusal(read_markings, file("a.xmi", "<b"), text).startswith("a.xmi: it cannot be read as XMI")
    assert refusal(read_markings, file("b.xmi", "").with_name("no.xmi"), text).startswith("no.xmi is missing")


def test_xmi_with_what_is_no_mark(text, file):
    cassis = pytest.importorskip("cassis")
    types = cassis.TypeSystem()
    kind = types.create_type(name="my.Mark", supertypeName="uima.tcas.Annotation")
    types.create_feature(domainType=kind, name="value", rangeType="uima.cas.String")
    cas = cassis.Cas(typesystem=types)
    cas.sofa_string = STORY
    cas.add_all([kind(begin=0, end=3, value="claim"), kind(begin=9, end=22, value="far"), kind(begin=4, end=8)])
    path = file("a.xmi", cas.to_xmi().replace('end="22"', 'end="900"'))
    file("a.TypeSystem.xml", types.to_xml())
    markings = read_markings(path, text)
    assert words(markings) == [("claim", "Ada"), ("Mark", "said")]
    assert told(markings) == ["1 annotation of the layer my.Mark was left out."]
    assert refusal(read_markings, path, text_of("Another")).startswith("a.xmi: it is on another text")


def test_names_suggest_formats(tmp_path):
    names = {"a.tsv": Form.WEBANNO, "a.xmi": Form.XMI, "a.conll": Form.CONLL, "a.iob": Form.CONLL, "a.json": Form.W3C}
    assert {name: form_of(tmp_path / name) for name in names} == names


def test_positions_in_graphemes(text, file):
    accents = text_of("e\u0301te\u0301 👩\u200d👩\u200d👧 x")
    path = file("a.jsonl", {"text": accents.text, "label": [[0, 3, "a"], [4, 5, "b"], [0, 7, "c"]]})
    assert words(read_markings(path, accents, Form.DOCCANO, Units.GRAPHEMES)) == [
        ("a", "e\u0301te\u0301"),
        ("b", "👩\u200d👩\u200d👧"),
        ("c", accents.text),
    ]
