"""Somebody who has only the accessibility tree: finds by role and name, reads, selects, presses."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface

from robot_hands import settle, wait_until
from robots import Student

Role = QAccessible.Role
Node = QAccessibleInterface


class TreeReader:
    """`student` only starts the program; everything is done by what assistive technology is given."""

    def __init__(self, student: Student) -> None:
        self._student = student

    # Finding

    def nodes(self, role: Role | None = None, within: Node | None = None) -> list[Node]:
        """Everything in the tree that is shown, in its order; only what has this role."""
        top = within if within is not None else self._top
        return [node for node in _shown(top) if role is None or node.role() == role]

    def names(self, role: Role) -> list[str]:
        return [name_of(node) for node in self.nodes(role)]

    def find(self, role: Role, name: str) -> Node:
        """The one thing of this role whose name is, or else holds, `name`."""
        there = self.nodes(role)
        found = [node for node in there if name_of(node) == name] or [node for node in there if name in name_of(node)]
        assert len(found) == 1, f"{len(found)} of {role} named “{name}” among {[name_of(node) for node in there]}"
        return found[0]

    def has(self, role: Role, name: str) -> bool:
        return any(name in name_of(node) for node in self.nodes(role))

    def focus(self) -> Node:
        """What has the keyboard."""
        focused = self._top.focusChild()
        assert focused is not None
        assert focused.isValid()
        return focused

    # Doing

    def press(self, name: str) -> None:
        """A button, or a label, which is one that can stay down."""
        role = Role.CheckBox if name in self.names(Role.CheckBox) else Role.Button
        node = self.find(role, name)
        assert not node.state().disabled, f"“{name}” is grey"
        actions = node.actionInterface()
        assert "Press" in actions.actionNames()
        actions.doAction("Press")
        # Qt holds the button down for a moment, as a hand would.
        wait_until(lambda: not any(each.state().pressed for each in self.nodes(role)), f"“{name}” let go")

    def choose(self, menu: str, command: str) -> None:
        """A command of the menu bar."""
        (bar,) = self.nodes(Role.MenuBar)
        (top,) = [item for item in _children(bar) if name_of(item) == menu]
        (popup,) = _children(top)
        (item,) = [item for item in _children(popup) if name_of(item).startswith(command)]
        item.actionInterface().doAction("Press")
        settle()

    def row(self, listing: str, words: str) -> Node:
        rows = [row for row in _children(self.find(Role.List, listing)) if words in name_of(row)]
        assert len(rows) == 1, f"{len(rows)} rows with “{words}” in {self.rows(listing)}"
        return rows[0]

    def rows(self, listing: str) -> list[str]:
        return [name_of(row) for row in _children(self.find(Role.List, listing))]

    def take_row(self, listing: str, words: str) -> None:
        """Select a row, as a screen reader does when it is told to act on it."""
        assert self.find(Role.List, listing).selectionInterface().select(self.row(listing, words))
        settle()

    # The article

    @property
    def article(self) -> QAccessibleTextInterface:
        (page,) = [node for node in self.nodes(Role.EditableText) if node.state().multiLine]
        return page.textInterface()

    def read(self) -> str:
        return self.article.text(0, self.article.characterCount())

    def select(self, words: str) -> None:
        """Select words of the article by the text interface, which counts as Qt does."""
        text = self.read()
        assert text.count(words) == 1, f"“{words}” is there {text.count(words)} times"
        start = text.index(words)
        for n in range(self.article.selectionCount()):
            self.article.removeSelection(n)
        self.article.addSelection(start, start + len(words))
        settle()

    def put_caret(self, words: str) -> None:
        self.article.setCursorPosition(self.read().index(words))
        settle()

    @property
    def _top(self) -> Node:
        return QAccessible.queryAccessibleInterface(self._student.window)


def name_of(node: Node) -> str:
    return node.text(QAccessible.Text.Name)


def description_of(node: Node) -> str:
    return node.text(QAccessible.Text.Description)


def _children(node: Node) -> list[Node]:
    found = (node.child(n) for n in range(node.childCount()))
    return [child for child in found if child is not None and child.isValid()]


def _shown(node: Node) -> Iterator[Node]:
    yield node
    for child in _children(node):
        if not child.state().invisible:
            yield from _shown(child)
