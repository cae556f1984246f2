"""What to ask next: open facts whose answer really changes the decision, the best question first.

For the tier each possible answer is tried on the State of the case: a question is asked if some answer settles it. For
the other parts a test of the law of the day says whether the answer matters.
"""

from dataclasses import dataclass
from math import inf

from rightdoor.law import terms, tier
from rightdoor.text import Pair


@dataclass(frozen=True, slots=True)
class Question:
    """An open fact: its path, the question to the client, and the parts of the decision that the answer can change."""

    path: str
    says: Pair
    would_change: tuple[str, ...]


QUESTIONS = {
    "conduct": Pair(
        "对方做了什么：卖、给、发到网上、只查询，还是疏忽公开？",
        "What was done: sold, passed on, published, only looked up, or published by negligence?",
    ),
    "leaker.actor": Pair(
        "是谁泄露的：民警、其他公职人员、企业员工、单位，还是私人？",
        "Who leaked: a police officer, another official, company staff, a unit, or a private person?",
    ),
    "data": Pair("泄露了什么信息、多少条？", "Which data leaked, and how many items?"),
    "kind": Pair("这部分是哪一种信息？", "What kind of data is this?"),
    "count": Pair("这种信息有多少条？", "How many items of this kind?"),
    "leaker.through_duty": Pair(
        "是不是在履行职责或者提供服务中获得的？", "Was it obtained on duty or while providing a service?"
    ),
    "leaker.sector": Pair("属于哪个行业？", "In which line of work?"),
    "purpose": Pair(
        "为了什么：合法经营、赚钱、帮熟人、好奇，还是犯罪？",
        "For what: lawful business, profit, a favour, curiosity, or a crime?",
    ),
    "gains_yuan": Pair("违法所得多少元？", "How much illegal income, in yuan?"),
    "profit_yuan": Pair("用这些信息合法经营获利多少元？", "How much profit from the lawful business, in yuan?"),
    "used_in_crime": Pair("信息被用来犯罪了吗？对方知道吗？", "Was the data used in a crime, and did the leaker know?"),
    "harm": Pair("造成了什么后果？", "What harm followed?"),
    "prior": Pair(
        "对方有没有前科，或者二年内受过行政处罚？",
        "Has the leaker a record, or an administrative penalty within two years?",
    ),
    "urgency": Pair(
        "现在有没有威胁、诈骗正在发生？信息还在网上吗？",
        "Is a threat or a fraud going on now? Is the data still online?",
    ),
    "prior_report": Pair("向哪里报过？结果怎样、哪天？", "Where was it reported before, with what result, and when?"),
    "victim_minor": Pair("受害人是未成年人吗？", "Is the victim a minor?"),
    "victims": Pair("多少人受害？", "How many people are affected?"),
    "known_on": Pair("受害人哪天知道的？", "On which day did the victim learn of it?"),
    "from_id_card": Pair("是身份证上记载的信息吗？", "Is it data recorded on an identity card?"),
    "wishes": Pair("当事人想要什么？", "What does the client want?"),
    "anonymous": Pair("愿意实名吗？", "Will the reporter give a name?"),
    "victim_poor": Pair("经济困难吗？", "Is the client of limited means?"),
    "mitigation": Pair("初犯、退赃、悔罪有哪些？", "First offence, proceeds returned, repentance?"),
}
ORDER = {name: i for i, name in enumerate(QUESTIONS)}
FIRST = frozenset({"conduct", "leaker.actor"})


def ask_next(case):
    """The questions of a case, the best first: what was done and by whom, then what settles the tier, then the rest."""
    changes = {}
    for path in open_for_tier(case):
        changes[path] = ["crime.tier"]
    for path, part in open_for_the_rest(case):
        changes.setdefault(path, []).append(part)
    return sorted(
        (Question(path, QUESTIONS[name_of(path)], tuple(parts)) for path, parts in changes.items()), key=urgency
    )


def name_of(path):
    """The name of the question for a path: `data[0].count` is asked as `count`."""
    return path.rpartition("].")[2]


def urgency(question):
    """The order of questions."""
    name = name_of(question.path)
    return name not in FIRST, "crime.tier" not in question.would_change, ORDER[name], question.path


# ---- the tier ----


def open_for_tier(case):
    """Paths of open facts of which some answer settles an open tier."""
    low, high = case.bounds
    if low == high:
        return
    for path, answers in tier_answers(case):
        if any(settled(case.state._replace(**answer)) for answer in answers):
            yield path


def settled(state):
    """Whether the open facts of a State leave one tier only."""
    low, high = tier.bounds(state)
    return low == high


LEVELS = ((0, 0), (0, 1), (1, 1), (1, 2), (2, 2))  # tier on the full scale, on the half scale
LEVEL_ANSWERS = tuple((full, full, half, half) for full, half in LEVELS)


def tier_answers(case):
    """Each open path that the tier depends on, with its possible answers as changes of the State."""
    facts, state = case.facts, case.state
    if not facts.conduct:
        yield "conduct", [{"acts": (act,)} for act in tier.ACTS]
    if state.era == tier.ONE_TIER:
        yield from listed_answers(case)
    if facts.leaker.through_duty is None:
        yield "leaker.through_duty", [{"duty": (False,)}, {"duty": (True,)}]
    if facts.purpose is None:
        yield "purpose", [{"lawful": (False,)}, {"lawful": (True,)}]
    if facts.gains_yuan is None:
        yield "gains_yuan", [{"gains": levels} for levels in LEVEL_ANSWERS]
    if facts.profit_yuan is None:
        yield "profit_yuan", [{"profit": (False,)}, {"profit": (True,)}]
    if facts.used_in_crime is None:
        yield "used_in_crime", [{"used": (i,)} for i in range(3)]
    if not facts.harm:
        yield "harm", [{"grave": (False,)}, {"grave": (True,)}]
    if facts.prior is None:
        yield "prior", [{"prior": (False,)}, {"prior": (True,)}]
    if case.scale:
        yield from data_answers(case)


def listed_answers(case):
    """Under the first text: who the leaker is, and in which sector."""
    actor, sector = case.actor, case.sector
    if actor is None:
        yield "leaker.actor", [{"listed": tier.listed(answer, sector)} for answer in ("police_officer", "individual")]
    elif sector is None:
        yield "leaker.sector", [{"listed": tier.listed(actor, "finance")}]


def data_answers(case):
    """The open facts of the data: what it is, of which kind, how many items."""
    data = case.facts.data
    if not data:
        yield (
            "data",
            [
                {"items": levels, "only_c": (c,), "some_c": (c,), "track": (False,)}
                for levels in LEVEL_ANSWERS
                for c in tier.BOTH
            ],
        )
        return
    for i, datum in enumerate(data[:MOST]):
        others = data[:i] + data[i + 1 :]
        if datum.kind is None:
            yield f"data[{i}].kind", [data_as(case, [*others, type(datum)(kind, datum.count)]) for kind in ONE_OF_EACH]
        if datum.count is None:
            yield f"data[{i}].count", list(count_answers(case, others, datum))


MOST = 3 * len(terms.DATA_KIND)  # nobody is asked about more entries than that
ONE_OF_EACH = (terms.CLASS_A[0], terms.CLASS_A[-1], terms.CLASS_B[0], terms.CLASS_C[0])


def data_as(case, data):
    """The change of a State that data of this description makes."""
    return {
        "items": tier.any_items(case.scale, data),
        "only_c": tier.only_class_c(data),
        "some_c": tier.any_class_c(data),
        "track": tier.any_track(data),
    }


def count_answers(case, others, datum):
    """Numbers of items just at each standard, on both scales, and none."""
    scale = case.scale
    light, heavy = scale.weight(datum)
    low, high = scale.weigh(others) if others else (0, 0)
    for times in (0, 1, scale.times):
        for divisor in (1, scale.divisor):
            count = -(-scale.unit * times // (light * divisor))
            yield {"items": scale.items_between(low + light * count, high + heavy * count if high != inf else inf)}


# ---- the other parts ----


def open_for_the_rest(case):
    """Pairs of an open path and a part of the decision that its answer changes, by the law of the two days."""
    for test in RESTS:
        yield from test(case)


def who_and_what(case):
    """Who leaked and what was done decide doors, penalties and discipline."""
    then, now = case.then, case.now
    if case.actor is None and now.cite("npcsc-2012-decision/9"):
        yield "leaker.actor", "doors"
        if then.cite("police-law/48") and case.conduct != {"refused_to_delete"}:
            yield "leaker.actor", "discipline"
    if not case.conduct and then.cite("npcsc-2012-decision/11"):
        yield "conduct", "administrative"
        if (
            case.actor != "state_organ"
            and not case.urgency & {"ongoing_threat", "ongoing_fraud"}
            and not case.reports
            and case.bounds[1]
        ):
            yield "conduct", "doors"
    if case.sector is None and case.actor in SECTOR_MATTERS and now.cite("pipl/65"):
        yield "leaker.sector", "doors"


SECTOR_MATTERS = terms.ORDINARY | terms.BUSINESSES | {"public_institution_manager"}


def safety_and_earlier_reports(case):
    """Danger going on, an earlier report, a minor, poverty: each opens doors."""
    facts, now = case.facts, case.now
    if facts.urgency is None and now.cite("criminal-procedure/110"):
        yield "urgency", "doors"
    if facts.prior_report is None and now.cite("criminal-procedure/113") and now.number("procuratorate/triage"):
        yield "prior_report", "doors"
    if facts.victim_minor is None and not facts.victim_under_14 and now.cite("minors-law/11"):
        yield "victim_minor", "doors"
    if facts.victim_poor is None and now.cite("legal-aid-law/29"):
        yield "victim_poor", "doors"
    if facts.anonymous is None and case.official and now.number("supervision/acceptance-notice"):
        yield "anonymous", "doors"


def numbers_and_dates(case):
    """How many victims, and since when they know."""
    facts = case.facts
    if facts.victims is None and case.actor != "individual" and case.conduct and case.then.cite("pipl/70"):
        yield "victims", "public_interest"
    if facts.known_on is None and case.now.number("civil/limitation"):
        yield "known_on", "limits"


def purpose_and_wishes(case):
    """A private purpose frees the State; wishes decide which civil claims are spelt out."""
    facts, then = case.facts, case.then
    if facts.purpose is None and case.official and then.cite("state-compensation-law/5:1(1)"):
        yield "purpose", "state_liability"
    if facts.wishes is None and not case.online and then.cite("civil-code/995"):
        yield "wishes", "civil"
    if facts.mitigation is None and case.tier == "serious" and case.measure:
        yield "mitigation", "crime.findings"


def card_data(case):
    """Data recorded on an identity card has a penalty of its own."""
    from rightdoor.law.liability.administrative import card_keeper

    if (
        case.gave
        and case.id_card is None
        and case.duty is not False
        and card_keeper(case)
        and case.then.number("sanction/id-card-fine-yuan")
    ):
        for i, datum in enumerate((case.facts.data or ())[:MOST]):
            if datum.from_id_card is None:
                yield f"data[{i}].from_id_card", "administrative"


RESTS = (who_and_what, safety_and_earlier_reports, numbers_and_dates, purpose_and_wishes, card_data)
