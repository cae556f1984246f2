"""Civil liability: stop, delete, apologise, pay. And the two public routes to money and change."""

from rightdoor.law import terms
from rightdoor.law.rule import REPORT, chapter
from rightdoor.text import Pair

rule = chapter("civil")

HEAVY = frozenset({"serious_injury", "death", "mental_disorder", "kidnapping"})


@rule("civil-code/1039", "civil-code/1034", "pipl/34")
def organs_and_their_staff_owe_secrecy(case):
    """State organs, bodies with administrative functions and their staff keep what they learn on duty secret."""
    if case.actor in terms.OFFICIAL_SIDE - {"public_institution_manager"}:
        return Pair(
            "国家机关、承担行政职能的法定机构及其工作人员对履职中知悉的隐私和个人信息应当保密，不得泄露或者非法提供。",
            "State organs, statutory bodies with administrative functions and their staff must keep secret the "
            "privacy and personal information learned on duty.",
        ), "leaker.actor"


@rule("civil-code/1038", "civil-code/1034", "pipl/10")
def handlers_may_not_leak(case):
    """A handler may not leak or provide without consent and must keep data safe."""
    if case.actor in terms.BUSINESSES | terms.ORDINARY | {"public_institution_manager"}:
        return Pair(
            "信息处理者不得泄露、非法提供个人信息，应当采取措施确保安全；发生泄露要补救、告知并报告。",
            "A handler may not leak or illegally provide, must keep data safe, and must remedy, notify and "
            "report a leak.",
        ), "leaker.actor"


@rule("civil-code/1165:2", "pipl/69")
def handler_must_disprove_its_fault(case):
    """Under PIPL article 69 the handler pays unless it proves that it was not at fault."""
    in_trade = case.actor == "individual" and case.facts.purpose == "lawful_business"
    if (case.actor in terms.BUSINESSES | terms.ORDINARY or in_trade) and case.then.cite("pipl/69"):
        return Pair(
            "个人信息处理者不能证明自己没有过错的，应当赔偿；按损失、所得利益或者实际情况确定数额。",
            "A handler that cannot prove it was without fault pays: by the loss, the gain, or the circumstances.",
        ), "leaker.actor"


@rule("civil-code/1165:1", "civil-code/111", "civil-code/1032", "pipl/72:1")
def private_person_pays_for_fault(case):
    """A private person, or an official outside his duty, pays for fault; PIPL does not cover personal affairs."""
    in_trade = case.facts.purpose == "lawful_business"
    if (case.actor == "individual" and not in_trade) or (case.official and private_purpose(case)):
        return (
            Pair(
                "个人因过错侵害他人隐私、个人信息造成损害的，承担侵权责任，用民法典。"
                "只有因个人或者家庭事务处理信息的，才不适用个人信息保护法。",
                "A private person answers in tort for fault under the Civil Code. The PIPL is out of play only where "
                "the data was handled for personal or family affairs.",
            ),
            "leaker.actor",
            "purpose",
        )


def private_purpose(case):
    """A person whose purpose had nothing to do with an office."""
    return case.facts.purpose in ("private_curiosity", "favour", "profit", "crime") and case.actor != "state_organ"


def acted_privately(case):
    """A private purpose, and data not known to have been obtained on duty: as far as known, no act in office."""
    return private_purpose(case) and case.duty is not True


@rule("civil-code/1191:1", "civil-code/1038")
def employer_pays_for_its_staff(case):
    """The employer answers for harm done in carrying out the work."""
    if case.actor in terms.ORDINARY | {"public_institution_manager"}:
        return Pair(
            "工作人员因执行工作任务造成损害的，由用人单位承担责任，可以向有故意或者重大过失的人追偿。",
            "The employer answers for harm done by staff in carrying out its work and may recover from those at "
            "grave fault.",
        ), "leaker.actor"


@rule("civil-code/1226")
def medical_institution_keeps_patients_secrets(case):
    """A medical institution answers for leaking a patient's privacy or personal information."""
    if case.sector == "medical" or (case.actor in terms.ORDINARY and "health" in case.kinds):
        return (
            Pair(
                "医疗机构及其医务人员泄露患者隐私和个人信息的，承担侵权责任。",
                "A medical institution and its staff answer in tort for leaking a patient's privacy or personal "
                "information.",
            ),
            "leaker.sector",
            *case.data_paths(("health",), "kind"),
        )


@rule("consumer-law/50", "consumer-law/29")
def trader_owes_consumers_redress(case):
    """A business that infringes consumers' data stops, apologises and pays."""
    if case.actor in terms.BUSINESSES:
        return Pair(
            "经营者侵害消费者个人信息的，停止侵害、恢复名誉、消除影响、赔礼道歉，并赔偿损失。",
            "A business that infringes consumers' personal information must stop, restore reputation, apologise "
            "and pay.",
        ), "leaker.actor"


@rule("pipl/28", "pipl/31", "minors-law/72")
def data_of_a_child_is_sensitive(case):
    """Data of a child under fourteen is sensitive personal information; the guardian's consent is needed."""
    if case.facts.victim_under_14:
        return Pair(
            "不满十四周岁未成年人的个人信息是敏感个人信息，处理须经监护人同意并有专门规则；监护人可以要求更正、删除。",
            "Personal information of a child under fourteen is sensitive: the guardian must consent, special "
            "rules apply, and the guardian may demand correction or deletion.",
        ), "victim_under_14"


@rule("civil-code/1037:2", "pipl/47", "pipl/50", day=REPORT)
def unlawful_processing_must_be_deleted(case):
    """The person concerned may ask for deletion and sue on refusal."""
    if case.actor in terms.BUSINESSES | {"state_organ"} | terms.ORDINARY or case.online:
        return (
            Pair(
                "可以请求删除；拒绝的应当说明理由，可以起诉。",
                "Deletion may be demanded; a refusal must give reasons and can be taken to court.",
            ),
            "leaker.actor",
            "urgency",
        )


@rule("civil-code/1195", "civil-code/1194", day=REPORT)
def platform_must_act_on_notice(case):
    """On notice with first evidence and true identity the platform must take measures at once."""
    if case.online:
        return (
            Pair(
                "通知平台删除、屏蔽、断开链接；通知要有初步证据和真实身份信息。",
                "Notify the platform to delete, block or disconnect; the notice needs first evidence and your "
                "true identity.",
            ),
            "conduct",
            "urgency",
        )


@rule("civil-code/997", day=REPORT)
def court_may_order_to_stop_at_once(case):
    """An injunction where the infringement is going on and delay would make the harm hard to repair."""
    if case.urgency or case.online:
        return (
            Pair(
                "侵害正在发生、不制止就难以弥补的，可以向法院申请责令停止（人格权禁令）。",
                "Where the infringement is going on and delay would make the harm hard to repair, the court may "
                "be asked for an injunction.",
            ),
            "urgency",
            "conduct",
        )


@rule("civil-code/995")
def stop_and_apology_have_no_time_limit(case):
    """Claims to stop, remove and apologise are not subject to limitation."""
    if {"apology", "deletion"} & set(case.facts.wishes or ()) or case.online:
        return Pair(
            "停止侵害、消除影响、赔礼道歉的请求权不受诉讼时效限制。",
            "Claims to stop, to remove the effects and for an apology are not time-barred.",
        ), "wishes"


@rule("civil-code/1182", "pipl/69:2")
def loss_is_paid_by_loss_gain_or_circumstances(case):
    """Property loss from an infringement of personal rights."""
    if not case.harm.isdisjoint({"fraud_loss", "major_economic_loss"}) or "compensation" in (case.facts.wishes or ()):
        return (
            Pair(
                "财产损失按实际损失或者对方所得利益赔偿；都难以确定的，由法院酌定。",
                "Property loss is paid by the loss or the other side's gain; where neither can be shown, the "
                "court decides.",
            ),
            "harm",
            "wishes",
        )


@rule("civil-code/1183:1")
def grave_mental_harm_is_paid(case):
    """Only grave mental harm is paid."""
    if case.harm & HEAVY:
        return Pair(
            "造成严重精神损害的，可以请求精神损害赔偿；一般的烦恼不赔。",
            "Grave mental harm may be compensated; ordinary annoyance is not.",
        ), "harm"


@rule("criminal-procedure/101", "interp-2021-1/175", day=REPORT)
def civil_claim_in_the_criminal_case_covers_material_loss_only(case):
    """In the criminal case only material loss can be claimed; mental harm as a rule is not heard."""
    if case.bounds[1] and case.offends is not False:
        return Pair(
            "刑事案件中附带民事诉讼只管物质损失，精神损失一般不受理。",
            "A civil claim inside the criminal case covers material loss only; mental harm is as a rule not heard.",
        ), "conduct"


@rule("interp-2021-1/177", day=REPORT)
def no_civil_claim_inside_the_case_against_an_official_in_office(case):
    """Against State functionaries who infringed while exercising power the collateral claim is closed."""
    if case.actor in terms.STATE_ORGAN_STAFF and case.bounds[1] and not acted_privately(case):
        return (
            Pair(
                "国家机关工作人员行使职权时犯罪的，附带民事诉讼不受理，另走国家赔偿。",
                "Where a State functionary commits the crime in exercising power, the collateral civil claim is "
                "not heard; ask for State compensation.",
            ),
            "leaker.actor",
            "purpose",
        )
