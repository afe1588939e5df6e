"""The benchmark's table stands between its marks in the README, whatever stood there before."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from bench.__main__ import HERE, names
from bench.readme import BEGIN, END, README, with_table, write_into_readme
from bench.table import Row

ROWS = (Row("paint", 123.4, "ms", 101.6, max_ratio=1.3), Row("frame", 4.567, "ms", limit=16))


def test_the_table_takes_the_place_of_the_one_before() -> None:
    once = with_table(f"# Title\n{BEGIN}\nan old table\n{END}\nThe end.\n", ROWS)
    assert once.startswith(f"# Title\n{BEGIN}\n")
    assert once.endswith(f"{END}\nThe end.\n")
    assert "an old table" not in once
    assert with_table(once, ROWS) == once


def test_the_numbers_of_the_readme_are_round(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"{BEGIN}{END}", encoding="utf-8")
    write_into_readme(ROWS, readme)
    written = readme.read_text(encoding="utf-8")
    assert "| paint | 120 ms | 100 ms | 1.21 × | ≤ 1.3 × | yes  |" in written
    assert "| frame | 4.6 ms |" in written


def test_a_readme_without_a_place_for_it_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="lacks"):
        with_table(f"{END}{BEGIN}", ROWS)


def test_every_budget_that_is_measured_has_its_row_in_the_readme() -> None:
    budgets = dict(_measured())
    assert len(budgets) > 15
    table = dict(_rows_of_readme())
    for what, budget in budgets.items():
        rows = [shown for row, shown in table.items() if re.fullmatch(what, row)]
        assert rows, f"the README lacks a row for {what}: python3 dev.py bench --readme"
        if budget:
            assert budget in rows, f"the README has another budget for {what}"
    for row, shown in table.items():
        assert any(re.fullmatch(what, row) for what in budgets) or not shown, f"no bench measures {row} any more"


def _rows_of_readme() -> Iterator[tuple[str, str]]:
    """What was measured, and its budget as it is shown."""
    table = README.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 6 and not cells[0].startswith(("what", "-")):
            yield cells[0], cells[4]


def _measured() -> Iterator[tuple[str, str]]:
    """Every row with a budget that a bench prints unasked: a pattern of its name, and the budget if it stands there."""
    for file in sorted(HERE.glob("bench_*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        tree.body = [part for part in tree.body if getattr(part, "name", "") != "only_when_asked"]
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Row":
                given = {word.arg: word.value for word in call.keywords}
                if {"limit", "max_ratio"} & given.keys():
                    yield _pattern(call.args[0]), _budget(call, given)


def _pattern(name: ast.expr) -> str:
    parts = name.values if isinstance(name, ast.JoinedStr) else [name]
    return "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in parts)


def _budget(call: ast.Call, given: dict[str | None, ast.expr]) -> str:
    """As the table shows it; nothing where only a run of the bench would tell."""
    if not all(_is_plain(given[name]) for name in ("limit", "max_ratio") if name in given):
        return ""
    values = {name: _number(given[name]) for name in ("limit", "max_ratio") if name in given}
    unit = call.args[2]
    assert isinstance(unit, ast.Constant), "units are written out"
    row = Row("", 0, str(unit.value), limit=values.get("limit"), max_ratio=values.get("max_ratio"))
    return row.budget


def _is_plain(value: ast.expr) -> bool:
    return all(isinstance(node, ast.Constant | ast.BinOp | ast.Div) for node in ast.walk(value))


def _number(value: ast.expr) -> float:
    if isinstance(value, ast.BinOp):
        return _number(value.left) / _number(value.right)
    return float(ast.literal_eval(value))


def test_every_bench_can_be_loaded() -> None:
    for name in names():
        assert callable(import_module(f"bench.bench_{name}").measure), name
