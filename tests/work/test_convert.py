"""`claimlight convert`: every format into every other, what is told on the way, and what is refused."""

import json
import shutil
from itertools import product
from pathlib import Path

import pytest

from claimlight.cli import main

DATA = Path(__file__).parents[1] / "data" / "exchange"
SOURCES = {
    "w3c": "w3c/page.json",
    "doccano": "doccano/relations.jsonl",
    "label-studio": "label-studio/task.json",
    "xmi": "xmi/bridge.xmi",
    "conll": "conll/xmi2conll.conll",
}


@pytest.fixture
def run(tmp_path, capsys):
    def command(*words: str | Path) -> tuple[int, str, str]:
        """The exit code, what is printed, what is complained about."""
        code = main([str(word) for word in words])
        return code, *capsys.readouterr()

    return command


@pytest.mark.parametrize(("form", "to"), list(product(SOURCES, [*SOURCES, "brat", "webanno"])))
def test_every_format_becomes_every_other_and_is_read_again(run, tmp_path, form, to):
    if "xmi" in (form, to):
        pytest.importorskip("cassis")
    story = ("--text", DATA / "story.txt")
    out, back = tmp_path / ("out.ann" if to == "brat" else "out"), tmp_path / "back.ann"
    code, said, _ = run("convert", DATA / SOURCES[form], "--from", form, "--to", to, *story, "-o", out)
    assert (code, said) == (0, f"{out} written: 2 marks\n")
    assert run("convert", out, "--from", to, "--to", "brat", *story, "-o", back)[0] == 0
    marks = [line.split("\t") for line in back.read_text(encoding="utf-8").splitlines() if line.startswith("T")]
    places = ["claim 23 48", "denial 64 70"] if form == "conll" else ["claim 23 56", "denial 59 75"]
    assert [place for _, place, _ in marks] == places


def test_what_is_lost_is_told_a_line_for_each_kind(run, tmp_path):
    out = tmp_path / "out.json"
    code, _, told = run("convert", DATA / "brat/bridge.ann", "--from", "brat", "--to", "w3c", "-o", out)
    assert code == 0
    assert told.splitlines() == [
        "bridge.ann: Line 13 could not be understood and was left out.",
        "bridge.ann: 1 event was left out.",
        "bridge.ann: 1 normalization was left out.",
        "bridge.ann: 1 relation was left out.",
        "bridge.ann: The text is not in this file. Keep it together with the text.",
    ]
    page = json.loads(out.read_text(encoding="utf-8"))
    assert len(page["items"][3]["body"]["joint"]) == 2


def test_brat_keeps_what_only_brat_understands(run, tmp_path):
    out = tmp_path / "out.ann"
    _, _, told = run("convert", DATA / "brat/bridge.ann", "--from", "brat", "--to", "brat", "-o", out)
    assert told == "bridge.ann: 4 lines that are no marks were kept as they are.\n"
    was, now = ((path.read_text(encoding="utf-8").splitlines()) for path in (DATA / "brat/bridge.ann", out))
    assert sorted(line.rstrip() for line in was) == sorted(
        line.replace("#1\tsource", "#2\tsource").replace("#2\tAnno", "#1\tAnno").rstrip() for line in now
    )


def test_columns_bring_no_text_along(run, tmp_path):
    out = tmp_path / "out.jsonl"
    _, _, told = run("convert", DATA / SOURCES["conll"], "--from", "conll", "--to", "doccano", "-o", out)
    assert told == "xmi2conll.conll: The text was put together from its words, with a blank between them.\n"
    assert json.loads(out.read_text(encoding="utf-8"))["text"].startswith("Mayor Anna Ruiz said 😀 the bridge")


def test_work_on_a_lesson_is_converted_with_the_text_as_it_was_built(run, tmp_path):
    lesson = Path(__file__).parents[2] / "lessons" / "canteen-survey"
    key = ("convert", lesson / "article.key.json", "--from", "w3c", "--to", "webanno")
    code, _, told = run(*key, "--text", lesson / "article.text.json", "-o", tmp_path / "out.tsv")
    assert code == 0
    assert "became marks; what they are worth, and why, was left out." in told


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("w3c/page.json", "--from", "w3c", "--to", "brat"), "page.json: the text that was marked is not in it."),
        (("w3c/no.json", "--from", "w3c", "--to", "brat", "--text", "story.txt"), "no.json: there is no such file."),
        (("brat/bridge.ann", "--from", "brat", "--to", "doccano"), "bridge.ann: Highlight T4 is in 2 pieces"),
        (("story.txt", "--from", "webanno", "--to", "brat"), "story.txt: it does not begin as a file of WebAnno"),
        (("webanno/bridge.tsv", "--from", "webanno", "--to", "conll"), "bridge.tsv: Highlights m1 and m2 share words"),
        (("brat/bridge.ann", "--from", "doccano", "--to", "w3c"), "bridge.ann, line 1: this is not valid JSON."),
        (("doccano/spans.jsonl", "--from", "doccano", "--to", "w3c"), "spans.jsonl: it is on more than one text."),
    ],
)
def test_what_cannot_be_converted_is_said_in_one_line_and_nothing_is_written(run, tmp_path, words, complaint):
    found = [DATA / word if "." in word else word for word in words]
    code, said, complained = run("convert", *found, "-o", tmp_path / "out.x")
    assert (code, said) == (2, "")
    assert complained.startswith(complaint)
    assert complained.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over(run, tmp_path):
    source = shutil.copy(DATA / "brat/bridge.ann", tmp_path / "a.ann")
    shutil.copy(DATA / "brat/bridge.txt", tmp_path / "a.txt")
    code, _, complained = run("convert", source, "--from", "brat", "--to", "brat", "-o", source)
    assert (code, complained) == (2, f"“{source}” is there already. It was not touched. Choose another name.\n")
    assert Path(source).read_bytes() == (DATA / "brat/bridge.ann").read_bytes()


def test_work_of_another_tool_is_graded(run, tmp_path):
    lesson = Path(__file__).parents[2] / "lessons" / "canteen-survey"
    text = json.loads((lesson / "article.text.json").read_text(encoding="utf-8"))["text"]
    start = text.index("half of us throw")
    end = text.index("every day", start) + len("every day")
    ann, broken = tmp_path / "mila.ann", tmp_path / "bo.ann"
    ann.write_text(f"T1\tclaim {start} {start + 10};{end - 5} {end}\t\nstray\n", encoding="utf-8")
    broken.write_text("T1\tclaim 0 99999\t\n", encoding="utf-8")
    code, said, complained = run(
        "grade", lesson, ann, broken, tmp_path / "no.ann", "--from", "brat", "--format", "json"
    )
    assert code == 2
    mila, bo, nobody = json.loads(said)["works"]
    assert [each["id"] for each in mila["highlights"]] == ["T1", "T1/2"]
    assert (mila["student"], bo["score"], nobody["score"]) == ("mila", None, None)
    assert complained.splitlines()[0] == "mila.ann: Line 2 could not be understood and was left out."
    assert complained.splitlines()[1].startswith("bo.ann: Highlight T1")
    assert complained.splitlines()[2].startswith("no.ann is missing")
