"""Change the text of a draft: every answer stays on its words, or is listed as one that needs a look."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimlight.core.anchoring import Degree, place
from claimlight.core.annotation import quote_of
from claimlight.core.article import Span, Text, overlap
from claimlight.core.draft import PartEdit
from claimlight.core.lesson import Item, Target
from claimlight.core.offset_map import OffsetMap, map_of
from claimlight.files.key_json import entry_json
from claimlight.work.draft import (
    ARTICLE,
    SHEET,
    Draft,
    LostEntry,
    PlacedEntry,
    answer_part,
    edit_of,
    entry_edit,
    kept_text,
    span_of,
    text_of,
    values_text,
)


def text_edits(draft: Draft, markdown: str) -> tuple[PartEdit, ...]:
    """The edits that make the article say `markdown`. Raises TextError.

    What stands around an answer may change as it likes. Where its own words did, it is placed by them anew (see
    `core.anchoring`), or stays where at least half of them is left, and does not count before somebody has looked;
    where nothing like them is left it is kept as lost.
    """
    return _moved(draft, text_of(markdown, draft.values), edit_of(draft, ARTICLE, markdown))


def language_edits(draft: Draft, **changed: object) -> tuple[PartEdit, ...]:
    """The edits that write `language` or `direction` into the sheet, by which the text is built anew."""
    values = {**draft.values, **changed}
    return _moved(draft, text_of(draft.markdown, values), edit_of(draft, SHEET, values_text(values)))


def confirmed_edit(draft: Draft, id: str) -> tuple[PartEdit, ...]:
    """The edit after which an answer in doubt counts where it stands now."""
    return entry_edit(draft, replace(draft.entries[id], degree=Degree.SAME))


def found_edit(draft: Draft, id: str, span: Span) -> tuple[PartEdit, ...]:
    """The edit that puts a lost answer on `span`, with what was said about it but for words that are gone."""
    lost = draft.lost[id]
    annotation = json.loads(json.dumps(lost.annotation))
    body = annotation["body"]
    for name in ("speaker", "cue", "denying", "core", "outer", "must", "joint", "alternatives"):
        body.pop(name, None)
    here = entry_json(_at(span), draft.text, draft.place)
    annotation["target"] = here["target"]
    return edit_of(draft, answer_part(id), kept_text(annotation, Degree.SAME))


def _at(span: Span) -> Item:
    return Item("", "", (Target(span, ""),))


def _moved(draft: Draft, text: Text, edits: tuple[PartEdit, ...]) -> tuple[PartEdit, ...]:
    move = _Move(draft.text, text, map_of(draft.text.text, text.text))
    after = replace(draft, text=text)
    found = [*edits]
    for placed in draft.entries.values():
        moved = move.entry(placed)
        if moved is None:
            annotation = entry_json(placed.entry, draft.text, draft.place)
            found += edit_of(draft, answer_part(placed.entry.id), kept_text(annotation, Degree.LOST))
        else:
            found += entry_edit(after, moved)
    for lost in draft.lost.values():
        found += _found_again(after, lost)
    return tuple(found)


def _found_again(draft: Draft, lost: LostEntry) -> Iterator[PartEdit]:
    """A lost answer whose exact words stand in the text once more, and nowhere else, is offered there again."""
    at = draft.text.text.find(lost.words)
    if at < 0 or draft.text.text.find(lost.words, at + 1) >= 0:
        return
    for edit in found_edit(draft, lost.id, Span(at, at + len(lost.words))):
        assert edit.after is not None, "it is found"
        kept = json.loads(edit.after)
        yield replace(edit, after=kept_text(kept["annotation"], Degree.DOUBTFUL))


@dataclass(frozen=True, slots=True)
class _Move:
    """From one text to the next."""

    old: Text
    new: Text
    offsets: OffsetMap

    def entry(self, placed: PlacedEntry) -> PlacedEntry | None:
        """The entry where it belongs now; None when its words are gone."""
        entry = placed.entry
        span, degree = self.span(span_of(entry))
        if span is None:
            return None
        if placed.degree is Degree.DOUBTFUL:
            degree = Degree.DOUBTFUL
        if not isinstance(entry, Item):
            return PlacedEntry(replace(entry, span=span), degree)
        item, whole = self.item(entry, span)
        return PlacedEntry(item, degree if whole else Degree.DOUBTFUL)

    def span(self, span: Span) -> tuple[Span | None, Degree]:
        mapped = self.offsets.span(span)
        if not self.offsets.touches(span) and self.new[mapped] == self.old[span]:
            return mapped, Degree.SAME
        found = place(quote_of(self.old, span), mapped, self.new.text)
        if found.span is None and 2 * self.kept(span) >= len(span):
            return mapped, Degree.DOUBTFUL
        return found.span, found.degree

    def kept(self, span: Span) -> int:
        """How many code points of `span` were not replaced."""
        return len(span) - sum(overlap(each.old, span) for each in self.offsets.replacements)

    def spans(self, spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], bool]:
        """Those that still stand, and whether that is all of them."""
        found = [self.span(span) for span in spans]
        sure = tuple(span for span, degree in found if span is not None and degree is not Degree.DOUBTFUL)
        return sure, len(sure) == len(spans)

    def item(self, item: Item, span: Span) -> tuple[Item, bool]:
        """`item` on `span`, and whether everything else that was said about its words still stands."""
        main, whole = self.target(item.main, span)
        others = []
        for target in item.targets[1:]:
            there, degree = self.span(target.span)
            if there is None or degree is Degree.DOUBTFUL:
                whole = False
                continue
            moved, all_there = self.target(target, there)
            others.append(moved)
            whole = whole and all_there
        speaker, same_speaker = self.spans(item.speaker)
        cue, same_cue = self.spans(item.cue)
        denying, same_denying = self.spans(item.denying)
        whole = whole and same_speaker and same_cue and same_denying
        return replace(item, targets=(main, *others), speaker=speaker, cue=cue, denying=denying), whole

    def target(self, target: Target, span: Span) -> tuple[Target, bool]:
        joint, same_joint = self.spans(target.joint)
        core, same_core = self.spans(target.core)
        outer, same_outer = self.spans(target.outer)
        must, same_must = self.spans(target.must)
        if not same_joint or (joint and span != Span(joint[0].start, joint[-1].end)):
            joint = ()
        moved = replace(target, span=span, joint=joint, core=core, outer=outer, must=must)
        return moved, same_joint and same_core and same_outer and same_must
