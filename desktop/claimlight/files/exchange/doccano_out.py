"""Write doccano's JSON lines: the text with its labelled spans; with relations, where there are links."""

import json

from claimlight.files.exchange.markings import Markings, Units
from claimlight.files.exchange.offsets import Offsets


def doccano_line(markings: Markings, units: Units) -> str:
    """The one line for `markings`, as a project for spans, or for spans and relations, reads it.

    Raises WorkError where a mark begins or ends within one of the units.
    """
    offsets = Offsets(markings.text.text, units)
    spans = [(*offsets.units(mark.fragments[0], mark.id), mark.label) for mark in markings.marks]
    if not any(mark.links for mark in markings.marks):
        return _line({"id": 1, "text": markings.text.text, "label": spans})
    numbers = {mark.id: number for number, mark in enumerate(markings.marks, start=1)}
    entities = [
        {"id": number, "label": label, "start_offset": start, "end_offset": end}
        for number, (start, end, label) in enumerate(spans, start=1)
    ]
    links = [(numbers[mark.id], numbers[link.target], link.type) for mark in markings.marks for link in mark.links]
    relations = [
        {"id": number, "from_id": source, "to_id": target, "type": type}
        for number, (source, target, type) in enumerate(links, start=1)
    ]
    return _line({"id": 1, "text": markings.text.text, "entities": entities, "relations": relations})


def _line(record: dict[str, object]) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"
