"""Files that other tools wrote, all on one text: the same marks are read from each, and converted to each."""

from pathlib import Path

import pytest

from claimlight.files.exchange.markings import Form, Markings, Units
from claimlight.files.exchange.plain import read_text
from claimlight.files.exchange.reader import read_markings, text_beside
from claimlight.wording.conversion import say_loss

DATA = Path(__file__).parents[2] / "data" / "exchange"
CLAIM = ("claim", "the bridge would cost 3.5 million")
DENIAL = ("denial", "That is not true")
FILES = {
    "w3c/page.json": Form.W3C,
    "brat/bridge.ann": Form.BRAT,
    "doccano/spans.jsonl": Form.DOCCANO,
    "doccano/relations.jsonl": Form.DOCCANO,
    "label-studio/task.json": Form.LABEL_STUDIO,
    "label-studio/minimal.json": Form.LABEL_STUDIO,
    "webanno/bridge.tsv": Form.WEBANNO,
    "xmi/bridge.xmi": Form.XMI,
    "conll/label-studio.conll": Form.CONLL,
    "conll/xmi2conll.conll": Form.CONLL,
}


def read(name: str) -> Markings:
    if FILES[name] is Form.XMI:
        pytest.importorskip("cassis")
    return read_markings(DATA / name, read_text(DATA / "story.txt"), FILES[name], Units.UTF_16)


def words(markings: Markings) -> list[tuple[str, ...]]:
    return [(mark.label, *(markings.text[span] for span in mark.fragments)) for mark in markings.marks]


def links(markings: Markings) -> list[tuple[str, str, str]]:
    labels = {mark.id: mark.label for mark in markings.marks}
    return [(mark.label, link.type, labels[link.target]) for mark in markings.marks for link in mark.links]


def lost(markings: Markings) -> list[str]:
    return [say_loss(each.code, dict(each.params)) for each in markings.lost]


@pytest.mark.parametrize("name", sorted(FILES.keys() - {"conll/label-studio.conll", "conll/xmi2conll.conll"}))
def test_all_tools_mark_the_same_words(name):
    assert {CLAIM, DENIAL} <= set(words(read(name)))


@pytest.mark.parametrize("name", ["conll/label-studio.conll", "conll/xmi2conll.conll"])
def test_columns_mark_what_their_words_are(name):
    """One tool lets marks grow to its words, which have quotation marks with them; the other lets them shrink."""
    grown = [("claim", "the bridge would cost 3.5 million."), ("denial", "“That is not true")]
    shrunk = [("claim", "the bridge would cost 3.5"), ("denial", "is not")]
    assert words(read(name)) == (grown if "studio" in name else shrunk)


@pytest.mark.parametrize(
    "name", ["w3c/page.json", "brat/bridge.ann", "doccano/relations.jsonl", "webanno/bridge.tsv", "xmi/bridge.xmi"]
)
def test_who_denies_what_is_a_link(name):
    assert links(read(name)) == [("denial", "denies", "claim")]


@pytest.mark.parametrize("name", sorted(FILES.keys() - {"w3c/page.json", "doccano/spans.jsonl"}))
def test_the_text_is_in_the_file_or_beside_it(name):
    if FILES[name] is Form.XMI:
        pytest.importorskip("cassis")
    own = text_beside(DATA / name, FILES[name]).text
    text = read_text(DATA / "story.txt").text
    assert own.split() == text.split() if FILES[name] is not Form.CONLL else own.replace("\n", " ").startswith("Mayor")
    if FILES[name] not in (Form.CONLL, Form.WEBANNO):
        assert own == text


def test_what_brat_says_besides():
    markings = read("brat/bridge.ann")
    first, second, third, fourth = markings.marks
    assert (first.attributes, first.note) == (
        (("source", ("Anna Ruiz",)), ("status", ("unverified",))),
        "Ask the town hall",
    )
    assert second.attributes == (("Sure", ("",)),)
    assert len(third.fragments) == len(fourth.fragments) == 2
    assert [len(mark.fragments) for mark in markings.joined().marks] == [1, 1, 1, 2]
    assert lost(markings) == [
        "Line 13 could not be understood and was left out.",
        "1 event was left out.",
        "1 normalization was left out.",
        "1 relation was left out.",
    ]


def test_what_webanno_says_besides():
    markings = read("webanno/bridge.tsv")
    assert words(markings) == [
        CLAIM,
        ("part", "bri"),
        DENIAL,
        ("a|b", "true"),
        ("claim", "The café's\nowner did not answer."),
    ]
    assert markings.marks[0].attributes == (("identifier", ("Q1_2",)),)
    assert lost(markings) == [
        "1 annotation of the layer de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS was left out.",
        "1 annotation of the layer CoreferenceLink, referenceRelation was left out.",
        "1 annotation of the layer CoreferenceLink, referenceType was left out.",
    ]


def test_what_others_say_besides():
    assert lost(read("w3c/page.json")) == ["http://example.org/anno3 is no highlight and was left out."]
    assert lost(read("doccano/spans.jsonl")) == ["Line 2 is on another text and was left out."]
    assert lost(read("doccano/relations.jsonl")) == ["Line 1: “Comments” was left out."]
    assert lost(read("label-studio/minimal.json")) == []
    assert lost(read("xmi/bridge.xmi")) == [
        "1 annotation of the layer de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS was left out."
    ]
    assert read("w3c/page.json").marks[0].sure is True
