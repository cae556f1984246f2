"""What is punishable below the crime: public-security detention, fines of regulators, orders to correct."""

from rightdoor.law import terms
from rightdoor.law.dates import later
from rightdoor.law.rule import REPORT, chapter
from rightdoor.text import Pair

rule = chapter("administrative")

LEAK = frozenset({"sold", "provided", "published_online", "exchanged"})
HANDLERS = terms.BUSINESSES | terms.BUSINESS_STAFF | {"public_institution_staff", "public_institution_manager"}


def amounts(case, pair, **ids):
    """The sentence with its numbers, each named by the parameter of the day of the conduct."""
    return pair.format(**{name: f"{case.then.number('sanction/' + id):,}" for name, id in ids.items()})


# ---- public security ----


@rule("public-security-penalties/56:1")
def selling_or_giving_is_a_public_security_violation(case):
    """Since 2026 selling or providing personal information is punished by detention, whatever the number."""
    if case.gave:
        return (
            amounts(
                case,
                Pair(
                    "出售或者提供个人信息，尚不够刑事处罚的，拘留{least}日至{most}日；情节较轻的，{minor}日以下。"
                    "没有数量门槛。",
                    "Selling or providing personal information, short of crime: detention of {least} to {most} "
                    "days; in minor circumstances up to {minor}. There is no threshold.",
                ),
                least="sale-detention-min-days",
                most="sale-detention-max-days",
                minor="sale-minor-detention-max-days",
            ),
            "on",
            "conduct",
        )


@rule("public-security-penalties/56:2", "public-security-penalties/56:1")
def illegally_obtaining_is_a_public_security_violation(case):
    """Since 2026 stealing or otherwise illegally obtaining personal information is punished likewise."""
    if case.took:
        return (
            amounts(
                case,
                Pair(
                    "窃取或者以其他方法非法获取个人信息，尚不够刑事处罚的，拘留{least}日至{most}日；情节较轻的，"
                    "{minor}日以下。没有数量门槛。",
                    "Stealing or otherwise illegally obtaining personal information, short of crime: detention "
                    "of {least} to {most} days; in minor circumstances up to {minor}. There is no threshold.",
                ),
                least="sale-detention-min-days",
                most="sale-detention-max-days",
                minor="sale-minor-detention-max-days",
            ),
            "on",
            "conduct",
        )


@rule("public-security-penalties/50:1(6)")
def spreading_private_matters_is_a_public_security_violation(case):
    """Spreading another's private matters is punished, before 2026 under old article 42 with a smaller fine."""
    if "published_online" in case.conduct and case.actor not in (*terms.BUSINESSES, "state_organ"):
        when = "privacy" if case.then.number("sanction/privacy-fine-max-yuan") else "old-privacy"
        return (
            amounts(
                case,
                Pair(
                    "散布他人隐私的，拘留{days}日以下或者罚款{yuan}元以下；情节较重的更重。",
                    "Spreading another's private matters: detention of up to {days} days or a fine of up to "
                    "{yuan} yuan; more in graver circumstances.",
                ),
                days=f"{when}-detention-max-days",
                yuan=f"{when}-fine-max-yuan",
            ),
            "on",
            "conduct",
        )


@rule("cybersecurity-law/64:2")
def police_could_fine_under_the_old_network_law(case):
    """From 2017-06-01 to 2025-12-31 the police fined theft, sale and provision short of crime."""
    if case.offends:
        return (
            amounts(
                case,
                Pair(
                    "行为当时，尚不构成犯罪的，由公安机关没收违法所得，并处违法所得{low}倍至{high}倍罚款；"
                    "没有违法所得的，{most}元以下。",
                    "On that day, short of crime, the police confiscated the gains and fined {low} to {high} "
                    "times the gains; without gains, up to {most} yuan.",
                ),
                low="old-network-fine-min-times",
                high="old-network-fine-max-times",
                most="old-network-fine-max-yuan",
            ),
            "on",
            "conduct",
        )


@rule("cybersecurity-law/71:2", "cybersecurity-law/46")
def network_law_sends_to_other_laws(case):
    """Since 2026 the network law has no fine of its own for theft and sale: the police apply other laws."""
    if case.offends and case.then.number("sanction/old-network-fine-max-yuan") is None:
        return (
            Pair(
                "网络安全法对窃取、出售、提供个人信息不再单设罚款，由公安机关依照有关法律、行政法规处罚。",
                "The Cybersecurity Law sets no fine of its own for theft, sale or provision any more: the police "
                "apply other laws.",
            ),
            "on",
            "conduct",
        )


@rule("administrative-penalty-law/37", day=REPORT)
def old_law_or_the_lighter_one(case):
    """Conduct before 2026 decided afterwards: the new detention does not reach back; the old fine is repealed."""
    if case.offends and not named_by_then(case) and case.now.number("sanction/sale-detention-max-days"):
        return (
            Pair(
                "从旧兼从轻：2026年新设的拘留不适用于以前的行为；旧网络安全法的罚款此后已取消，还能不能罚，没有定论。",
                "Old law or the lighter one: the detention that is new in 2026 does not reach back; the fine of "
                "the old Cybersecurity Law is repealed since, and whether it can still be imposed is open.",
            ),
            "on",
            "decided_on",
        )


def named_by_then(case):
    """Whether the law of the day of the conduct already named the act as a public-security violation."""
    return case.then.number("sanction/sale-detention-max-days") is not None


@rule("public-security-penalties/25")
def public_security_limit_seems_to_have_run(case):
    """A violation that the police did not discover within the limit is no longer punished."""
    months = case.then.number("public-security/discovery-limit")
    if case.offends and named_by_then(case) and months and case.decided > later(case.on, months, "months"):
        return (
            Pair(
                "距行为终了已超过{months}个月：其间公安机关没有发现的，不再处罚；已经报案的，从报案看。",
                "More than {months} months since the end of the conduct: if the police did not discover it in "
                "that time it is no longer punished; an earlier report counts as discovery.",
            ).format(months=months),
            "on",
            "decided_on",
        )


# ---- identity cards ----


@rule("resident-id-law/19:1", "resident-id-law/13:2")
def leaking_card_data_is_detained_and_fined(case):
    """Staff of State organs and listed institutions who leak data recorded on an identity card."""
    if case.gave and case.id_card and case.duty is not False and card_keeper(case):
        return (
            amounts(
                case,
                Pair(
                    "国家机关或者金融、电信、交通、教育、医疗等单位的工作人员泄露履职、"
                    "服务中获得的身份证记载信息，尚不构成犯罪的，拘留{least}日至{most}日，并罚款{fine}元。",
                    "Staff of State organs and of finance, telecom, transport, education, medical and like "
                    "bodies who leak identity-card data obtained on duty or in service, short of crime: "
                    "detention of {least} to {most} days and a fine of {fine} yuan.",
                ),
                least="id-card-detention-min-days",
                most="id-card-detention-max-days",
                fine="id-card-fine-yuan",
            ),
            "leaker.actor",
            *case.data_paths(None, "from_id_card"),
        )


def card_keeper(case):
    """Staff of a body that article 19 names, or may reach by 'and the like'."""
    return case.actor in terms.STATE_ORGAN_STAFF or (case.actor in HANDLERS and case.sector in terms.LISTED_SECTORS)


@rule("resident-id-law/19:2")
def unit_that_leaks_card_data_is_fined(case):
    """The unit itself is fined, and the persons responsible are detained."""
    if (
        case.gave
        and case.id_card
        and (case.actor == "state_organ" or (case.actor in terms.BUSINESSES and case.sector in terms.LISTED_SECTORS))
    ):
        return amounts(
            case,
            Pair(
                "单位泄露身份证记载信息，尚不构成犯罪的，责任人员拘留{least}日至{most}日，"
                "并处{low}元以上{high}元以下罚款。",
                "A unit that leaks identity-card data, short of crime: the persons responsible are detained "
                "{least} to {most} days; fine of {low} to {high} yuan.",
            ),
            least="id-card-detention-min-days",
            most="id-card-detention-max-days",
            low="id-card-unit-fine-min-yuan",
            high="id-card-unit-fine-max-yuan",
        ), "leaker.actor"


# ---- regulators ----


@rule("pipl/66")
def handler_answers_to_the_regulator(case):
    """A handler that processes in breach of the law or fails its duties is ordered to correct, warned and fined."""
    if case.actor in terms.BUSINESSES and case.conduct:
        return (
            amounts(
                case,
                Pair(
                    "处理者违法处理或者不履行保护义务的，责令改正、警告、没收违法所得；拒不改正的，"
                    "罚款{most}元以下；情节严重的，最高{top}元或者上一年度营业额的一定比例。",
                    "A handler that breaks the law or fails its duty of protection: order to correct, warning, "
                    "confiscation; a fine of up to {most} yuan if it refuses; in serious circumstances up to "
                    "{top} yuan or a share of turnover.",
                ),
                most="handler-fine-max-yuan",
                top="handler-serious-fine-max-yuan",
            ),
            "leaker.actor",
            "conduct",
        )


@rule("pipl/66", "pipl/60")
def employer_of_the_leaker_may_answer_to_the_regulator(case):
    """Where staff leaked, the handler may have failed in its own duty of protection."""
    if case.actor in terms.ORDINARY | {"public_institution_manager"} and case.conduct:
        return Pair(
            "员工泄露的，单位如未尽到保护义务，另由履行个人信息保护职责的部门处理。",
            "Where staff leaked and the unit failed in its duty of protection, the departments in charge of "
            "personal information deal with the unit.",
        ), "leaker.actor"


@rule("data-security-law/45:1", "data-security-law/27")
def failure_to_protect_data_is_fined(case):
    """A data handler that fails in its duty of data security."""
    if case.actor in terms.BUSINESSES and "failed_to_protect" in case.conduct:
        return amounts(
            case,
            Pair(
                "不履行数据安全保护义务的，责令改正、警告，可以并处{low}元以上{high}元以下罚款；后果严重的更重。",
                "Failing in the duty of data security: order to correct, warning and possibly a fine of {low} to "
                "{high} yuan; more with grave consequences.",
            ),
            low="data-safety-fine-min-yuan",
            high="data-safety-fine-max-yuan",
        ), "conduct"


@rule("consumer-law/56:1(9)", "consumer-law/29")
def trader_who_infringes_consumers_data_is_fined(case):
    """A business operator that infringes consumers' personal information."""
    if case.actor in terms.BUSINESSES and case.conduct:
        return amounts(
            case,
            Pair(
                "经营者侵害消费者个人信息的，由市场监督管理等部门责令改正、警告、没收违法所得、"
                "罚款违法所得{times}倍以下；没有违法所得的，{most}元以下。",
                "A business that infringes consumers' personal information: order to correct, warning, "
                "confiscation, a fine of up to {times} times the gains or, without gains, up to {most} yuan, by "
                "the market regulator or another department.",
            ),
            times="consumer-fine-max-times",
            most="consumer-fine-max-yuan",
        ), "leaker.actor"


@rule("npcsc-2012-decision/11", "npcsc-2012-decision/1")
def decision_of_2012_provides_penalties(case):
    """Since 2012-12-28 the Decision on network information provides penalties in general terms."""
    if case.offends and case.then.cite("pipl/66") is None:
        return (
            Pair(
                "关于加强网络信息保护的决定规定了警告、罚款、没收违法所得等处罚。",
                "The Decision on network information provides warnings, fines and confiscation in general terms.",
            ),
            "on",
            "conduct",
        )


# ---- State organs ----


@rule("pipl/68:1", "network-data-regulations/60")
def state_organ_is_ordered_to_correct(case):
    """A State organ is not fined: its superior or the departments in charge order it to correct."""
    if case.actor == "state_organ" and case.conduct:
        return (
            Pair(
                "国家机关不履行保护义务的，由上级机关或者履行个人信息保护职责的部门责令改正；责任人员给予处分；"
                "不对机关罚款。",
                "A State organ that fails in its duty: its superior or the departments in charge order it to "
                "correct; its people are disciplined; the organ is not fined.",
            ),
            "leaker.actor",
            "conduct",
        )


@rule("disclosure-regulations/53", "disclosure-regulations/15")
def disclosure_that_harms_is_corrected_from_above(case):
    """What harms others' privacy may not be disclosed; the next higher organ orders correction."""
    if case.actor == "state_organ" and "negligent_publication" in case.conduct:
        return Pair(
            "公开会损害他人隐私的政府信息违反公开条例，由上一级行政机关责令改正。",
            "Publishing government information that harms another's privacy breaks the disclosure regulations; "
            "the next higher organ orders correction.",
        ), "conduct"


@rule("anti-fraud-law/42", "anti-fraud-law/25:1(1)")
def supplying_data_for_fraud_is_punished(case):
    """Selling or providing personal information to help telecom or network fraud."""
    if case.gave and case.facts.used_in_crime == "known_to_leaker":
        return (
            Pair(
                "为电信网络诈骗出售、提供个人信息的，反电信网络诈骗法另有处罚。",
                "Selling or providing personal information for telecom or network fraud is punished under the "
                "Anti-Fraud Law as well.",
            ),
            "used_in_crime",
            "conduct",
        )
