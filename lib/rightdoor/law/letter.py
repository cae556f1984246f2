"""What must stand in a letter of report: a rule for each element and kind of door, resting on the article that asks it.

What must not stand in it are the red lines (cautions.py). What no rule asks for may stand in it.
"""

from rightdoor.law import terms
from rightdoor.law.case import Case
from rightdoor.law.doors.shut import REGULATORS
from rightdoor.law.rule import BOOK_OF_RULES, REPORT, Finding, chapter
from rightdoor.text import Pair

element = chapter("letter", day=REPORT)

SUPERVISION = frozenset({"supervision-commission", "stationed-discipline-office"})
CRIME = frozenset({"police", "police-other-organ", "procuratorate"})
POLICE = frozenset({"police", "police-other-organ"})
PETITION = frozenset({"letters-and-visits"})
NOTICE = frozenset({"platform-notice"})
HANDLER = frozenset({"data-handler"})


class Letter(Case):
    """A case, and the door to which the letter goes."""

    def __init__(self, facts, book, today, door):
        super().__init__(facts, book, today)
        self.door = door


def elements(facts, book, today, door):
    """What must stand in a letter to `door` on these facts: Findings whose id is of the vocabulary's letter_element."""
    letter, out = Letter(facts, book, today, door), {}
    for rule in BOOK_OF_RULES["letter"]:
        basis = letter.now.citable(rule.articles)
        found = rule.find(letter) if basis else None
        if found:
            id, says, *paths = found
            out.setdefault(id, Finding(id, says, basis, letter.because(paths)))
    return tuple(out.values())


# ---- who writes ----


@element("supervision-regulations/209:1")
def real_name_and_telephone_make_a_named_report(case):
    """The supervision organs give priority and an answer to a real name with a telephone number or other contact."""
    if case.door in SUPERVISION and not case.facts.anonymous:
        return (
            "name-and-contact",
            Pair(
                "用真实姓名、留电话，才算实名检举控告：优先办理，并给答复。",
                "A real name and a telephone number make it a named report: dealt with first, and answered.",
            ),
            "anonymous",
        )


@element("letters-visits-regulations/19:1")
def petition_states_name_and_address(case):
    """A petition in writing states name and address."""
    if case.door in PETITION:
        return (
            "name-and-contact",
            Pair("书面信访要载明姓名、住址。", "A written petition states name and address."),
        )


@element("civil-code/1195:1")
def notice_to_a_platform_states_the_real_identity(case):
    """A notice to a platform contains the real identity of the person whose right it is."""
    if case.door in NOTICE:
        return (
            "name-and-contact",
            Pair(
                "通知平台要写权利人的真实身份信息。",
                "A notice to a platform gives the real identity of the person whose right it is.",
            ),
        )


@element("criminal-procedure/111:1", "criminal-procedure/111:3", "police-criminal-procedure/173:2")
def crime_report_is_signed_and_may_be_kept_secret(case):
    """A report of a crime is signed by the person who makes it, who may ask that the name be kept secret."""
    if case.door in CRIME and not case.facts.anonymous:
        return (
            "name-and-contact",
            Pair(
                "报案、控告要由本人签名；不愿公开姓名的，可以要求保密。",
                "A report is signed by the person who makes it; on request the name is kept secret.",
            ),
            "anonymous",
        )


# ---- what is told ----


@element("supervision-regulations/48")
def named_person_decides_which_commission(case):
    """Which commission is competent follows from who the official is and where he serves."""
    if case.door in SUPERVISION:
        return (
            "who-leaked",
            Pair(
                "归哪一级、哪里的监委管，看被举报人是谁、在哪个单位：知道多少写多少。",
                "Which commission is competent depends on who the person is and where he serves: write what is known.",
            ),
            "leaker.actor",
        )


@element("criminal-procedure/110")
def crime_report_names_facts_or_suspect(case):
    """What is reported are the facts of a crime or a suspect."""
    if case.door in CRIME:
        return (
            "what-happened",
            Pair(
                "报的是犯罪事实：哪天、在哪里、谁把谁的哪类信息、多少条、给了谁。",
                "What is reported are facts: when, where, who passed on whose data, of which kind, how much, to whom.",
            ),
            "conduct",
        )


@element("constitution/41:1")
def report_states_the_unlawful_act(case):
    """A citizen may report unlawful acts and neglect of duty by organs and officials: the act itself must be told."""
    if case.actor in terms.OFFICIAL_SIDE and case.door not in CRIME | NOTICE | HANDLER:
        return (
            "what-happened",
            Pair(
                "检举的是违法失职行为：把时间、地点、做了什么、哪类信息写清楚。",
                "What is reported is an unlawful act: state when, where, what was done and with which data.",
            ),
            "leaker.actor",
        )


@element("letters-visits-regulations/19:1")
def petition_states_facts_and_reasons(case):
    """A petition in writing states the facts and the reasons."""
    if case.door in PETITION:
        return "what-happened", Pair(
            "书面信访要载明事实、理由。", "A written petition states the facts and the reasons."
        )


@element("pipl/65")
def complaint_names_the_unlawful_processing(case):
    """What the protection departments take are complaints of unlawful processing: the processing must be told."""
    if case.actor not in terms.OFFICIAL_SIDE and case.door in REGULATORS:
        return (
            "what-happened",
            Pair(
                "投诉、举报的是违法处理个人信息的活动：谁、哪天、怎么处理了哪类信息。",
                "What is reported is unlawful processing: who processed which data, when and how.",
            ),
            "leaker.actor",
        )


@element("criminal-procedure/111:2")
def guesses_are_marked_in_a_crime_report(case):
    """An honest error is not a false accusation; so the letter tells what is known, how, and what is a guess."""
    if case.door in CRIME:
        return (
            "source-and-guesses",
            Pair(
                "写明是怎么知道的，猜的注明是猜的：不是捏造而有出入的，和诬告严格区别。",
                "State how it is known and mark guesses: an honest error is kept apart from a false accusation.",
            ),
        )


@element("constitution/41:1", "supervision-regulations/316:1")
def guesses_are_marked_in_a_report_against_an_official(case):
    """Nobody may invent or distort facts in order to accuse an official falsely."""
    if case.actor in terms.OFFICIAL_SIDE and case.door not in CRIME | NOTICE | HANDLER | PETITION:
        return "source-and-guesses", TRUE_TO_FACT, "leaker.actor"


@element("letters-visits-regulations/19:2")
def guesses_are_marked_in_a_petition(case):
    """A petition is objective and true; its author answers for the material."""
    if case.door in PETITION:
        return "source-and-guesses", TRUE_TO_FACT


TRUE_TO_FACT = Pair(
    "写明是怎么知道的，猜的注明是猜的；不得捏造、歪曲事实。",
    "State how it is known and mark guesses; nothing may be invented or distorted.",
)


@element("police-criminal-procedure/170")
def police_list_the_evidence_received(case):
    """The police register the evidence they are given in a list that the person signs."""
    if case.door in POLICE:
        return (
            "evidence-list",
            Pair(
                "附证据清单：公安机关收下材料要登记、开清单，由本人签名。",
                "Attach a list of evidence: the police register what they receive in a list that the person signs.",
            ),
        )


@element("civil-code/1195:1")
def notice_to_a_platform_carries_first_evidence(case):
    """A notice to a platform contains prima facie evidence of the infringement."""
    if case.door in NOTICE:
        return (
            "evidence-list",
            Pair(
                "通知平台要附构成侵权的初步证据：网址、截图、时间。",
                "A notice to a platform carries prima facie evidence: address, screenshot, time.",
            ),
        )


# ---- what is asked for ----


@element("letters-visits-regulations/19:1")
def petition_states_its_request(case):
    """A petition in writing states the request, the facts and the reasons."""
    if case.door in PETITION:
        return (
            "request",
            Pair("信访要载明请求、事实、理由。", "A petition states the request, the facts and the reasons."),
            "wishes",
        )


@element("police-law/46:1")
def result_of_a_report_against_an_officer_is_told(case):
    """Who accepts a report against a police officer must tell its result: the letter asks for it."""
    if case.police and case.door in POLICE | SUPERVISION | {"police-inspectorate", "procuratorate"}:
        return (
            "request",
            Pair(
                "写明请求：依法查处，并把结果告知本人。",
                "State the request: that it be dealt with under the law and the result be told.",
            ),
            "leaker.actor",
        )


@element("civil-code/1195:1", "pipl/47:1")
def notice_says_what_to_take_down(case):
    """The person may ask for deletion, blocking or disconnection: the notice says which."""
    if case.door in NOTICE | HANDLER:
        return (
            "request",
            Pair(
                "写明要求采取什么措施：删除、屏蔽、断开链接。",
                "Say which measure is asked for: deletion, blocking, disconnection.",
            ),
            "wishes",
        )
