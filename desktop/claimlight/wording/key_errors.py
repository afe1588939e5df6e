"""Sentences for answers that cannot be graded with, by code."""

from claimlight.wording import N_

KEY_ERRORS = {
    "key-text-unknown": N_("The lesson “{lesson}” has no text named “{text}”. Choose one that it has."),
    "key-held-back": N_("The answers of “{lesson}” are held back. Open the teacher’s copy to grade with it."),
    "key-text-changed": N_("{file}: the answers are for another version of {text}.md. Run build and look them over."),
    "key-no-target": N_("{file}, item {item}: it has no words. Add a quote from the text."),
    "key-target-without-words": N_("{file}, item {item}: its quote holds no word that counts. Quote a word."),
    "key-parts-overlap": N_("{file}, item {item}: the parts of the broken answer overlap. Part them."),
    "key-core-outside": N_("{file}, item {item}: “core” must hold words of the answer itself."),
    "key-outer-too-narrow": N_("{file}, item {item}: “outer” must hold all words of the answer."),
    "key-must-outside": N_("{file}, item {item}: “must” must hold words of the answer itself."),
    "key-main-factor": N_("{file}, item {item}: the answer itself has the factor 1, not {factor}. Use “alternatives”."),
    "key-main-label": N_("{file}, item {item}: its label is {label}, its main answer’s {other}. Use one."),
    "key-negative-weight": N_("{file}, item {item}: a weight or bonus is below 0. Use 0 or more."),
    "key-factor-range": N_("{file}, item {item}: the factor {factor} is not between 0 and 1."),
    "key-label-unknown": N_("{file}, item {item}: the label guide has no label “{label}”."),
    "key-same-answer-twice": N_("{file}, item {item}: the same words and label as item {other}. Remove one of them."),
    "key-id-twice": N_("{file}: the id {item} comes twice. Give each answer and each trap its own."),
    "key-covers-unknown": N_("{file}, item {item}: it covers “{covered}”, which is no item here."),
}
