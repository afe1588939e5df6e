"""A teacher who uses the command line: a class, a lesson, a stick, the work, the marks."""

import json

from claimlight.files.lesson_bundle import read_bundle
from claimlight.handin.drop_folder import open_drop
from claimlight.work.released import take_words
from classroom import laptop
from lesson_maker import built_lesson


def test_a_teacher_gives_out_collects_and_gives_back(run, tmp_path):
    folder = built_lesson(tmp_path / "fares")
    (tmp_path / "names.txt").write_text("Ada\n Ben  Ito \n\nAda\n", encoding="utf-8")
    (tmp_path / "stick").mkdir()
    code, said, _ = run(
        *("make-class", "7b", "-o", tmp_path / "7b.claimclass", "--names", tmp_path / "names.txt"),
        *("--stick", tmp_path / "stick"),
    )
    assert (code, said) == (0, f"{tmp_path / '7b.claimclass'} written: 2 names\n")
    file = tmp_path / "fares.claimlesson"
    code, said, _ = run("pack", folder, "-o", file, "--mode", "homework", "--class", "7b", "--words")
    words = said.strip().splitlines()[-1].partition(": ")[2]
    assert (code, len(words.split())) == (0, 5)
    with laptop(tmp_path / "laptop") as ours:
        attempt = ours.does("Ada", file, [("Fares will double by spring", "claim")])
        drop = open_drop(tmp_path / "stick")
        ours.hands_in(drop)
        code, said, _ = run("collect", tmp_path / "stick", "--class", "7b")
        assert (code, said) == (0, "1 new work collected\nStill missing: Ben Ito\n")
        assert "1 was here already" in run("collect", tmp_path / "stick", "--class", "7b")[1]
        code, said, _ = run("results", "--class", "7b", "--format", "json")
        (ada, ben) = json.loads(said)["rows"]
        assert (ada["student"], ada["title"], ben["note"]) == ("Ada", "Fares will double", "missing")
        assert ada["percent"] is not None
        assert run("results", "--class", "7b", "--lesson", ada["lesson"])[1].count("\n") == 3
        assert run("give-back", tmp_path / "stick", "--class", "7b")[1] == "marks written for 1 work\n"
        assert take_words(ours.lesson(attempt), words, ours.workbook).texts[0].key is not None
        assert ours.takes_in(drop).marks == 1


def test_what_cannot_be_done_is_said(run, tmp_path):
    folder = built_lesson(tmp_path / "fares")
    shared = tmp_path / "for a colleague.claimlesson"
    assert run("pack", folder, "-o", shared, "--mode", "colleague")[0] == 0
    assert read_bundle(shared.read_bytes()).texts[0].key is not None
    code, _, said = run("pack", folder, "-o", shared)
    assert (code, "is there already" in said) == (2, True)
    code, _, said = run("collect", tmp_path, "--class", "7b")
    assert (code, "no class" in said) == (2, True)
    assert run("make-class", "7b", "-o", tmp_path / "a")[0] == 0
    assert "is a class" in run("make-class", "7b", "-o", tmp_path / "b")[2]
    (tmp_path / "x.claimwork").write_bytes(b"?")
    code, said, error = run("collect", tmp_path, "--class", "7b")
    assert (code, said, "x.claimwork is no file of this kind" in error) == (1, "0 new works collected\n", True)
