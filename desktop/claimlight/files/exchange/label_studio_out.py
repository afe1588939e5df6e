"""Write Label Studio's JSON: one task with its regions, and what is said about them."""

import json
from collections.abc import Iterator

from claimlight.files.exchange.label_studio import NOTE
from claimlight.files.exchange.markings import Marking, Markings, Units
from claimlight.files.exchange.offsets import Offsets


def label_studio_tasks(markings: Markings, units: Units) -> str:
    """A list with the one task, as Label Studio exports and imports it.

    Raises WorkError where a mark begins or ends within one of the units.
    """
    offsets = Offsets(markings.text.text, units)
    result = [one for mark in markings.marks for one in _region(mark, markings, offsets)]
    result += [one for mark in markings.marks for one in _relations(mark)]
    task = {"id": 1, "data": {"text": markings.text.text}, "annotations": [{"id": 1, "result": result}]}
    return json.dumps([task], ensure_ascii=False, indent=1) + "\n"


def _region(mark: Marking, markings: Markings, offsets: Offsets) -> Iterator[dict[str, object]]:
    """The region, and a result of the same id for everything said about it."""
    [span] = mark.fragments
    start, end = offsets.units(span, mark.id)
    at = {"id": mark.id, "to_name": "text"}
    place = {"start": start, "end": end}
    value = {**place, "text": markings.text[span], "labels": [mark.label]}
    yield {**at, "from_name": "label", "type": "labels", "value": value}
    for name, values in mark.attributes:
        yield {**at, "from_name": name, "type": "choices", "value": {**place, "choices": list(values)}}
    if mark.note:
        yield {**at, "from_name": NOTE, "type": "textarea", "value": {**place, "text": [mark.note]}}


def _relations(mark: Marking) -> Iterator[dict[str, object]]:
    for link in mark.links:
        yield {
            "type": "relation",
            "from_id": mark.id,
            "to_id": link.target,
            "direction": "right",
            "labels": [link.type],
        }
