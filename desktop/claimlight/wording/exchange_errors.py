"""Sentences for annotations of other tools that cannot be used, by code."""

from claimlight.wording import N_

EXCHANGE_ERRORS = {
    "in-file": N_("{file}: {reason}"),
    "highlight-twice": N_("Highlight {highlight} is there twice. Give each an id of its own."),
    "line-not-json": N_("{file}, line {line}: this is not valid JSON. Correct it there, or choose another format."),
    "line-not-a-record": N_("{file}, line {line}: this is JSON, but not a text with its labels. Choose another file."),
    "doccano-bad-span": N_("{file}, line {line}: a span must have a start, an end and a label. Correct it there."),
    "doccano-other-text": N_("{file}: no line is on this text. Choose the text that was exported with it."),
    "not-brat": N_("{file}: no line of it is an annotation of brat’s. Choose the .ann file."),
    "brat-bad-line": N_("{file}, line {line}: a mark must have an id, a label and its places. Correct it there."),
}
