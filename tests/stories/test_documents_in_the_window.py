"""What is kept and what is protected can be read in the program, from *About*."""

import pytest

from claimlight.ui.document_page import DocumentPage
from robots import Student


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ("What Claimlight keeps about students", "It has no accounts and no server."),
        ("What is protected, and from whom", "Each file opens for one student."),
    ],
)
def test_a_document_is_opened_from_about_and_left_again(student: Student, button: str, words: str) -> None:
    student.opens("storm-damage")
    student.command("about").trigger()
    student.clicks(button)
    (page,) = student.all(DocumentPage)
    assert words in page.text.toPlainText()
    assert student.focused() is page.text
    student.presses("Esc")
    assert student.all(DocumentPage) == []
    assert student.cards()
