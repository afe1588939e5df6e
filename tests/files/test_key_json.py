"""An answer that is written down and read again is the same answer."""

from dataclasses import replace
from fractions import Fraction

import pytest

from claimlight.core.lesson import Decoy, Item
from claimlight.files.key_build import KeyPlace
from claimlight.files.key_json import Zone, entry_from_json, entry_json
from claimlight.files.lesson_folder import read_lesson
from claimlight.files.places import lessons
from lesson_maker import built_lesson, decoy, excluded, item

LESSONS = sorted(path.parent for path in lessons().glob("*/lesson.toml"))
PLACE = KeyPlace("article.key.json", "fares", "article")


@pytest.mark.parametrize("folder", LESSONS, ids=[folder.name for folder in LESSONS])
def test_every_answer_of_our_lessons_survives(folder):
    lesson = read_lesson(folder)
    for each in lesson.texts:
        text, key = each.article.text, each.key
        for entry in (*key.items, *key.decoys):
            assert entry_from_json(entry_json(entry, text, PLACE), PLACE) == entry
        for number, span in enumerate(key.excluded):
            zone = Zone(f"x{number}", span)
            assert entry_from_json(entry_json(zone, text, PLACE), PLACE) == zone


def test_an_answer_with_everything_survives(tmp_path):
    full = item(
        "c1",
        "claim",
        "Fares will double by spring",
        weight="2",
        optional=True,
        bonus="1/2",
        factor="1",
        attributes={"source": ["the mayor", "mayor"]},
        links=[{"type": "conflicts_with", "item": "c2"}],
        speaker=["the mayor"],
        cue=["said"],
        core=["Fares will double"],
        outer=["Fares will double by spring, the mayor said"],
        must=["double"],
        covers=["c2"],
        group="g",
        note="Look here.",
        world={"text": "They did.", "source": "The bus company", "date": "2026-05-04"},
        alternatives=[
            {"factor": "3/5", "label": "denial", "note": "Nearly.", "selector": "will double", "must": ["double"]}
        ],
    )
    other = item("c2", "claim", "It was long", joint=["It was", "long"])
    folder = built_lesson(tmp_path / "fares", key=[full, other, decoy("t1", "It rained"), excluded("Tea was served")])
    chosen = read_lesson(folder).text()
    text, key = chosen.article.text, chosen.key
    for entry in (*key.items, *key.decoys):
        assert entry_from_json(entry_json(entry, text, PLACE), PLACE) == entry
    assert isinstance(entry_from_json(entry_json(key.items[0], text, PLACE), PLACE), Item)
    assert isinstance(entry_from_json(entry_json(key.decoys[0], text, PLACE), PLACE), Decoy)
    lowered = replace(key.items[1], targets=(replace(key.items[1].main, factor=Fraction(3, 5)),))
    assert entry_from_json(entry_json(lowered, text, PLACE), PLACE) == lowered
