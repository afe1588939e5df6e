"""What `check` says of every lesson in one line: how long, how hard, how dense, and what blind marking brings."""

from claimlight.grading.gaming import Gamed, Ploy
from claimlight.grading.key_agreement import KeyAgreement
from claimlight.wording import N_, _, ngettext

_PLOYS = {
    Ploy.SENTENCES: N_("every sentence"),
    Ploy.PARAGRAPHS: N_("every paragraph"),
    Ploy.NUMBERS: N_("every number"),
    Ploy.QUOTATIONS: N_("every quotation"),
    Ploy.BY_LOOKS: N_("by looks"),
    Ploy.ONE_LABEL: N_("one label for all"),
}


def words_text(words: int) -> str:
    return ngettext("{n} word", "{n} words", words).format(n=words)


def level_text(first: float, last: float, formula: str) -> str:
    """ "reads at grade 7.1 (Flesch–Kincaid)"."""
    return _("reads at grade {grade} ({formula})").format(grade=grade_text(first, last), formula=formula)


def no_level_text() -> str:
    return _("no reading level is measured for this language")


def grade_text(first: float, last: float) -> str:
    """ "7.1", "7 to 8"."""
    return f"{first:g}" if first == last else _("{first} to {last}").format(first=f"{first:g}", last=f"{last:g}")


def answers_text(answers: int, free: int) -> str:
    return ngettext(
        "{n} answer, {free} % of the sentences without one",
        "{n} answers, {free} % of the sentences without one",
        answers,
    ).format(n=answers, free=free)


def gaming_text(best: Gamed | None) -> str:
    """What the best strategy without reading brings; `best` is None where there is nothing to find."""
    if best is None:
        return _("nothing to find")
    return _("marked blindly at best {score} of 100 ({what})").format(score=best.percent, what=_(_PLOYS[best.ploy]))


def second_key_text(agreement: KeyAgreement) -> str:
    """ "a second key agrees to F1 0.86, alpha 0.79"."""
    if agreement.alpha.value is None:
        return _("a second key agrees to F1 {f1}").format(f1=f"{agreement.f1:.2f}")
    return _("a second key agrees to F1 {f1}, alpha {alpha}").format(
        f1=f"{agreement.f1:.2f}", alpha=f"{agreement.alpha.value:.2f}"
    )


def lone_items_text(agreement: KeyAgreement) -> tuple[str, ...]:
    """A line for each item that only one of the two keys requires."""
    here, there = (
        _("only in the answers: {label} {item} “{words}”"),
        _("only in the second key: {label} {item} “{words}”"),
    )
    return tuple(
        said.format(label=item.label, item=item.id, words=item.words)
        for said, alone in ((here, agreement.only_first), (there, agreement.only_second))
        for item in alone
    )
