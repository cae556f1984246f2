"""`rightdoor decide` as other programs call it: files, standard input, batches, languages, bad input."""

import json
import subprocess
import sys

import pytest

from rightdoor.cli import main

FACTS = {
    "on": "2026-03-10",
    "leaker": {"actor": "police_officer", "through_duty": True},
    "conduct": ["provided"],
    "data": [{"kind": "lodging", "count": 250}],
    "harm": ["none"],
    "gains_yuan": 0,
    "prior": "none",
    "used_in_crime": "no",
}
TODAY = ["--today", "2026-03-20"]


def run(*argv, stdin=""):
    """The command in a process of its own, as a caller starts it."""
    done = subprocess.run(
        [sys.executable, "-m", "rightdoor.cli", *argv], input=stdin.encode(), capture_output=True, timeout=60
    )
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


@pytest.fixture
def facts_file(tmp_path):
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(FACTS), encoding="utf-8")
    return str(path)


def test_a_file_and_standard_input_say_the_same(facts_file):
    from_file = run("decide", facts_file, "--lang", "en", *TODAY)
    from_stdin = run("decide", "-", "--lang", "en", *TODAY, stdin=json.dumps(FACTS))
    assert from_file == from_stdin and from_file[0] == 0
    decision = json.loads(from_file[1])
    assert decision["crime"]["tier"] == "serious" and decision["crime"]["halved"] is True
    assert decision["doors"][0]["id"] == "police-other-organ"
    assert "market-regulator" in [d["id"] for d in decision["not_doors"]]


@pytest.mark.parametrize(
    ("lang", "word"),
    [("zh-Hans", "其他或者上级公安机关"), ("zh-Hant", "其他或者上級公安機關"), ("en", "superior police organ")],
)
def test_text_for_a_person_in_three_languages(facts_file, capsys, lang, word):
    assert main(["decide", facts_file, "--format", "text", "--lang", lang, *TODAY]) == 0
    assert word in capsys.readouterr().out


def test_text_says_which_days_have_passed(facts_file, capsys):
    main(["decide", facts_file, "--format", "text", "--lang", "en", "--today", "2026-09-10"])
    assert "2026-09-10 Public-security penalty" in capsys.readouterr().out
    main(["decide", facts_file, "--format", "text", "--lang", "en", "--today", "2026-09-11"])
    assert "2026-09-10 (passed) Public-security penalty" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ('{"on": "2026-03-10", "data": [{"kind": "lodging", "count": -1}]}', "data[0].count"),
        ('{"on": "2026-13-10"}', "on"),
        ("{}", "on"),
        ('{"on": "2026-03-10", "leaker": {"actor": "wizard"}}', "leaker.actor"),
        ('{"on": "2026-03-10", "on": "2026-03-11"}', "on"),
        ("[1, 2", "1:6"),
        ("[" * 5000, ""),
        ('{"on": NaN}', ""),
        ('{"on": "2026-03-10", "victims": 1' + "0" * 400 + "}", "victims"),
    ],
)
def test_malformed_facts_exit_2_and_name_the_path(content, place):
    code, out, err = run("decide", "-", "--lang", "en", stdin=content)
    assert (code, out) == (2, "") and "Traceback" not in err
    assert err.startswith(place), err


def test_all_problems_at_once():
    code, _, err = run("decide", "-", "--lang", "en", stdin='{"on": "x", "conduct": ["flew"], "victims": "many"}')
    assert code == 2 and len(err.strip().splitlines()) == 3


def test_a_batch_answers_in_order_and_names_the_bad_lines(tmp_path):
    lines = [json.dumps(FACTS), "not json", "", json.dumps({**FACTS, "data": [{"kind": "lodging", "count": 249}]})]
    path = tmp_path / "facts.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    code, out, err = run("decide", "--batch", str(path), "--lang", "en", *TODAY)
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 1 and len(answers) == 3 and "Bad lines: 1." in err
    assert answers[0]["crime"]["tier"] == "serious"
    assert answers[1]["line"] == 2 and answers[1]["problems"]
    assert answers[2]["crime"]["tier"] == "none"


def test_a_missing_file_is_one_sentence():
    code, out, err = run("decide", "no-such-file.json", "--lang", "zh-Hans")
    assert (code, out) == (2, "") and "no-such-file.json" in err and len(err.strip().splitlines()) == 1


def test_decide_starts_without_what_reports_need(run_python):
    loaded = run_python(
        'import sys, io\nsys.stdin = io.TextIOWrapper(io.BytesIO(b\'{"on": "2026-03-10"}\'))\nout, sys.stdout = sys.stdout, io.StringIO()\n'
        "from rightdoor.cli import main\nmain(['decide', '-', '--lang', 'en'])\nsys.stdout = out\nprint(*sorted(sys.modules))"
    ).split()
    assert not {"pandas", "ipywidgets", "matplotlib", "nbconvert", "sqlalchemy", "IPython", "jupyter_server"} & set(
        loaded
    )
