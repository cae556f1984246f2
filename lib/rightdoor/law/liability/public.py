"""State liability and public-interest litigation, with their honest limits."""

from rightdoor.law.liability.civil import acted_privately, private_purpose
from rightdoor.law.rule import REPORT, chapter
from rightdoor.text import Pair

state = chapter("state_liability")
public = chapter("public_interest")

ADMINISTRATIVE = frozenset({"police_officer", "auxiliary_police", "civil_servant", "entrusted_staff", "state_organ"})


@state("state-compensation-law/5:1(1)")
def state_does_not_answer_for_private_acts(case):
    """An act that has nothing to do with the exercise of office is not compensated by the State."""
    if case.official and private_purpose(case):
        return (
            Pair(
                "与行使职权无关的个人行为，国家不赔；向本人追究。但是否与职权无关由机关和法院认定，可以先问清。",
                "The State does not answer for a private act unrelated to office: claim from the person. Whether "
                "it was unrelated is for the organ and the court.",
            ),
            "leaker.actor",
            "purpose",
        )


@state("state-compensation-law/2", "state-compensation-law/3", "state-compensation-law/4", "interp-2022-10/1")
def state_answers_for_acts_in_office(case):
    """Harm to the person or to property by the exercise of office is compensated; a factual act may be one."""
    if case.actor in ADMINISTRATIVE and not acted_privately(case):
        return (
            Pair(
                "行使职权中违法造成人身、财产损害的，受害人可以请求国家赔偿；只赔能证明的人身、财产损害。",
                "Harm to body or property by unlawful exercise of office is compensated by the State, as far as "
                "it is proved.",
            ),
            "leaker.actor",
            "purpose",
        )


@state("police-law/50", "public-security-penalties/140")
def police_apologise_and_compensate(case):
    """Police who infringe lawful rights apologise and compensate."""
    if case.police and not acted_privately(case):
        return (
            Pair(
                "人民警察执行职务侵害合法权益造成损害的，依法赔偿；办理治安案件中违法行使职权的，还应赔礼道歉。",
                "Harm done by police on duty is compensated; in public-security cases an apology is due as well.",
            ),
            "leaker.actor",
            "purpose",
        )


@state("state-compensation-law/9", "state-compensation-law/13", "state-compensation-law/14", day=REPORT)
def claim_goes_first_to_the_organ(case):
    """The claim is made to the liable organ first, or together with reconsideration or litigation."""
    if case.actor in ADMINISTRATIVE and not acted_privately(case):
        return Pair(
            "先向赔偿义务机关提出，也可以在行政复议、行政诉讼中一并提出。",
            "The claim goes to the liable organ first, or together with reconsideration or litigation.",
        ), "leaker.actor"


@state("state-compensation-law/35", day=REPORT)
def mental_harm_money_is_narrow(case):
    """Money for mental harm is tied to the cases of articles 3 and 17."""
    if case.actor in ADMINISTRATIVE and not acted_privately(case):
        return Pair(
            "精神损害抚慰金限于第三条、第十七条的情形并且后果严重；单纯信息泄露能不能赔，没有定论，不要承诺。",
            "Money for mental harm is tied to arts. 3 and 17 with grave consequences; whether a mere leak "
            "qualifies is unsettled: promise nothing.",
        ), "leaker.actor"


def if_many(case, says):
    """The sentence, on the condition that many people are affected where nobody has counted them."""
    return says if case.many else Pair(IF_MANY.zh + says.zh, IF_MANY.en + says.en)


IF_MANY = Pair("请先问清受害的有多少人。如果人数众多：", "Ask first how many people are affected. If they are many: ")


@public("pipl/70")
def many_victims_allow_public_interest_action(case):
    """Where a handler's unlawful processing infringes the rights of many, the procuratorate may sue."""
    if case.perhaps_many and case.actor != "individual" and case.conduct:
        return (
            if_many(
                case,
                Pair(
                    "违法处理侵害众多个人权益的，人民检察院、法定的消费者组织等可以起诉；带来下架、整改、道歉，"
                    "不是个人的钱。",
                    "Unlawful processing that infringes the rights of many can be taken to court by the "
                    "procuratorate or named organisations: it brings take-down, reform and apology, not money for "
                    "each.",
                ),
            ),
            "victims",
            *case.data_paths(),
            "leaker.actor",
        )


@public("administrative-litigation-law/25:4", day=REPORT)
def organ_that_neglects_its_duty_may_be_advised_and_sued(case):
    """The procuratorate may advise an administrative organ that neglects its duty, and sue if it stays passive."""
    if case.perhaps_many and case.actor == "state_organ":
        return (
            if_many(
                case,
                Pair(
                    "行政机关违法履职侵害公共利益的，检察院可以提出检察建议，不改的可以提起行政公益诉讼。",
                    "Where an administrative organ breaks or neglects its duty to public harm, the procuratorate may "
                    "advise it and, if it does not mend, sue.",
                ),
            ),
            "leaker.actor",
            "victims",
        )
