"""Hostile text in every string of a case and of an answer is shown as text, or refused."""

import os
import shutil
from pathlib import Path

import pytest
import yaml
from trainee import LIBRARY, Trainee

from rightdoor import records, yamlfile
from rightdoor.server import start_server
from rightdoor.text import data_folder, notebooks_folder

HOSTILE = (
    "<script>window.harmed=1</script><img src=x onerror=window.harmed=1>"
    '<a href="javascript:window.harmed=1">x</a> [y](javascript:window.harmed=1) ![z](http://example.org/z.png) '
    "{{7*7}} ${7*7} "
)
TURNED = "\u202egnorw\u202c "
LONG = "長" * 1_000_000
ANCHOR = "hostile-case"


def spoilt(value, words):
    """The content of a case with every text led by `words`; ids, dates and facts stay."""
    if isinstance(value, dict):
        if set(value) == {"zh", "en"}:
            return {lang: words + text for lang, text in value.items()}
        return {key: spoilt(inner, words) for key, inner in value.items()}
    return [spoilt(inner, words) for inner in value] if isinstance(value, list) else value


@pytest.fixture
def hostile_server(tmp_path, store):
    """The real server on a copy of the library and its data, with two hostile cases and two to be refused."""
    shutil.copytree(Path(data_folder()).parent / "lib", tmp_path / "lib", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(data_folder(), tmp_path / "data", ignore=shutil.ignore_patterns("cases"))
    (tmp_path / "data" / "cases").mkdir()
    for new, source, words in (
        (ANCHOR, "station-case-file", HOSTILE),
        ("hostile-doors", "police-lookup", HOSTILE),
        ("hostile-length", "police-lookup", ""),
        ("hostile-turned", "police-lookup", TURNED),
    ):
        content = yamlfile.read(data_folder() / "cases" / f"{source}.yaml")
        content = spoilt(content, words) | {"id": new}
        if new == "hostile-length":
            content["title"] = {"zh": LONG, "en": LONG}
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        (tmp_path / "data" / "cases" / f"{new}.yaml").write_text(text, "utf-8")
    env = {**os.environ, "RIGHTDOOR_STORE": str(store), "PYTHONPATH": str(tmp_path / "lib")}
    with start_server(notebooks_folder(), env=env) as server:
        yield server


def check_harmless(page, where):
    """Nothing of the text has become a tag, a link, a picture, a script, a hidden mark, or a request."""
    assert page.evaluate("window.harmed") is None, where
    assert page.locator(".rd-sheet :is(script, img, iframe, a[href^='javascript'])").count() == 0, where
    assert "\u202e" not in page.locator(".rd-sheet").last.inner_text(), where
    assert not [url for url in page.asked if "example.org" in url or "/x" in url.rsplit("?", 1)[0][-2:]], where


def send(page, message):
    """A message to the kernel that no control of the page would send."""
    sheet = page.locator("#cases")
    before = sheet.get_attribute("data-ready")
    page.evaluate(
        """([to, of, values]) => {
            const form = document.createElement("form"), sheet = document.querySelector("#cases");
            for (const [name, value] of Object.entries(values)) {
                form.append(Object.assign(document.createElement("textarea"), { name, value }));
            }
            const button = Object.assign(document.createElement("button"), { type: "button" });
            Object.assign(button.dataset, { do: to, of });
            form.append(button);
            sheet.append(form);
            button.click();
            form.remove();
        }""",
        message,
    )
    page.wait_for_function("b => document.querySelector('#cases').dataset.ready !== b", arg=before)


def test_hostile_cases_are_shown_as_text_or_refused(page, hostile_server, store):
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    trainee = Trainee(page, hostile_server, store).open(LIBRARY)
    assert page.locator(".rs-cases > li").count() == 2
    assert "<script>" in page.locator(".rs-cases").first.inner_text()
    page.locator("details", has_text="打不开").last.locator("summary").click()
    refused = page.locator(".rd-sheet").inner_text()
    assert "hostile-length.yaml" in refused and "hostile-turned.yaml" in refused and len(refused) < 5_000
    check_harmless(page, "library")
    for id in (ANCHOR, "hostile-doors"):
        trainee.choose(id)
        walked(page, trainee)
        trainee.leave()
        trainee.in_library("read", id).click()
        page.wait_for_selector(".rs-paper")
        page.locator(".rs-key > summary").click()
        check_harmless(page, f"{id}, paper")
        trainee.leave()


def walked(page, trainee):
    """Through a case by what stands on the screen, answering whatever comes first."""
    player, turn = trainee.player, 0
    while not player.locator(".rs-explore").count():
        check_harmless(page, trainee.step)
        assert "<script>" in player.inner_text()
        answered(player, trainee, turn)
        turn += 1
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        check_harmless(page, f"{trainee.step}, feedback")
        trainee.next()
    check_harmless(page, "debrief")


def answered(player, trainee, turn):
    """Answer with what is on offer, another option at each turn: one that sends back is not chosen for ever."""
    if count := player.locator("button.rs-option").count():
        trainee.settle(player.locator("button.rs-option").nth(turn % count).click)
        return
    for select in player.locator("form select").all():
        select.select_option(index=1)
    if player.locator('button[data-do="add"]').count():
        trainee.settle(player.locator('button[data-do="add"]').first.click)
    elif player.locator("input[name=number]").count():
        player.locator("input[name=number]").fill("7")
    elif player.locator("input[name=choice]").count():
        choices = player.locator("input[name=choice]")
        choices.nth(turn % choices.count()).check()
    trainee.settle(player.locator("button[type=submit]").first.click)


def test_hostile_answers_are_refused_and_never_kept(trainee, store):
    page = trainee.open(LIBRARY).page
    trainee.choose("police-lookup")
    before = trainee.walk.moves
    for message in (
        ["answer", HOSTILE + TURNED, {}],
        ["answer", "", {"choice": HOSTILE, "certainty": HOSTILE}],
        ["answer", LONG, {"choice": LONG, "number": LONG, "date": LONG, f"place:{HOSTILE}": LONG}],
        [HOSTILE, HOSTILE, {HOSTILE: HOSTILE}],
        ["add", HOSTILE, {}],
        ["play", HOSTILE, {}],
        ["skill", "", {"skill": HOSTILE}],
        ["explore", "", {"fact": HOSTILE, "value": "-1"}],
    ):
        send(page, message)
        check_harmless(page, message[0][:20])
        assert trainee.player.is_visible() and trainee.walk.moves == before
    log = records.Log(str(store))
    assert {e.kind for e in log.events()} == {"started"}
    log.close()
    trainee.answer()
    assert len(trainee.walk.moves) == 1
