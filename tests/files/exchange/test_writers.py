"""What each format holds, tells as lost, or refuses, when marks are written in it."""

import json

import pytest

from claimlight.core.annotation import Link
from claimlight.core.article import Span
from claimlight.core.errors import ClaimlightError
from claimlight.files.exchange.holding import fitted, overlaps
from claimlight.files.exchange.markings import Form, Marking, Markings, Units
from claimlight.files.exchange.plain import text_of
from claimlight.files.exchange.writer import write_markings
from claimlight.wording.conversion import say_loss
from claimlight.wording.errors import say

STORY = "Ada 😀 said: “Fares\n\ndouble”"
FARES = Span(13, 18)


def on_story(*marks: Marking, text: str = STORY) -> Markings:
    return Markings(text_of(text), "ada", marks)


def mark(*spans: Span, label: str = "claim", id: str = "T1", **more: object) -> Marking:
    return Marking(id, label, spans or (FARES,), **more)


FULL = mark(
    attributes=(("who says", ("Ada", "the board")), ("label", ("x",)), ("none", ())),
    links=(Link("l", "answers to", "T1"), Link("m", "denies", "T9")),
    note="one\ntwo",
    sure=True,
)


@pytest.fixture
def write(tmp_path):
    def one(name: str, markings: Markings, form: Form, units: Units = Units.CODE_POINTS) -> str:
        path = tmp_path / name
        files, _ = write_markings(path, markings, form, units)
        assert files[0] == path
        return path.read_bytes().decode()

    return one


def refusal(write, *given) -> str:
    with pytest.raises(ClaimlightError) as refused:
        write(*given)
    assert say(refused.value)
    return refused.value.code


def losses(markings: Markings, form: Form) -> list[str]:
    return [say_loss(each.code, dict(each.params)) for each in fitted(markings, form)[1]]


@pytest.mark.parametrize(
    ("form", "told"),
    [
        (Form.W3C, []),
        (Form.LABEL_STUDIO, ["how sure"]),
        (Form.BRAT, ["in one line", "underscores", "how sure"]),
        (Form.WEBANNO, ["underscores", "how sure", "semicolons"]),
        (Form.XMI, ["underscores", "how sure"]),
        (Form.DOCCANO, ["2 attributes", "1 note has no place", "how sure"]),
        (Form.CONLL, ["2 attributes", "1 link between", "underscores", "1 note", "how sure"]),
    ],
)
def test_what_a_format_cannot_hold_is_told_a_line_for_each_kind(form, told):
    said = losses(on_story(FULL), form)
    assert "1 link led to a mark that is not there and was left out." in said
    assert len(said) == len(told) + 1
    for words in told:
        assert any(words in line for line in said), words


def test_brat_holds_one_word_as_an_attribute_and_more_as_notes(write):
    assert write("a.ann", on_story(FULL), Form.BRAT).splitlines() == [
        "T1\tclaim 13 18\tFares",
        "R1\tanswers_to Arg1:T1 Arg2:T1",
        "A1\tlabel T1 x",
        "#1\twho_says T1\tAda",
        "#2\twho_says T1\tthe board",
        "#3\tAnnotatorNotes T1\tone two",
    ]


def test_brat_has_a_fragment_for_each_line_and_numbers_of_its_own(write, tmp_path):
    marks = (mark(Span(12, 27), id="x"), mark(Span(18, 20), id="y"), mark(Span(14, 19), Span(20, 22), id="z"))
    assert write("a.ann", on_story(*marks), Form.BRAT).splitlines() == [
        "T1\tclaim 12 18;20 27\t“Fares double”",
        "T2\tclaim 18 20\t ",
        "T3\tclaim 14 18;20 22\tares do",
    ]
    assert (tmp_path / "a.txt").read_bytes().decode() == STORY


def test_brat_does_not_write_over_its_own_text(write):
    assert refusal(write, "a.txt", on_story(), Form.BRAT) == "brat-text-is-there"


def test_doccano_counts_as_it_is_told(write):
    places = {units: json.loads(write(units, on_story(mark()), Form.DOCCANO, units))["label"] for units in Units}
    assert places == {
        Units.CODE_POINTS: [[13, 18, "claim"]],
        Units.UTF_16: [[14, 19, "claim"]],
        Units.GRAPHEMES: [[13, 18, "claim"]],
    }
    accent = on_story(mark(Span(1, 2)), text="e\u0301 x")
    assert refusal(write, "b", accent, Form.DOCCANO, Units.GRAPHEMES) == "cuts-a-grapheme"


@pytest.mark.parametrize("form", [Form.DOCCANO, Form.LABEL_STUDIO, Form.WEBANNO, Form.XMI, Form.CONLL])
def test_pieces_are_refused_where_there_are_none(write, form):
    assert refusal(write, "a", on_story(mark(Span(0, 3), FARES)), form) == "format-without-gaps"


@pytest.mark.parametrize("form", [Form.DOCCANO, Form.LABEL_STUDIO, Form.CONLL])
def test_marks_on_nothing_are_refused_where_there_are_none(write, form):
    assert refusal(write, "a", on_story(mark(Span(3, 3))), form) == "format-without-empty"


def test_nothing_can_be_marked_in_an_empty_webanno_text(write):
    assert refusal(write, "a", on_story(mark(Span(0, 0)), text=""), Form.WEBANNO) == "format-without-empty"


@pytest.mark.parametrize("form", [Form.BRAT, Form.CONLL])
def test_labels_with_blanks_are_refused_where_a_blank_ends_them(write, form):
    assert refusal(write, "a", on_story(mark(label="Unverified figure")), form) == "format-without-blanks"


def test_conll_has_one_label_a_word(write):
    first, second = mark(Span(7, 18)), mark(FARES, id="T2")
    with pytest.raises(ClaimlightError, match=r"T1.*T2"):
        write("a", on_story(second, first), Form.CONLL)
    halves = on_story(mark(Span(13, 15)), mark(Span(15, 18), id="T2"))
    assert refusal(write, "b", halves, Form.CONLL) == "format-without-overlaps"
    assert refusal(write, "c", on_story(mark(Span(18, 20))), Form.CONLL) == "format-without-empty"


def test_conll_takes_whole_words_and_says_so(tmp_path):
    path = tmp_path / "a.conll"
    _, told = write_markings(path, on_story(mark(Span(14, 22)), mark(Span(0, 3), id="T2")), Form.CONLL)
    rows = ["Ada\tB-claim", "😀\tO", "said\tO", ":\tO", "“\tO", "Fares\tB-claim", "double\tI-claim", "”\tO"]
    assert path.read_text(encoding="utf-8").splitlines() == rows
    assert [say_loss(each.code, dict(each.params)) for each in told] == [
        "1 mark began or ended within a word or at blanks; it is on whole words here."
    ]


def test_marks_overlap_with_the_one_that_reaches_farthest():
    a, b, c = mark(Span(0, 9), id="a"), mark(Span(1, 3), id="b"), mark(Span(4, 5), id="c")
    d = mark(Span(9, 10), id="d")
    assert [(x.id, y.id) for x, y in overlaps(on_story(d, c, b, a))] == [("a", "b"), ("a", "c")]


def test_characters_that_xml_lacks_are_refused(write):
    pytest.importorskip("cassis")
    assert refusal(write, "a.xmi", on_story(text="a\x02"), Form.XMI) == "xmi-character"


def test_nothing_is_written_over_or_by_half(write, tmp_path):
    (tmp_path / "a.txt").write_text("mine", encoding="utf-8")
    assert refusal(write, "a.ann", on_story(), Form.BRAT) == "file-is-there"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]
    assert refusal(write, "b.json", on_story(mark(label="\ud800")), Form.W3C) == "half-a-character"
    assert refusal(write, "no/c.json", on_story(), Form.W3C) == "file-not-written"
