"""The draft helper proposes, when it is asked; the teacher accepts or leaves each, by one key or with the mouse."""

from claimlight.core.lesson import Item
from claimlight.ui.teacher.proposals import Proposals
from robot_hands import wait_until
from teacher_robot import Teacher

VALVE = "\n\n".join(
    (
        "Is the water safe?",
        "“Every sample we took since Monday meets the standard,” its director Ilse Varnholt said on Thursday.",
        "As many as 640 people fell ill. The band played, and the clinic closed at noon.",
        "The board denied that inspections had been cut. Later the square was empty, and it rained all day.",
    )
)
CLAIM = "Every sample we took since Monday meets the standard"
FIGURE = "As many as 640 people"
DENIAL = "denied that inspections had been cut"


def asks(teacher: Teacher) -> Proposals:
    teacher.clicks("Suggest answers")
    proposals = teacher.view.proposals
    assert proposals is not None
    wait_until(lambda: not proposals.busy, "the proposals")
    return proposals


def proposed(teacher: Teacher, proposals: Proposals) -> list[str]:
    return [teacher.text[each.entry.main.span] for each in proposals.open]


def test_each_is_accepted_or_left_by_one_key(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(VALVE)
    assert not teacher.sees("from word lists")
    proposals = asks(teacher)
    assert proposed(teacher, proposals) == [CLAIM, FIGURE, DENIAL]
    assert teacher.sees("3 proposals from word lists. None counts until you accept it.")
    assert teacher.sees("A quotation with “said”.")
    assert teacher.hears("3 proposals. “Every sample we took")
    assert not teacher.session.annotations
    teacher.presses("A")
    assert teacher.marked() == teacher.painted() == [("claim", CLAIM)]
    assert teacher.heard_last().startswith("Accepted. Next: “As many as 640 people”.")
    assert teacher.panel.id in teacher.session.annotations, "one can say at once why it is one"
    teacher.presses("X")
    assert proposed(teacher, proposals) == [DENIAL]
    assert teacher.sees("1 proposal from word lists.")
    teacher.presses("A")
    assert teacher.marked() == [("claim", CLAIM), ("denial", DENIAL)]
    assert teacher.heard_last() == "Accepted. No proposal is left."
    assert teacher.sees("No proposals left")
    teacher.presses("A", "X")
    assert len(teacher.session.annotations) == 2, "the keys are about proposals, and there is none"
    claim, denial = (teacher.session.entry(each.id) for each in teacher.session.in_order())
    assert isinstance(claim, Item)
    assert isinstance(denial, Item)
    assert [teacher.text[span] for span in claim.speaker] == ["Ilse Varnholt"]
    assert [teacher.text[span] for span in denial.main.must] == ["denied"]


def test_an_accepted_one_is_undone_and_what_was_left_stays_away_until_asked_again(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(VALVE)
    proposals = asks(teacher)
    teacher.clicks(proposals.notes.views[proposals.open[0].entry.id].accept)
    assert teacher.marked() == [("claim", CLAIM)]
    teacher.presses("X")
    teacher.presses("Ctrl+Z")
    assert teacher.marked() == []
    assert teacher.heard_last() == "Undone: accepted proposal"
    assert proposed(teacher, proposals) == [CLAIM, DENIAL]
    teacher.clicks("Leave all")
    assert proposed(teacher, proposals) == []
    assert not teacher.sees("from word lists")
    assert proposed(teacher, asks(teacher)) == [CLAIM, FIGURE, DENIAL]


def test_what_is_marked_by_hand_is_not_proposed(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(VALVE)
    teacher.marks("640 people", as_="unverified-figure")
    proposals = asks(teacher)
    assert proposed(teacher, proposals) == [CLAIM, DENIAL]
    teacher.marks("denied that inspections", as_="denial")
    assert proposed(teacher, proposals) == [CLAIM]
    teacher.clicks("Edit text")
    assert not teacher.can_press("Suggest answers")
    teacher.clicks("Mark the answers")
    assert teacher.can_press("Suggest answers")


def test_an_article_without_anything_of_the_kind_says_so(teacher: Teacher) -> None:
    teacher.pastes_a_lesson("A quiet day\n\nIt rained. The band played, and nobody came to hear it before noon.")
    asks(teacher)
    assert teacher.heard_last() == "The word lists propose nothing here."
    assert teacher.sees("No proposals left")
