"""Sentences for highlights and work files that cannot be used, by code."""

from claimlight.wording import N_

HIGHLIGHT_ERRORS = {
    "highlight-not-integers": N_("Highlight {highlight}: its start and end must be whole numbers."),
    "highlight-negative": N_("Highlight {highlight}: it starts before the text. Count from 0."),
    "highlight-reversed": N_("Highlight {highlight}: it ends before it starts. Swap the two numbers."),
    "highlight-beyond-text": N_("Highlight {highlight}: it ends after the text. Is it from another article?"),
    "highlight-label-unknown": N_("Highlight {highlight}: the label guide has no label “{label}”."),
    "highlight-text-changed": N_("Highlight {highlight}: the article has changed since it was marked. Place it anew."),
    "highlight-link-to-nothing": N_("Highlight {highlight}: it is linked to a highlight that is not there. Unlink it."),
    "highlight-quote-lost": N_("Highlight {highlight}: “{quote}” is not where it says, nor once anywhere else."),
    "highlight-without-place": N_("Highlight {highlight}: it says no place in the text. Give it a quote."),
    "work-not-found": N_("{file}: there is no such file. Check the name."),
    "work-unreadable": N_("{file}: the file cannot be read. Check that you may open it."),
    "work-too-big": N_("{file}: the file is too big for a piece of work."),
    "work-not-json": N_("{file}: this is not a work file (no JSON in UTF-8). Choose the file that was handed in."),
    "work-not-a-page": N_("{file}: this is JSON, but not an annotation page. Choose the file that was handed in."),
    "work-newer-format": N_("{file}: it comes from a newer Claimlight. Bring this one up to date."),
    "work-text-changed": N_("{file}: it was marked on another version of the article. Grade it with that lesson."),
    "work-bad-highlight": N_("{file}: highlight {highlight} has no label. Give it one."),
}
