"""`claimlight score` and `claimlight agreement`: what they print, and what they say of files that are no use."""

import json

import pytest

from claimlight.cli import main

STORY = "Ada said fares will double.\nNobody believes it, she said.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "key.ann").write_text("T1\tclaim 9 26\tfares will double\nT2\tdenial 28 46\t\n", encoding="utf-8")
    (tmp_path / "ada.ann").write_text("T1\tclaim 9 26\t\nT2\tclaim 28 46\t\nstray\n", encoding="utf-8")
    (tmp_path / "bo.jsonl").write_text(json.dumps({"label": [[9, 26, "claim"]]}), encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(folder, capsys):
    def command(*words: str) -> tuple[int, str, str]:
        """The exit code, what is printed, what is complained about; names with a dot are files in the folder."""
        code = main([str(folder / word) if "." in word else word for word in words])
        return code, *capsys.readouterr()

    return command


def test_score_prints_the_four_measures_overall_and_by_label(run):
    code, said, complained = run(
        "score", "--text", "story.txt", "--key", "key.ann", "--work", "ada.ann", "--format", "json"
    )
    assert code == 0
    page = json.loads(said)
    assert list(page) == ["overall", "labels"]
    assert list(page["overall"]) == ["strict", "exact", "partial", "type"]
    assert page["overall"]["strict"] == {
        "correct": 1,
        "incorrect": 1,
        "partial": 0,
        "missed": 0,
        "spurious": 0,
        "precision": 0.5,
        "recall": 0.5,
        "f1": 0.5,
    }
    assert page["overall"]["exact"]["f1"] == 1
    assert page["labels"]["denial"]["type"]["missed"] == 1
    assert complained == "ada.ann: Line 3 could not be understood and was left out.\n"


def test_score_prints_a_table(run):
    code, said, _ = run("score", "--text", "story.txt", "--key", "key.ann", "--work", "bo.jsonl")
    assert code == 0
    lines = said.splitlines()
    assert len(lines) == 1 + 3 * 4
    assert lines[1].split() == ["all", "labels", "strict", "1", "0", "0", "1", "0", "1.000", "0.500", "0.667"]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--key", "no.json", "--work", "bo.jsonl"), "no.json: there is no such file."),
        (("--key", "key.ann", "--work", "story.txt", "--from", "brat"), "story.txt: no line of it is an annotation"),
        (("--key", "key.ann", "--work", "far.ann"), "far.ann: Highlight T1: it ends after the text."),
        (("--key", "key.ann", "--work", "key.ann", "--from", "doccano"), "key.ann, line 1: this is not valid JSON."),
    ],
)
def test_score_says_which_file_is_no_use(run, folder, words, complaint):
    (folder / "far.ann").write_text("T1\tclaim 9 260\tfares\n", encoding="utf-8")
    code, said, complained = run("score", "--text", "story.txt", *words)
    assert (code, said) == (2, "")
    assert complained.startswith(complaint)
    assert complained.count("\n") == 1


def test_agreement_prints_its_numbers_with_their_intervals(run):
    code, said, _ = run("agreement", "--text", "story.txt", "key.ann", "ada.ann", "bo.jsonl", "--format", "json")
    assert code == 0
    page = json.loads(said)
    assert list(page) == [
        *("alpha_nominal", "alpha_unitizing", "pairwise_f1", "n_annotators", "n_tokens", "intervals", "reason")
    ]
    assert (page["n_annotators"], page["n_tokens"]) == (3, 10)
    assert page["pairwise_f1"] == pytest.approx((1 / 2 + 2 / 3 + 2 / 3) / 3)
    assert list(page["alpha_unitizing"]["labels"]) == ["claim", "denial"]
    low, high = page["intervals"]["alpha_nominal"]
    assert low <= page["alpha_nominal"] <= high
    assert page["reason"] == {}


def test_agreement_of_one_is_null_with_a_reason(run):
    code, said, _ = run("agreement", "--text", "story.txt", "bo.jsonl", "--format", "json")
    assert code == 0
    page = json.loads(said)
    assert page["alpha_nominal"] is page["alpha_unitizing"]["overall"] is page["pairwise_f1"] is None
    assert page["intervals"]["pairwise_f1"] is None
    assert page["reason"]["alpha_nominal"] == "Fewer than two works could be compared."
    assert page["reason"]["alpha_unitizing"]["labels"]["claim"]


def test_agreement_names_bad_files_and_compares_the_others(run):
    code, said, complained = run("agreement", "--text", "story.txt", "key.ann", "no.ann", "bo.jsonl")
    assert code == 2
    assert "2 works on 10 words" in said
    assert "alpha over words" in said
    assert complained.startswith("no.ann is missing")


def test_agreement_is_told_in_lines(run, folder):
    (folder / "short.txt").write_text("Ada said", encoding="utf-8")
    (folder / "a.ann").write_text("T1\tclaim 0 3\tAda\n", encoding="utf-8")
    (folder / "b.ann").write_text("", encoding="utf-8")
    code, said, _ = run("agreement", "--text", "short.txt", "a.ann", "b.ann")
    assert code == 0
    assert "alpha over words      0.000" in said
    assert "not defined" not in said
    _, said, _ = run("agreement", "--text", "short.txt", "b.ann", "b.ann")
    assert "not defined. Nobody marked anything." in said


def test_a_text_that_is_missing_stops_both(run):
    for words in (("score", "--key", "key.ann", "--work", "key.ann"), ("agreement", "key.ann", "key.ann")):
        code, said, complained = run(*words, "--text", "no.txt")
        assert (code, said) == (2, "")
        assert complained.startswith("no.txt is missing")
