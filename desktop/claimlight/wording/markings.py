"""Say what stands in a file of another tool besides its marks, and what looks wrong with them."""

from collections.abc import Mapping

from claimlight.wording import N_, _, ngettext

_SENTENCES = {
    "left-out": N_("{name} is no highlight and was left out."),
    "other-text": N_("Line {line} is on another text and was left out."),
    "field-kept": N_("Line {line}: “{field}” is not measured."),
    "words-differ": N_("Line {line}: other words stand where {name} points to. The place was believed."),
    "region-differs": N_("Other words stand where {name} points to. The place was believed."),
    "stray-line": N_("Line {line} could not be understood and was left out."),
}


def say_remark(code: str, params: Mapping[str, str | int]) -> str:
    """The sentence for a remark."""
    count = int(params.get("count", 0))
    match code:
        case "relation-kept":
            said = ngettext("{count} relation is not measured.", "{count} relations are not measured.", count)
        case "event-kept":
            said = ngettext("{count} event is not measured.", "{count} events are not measured.", count)
        case "attribute-kept":
            said = ngettext("{count} attribute is not measured.", "{count} attributes are not measured.", count)
        case "normalization-kept":
            said = ngettext("{count} normalization is not measured.", "{count} normalizations are not measured.", count)
        case "note-kept":
            said = ngettext("{count} note is not measured.", "{count} notes are not measured.", count)
        case "result-left":
            said = ngettext("{count} result was left out.", "{count} results were left out.", count)
        case "task-left":
            said = ngettext("{count} other task was left out.", "{count} other tasks were left out.", count)
        case "second-left":
            said = ngettext(
                "The task was worked on more than once; {count} other work was left out.",
                "The task was worked on more than once; {count} other works were left out.",
                count,
            )
        case "layer-left":
            said = ngettext(
                "{count} annotation of the layer {name} was left out.",
                "{count} annotations of the layer {name} were left out.",
                count,
            )
        case _:
            said = _(_SENTENCES[code])
    return said.format(**params)
