"""The walk-through of a first lesson names only what the program has."""

import re

import dev_catalogues
from claimlight.files.places import lessons

GUIDE = (lessons() / "FIRST-LESSON.md").read_text(encoding="utf-8")
NAMED = re.compile(r"(?<!\*)\*([^*]+)\*(?!\*)")


def test_everything_it_names_stands_in_the_program() -> None:
    named = {" ".join(name.split()) for name in NAMED.findall(GUIDE)}
    said = {str(message.id).replace("&", "") for message in dev_catalogues.messages() if message.id}
    assert len(named) > 10
    assert named - said == set()


def test_its_picture_is_there() -> None:
    pictures = re.findall(r"\]\(([^)]+\.png)\)", GUIDE)
    assert pictures
    assert all((lessons() / picture).is_file() for picture in pictures)
