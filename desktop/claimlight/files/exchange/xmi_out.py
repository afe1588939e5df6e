"""Write UIMA's XMI and its type system, by way of dkpro-cassis: sentences, words, marks, and relations between them."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claimlight.core.errors import WorkError
from claimlight.files.exchange.layers import KIND, LABEL, LINKS, MARKS, NOTE, SEGMENTS
from claimlight.files.exchange.markings import Markings
from claimlight.files.exchange.xmi import ANNOTATION, SOURCE, TARGET, TYPES, cassis

_STRING, _STRINGS = "uima.cas.String", "uima.cas.StringArray"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xmi_documents(path: Path, markings: Markings) -> Mapping[Path, str]:
    """The XMI, and beside it the type system without which nobody can read it.

    Raises WorkError: dkpro-cassis is not installed, or there is a character that XML cannot hold.
    """
    module = cassis()
    _refuse_characters(markings)
    types = _types(module, sorted({name for mark in markings.marks for name, _ in mark.attributes}))
    cas = module.Cas(typesystem=types)
    cas.sofa_string = markings.text.text
    cas.sofa_mime = "text/plain"
    _add_segments(cas, types, markings)
    highlight, link = types.get_type(MARKS), types.get_type(LINKS)
    array = types.get_type(_STRINGS)
    made: dict[str, Any] = {}
    for mark in markings.marks:
        values = {name: array(elements=list(each)) for name, each in mark.attributes}
        note = {NOTE: mark.note} if mark.note else {}
        made[mark.id] = highlight(begin=mark.start, end=mark.end, **{LABEL: mark.label}, **note, **values)
    relations = [
        link(
            begin=made[each.target].begin,
            end=made[each.target].end,
            **{SOURCE: made[mark.id], TARGET: made[each.target], KIND: each.type},
        )
        for mark in markings.marks
        for each in mark.links
    ]
    cas.add_all([*made.values(), *relations])
    return {path: cas.to_xmi(pretty_print=True), path.with_name(f"{path.stem}.{TYPES}"): types.to_xml()}


def _types(module: Any, names: list[str]) -> Any:
    types = module.TypeSystem()
    for name in ("Sentence", "Token"):
        types.create_type(name=f"{SEGMENTS}{name}", supertypeName=ANNOTATION)
    highlight = types.create_type(name=MARKS, supertypeName=ANNOTATION)
    for name in (LABEL, NOTE):
        types.create_feature(domainType=highlight, name=name, rangeType=_STRING)
    for name in names:
        types.create_feature(domainType=highlight, name=name, rangeType=_STRINGS, elementType=_STRING)
    link = types.create_type(name=LINKS, supertypeName=ANNOTATION)
    for name in (SOURCE, TARGET):
        types.create_feature(domainType=link, name=name, rangeType=MARKS)
    types.create_feature(domainType=link, name=KIND, rangeType=_STRING)
    return types


def _add_segments(cas: Any, types: Any, markings: Markings) -> None:
    """Sentences and words, which other tools want to find."""
    sentence, token = types.get_type(f"{SEGMENTS}Sentence"), types.get_type(f"{SEGMENTS}Token")
    for each in markings.text.sentences:
        cas.add(sentence(begin=each.start, end=each.end))
        for word in each.tokens:
            cas.add(token(begin=word.start, end=word.end))


def _refuse_characters(markings: Markings) -> None:
    said = (
        value
        for mark in markings.marks
        for value in (
            mark.label,
            mark.note,
            *(link.type for link in mark.links),
            *(one for _, values in mark.attributes for one in values),
        )
    )
    for value in (markings.text.text, *said):
        if found := _NOT_IN_XML.search(value):
            raise WorkError("xmi-character", position=found.start(), sign=f"{ord(found[0]):04X}")
