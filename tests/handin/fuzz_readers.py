"""Throw bent files at every reader of what travels, guided by coverage: `fuzz_readers.py SECONDS [KIND…]`.

Needs atheris, which the tests do not: put it, PyNaCl, msgspec, Hypothesis and pytest into an environment of its own.
Each kind runs in a process of its own and prints how many inputs it took; a reader that breaks leaves its input there.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "desktop"), str(ROOT / "tests")]
KINDS = ("class", "work", "slip", "marks", "release", "school", "keys", "sealed", "lesson")


def fuzz(kind: str, seconds: int) -> None:
    import atheris

    with atheris.instrument_imports(include=["claimlight.handin"]):
        from claimlight.core.errors import ClaimlightError
        from handin.test_fuzz import READERS

        raw, read = READERS[kind]

    def once(data: bytes) -> None:
        try:
            read(data)
        except ClaimlightError:
            return

    corpus = Path("fuzz") / kind
    corpus.mkdir(parents=True, exist_ok=True)
    (corpus / "whole").write_bytes(raw)
    atheris.Setup(
        [sys.argv[0], str(corpus), f"-max_total_time={seconds}", "-max_len=20000", "-print_final_stats=1"], once
    )
    atheris.Fuzz()


def main(seconds: int, kinds: tuple[str, ...]) -> None:
    for kind in kinds:
        done = subprocess.run(
            [sys.executable, "-P", __file__, "--one", kind, str(seconds)], capture_output=True, text=True, check=False
        )
        inputs = next((line.split()[-1] for line in done.stderr.splitlines() if "executed_units" in line), "?")
        print(f"{kind}: {inputs} inputs, {'well' if done.returncode == 0 else done.stderr[-2000:]}", flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        fuzz(sys.argv[2], int(sys.argv[3]))
    else:
        main(int(sys.argv[1]), tuple(sys.argv[2:]) or KINDS)
