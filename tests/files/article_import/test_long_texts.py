"""A text that no lesson could hold is refused at once, with the words that `build` has for it."""

import pytest

from claimlight.core.errors import LessonError
from claimlight.files.article_import.reader import read_source
from claimlight.wording.errors import say

SENTENCE = b"The mayor said that nothing was lost in the fire. "


@pytest.mark.parametrize("name", ["long.txt", "long.md"])
def test_fifty_megabytes_of_text_are_refused_before_they_are_read(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(SENTENCE * (50_000_000 // len(SENTENCE)))
    with pytest.raises(LessonError) as refused:
        read_source(path)
    assert say(refused.value) == f"{name} is larger than 8 MB, too large for a lesson. Use a shorter article."


def test_what_grows_too_long_in_our_encoding_is_refused_too(tmp_path):
    path = tmp_path / "long.txt"
    french = "Élève répété à l’école. ".encode("cp1252") * 2_000
    path.write_bytes(french + SENTENCE * ((7_999_000 - len(french)) // len(SENTENCE)))
    assert path.stat().st_size < 8_000_000
    with pytest.raises(LessonError) as refused:
        read_source(path)
    assert refused.value.code == "file-too-big"
