"""What a student is told of their marks, as the teacher reads it: of the student, not to them."""

from claimlight.wording import N_

_OF_STUDENT = {
    "Right words; you said {given}": N_("Right words; marked as {given}"),
    "Close; you said {given}": N_("Close; marked as {given}"),
    "In pieces; you said {given}": N_("In pieces; marked as {given}"),
    "Two in one mark; you said {given}": N_("Two in one mark; marked as {given}"),
    "You can not go below 0": N_("Nobody goes below 0"),
    "You can not get more than all": N_("Nobody gets more than all"),
    "Your teacher takes this as right": N_("You take this as right"),
    "Your teacher changed the points": N_("You changed the points"),
    "The answers changed; your mark stays": N_("The answers changed; the mark stays"),
    "You marked just the right words.": N_("Just the right words are marked."),
    "You caught {caught} of the {of} key words. That is as good as all.": N_(
        "{caught} of the {of} key words are caught. That is as good as all."
    ),
    "You marked the right sentence.": N_("The right sentence is marked."),
    "You caught {caught} of the {of} key words.": N_("{caught} of the {of} key words are caught."),
    "You caught {caught} of the {of} key words, and {extra} that are too many.": N_(
        "{caught} of the {of} key words are caught, and {extra} that are too many."
    ),
    "You found the words, but you said {given}. It is a {keyed}.": N_(
        "The words are found, but marked as {given}. It is a {keyed}."
    ),
    "You came close, but you said {given}. It is a {keyed}.": N_("Close, but marked as {given}. It is a {keyed}."),
    "You gave the same words more than one label, so you share the points.": N_(
        "The same words have more than one label, so they share the points."
    ),
    "You caught {caught} of the {of} key words, but in pieces.": N_(
        "{caught} of the {of} key words are caught, but in pieces."
    ),
    "You caught {caught} of the {of} key words in pieces, and you said {given}. It is a {keyed}.": N_(
        "{caught} of the {of} key words are caught in pieces, and marked as {given}. It is a {keyed}."
    ),
    "You put two answers in one mark. Each earns half.": N_("Two answers are in one mark. Each earns half."),
    "You put two answers in one mark, and you said {given}. Each is a {keyed}.": N_(
        "Two answers are in one mark, as {given}. Each is a {keyed}."
    ),
    "You put it in one mark with its neighbour. That is fine here.": N_(
        "It is in one mark with its neighbour. That is fine here."
    ),
    "You came close, with {caught} of the {of} key words.": N_("Close, with {caught} of the {of} key words."),
    "You did not mark this one.": N_("This one is not marked."),
    "You did not mark this one. It costs nothing.": N_("This one is not marked. It costs nothing."),
    "You found this one. It does not count.": N_("This one is found. It does not count."),
    "You said this right.": N_("This is said right."),
    "You did not say who says it.": N_("Who says it is left open."),
    "Look again who says it.": N_("Who says it is another one."),
    "You did not say how good the evidence is here.": N_("How good the evidence is here is left open."),
    "Look again how good the evidence is here.": N_("How good the evidence is here is told otherwise."),
    "You did not link it to what it goes with.": N_("It is not linked to what it goes with."),
    "You linked it to something it does not go with.": N_("It is linked to something it does not go with."),
    "You marked this twice. It counts once.": N_("This is marked twice. It counts once."),
    "This one was shown to you. It does not count.": N_("This one is the example. It does not count."),
    "You rightly left this.": N_("Rightly left."),
    "You were sure of this one.": N_("The student was sure of this one."),
    "paragraph {n} · you were sure": N_("paragraph {n} · the student was sure"),
    "How your points add up": N_("How the points add up"),
    "Your points": N_("Points"),
}


def told(sentence: str, *, of_student: bool) -> str:
    """The sentence, not translated yet, to the student or of the student."""
    return _OF_STUDENT.get(sentence, sentence) if of_student else sentence
