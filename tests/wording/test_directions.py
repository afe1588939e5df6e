"""Words of a lesson that is read from right to left stand in English sentences without disturbing them."""

from claimlight.wording.directions import isolated, leftwards, one_after_another

WHY = "هذا الرقم غير مؤكد هنا."


def test_the_first_letter_says_the_direction() -> None:
    assert [leftwards(words) for words in ("Claim", "ادعاء", "٢٠٠٠ زائر", "(12) ادعاء", "", "12")] == [
        *(False, True, True, True, False, False),
    ]


def test_a_label_keeps_its_direction_within_a_sentence() -> None:
    assert isolated("Afirmación") == "Afirmación"
    assert isolated("رقم") == "\u2068رقم\u2069"


def test_a_reason_in_another_direction_stands_on_its_own_line() -> None:
    assert one_after_another("Right.", "", "Anybody can count.") == "Right. Anybody can count."
    assert one_after_another("Right.", WHY) == f"Right.\u2028\u2068{WHY}\u2069"
    assert one_after_another("صحيح.", WHY) == f"صحيح. {WHY}"
    assert one_after_another("", WHY) == WHY
    assert one_after_another("", "") == ""
