"""Read a W3C annotation page: a student's highlights, or the answers to a text told as highlights."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from claimlight.core.article import Text
from claimlight.core.errors import WorkError
from claimlight.files.exchange.markings import Marking, Markings, refuse_twins, remark
from claimlight.files.reading import parse_json, read_bytes
from claimlight.files.selectors import locate, read_selector, whole
from claimlight.files.work_file import read_work


def read_w3c(path: Path, text: Text) -> Markings:
    """The highlights in `path`, and its answer items by their main target; optional ones too.

    Raises WorkError or LessonError where a place is not certain. Other annotations are named in a warning.
    """
    work = read_work(path, text)
    marks = [Marking(one.id, one.label, (one.span,)) for one in work.annotations]
    items = tuple(_items(path, text)) if work.skipped else ()
    found = (*marks, *items)
    refuse_twins(found)
    known = {item.id for item in items}
    return Markings(
        text,
        work.student,
        found,
        tuple(remark("left-out", name=id) for id in work.skipped if id not in known),
    )


def _items(path: Path, text: Text) -> Iterator[Marking]:
    page = parse_json(read_bytes(path), path.name)
    entries = page.get("items")
    for number, entry in enumerate(entries if isinstance(entries, list) else (), start=1):
        body, target = entry.get("body"), entry.get("target")
        if isinstance(body, Mapping) and isinstance(target, Mapping) and body.get("type") == "Item":
            yield _item(str(entry.get("id") or f"#{number}"), body, target, path.name, text)


def _item(id: str, body: Mapping[str, object], target: Mapping[str, object], file: str, text: Text) -> Marking:
    label, joint = body.get("label"), body.get("joint")
    if not isinstance(label, str) or not label:
        raise WorkError("work-bad-highlight", file=file, highlight=id)
    places = joint if isinstance(joint, list) and joint else [target.get("selector")]
    zones = [whole(text)]
    return Marking(id, label, tuple(locate(read_selector(each, file, id), text, zones, file, id) for each in places))
