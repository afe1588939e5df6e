"""The interface speaks the language that was chosen, or the system's, where there is a catalogue of it."""

import gettext

import pytest

from claimlight.files import catalogues
from claimlight.files.catalogues import LANGUAGES, SOURCE, SYSTEM, catalogue, language_for


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != SOURCE])
def test_every_language_has_a_catalogue(language):
    assert catalogue(language).gettext("Open") != "Open"


@pytest.mark.parametrize("raw", [None, b"no catalogue"])
def test_without_one_that_can_be_read_the_words_of_the_sources_stand(raw, tmp_path, monkeypatch):
    (tmp_path / "catalogues").mkdir()
    if raw is not None:
        (tmp_path / "catalogues" / "xx.mo").write_bytes(raw)
    monkeypatch.setattr(catalogues, "assets", lambda: tmp_path)
    found = catalogue("xx")
    assert type(found) is gettext.NullTranslations
    assert found.gettext("Open") == "Open"


@pytest.mark.parametrize(
    ("chosen", "system", "spoken"),
    [
        (SYSTEM, "ar_EG", "ar"),
        (SYSTEM, "FR-ca", "fr"),
        (SYSTEM, "de", SOURCE),
        ("es", "ar_EG", "es"),
        ("xx", "", SOURCE),
    ],
)
def test_what_was_chosen_goes_before_what_the_system_speaks(chosen, system, spoken):
    assert language_for(chosen, system) == spoken
