"""Read a W3C annotation page: a student's highlights, or the answers to a text told as highlights."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from claimlight.core.annotation import Annotation
from claimlight.core.article import Text
from claimlight.core.errors import WorkError
from claimlight.files.exchange.markings import Marking, Markings, refuse_twins, remark
from claimlight.files.reading import read_bytes
from claimlight.files.selectors import locate, read_selector, whole
from claimlight.files.work_file import read_work

_OF_A_KEY = ("Item", "Decoy", "Excluded")


def read_w3c(path: Path, text: Text) -> Markings:
    """The highlights in `path`, and its answer items by their main target; optional ones too.

    Raises WorkError or LessonError where a place is not certain. Other annotations are named in a warning.
    """
    work = read_work(path, text)
    entries = dict(_entries(path))
    marks = [_highlight(one, entries.get(one.id, {}), path.name, text) for one in work.annotations]
    kinds = {id: _kind(entries[id].get("body")) for id in work.skipped}
    found = (*marks, *(_item(id, entries[id], path.name, text) for id in work.skipped if kinds[id] == "Item"))
    refuse_twins(found)
    others = (id for id in work.skipped if kinds[id] not in _OF_A_KEY)
    told = tuple(remark("left-out", name=id) for id in others)
    items = sum(kind == "Item" for kind in kinds.values())
    lost = (*told, *((remark("answers-as-marks", count=items),) if items else ()))
    return Markings(text, work.student, found, told, lost=lost)


def _entries(path: Path) -> Iterator[tuple[str, Mapping[str, object]]]:
    """The annotations by the ids that `read_work` knows them by; it has looked the page over."""
    page = json.loads(read_bytes(path).decode("utf-8-sig"))
    for number, entry in enumerate(page if isinstance(page, list) else page["items"], start=1):
        id = entry.get("id")
        yield (id if isinstance(id, str) and id else f"#{number}"), entry


def _highlight(one: Annotation, entry: Mapping[str, object], file: str, text: Text) -> Marking:
    """A highlight as it is, with the fragments that `joint` names, where it does."""
    bodies = entry.get("body")
    body = next((b for b in (bodies if isinstance(bodies, list) else [bodies]) if isinstance(b, Mapping)), {})
    joint = body.get("joint")
    pieces = tuple(
        locate(read_selector(each, file, one.id), text, [whole(text)], file, one.id)
        for each in (joint if isinstance(joint, list) else ())
    )
    attributes = tuple((name, values) for name, values in one.attributes if values)
    return Marking(one.id, one.label, pieces or (one.span,), attributes, one.links, one.note, one.sure)


def _kind(body: object) -> str:
    return str(body.get("type")) if isinstance(body, Mapping) else ""


def _item(id: str, entry: Mapping[str, object], file: str, text: Text) -> Marking:
    body, target = entry["body"], entry.get("target")
    label, joint = (body.get("label"), body.get("joint")) if isinstance(body, Mapping) else (None, None)
    if not isinstance(label, str) or not label:
        raise WorkError("work-bad-highlight", file=file, highlight=id)
    selector = target.get("selector") if isinstance(target, Mapping) else None
    zones = [whole(text)]
    return Marking(
        id,
        label,
        tuple(
            locate(read_selector(each, file, id), text, zones, file, id)
            for each in (joint if isinstance(joint, list) and joint else [selector])
        ),
    )
