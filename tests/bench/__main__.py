"""Run the benches beside this file (`bench_*.py`, each with `measure()`), or those named; 1 if a budget is missed.

`package` runs only when it is named. `--readme` also puts the table into the README.
"""

import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from bench.readme import write_into_readme
from bench.table import Row, render

HERE = Path(__file__).parent
ONLY_WHEN_ASKED = ("package",)
"""What needs more than the checkout: a bundle that was built."""


def names() -> list[str]:
    return sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))


def measured(chosen: Sequence[str]) -> Iterator[Row]:
    for name in chosen:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        yield from import_module(f"bench.bench_{name}").measure()


def main(words: Sequence[str]) -> int:
    into_readme = "--readme" in words
    words = [word for word in words if word != "--readme"]
    if unknown := set(words) - set(names()):
        print(f"There is no bench {', '.join(sorted(unknown))}; there are {', '.join(names())}.", file=sys.stderr)
        return 2
    rows = list(measured(words or [name for name in names() if name not in ONLY_WHEN_ASKED]))
    print(render(rows))
    if into_readme:
        write_into_readme(rows)
    return 0 if all(row.ok for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
