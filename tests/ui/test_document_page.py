"""The guides in the window: every picture is there, and no wider than its column."""

import pytest
from pytestqt.qtbot import QtBot

from claimlight.ui.document_page import DocumentPage, pictures_in, titles
from claimlight.ui.look import Look


@pytest.mark.parametrize("name", titles())
def test_each_picture_fits_its_column(qtbot: QtBot, name: str) -> None:
    page = DocumentPage(name, Look())
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    found = pictures_in(page.text.document())
    assert len(found) == page.text.document().toMarkdown().count("](pictures/")
    for place, picture in found:
        assert page.text.document().characterAt(place) == "\ufffc"
        assert not page.text.picture(picture.name()).isNull(), f"{name} shows {picture.name()}"
    for width in (1280, 640):
        page.resize(width, 800)
        room = page.text.viewport().width()
        assert all(0 < picture.width() <= room for _place, picture in pictures_in(page.text.document()))
