"""What a gesture is called when it is undone."""

from claimlight.wording import N_, _

_GESTURES = {
    "highlight": N_("highlight"),
    "extend": N_("longer highlight"),
    "remove": N_("removed highlight"),
    "move-end": N_("moved end"),
    "relabel": N_("other label"),
    "note": N_("note"),
    "source": N_("who says it"),
    "evidence": N_("how good the evidence is"),
    "link": N_("what answers what"),
    "unlink": N_("what answers what"),
    "sure": N_("sure or not"),
    "chain": N_("who quotes whom"),
    "figure-part": N_("figure taken apart"),
    "mark": N_("answer"),
    "accept": N_("accepted proposal"),
    "text": N_("edited text"),
    "explanation": N_("explanation"),
    "attribute": N_("what is said of it"),
    "must-have": N_("what a mark must have"),
    "may-have": N_("what a mark may have"),
    "must-words": N_("words that must be there"),
    "speaker": N_("who says it"),
    "also-right": N_("what is also right"),
    "parts": N_("parts of an answer"),
    "covers": N_("what one mark earns"),
    "bonus": N_("points on top"),
    "world": N_("how it stands outside"),
    "weight": N_("points"),
    "optional": N_("counted or not"),
    "group": N_("group"),
    "confirm": N_("right here"),
    "find-again": N_("marked anew"),
    "sheet": N_("about this lesson"),
}


def gesture_name(gesture: str) -> str:
    """The name of a gesture in the middle of a sentence; an unknown one is just a change."""
    return _(_GESTURES.get(gesture, N_("change")))
