"""A text file that was damaged or tampered with is noticed before anybody reads from it."""

import json

import pytest

from claimlight.core.article import Direction
from claimlight.core.errors import ClaimlightError
from claimlight.files.markdown_text import build_text
from claimlight.files.text_file import read_text, text_from_json, text_to_json
from claimlight.wording.errors import say

TEXT = build_text("# Head\n\nOne [two](http://x) three.\n\n- four\n", "en", Direction.LEFT_TO_RIGHT)


def changed(**values: object) -> bytes:
    return json.dumps({**json.loads(text_to_json(TEXT)), **values}).encode()


def block(number: int, **values: object) -> list[object]:
    blocks = json.loads(text_to_json(TEXT))["blocks"]
    blocks[number] |= values
    return blocks


def sentence(number: int, **values: object) -> list[object]:
    sentences = json.loads(text_to_json(TEXT))["sentences"]
    sentences[number] |= values
    return sentences


def test_a_text_is_the_same_after_its_file(tmp_path):
    path = tmp_path / "article.text.json"
    path.write_text(text_to_json(TEXT), encoding="utf-8")
    assert read_text(path) == TEXT


def test_one_block_and_one_sentence_stand_on_a_line():
    lines = text_to_json(TEXT).splitlines()
    assert sum(line.startswith('  {"kind"') for line in lines) == len(TEXT.blocks) == 3
    assert sum(line.startswith('  {"start"') for line in lines) == len(TEXT.sentences) == 3
    empty = build_text("", "en", Direction.LEFT_TO_RIGHT)
    assert text_from_json(text_to_json(empty).encode(), "x") == empty


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"\x93", "not-utf8"),
        (b"{", "broken-json"),
        (b"[]", "not-an-object"),
        (b"{}", "text-format"),
        (changed(format=2), "text-format"),
        (b'{"format": 1}', "text-damaged"),
        (changed(text="Another"), "text-changed"),
        (changed(text=7), "text-damaged"),
        (changed(builder="1"), "text-damaged"),
        (changed(builder=1.0), "float-number"),
        (changed(blocks={}), "text-damaged"),
        (changed(blocks=[]), "text-damaged"),
        (changed(blocks=["x"]), "text-damaged"),
        (changed(blocks=block(0, kind="poem")), "text-damaged"),
        (changed(blocks=block(0, direction="up")), "text-damaged"),
        (changed(blocks=block(1, start=6)), "text-damaged"),
        (changed(blocks=block(1, end=4)), "text-damaged"),
        (changed(blocks=block(2, end=40)), "text-damaged"),
        (changed(blocks=block(1, runs={})), "text-damaged"),
        (changed(blocks=block(1, runs=[{"start": 0, "end": 4, "style": "link"}])), "text-damaged"),
        (changed(blocks=block(1, runs=[{"start": 7, "end": 8, "style": "loud"}])), "text-damaged"),
        (changed(sentences=sentence(0, start=-1)), "text-damaged"),
        (changed(sentences=sentence(1, start=3)), "text-damaged"),
        (changed(sentences=sentence(1, tokens=[5, 8, 9])), "text-damaged"),
        (changed(sentences=sentence(1, tokens=[9, 12, 5, 8])), "text-damaged"),
        (changed(sentences=sentence(1, tokens=[5, "8"])), "text-damaged"),
        (changed(sentences=sentence(1, tokens=[5, 90])), "text-damaged"),
        (changed(sentences=sentence(2, end=900)), "text-damaged"),
        (changed(sentences=None), "text-damaged"),
    ],
)  # fmt: skip
def test_damage_is_named(raw, code):
    with pytest.raises(ClaimlightError) as error:
        text_from_json(raw, "article.text.json")
    assert error.value.code == code
    assert "article.text.json" in say(error.value)


def test_two_blocks_made_one_are_noticed():
    """The same text and hash, but a line feed inside a block."""
    value = json.loads(text_to_json(TEXT))
    value["blocks"][0]["end"] = value["blocks"][1]["end"]
    del value["blocks"][1]
    with pytest.raises(ClaimlightError) as error:
        text_from_json(json.dumps(value).encode(), "x")
    assert error.value.code == "text-damaged"


def test_a_character_that_no_page_can_show_is_damage():
    from hashlib import sha256

    value = json.loads(text_to_json(TEXT))
    value["text"] = value["text"].replace("two", "t\rw")
    value["sha256"] = sha256(value["text"].encode()).hexdigest()
    with pytest.raises(ClaimlightError) as error:
        text_from_json(json.dumps(value).encode(), "x")
    assert error.value.code == "text-damaged"
