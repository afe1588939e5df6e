"""Keep a canonical text on disk as `NAME.text.json`, so that nobody parses Markdown to read or grade."""

import json
from collections.abc import Mapping
from pathlib import Path

from claimlight.core.article import Block, BlockKind, Direction, Run, Sentence, Style, Text
from claimlight.core.digest import sha256_hex
from claimlight.core.errors import TextError
from claimlight.files.characters import has_forbidden
from claimlight.files.reading import parse_json, read_bytes

FORMAT = 1


def read_text(path: Path) -> Text:
    """The text in the file `path`. Raises TextError when it is damaged, LessonError when it cannot be read."""
    return text_from_json(read_bytes(path), path.name)


def text_from_json(raw: bytes, file: str) -> Text:
    """The text in `raw`, the content of `file`, with its hash and all its positions verified."""
    value = parse_json(raw, file)
    if value.get("format") != FORMAT:
        raise TextError("text-format", file=file, format=str(value.get("format")))
    try:
        text = _text(value)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise TextError("text-damaged", file=file) from None
    if sha256_hex(text.text.encode("utf-8", "surrogatepass")) != text.text_hash:
        raise TextError("text-changed", file=file)
    if not _sound(text):
        raise TextError("text-damaged", file=file)
    return text


def text_to_json(text: Text) -> str:
    """One block and one sentence a line, so that differences can be read."""
    head = {
        "format": FORMAT,
        "builder": text.builder,
        "source_sha256": text.source_hash,
        "sha256": text.text_hash,
        "text": text.text,
    }
    lines = [f" {_dump(name)}: {_dump(value)}" for name, value in head.items()]
    lines.append(_list("blocks", [_block_json(block) for block in text.blocks]))
    lines.append(_list("sentences", [_sentence_json(sentence) for sentence in text.sentences]))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _list(name: str, values: list[dict[str, object]]) -> str:
    inner = ",\n".join(f"  {_dump(value)}" for value in values)
    return f' "{name}": [\n{inner}\n ]' if values else f' "{name}": []'


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _block_json(block: Block) -> dict[str, object]:
    value: dict[str, object] = {
        "kind": block.kind,
        "start": block.start,
        "end": block.end,
        "language": block.language,
        "direction": block.direction,
    }
    if block.level:
        value["level"] = block.level
    if block.marker:
        value["marker"] = block.marker
    if block.runs:
        value["runs"] = [_run_json(run) for run in block.runs]
    return value


def _run_json(run: Run) -> dict[str, object]:
    value: dict[str, object] = {"start": run.start, "end": run.end, "style": run.style}
    return {**value, "address": run.address} if run.address else value


def _sentence_json(sentence: Sentence) -> dict[str, object]:
    return {"start": sentence.start, "end": sentence.end, "tokens": sentence.bounds}


def _text(value: Mapping[str, object]) -> Text:
    blocks, sentences = value["blocks"], value["sentences"]
    if not (isinstance(blocks, list) and isinstance(sentences, list)):
        raise TypeError("lists are wanted")
    return Text(
        text=_str(value["text"]),
        text_hash=_str(value["sha256"]),
        source_hash=_str(value["source_sha256"]),
        builder=_int(value["builder"]),
        blocks=tuple(_block(block) for block in blocks),
        sentences=tuple(Sentence(each["start"], each["end"], tuple(each["tokens"])) for each in sentences),
    )


def _block(value: Mapping[str, object]) -> Block:
    runs = value.get("runs", [])
    if not isinstance(runs, list):
        raise TypeError("a list is wanted")
    return Block(
        kind=BlockKind(_str(value["kind"])),
        start=_int(value["start"]),
        end=_int(value["end"]),
        language=_str(value["language"]),
        direction=Direction(_str(value["direction"])),
        level=_int(value.get("level", 0)),
        marker=_str(value.get("marker", "")),
        runs=tuple(
            Run(_int(run["start"]), _int(run["end"]), Style(run["style"]), _str(run.get("address", ""))) for run in runs
        ),
    )


def _str(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text is wanted")
    return value


def _int(value: object) -> int:
    if type(value) is not int:
        raise TypeError("a whole number is wanted")
    return value


def _sound(text: Text) -> bool:
    return not has_forbidden(text.text) and _tiled(text) and _runs_inside(text) and _sentences_in_order(text)


def _tiled(text: Text) -> bool:
    """Whether the blocks, parted by line feeds, are the whole text."""
    expected = 0
    for block in text.blocks:
        if block.start != expected or block.end < block.start:
            return False
        expected = block.end + 1
    starts = [block.start for block in text.blocks[1:]]
    return (
        max(0, expected - 1) == len(text.text)
        and text.text.count("\n") == len(starts)
        and all(text.text[start - 1] == "\n" for start in starts)
    )


def _runs_inside(text: Text) -> bool:
    return all(block.start <= run.start < run.end <= block.end for block in text.blocks for run in block.runs)


def _sentences_in_order(text: Text) -> bool:
    """Whether sentences and their words stand in order, without overlap, each word in its sentence."""
    edge = 0
    for sentence in text.sentences:
        bounds = sentence.bounds
        inner = [sentence.start, *bounds, sentence.end]
        if sentence.start < edge or len(bounds) % 2 or set(map(type, inner)) != {int} or sorted(inner) != inner:
            return False
        edge = sentence.end
    return edge <= len(text.text)
