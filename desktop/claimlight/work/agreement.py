"""How far several works on one text agree, for a machine or for a person; bad files are named, the others compared."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from claimlight.core.errors import ClaimlightError
from claimlight.files.exchange.markings import Form, Markings, Units
from claimlight.files.exchange.plain import read_text
from claimlight.grading.agreement import Agreement, agreement
from claimlight.grading.estimate import Estimate, Undefined
from claimlight.wording import _, ngettext
from claimlight.wording.measures import reason_undefined
from claimlight.work.markings import read_file


@dataclass(frozen=True, slots=True)
class Compared:
    """The agreement of the works that could be read, each with its file, and why the others could not."""

    agreement: Agreement
    works: tuple[tuple[Path, Markings], ...]
    errors: tuple[ClaimlightError, ...]


def compare_files(text: Path, works: Iterable[Path], form: Form | None, units: Units) -> Compared:
    """The agreement of `works` on `text`. Raises LessonError where the text itself cannot be read."""
    content = read_text(text)
    read: list[tuple[Path, Markings]] = []
    errors: list[ClaimlightError] = []
    for path in works:
        try:
            read.append((path, read_file(path, content, form, units)))
        except ClaimlightError as error:
            errors.append(error)
    found = agreement(content, [markings.labelled() for _, markings in read])
    return Compared(found, tuple(read), tuple(errors))


Tree: TypeAlias = "Estimate | Mapping[str, Tree]"


def as_json(compared: Compared) -> str:
    """One object; what is not defined is null, and `reason` says why under the same name."""
    found = compared.agreement
    tree: Tree = {
        "alpha_nominal": found.alpha_nominal,
        "alpha_unitizing": {"overall": found.alpha_unitizing.overall, "labels": dict(found.alpha_unitizing.labels)},
        "pairwise_f1": found.pairwise_f1,
    }
    page = {
        **_told(tree, lambda estimate: estimate.value),
        "n_annotators": found.n_annotators,
        "n_tokens": found.n_tokens,
        "intervals": _told(tree, lambda estimate: estimate.interval),
        "reason": _reasons(tree),
    }
    return json.dumps(page, ensure_ascii=False, indent=1)


def _told(tree: Tree, tell: Callable[[Estimate], object]) -> Any:
    """`tree` with what `tell` says in the place of each estimate."""
    if isinstance(tree, Estimate):
        return tell(tree)
    return {name: _told(each, tell) for name, each in tree.items()}


def _reasons(tree: Tree) -> Any:
    """The reasons of what is not defined; nothing of what is."""
    if isinstance(tree, Estimate):
        return reason_undefined(tree.reason) if tree.reason else None
    return {name: reason for name, each in tree.items() if (reason := _reasons(each))}


def as_text(compared: Compared) -> str:
    """A line for each measure, with its interval or the reason why there is none."""
    found = compared.agreement
    works = ngettext("{count} work", "{count} works", found.n_annotators).format(count=found.n_annotators)
    words = ngettext("{count} word", "{count} words", found.n_tokens).format(count=found.n_tokens)
    named = [
        (_("alpha over words"), found.alpha_nominal),
        (_("alpha over stretches"), found.alpha_unitizing.overall),
        *((f"  {label}", each) for label, each in found.alpha_unitizing.labels),
        (_("F1 over pairs"), found.pairwise_f1),
    ]
    width = max(len(name) for name, _estimate in named)
    lines = [f"{name.ljust(width)}  {_said(each)}" for name, each in named]
    return "\n".join([_("{works} on {words}").format(works=works, words=words), *lines])


def _said(estimate: Estimate) -> str:
    if estimate.value is None:
        return _("not defined. {reason}").format(reason=reason_undefined(estimate.reason or Undefined.NO_PAIRS))
    if estimate.interval is None:
        return f"{estimate.value:.3f}"
    low, high = estimate.interval
    return _("{value} (95 % between {low} and {high})").format(
        value=f"{estimate.value:.3f}", low=f"{low:.3f}", high=f"{high:.3f}"
    )
