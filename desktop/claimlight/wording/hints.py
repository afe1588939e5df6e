"""Say the hints between checks: they ask or point, and never contain an answer."""

from claimlight.core.codebook import Codebook
from claimlight.grading.hints import Look, NextHidden
from claimlight.wording import N_, _, ngettext
from claimlight.wording.verdicts import label_name

_LOOKS = {
    Look.LABEL: N_("The right words. Would another label fit better?"),
    Look.TOO_WIDE: N_("Too wide. Some of these words are not part of it."),
    Look.TOO_NARROW: N_("Too narrow. Key words stand beside it."),
}

_IN_MARGIN = {
    Look.LABEL: N_("Right words. Try another label."),
    Look.TOO_WIDE: N_("One highlight takes in too much."),
    Look.TOO_NARROW: N_("One stops too soon."),
}


def look_text(look: Look) -> str:
    """What stands on a highlight's row."""
    return _(_LOOKS[look])


def margin_text(look: Look) -> str:
    """What stands beside the highlight's paragraph."""
    return _(_IN_MARGIN[look])


def next_hidden_text(hidden: NextHidden, codebook: Codebook) -> str:
    """What stands beside the paragraph of the next hidden answer, after `look_here_text`."""
    return _("A {label} is still hidden in this paragraph.").format(label=label_name(codebook, hidden.label).lower())


def look_here_text() -> str:
    return _("Look here next.")


def over_marked_text() -> str:
    """What stands beside a paragraph in which too much is marked."""
    return _("More is marked here than anyone asserts.")


def still_hidden_text(label: str, count: int, codebook: Codebook) -> str:
    """ "4 claims", "1 denial", "no figure"."""
    name = label_name(codebook, label).lower()
    if not count:
        return _("no {label}").format(label=name)
    return ngettext("{count} {label}", "{count} {label}s", count).format(count=count, label=name)
