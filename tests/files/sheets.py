"""Read a printed sheet back: what it says, and whether its markup is sound."""

from html.parser import HTMLParser

VOID = {"meta", "br"}
HIDDEN = {"unseen", "number", "tags"}


class Sheet(HTMLParser):
    """Elements with their attributes, in order; the words under each; an error where they do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[tuple[str, ...], str]] = []
        self._open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()
        assert self._open == [], f"never closed: {self._open}"

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        assert len(told) == len(attrs), f"an attribute twice: {attrs}"
        self.elements.append((tag, told))
        if tag in VOID:
            self.words.append((self._path(), "\u2028"))
        else:
            self._open.append((tag, told.get("class") or ""))

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self._open, f"closed and never opened: {tag}"
        assert self._open.pop()[0] == tag, f"closed in another: {tag}"

    def handle_data(self, data):
        self.words.append((self._path(), data))

    def _path(self) -> tuple[str, ...]:
        return tuple(f"{tag} {told}".strip() for tag, told in self._open)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [told for name, told in self.elements if name == tag]

    def text(self, within: str, *, hidden: bool = False) -> str:
        """The words in elements of this name, or name and class; what only some can see is left out."""
        return "".join(
            words
            for path, words in self.words
            if any(each == within or each.split()[0] == within for each in path)
            and (hidden or not HIDDEN & {name for each in path for name in each.split()})
        )
