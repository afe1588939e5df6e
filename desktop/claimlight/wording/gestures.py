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
}


def gesture_name(gesture: str) -> str:
    """The name of a gesture in the middle of a sentence; an unknown one is just a change."""
    return _(_GESTURES.get(gesture, N_("change")))
