"""Say what did not come along when annotations were converted, or changed on the way."""

from collections.abc import Mapping

from claimlight.wording import N_, NN_, _, ngettext
from claimlight.wording.markings import say_remark

_COUNTED = {
    "attribute-lost": NN_(
        "{count} attribute has no place in this format and was left out.",
        "{count} attributes have no place in this format and were left out.",
    ),
    "link-lost": NN_(
        "{count} link between marks has no place in this format and was left out.",
        "{count} links between marks have no place in this format and were left out.",
    ),
    "link-to-nothing-lost": NN_(
        "{count} link led to a mark that is not there and was left out.",
        "{count} links led to marks that are not there and were left out.",
    ),
    "note-lost": NN_(
        "{count} note has no place in this format and was left out.",
        "{count} notes have no place in this format and were left out.",
    ),
    "sureness-lost": NN_(
        "For {count} mark, how sure somebody was has no place in this format and was left out.",
        "For {count} marks, how sure somebody was has no place in this format and was left out.",
    ),
    "values-joined": NN_(
        "{count} attribute with several values has them in one here, with semicolons between.",
        "{count} attributes with several values have them in one here, with semicolons between.",
    ),
    "line-ends-lost": NN_(
        "{count} note or value of several lines is in one line here.",
        "{count} notes or values of several lines are in one line here.",
    ),
    "names-changed": NN_(
        "{count} name of an attribute or a link has underscores here for what the format cannot have in it.",
        "{count} names of attributes or links have underscores here for what the format cannot have in them.",
    ),
    "ends-moved": NN_(
        "{count} mark began or ended within a word or at blanks; it is on whole words here.",
        "{count} marks began or ended within a word or at blanks; they are on whole words here.",
    ),
    "relation-left": NN_("{count} relation was left out.", "{count} relations were left out."),
    "event-left": NN_("{count} event was left out.", "{count} events were left out."),
    "attribute-left": NN_(
        "{count} attribute of something that is no mark was left out.",
        "{count} attributes of something that is no mark were left out.",
    ),
    "normalization-left": NN_("{count} normalization was left out.", "{count} normalizations were left out."),
    "note-left": NN_(
        "{count} note on something that is no mark was left out.",
        "{count} notes on something that is no mark were left out.",
    ),
    "lines-kept": NN_(
        "{count} line that is no mark was kept as it is.", "{count} lines that are no marks were kept as they are."
    ),
    "answers-as-marks": NN_(
        "{count} answer became a mark; what it is worth, and why, was left out.",
        "{count} answers became marks; what they are worth, and why, was left out.",
    ),
}
_SENTENCES = {
    "field-left": N_("Line {line}: “{field}” was left out."),
    "text-made-up": N_("The text was put together from its words, with a blank between them."),
    "text-elsewhere": N_("The text is not in this file. Keep it together with the text."),
}


def say_loss(code: str, params: Mapping[str, str | int]) -> str:
    """The sentence for something that is lost or changed."""
    if code in _COUNTED:
        return ngettext(*_COUNTED[code], int(params["count"])).format(**params)
    if code in _SENTENCES:
        return _(_SENTENCES[code]).format(**params)
    return say_remark(code, params)
