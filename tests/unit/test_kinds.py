# Over 400 lines: all kinds of step are put to one small file, kinds.yaml.
"""Every kind of step and every question to the law, in one small file (kinds.yaml): the law gives each answer."""

from pathlib import Path

import pytest

from rightdoor import cases, feedback
from rightdoor.cases.kinds import DECIDES, KINDS
from rightdoor.cases.read import read
from rightdoor.feedback.walker import play

HERE = Path(__file__).with_name("kinds.yaml")


@pytest.fixture(scope="module")
def case(book):
    found, problems = read(HERE, book)
    assert problems == []
    return found


def at(case, step):
    walk = cases.begin(case, 1)
    while walk.step.id != step:
        walk = walk.take(feedback.key(walk))
    return walk


def judged(case, step, response):
    return feedback.judge(at(case, step), response)


def marks(told):
    return {o.id: o.mark for o in told.options}


def test_every_kind_and_every_new_question_is_there(case):
    steps = case.steps.values()
    assert {step.kind.key for step in steps} == set(KINDS)
    elsewhere = {
        ("leaker.actor", "choose-one"),
        ("data.class", "choose-one"),
        ("crime.tier", "choose-one"),
        ("red_lines", "choose-several"),
    }  # in police-lookup
    every = {(name, kind) for name, decide in DECIDES.items() for kind in decide.kinds}
    assert {(step.decide, step.kind.id) for step in steps} == every - elsewhere


def test_it_plays_without_a_fault(case):
    covered = play(case)
    assert [p.says.en for p in covered.faults.values()] == [] and covered.ends == 1


KEYS = {
    "sort": {"slip": "class-b", "credit": "class-a", "contact": "class-c"},
    "may": {"keep": "allowed", "buy": "crosses"},
    "said": {"section-2-police-for-all": "incomplete", "section-1-list-of-bodies": "stale"},
    "body": {"judge": "court-inspectorate", "shop": "market-regulator"},
    "stage": {"police-other-organ": "primary", "police-inspectorate": "parallel", "market-regulator": "not-a-door"},
    "proof": {
        "shot": "class-b-items-reach-the-standard",
        "login": "duty-data-passed-on-halves-the-standards",
        "gossip": "nothing",
    },
    "tiers": {"few": "none", "many": "serious"},
    "find": ("duty-data-passed-on-halves-the-standards", "selling-or-giving-is-a-public-security-violation"),
    "half": "yes",
    "claim": "incomplete",
    "askone": "danger",
    "asksome": ("danger", "minor"),
    "kinds": ("crime", "discipline", "civil"),
    "notdoors": ("market-regulator",),
    "clocks": ("civil",),
    "matter": {"police-misconduct": "police-inspectorate", "consumer-complaint": "market-regulator"},
    "letter": ("name-and-contact", "who-leaked", "what-happened", "source-and-guesses", "request"),
    "threshold": 500,
    "needed": 250,
    "share": 120,
    "shut": ("police", "procuratorate", "private-prosecution"),
    "last": "2026-03-25",
}


@pytest.mark.parametrize("step", KEYS)
def test_the_law_answers(case, step):
    walk = at(case, step)
    assert feedback.key(walk) == KEYS[step]
    told = feedback.judge(walk, KEYS[step])
    assert (told.verdict, told.score, told.key) == ("right", 1.0, KEYS[step]) and told.quotes and told.says


def test_every_step_is_in_the_list(case):
    assert set(KEYS) == set(case.steps)


# ---- match ---------------------------------------------------------------------------------------------------


def test_an_item_in_the_wrong_place_is_told_where_it_belongs(case):
    told = judged(case, "sort", {"slip": "class-a", "credit": "class-a", "contact": "class-c"})
    assert told.verdict == "partly" and told.score == 0.667
    assert "'hotel slip' belongs to 'class B" in told.says[1].en and marks(told)["slip"] == "wrong"
    assert next(o for o in told.options if o.id == "slip").place.en.startswith("class B")


@pytest.mark.parametrize(
    "response",
    [
        None,
        [],
        "slip",
        {},
        {"slip": "class-a"},
        {"slip": "class-a", "credit": "class-a", "contact": "nowhere"},
        {"slip": "class-a", "credit": "class-a", "contact": ["class-c"]},
        {"spy": "class-a"},
        {"slip": "class-a", "credit": "class-a", "contact": "class-c", "x": "class-a"},
    ],
)
def test_what_is_no_placing_is_refused(case, response):
    with pytest.raises(cases.AnswerError):
        at(case, "sort").take(response)


def test_the_prompt_of_a_match_carries_its_places(case):
    prompt = at(case, "stage").prompt()
    assert [p.id for p in prompt.places] == ["now", "primary", "parallel", "escalation", "not-a-door"]
    assert {o.id for o in prompt.options} == set(KEYS["stage"]) and prompt.kind == "match"


def test_a_place_of_lower_rank_may_also_fit(case):
    """A court clerk's leak is the business of more than one body; each that is on offer is accepted."""
    walk = at(case, "body")
    assert feedback.fits(walk, walk.step.option("judge")) == ("court-inspectorate",)


# ---- several, finding, letter ----------------------------------------------------------------------------------


def test_a_finding_that_does_not_hold_is_told_so(case):
    told = judged(case, "find", ["below-every-standard", *KEYS["find"]])
    assert told.verdict == "partly" and "does not apply" in told.says[1].en and told.says[2].en == "It reaches it."
    assert judged(case, "find", ["below-every-standard"]).verdict == "wrong"


def test_a_letter_needs_its_elements_and_may_hold_more(case):
    full = [*KEYS["letter"], "keep-secret"]
    assert judged(case, "letter", full).verdict == "right"
    without = judged(case, "letter", [id for id in full if id != "name-and-contact"])
    assert without.verdict == "partly" and "must stand in it" in without.says[1].en
    assert without.quotes[0].article == "supervision-regulations/209"
    inflated = judged(case, "letter", [*full, "inflate"])
    assert "must not stand in it" in inflated.says[1].en and marks(inflated)["inflate"] == "wrong"


def test_an_anonymous_letter_needs_no_name(case, book):
    from datetime import date

    from rightdoor.law.facts import parse
    from rightdoor.law.letter import elements

    def needed(door, **facts):
        known = parse({"on": "2026-03-10", "leaker": {"actor": "police_officer"}, **facts})
        return {finding.id for finding in elements(known, book, date(2026, 3, 20), door)}

    assert "name-and-contact" in needed("supervision-commission")
    assert "name-and-contact" not in needed("supervision-commission", anonymous=True)
    assert needed("platform-notice") == {"name-and-contact", "evidence-list", "request"}
    assert needed("letters-and-visits") >= {"name-and-contact", "what-happened", "source-and-guesses", "request"}
    assert set(book.vocabulary["letter_element"]) >= needed("police") | needed("data-handler") | needed(
        "cyberspace-administration"
    )


def test_a_good_question_that_is_not_the_first_counts_half(case):
    told = judged(case, "askone", "minor")
    assert (told.verdict, told.score) == ("partly", 0.5) and "not first" in told.says[0].en
    assert judged(case, "askone", "sector").verdict == "wrong"


def test_a_door_that_is_open_is_no_shut_one(case):
    told = judged(case, "notdoors", ["market-regulator", "police-other-organ"])
    assert told.verdict == "partly" and marks(told)["police-other-organ"] == "wrong"
    assert marks(judged(case, "notdoors", ["market-regulator", "postal-authority"]))["postal-authority"] == "also"


# ---- numbers, dates, shut doors --------------------------------------------------------------------------------


def test_a_share_may_be_rounded_either_way(case):
    assert judged(case, "share", 119).verdict == "wrong"
    assert "120 per cent" in judged(case, "share", 1).says[-1].en


def test_a_least_number_has_its_mistake(case):
    told = judged(case, "needed", "500")
    assert told.verdict == "wrong" and told.says[1].en == "Not halved." and "250" in told.says[2].en


@pytest.mark.parametrize("response", ["", "26-03-25", "2026-02-30", 20260325, None, "2026-03-25T00:00", ["2026-03-25"]])
def test_what_is_no_date_is_refused(case, response):
    with pytest.raises(cases.AnswerError):
        at(case, "last").take(response)


def test_a_date_is_judged_with_its_mistake(case):
    told = judged(case, "last", "2026-03-24")
    assert told.verdict == "wrong" and "not counted" in told.says[1].en and "2026-03-25" in told.says[2].en
    assert at(case, "last").take(" 2026-03-25 ").done


def test_after_a_shut_door_the_next_ones_are_asked(case):
    assert judged(case, "shut", KEYS["shut"][::-1]).verdict == "right"  # they run side by side
    assert judged(case, "shut", ["procuratorate"]).verdict == "partly"
    assert judged(case, "shut", ["market-regulator"]).verdict == "wrong"


# ---- a case over a change of law ---------------------------------------------------------------------------------

STRADDLES = """\
id: over
title: {zh: 跨年, en: Over the year}
on: ON
today: TODAY
minutes: 3
start: old
skills: [measure-seriousness]
sections: [VI]
facts:
  leaker.actor: industry_staff
  leaker.sector: courier
  leaker.through_duty: true
  conduct: [sold]
  data[0].kind: contact
  data[0].count: 40
steps:
  old:
    ask: {zh: 哪些成立？, en: Which hold?}
    skill: measure-seriousness
    finding:
    - id: selling-or-giving-is-a-public-security-violation
      label: {zh: 拘留, en: detention}
      why: {zh: 新规定不溯及。, en: The new rule does not reach back.}
    - id: police-could-fine-under-the-old-network-law
      label: {zh: 罚款, en: a fine}
      why: {zh: 已经取消。, en: It is gone.}
    - id: old-law-or-the-lighter-one
      label: {zh: 从旧兼从轻, en: old law or lighter}
      why: {zh: 法没有变。, en: No change of law.}
    cite: [criminal-law/253-1]
    next: DAY
walks:
- {name: all, expect: {old: []}}
"""
FINE = """\
  fine:
    ask: {zh: 当时最多罚多少？, en: The highest fine of that day?}
    skill: measure-seriousness
    day: conduct
    number: {parameter: sanction/old-network-fine-max-yuan}
    cite: ["cybersecurity-law/64:2"]
    next: end
walks:"""


def straddling(tmp_path, book, on, today, fine=False):
    text = (
        STRADDLES.replace("ON", on, 1)
        .replace("TODAY", today)
        .replace("next: DAY", "next: fine" if fine else "next: end")
    )
    path = tmp_path / "over.yaml"
    path.write_text(text.replace("walks:", FINE) if fine else text, encoding="utf-8")
    found, problems = read(path, book)
    assert [p.says.en for p in problems] == []
    return cases.begin(found, 1)


def test_conduct_of_2025_told_in_2026_is_measured_by_its_own_day(tmp_path, book):
    walk = straddling(tmp_path, book, "2025-12-20", "2026-01-15", fine=True)
    assert feedback.key(walk) == ("police-could-fine-under-the-old-network-law", "old-law-or-the-lighter-one")
    told = feedback.judge(walk, feedback.key(walk))
    assert told.quotes[0].id == "cybersecurity-law/64:2" and told.quotes[0].until.isoformat() == "2026-01-01"
    last = walk.take(feedback.key(walk))
    assert feedback.judge(last, 1_000_000).verdict == "right"


def test_the_same_in_2026_is_measured_by_the_new_law(tmp_path, book):
    walk = straddling(tmp_path, book, "2026-01-01", "2026-01-15")
    assert feedback.key(walk) == ("selling-or-giving-is-a-public-security-violation",)


@pytest.mark.parametrize(("on", "until"), [("2015-10-31", "2015-11-01"), ("2015-11-01", None)])
def test_the_article_is_that_of_the_day_of_the_conduct(tmp_path, book, on, until):
    walk = straddling(tmp_path, book, on, "2018-01-15")
    quote = feedback.judge(walk, ["old-law-or-the-lighter-one"]).quotes[-1]
    assert quote.id == "criminal-law/253-1" and (quote.until.isoformat() if quote.until else None) == until


def test_an_article_of_neither_day_is_a_fault(tmp_path, book):
    path = tmp_path / "over.yaml"
    path.write_text(
        STRADDLES.replace("ON", "2025-12-20", 1)
        .replace("TODAY", "2026-01-15")
        .replace("next: DAY", "next: end")
        .replace("cite: [criminal-law/253-1]", "cite: [supervision-regulations/169]"),
        encoding="utf-8",
    )
    _, problems = read(path, book)
    assert any("no version in force" in p.says.en for p in problems)


# ---- what is wrong with a question to the law --------------------------------------------------------------------

FAULTS = {
    "a finding that no rule makes": (
        "- {id: below-every-standard,",
        "- {id: above-every-standard,",
        "not the id of a rule",
    ),
    "a red line that is none": ("red_line: report-only-what-you-know", "red_line: report-everything", "no red line"),
    "an act that names nothing": (", cite: [police-criminal-procedure/170]}", "}", "neither a red line nor an article"),
    "a letter to nobody": ("to: supervision-commission", "to: the-moon", "a letter needs the door"),
    "a letter to no door": ("    to: supervision-commission\n", "", "a letter needs the door"),
    "an element that is none": (
        "- {id: keep-secret}",
        "- {id: keep-quiet, label: {zh: 保密, en: quiet}}",
        "no element of a letter",
    ),
    "a claim that nobody makes": ("claim: section-2-police-for-all", "claim: section-99", "no 'section-99' in hearsay"),
    "hearsay that nobody says": ("- {id: section-1-list-of-bodies}", "- {id: section-99}", "row of hearsay.yaml"),
    "an item without words": ("label: {zh: 截图, en: screenshot}, ", "", "has no words"),
    "a data kind that is none": ("of: lodging, label", "of: gossip, label", "word of the list data_kind"),
    "a small case without facts": (
        "facts: {leaker.actor: court_staff, conduct: [provided]}",
        "why: {zh: 书记员。, en: A clerk.}",
        "has no facts",
    ),
    "facts where none belong": (
        "- {id: police-misconduct}",
        "- {id: police-misconduct, facts: {conduct: [sold]}}",
        "cannot have facts",
    ),
    "facts that are none": ("facts: {leaker.actor: court_staff,", "facts: {leaker.actor: clerk,", "leaker.actor"),
    "a place that the law cannot name": ("{id: class-c}]", "{id: class-d}]", "not a place that the law can answer"),
    "a door that is not open": (
        "- {id: postal-authority}",
        "- {id: moon-office, label: {zh: 月, en: moon}}",
        "a door that is open on",
    ),
    "a matter that is none": (
        "- {id: consumer-complaint}",
        "- {id: gossip, label: {zh: 闲话, en: gossip}}",
        "the list matter",
    ),
    "a question that cannot be put": (
        "{id: sector, of: leaker.sector, why: {zh: 知道。, en: Known.}}\n    cite: [criminal-procedure/110]\n    next: asksome",
        "{id: sector, of: leaker.shoes, label: {zh: 鞋, en: shoes}, why: {zh: 知道。, en: Known.}}\n    cite: [criminal-procedure/110]\n    next: asksome",
        "fact that can be asked",
    ),
    "a limit without an article": (
        "of: letters-visits-regulations/35",
        "of: letters-visits-regulations/999",
        "not in the tables",
    ),
    "a date of no article": (
        '{limit: "police-criminal-procedure/179:1"',
        '{limit: "police-criminal-procedure/999"',
        "not in the tables",
    ),
    "a stage that is none": ("stages: [escalation]", "stages: [later]", "not one of the words"),
    "stages without doors": ("  half:\n", "  half:\n    stages: [escalation]\n", "does not belong to this step"),
    "a tier that is not asked for": (", tier: serious,", ",", "asks for a tier"),
    "a finding without its kind": ("    finding:\n", "    decide: doors\n    finding:\n", "cannot ask 'doors'"),
    "an offer that asks nothing": ("    decide: doors\n    stages", "    stages", "must say what the law is asked"),
    "a match that asks nothing": ("    decide: matter\n", "", "must say what the law is asked"),
    "a number of another day": (
        "    day: conduct\n    number: {parameter: pi-crime/class-b-items}",
        "    number: {parameter: sanction/old-network-fine-max-yuan}",
        "no number",
    ),
    "an option that tells where the law judges": (
        "- {id: discipline}",
        "- {id: discipline, tell: {zh: 是, en: so}}",
        "cannot have tell",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_a_question_is_named_with_its_line(fault, tmp_path, book):
    good, bad, says = FAULTS[fault]
    text = HERE.read_text("utf-8")
    assert text.count(good) == 1, text.count(good)
    path = tmp_path / "kinds.yaml"
    path.write_text(text.replace(good, bad), encoding="utf-8")
    _, problems = read(path, book)
    found = [p for p in problems if says in p.says.en]
    assert found, [p.says.en for p in problems]
    line = int(found[0].place.removeprefix("cases/kinds.yaml:"))
    assert abs(line - text[: text.index(good)].count("\n") - 1) <= 14 and found[0].says.zh


def test_a_letter_without_a_required_element_is_found(tmp_path, book):
    path = tmp_path / "kinds.yaml"
    path.write_text(HERE.read_text("utf-8").replace("    - {id: who-leaked}\n", ""), encoding="utf-8")
    found, problems = read(path, book)
    assert problems == [] and any("asks for who-leaked" in p.says.en for p in play(found).faults.values())


def test_a_date_that_does_not_run_is_found(tmp_path, book):
    path = tmp_path / "kinds.yaml"
    path.write_text(
        HERE.read_text("utf-8").replace('"prior_report[0].on": 2026-03-18', '"prior_report[0].on": null'),
        encoding="utf-8",
    )
    found, problems = read(path, book)
    assert problems == [] and any("cannot be given: None" in p.says.en for p in play(found).faults.values())


# ---- recorded and replayed ---------------------------------------------------------------------------------------


def test_every_kind_of_answer_is_recorded_and_replayed(case):
    import json

    from rightdoor.records import answered, started

    walk = cases.begin(case, 1)
    first = started(walk, "learner-a", "en")
    events = [first]
    while not walk.done:
        given = feedback.key(walk)
        events.append(answered(walk, given, "learner-a", "en", first.walk, feedback.judge(walk, given), "sure"))
        walk = walk.take(given, "sure")
    assert all(json.loads(json.dumps(event.row))["response"] is not None for event in events)
    again = cases.replay(case, 1, events)
    assert again == walk and again.lost == () and again.moves[0].certainty == "sure"


def test_a_judged_choice_may_branch(tmp_path, book):
    """A mistake may lead to what comes of it; the law's own way does not go there."""
    text = HERE.read_text("utf-8").replace(
        '- {id: "no", why: {zh: 要看两点。, en: Two points.}}',
        '- {id: "no", why: {zh: 要看两点。, en: Two points.}, next: share}',
    )
    path = tmp_path / "kinds.yaml"
    path.write_text(text, encoding="utf-8")
    found, problems = read(path, book)
    assert problems == [] and at(found, "half").take("no").step.id == "share"
    assert at(found, "half").take("yes").step.id == "claim" and not play(found).faults
