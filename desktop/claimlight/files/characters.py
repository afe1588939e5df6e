"""The characters that no page can show as they are, and what stands for them: one for one, so that nothing moves."""

import re

_REPLACED = {
    0xFEFF: "\u2060",
    0x2029: "\u2028",
    **dict.fromkeys((0xFDD0, 0xFDD1, 0x00, 0x02, 0x03, *range(0xD800, 0xE000)), "\ufffd"),
}
_FORBIDDEN = re.compile("[\r\x00\x02\x03\u2029\ufeff\ufdd0\ufdd1\ud800-\udfff]")


def replace_forbidden(text: str) -> str:
    """`text` with line feeds alone as line ends, without a leading byte order mark and forbidden characters."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text.translate(_REPLACED)


def has_forbidden(text: str) -> bool:
    return _FORBIDDEN.search(text) is not None
