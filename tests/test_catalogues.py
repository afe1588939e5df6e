"""The catalogues of the interface are in step with the sources, and can be spoken."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

import dev_catalogues
from claimlight.core.codebook import Codebook
from claimlight.files.catalogues import LANGUAGES, catalogue, language_for
from claimlight.files.codebook_file import codebook_path, read_codebook
from claimlight.wording import cleaning, conversion, exports, ngettext, notices, rosters, speak
from claimlight.wording.codebook import spoken_codebook

PLACE = re.compile(r"\{(\w*)\}")
DRAFTED = ("ar", "es")
"""Languages in which a student is led through a lesson."""


@pytest.fixture(scope="module")
def made() -> dict[Path, bytes]:
    return dev_catalogues.files()


def kept(language: str) -> Catalog:
    return dev_catalogues._kept(language)


def forms(message: Message) -> list[tuple[str, str]]:
    """(what is said in English, what is said in its place), each form of a plural."""
    said = message.string if isinstance(message.string, tuple) else (message.string,)
    meant = message.id if isinstance(message.id, tuple) else (message.id,)
    return [(meant[-1], each) for each in said if each]


def test_they_are_in_step_with_the_sources(made: dict[Path, bytes]) -> None:
    """Else: python3 dev.py catalogues."""
    assert [path.name for path, content in made.items() if path.read_bytes() != content] == []


@pytest.mark.parametrize("language", dev_catalogues.LANGUAGES)
def test_translations_have_the_places_of_their_messages(language: str) -> None:
    wrong = []
    for message in kept(language):
        for meant, said in forms(message) if message.id else ():
            places, allowed = set(PLACE.findall(said)), set(PLACE.findall(meant))
            plural = isinstance(message.id, tuple)
            if places - allowed or (not plural and allowed - places):
                wrong.append((meant, said))
    assert wrong == []


@pytest.mark.parametrize("language", dev_catalogues.LANGUAGES)
def test_a_draft_says_that_it_is_one(language: str) -> None:
    assert "Machine-drafted" in dev_catalogues._path(language, "po").read_text(encoding="utf-8")


@pytest.fixture
def guide() -> Codebook:
    return read_codebook(codebook_path("news-basics", Path()))


def test_arabic_has_letters_of_its_own_and_never_f(guide: Codebook) -> None:
    speak(catalogue("ar"))
    assert [label.letter for label in spoken_codebook(guide).labels] == ["ع", "ن", "#"]
    for language in LANGUAGES:
        speak(catalogue(language))
        letters = [label.letter for label in spoken_codebook(guide).labels]
        assert "F" not in letters
        assert len(set(letters)) == 3


@pytest.mark.parametrize("language", DRAFTED)
def test_the_label_guide_is_translated_as_a_whole(guide: Codebook, language: str) -> None:
    speak(catalogue(language))
    said = spoken_codebook(guide)
    for label, own in zip(said.labels, guide.labels, strict=True):
        assert (label.id, label.colour, label.line) == (own.id, own.colour, own.line)
        assert label.name != own.name
        assert label.definition != own.definition
    assert said.credits == guide.credits


def test_numbers_take_the_forms_of_their_language() -> None:
    speak(catalogue("ar"))
    said = [ngettext("{n} highlight", "{n} highlights", n) for n in (1, 2, 3, 11, 100)]
    assert said == ["تظليل واحد", "تظليلان", "{n} تظليلات", "{n} تظليلًا", "{n} تظليل"]


def test_a_language_that_nobody_has_is_english() -> None:
    assert language_for("system", "ar_EG") == "ar"
    assert language_for("system", "C") == "en"
    assert language_for("tlh", "ar_EG") == "en"
    assert catalogue("tlh").gettext("Shelf") == "Shelf"


COUNTED = (cleaning, conversion, exports, notices, rosters)


@pytest.mark.parametrize("language", sorted(LANGUAGES.keys() - {"en"}))
def test_what_is_counted_is_counted_in_every_language(language: str) -> None:
    """Both forms are one message: marked one by one, they would be said in English."""
    tables = [table for module in COUNTED for table in vars(module).values() if isinstance(table, dict)]
    pairs = [pair for table in tables for pair in table.values() if isinstance(pair, tuple)]
    assert len(pairs) > 40
    speak(catalogue(language))
    assert [(one, many) for one, many in pairs if ngettext(one, many, 5) in (one, many)] == []


NOT_FOR_STUDENTS = ("ui/teacher/", "app/self_test")
SAID_TO_STUDENTS = (
    *("ago", "challenges", "course", "decisions", "gestures", "handing_in", "hints", "lesson", "lesson_errors"),
    *("next_step", "points", "review", "store_errors", "teacher_marks", "teacher_said", "travel_errors", "verdicts"),
)
"""Of `wording`. What is said by the command line, to authors and about files of other tools waits for translators."""


@pytest.mark.parametrize("language", dev_catalogues.LANGUAGES)
def test_everything_that_a_student_sees_is_translated(language: str) -> None:
    catalogue = kept(language)
    left = []
    for file, _line, id, _comments, context in dev_catalogues.extract():
        one = id[0] if isinstance(id, tuple) else id
        if for_students(file):
            message = catalogue.get(one, context)
            if message is None or not dev_catalogues._translated(message.string):
                left.append((file, one))
    assert left == []


def for_students(file: str) -> bool:
    path = Path(file)
    if path.parts[0] == "wording":
        return path.stem in SAID_TO_STUDENTS
    return path.parts[0] in ("ui", "session", "app", "start_checks.py") and not file.startswith(NOT_FOR_STUDENTS)
