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
    "brat-text-is-there": N_("“{file}” would be the name of the text, too. Choose a name that ends in .ann."),
    "cuts-a-grapheme": N_(
        "Highlight {highlight}: it begins or ends within what is counted as one character. Choose another --units."
    ),
    "no-text-in-file": N_("{file}: the text that was marked is not in it. Say with --text which it is."),
    "texts-in-file": N_("{file}: it is on more than one text. Say with --text which one is meant."),
    "other-text": N_("{file}: it is on another text. Choose the text that was exported with it."),
    "label-studio-other-text": N_("{file}: no task is on this text. Choose the text that was exported with it."),
    "not-label-studio": N_("{file}: this is JSON, but no list of tasks with a text. Choose an export of Label Studio."),
    "conll-bad-line": N_("{file}, line {line}: a word and a tag (O, B-… or I-…) must stand there. Correct it there."),
    "conll-other-text": N_("{file}, line {line}: “{word}” is not the next word of the text. Choose the text it is on."),
    "format-without-gaps": N_(
        "Highlight {highlight} is in {count} pieces, and this format has only marks in one. "
        "Choose w3c or brat, or divide it."
    ),
    "format-without-empty": N_(
        "Highlight {highlight} covers no word, and this format has no such marks. Take it away, or choose w3c or brat."
    ),
    "format-without-blanks": N_(
        "Highlight {highlight}: the label “{label}” has a blank in it, which this format cannot have. Rename it."
    ),
    "format-without-overlaps": N_(
        "Highlights {highlight} and {other} share words, and this format has one label a word. "
        "Take one of them away, or choose another format."
    ),
    "half-a-character": N_("{file}: the text or a label holds half a character (a lone surrogate). Correct it there."),
    "file-not-written": N_("“{file}” could not be written: {reason}. Choose another place."),
    "not-webanno": N_("{file}: it does not begin as a file of WebAnno TSV 3 does. Choose another file."),
    "webanno-bad-line": N_("{file}, line {line}: this is no line of WebAnno TSV 3. Export it again."),
    "not-xmi": N_("{file}: it cannot be read as XMI: {reason}. Export it again, with its type system."),
    "xmi-without-types": N_("{file}: its type system is missing. Put it beside the file, as TypeSystem.xml."),
    "xmi-not-installed": N_('For XMI, dkpro-cassis must be installed: pip install "claimlight[xmi]".'),
    "xmi-character": N_(
        "The text has a character at {position} (U+{sign}) that XML cannot hold. Choose another format."
    ),
}
