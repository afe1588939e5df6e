"""Read Label Studio's JSON, full or minimal: a text with regions on it, and what was chosen or written for each."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from claimlight.core.annotation import Link
from claimlight.core.article import Span, Text
from claimlight.core.errors import WorkError
from claimlight.files.exchange.markings import Marking, Markings, Units, only_text, remark, same_text
from claimlight.files.exchange.offsets import Offsets
from claimlight.files.reading import decode, read_bytes

NOTE = "note"
_RESULTS = ("annotations", "completions")
"""Where a task has what was marked; the second before version 1.0."""
_LABELS = ("labels", "hypertextlabels")

_Json = Mapping[str, object]


def read_label_studio(path: Path, text: Text) -> Markings:
    """The regions that `path` has on `text`, each of their labels a mark; of several results of a task the first.

    Positions count code points, or UTF-16 units in older versions: whichever shows the words that the file has for the
    regions. What was chosen or written for a region becomes its attributes, a text named “note” its note. Raises
    WorkError or LessonError: the file is none of Label Studio's, no task is on this text, a position is not in it.
    """
    tasks = _tasks(path)
    ours = [task for task in tasks if same_text(_text(task) or "", text.text)]
    if not ours:
        raise WorkError("label-studio-other-text", file=path.name)
    results, others = _results(ours[0])
    marks: dict[str, Marking] = {}
    told = []
    places = _Places(text.text, [_value(one) for one in results if _labels(one)])
    for number, one in enumerate(results, start=1):
        id = _word(one.get("id")) or f"#{number}"
        for count, label in enumerate(_labels(one), start=1):
            span, fits = places.of(_value(one), id)
            if not fits and count == 1:
                told.append(remark("region-differs", name=id))
            mark = Marking(id if count == 1 else f"{id}/{count}", label, (span,))
            if mark.id in marks:
                raise WorkError("highlight-twice", highlight=mark.id)
            marks[mark.id] = mark
    left = sum(not _labels(one) and not _takes(one, marks) for one in results)
    counts = {"result-left": left, "task-left": len(tasks) - 1, "second-left": others}
    told += [remark(code, count=count) for code, count in counts.items() if count]
    return Markings(text, path.stem, tuple(marks.values()), tuple(told), lost=tuple(told))


def text_of_label_studio(path: Path) -> str:
    """The text that `path` is on. Raises WorkError where it has none, or more than one."""
    return only_text({found for task in _tasks(path) if (found := _text(task)) is not None}, path)


class _Places:
    """Where regions are: by the units that show the words the file has for most of them, else by the other ones."""

    def __init__(self, text: str, values: list[_Json]) -> None:
        self._text = text
        ways = [Offsets(text, units) for units in (Units.CODE_POINTS, Units.UTF_16)]
        self._ways = sorted(ways, key=lambda way: -sum(self._fit(way, value)[0] for value in values))

    def of(self, value: _Json, id: str) -> tuple[Span, bool]:
        """The place of a region, and whether its words stand there. Raises WorkError."""
        fit, span = max((self._fit(way, value) for way in self._ways), key=lambda found: found[0])
        if fit:
            return span, True
        return self._ways[0].span(value.get("start"), value.get("end"), id), False

    def _fit(self, way: Offsets, value: _Json) -> tuple[int, Span]:
        """How well the words at the place are those of the file: 0 not at all, 1 but for blanks, 2 exactly."""
        try:
            span = way.span(value.get("start"), value.get("end"), "")
        except WorkError:
            return 0, Span(0, 0)
        said, words = value.get("text"), self._text[span.start : span.end]
        if not isinstance(said, str) or _squeezed(said) == _squeezed(words):
            return 1 + (said == words), span
        return 0, span


def _squeezed(words: str) -> str:
    """Without blanks: Label Studio writes a line end as a backslash and an n, or as a blank."""
    return "".join(words.replace("\\n", "").split())


def _tasks(path: Path) -> list[_Json]:
    try:
        page = json.loads(decode(read_bytes(path), path.name).removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise WorkError("line-not-json", file=path.name, line=getattr(error, "lineno", 1)) from None
    tasks = page if isinstance(page, list) else [page]
    if not tasks or not all(isinstance(task, dict) and _text(task) is not None for task in tasks):
        raise WorkError("not-label-studio", file=path.name)
    return tasks


def _text(task: _Json) -> str | None:
    """The text of a task: its data named “text”, else the only other that is a string; None where it has none."""
    data = task.get("data", task)
    if not isinstance(data, dict):
        return None
    if isinstance(data.get("text"), str):
        return str(data["text"])
    texts = [value for value in data.values() if isinstance(value, str)]
    return texts[0] if "data" in task and len(texts) == 1 else None


def _results(task: _Json) -> tuple[list[_Json], int]:
    """What the first that worked on the task made, and how many others did."""
    if "data" not in task:
        return list(_minimal(task)), 0
    works = [each for name in _RESULTS for each in _records(task.get(name)) if not each.get("was_cancelled")]
    return (_records(works[0].get("result")) if works else []), max(0, len(works) - 1)


def _minimal(task: _Json) -> Iterator[_Json]:
    """The regions of a task in the minimal form, told as in the full one."""
    for name, values in task.items():
        for value in _records(values):
            if "start" in value and "end" in value:
                yield {"type": "labels", "from_name": name, "value": value}


def _records(value: object) -> list[_Json]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _value(result: _Json) -> _Json:
    value = result.get("value")
    return value if isinstance(value, dict) else {}


def _labels(result: _Json) -> list[str]:
    """The labels of a region; none where the result is something else."""
    value = _value(result)
    found = (value.get(name) for name in _LABELS if result.get("type") in _LABELS)
    return [
        label for labels in found if isinstance(labels, list) for label in labels if isinstance(label, str) and label
    ]


def _takes(one: _Json, marks: dict[str, Marking]) -> bool:
    """Whether `one` is about a mark, and something that marks can have."""
    kind = one.get("type")
    if kind == "relation":
        return _takes_relation(one, marks)
    id, name = _word(one.get("id")), _word(one.get("from_name"))
    said = _value(one).get({"choices": "choices", "textarea": "text"}.get(str(kind), ""))
    values = tuple(each for each in (said if isinstance(said, list) else [said]) if isinstance(each, str))
    if id not in marks or not name or not values:
        return False
    mark = marks[id]
    if name == NOTE and kind == "textarea":
        marks[id] = replace(mark, note="\n".join(values))
    else:
        marks[id] = replace(mark, attributes=tuple(sorted((*mark.attributes, (name, values)))))
    return True


def _takes_relation(one: _Json, marks: dict[str, Marking]) -> bool:
    source, target = _word(one.get("from_id")), _word(one.get("to_id"))
    if one.get("direction") == "left":
        source, target = target, source
    labels = one.get("labels")
    types = [each for each in (labels if isinstance(labels, list) else ()) if isinstance(each, str)] or ["link"]
    if source not in marks or target not in marks:
        return False
    for type in types:
        mark = marks[source]
        link = Link(f"{source}/{len(mark.links) + 1}", type, target)
        marks[source] = replace(mark, links=(*mark.links, link))
    return True


def _word(value: object) -> str:
    return str(value) if isinstance(value, str | int) and value != "" else ""
