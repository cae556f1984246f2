"""What to do at each door after another was shut: one sentence and its articles. `{days}` is filled in by the rule."""

from dataclasses import dataclass

from rightdoor.text import Pair


@dataclass(frozen=True, slots=True)
class Next:
    """The words of a way on."""

    says: Pair
    articles: tuple[str, ...]


def way_on(zh, en, *articles):
    """One entry of the table below."""
    return Next(Pair(zh, en), articles)


RULES = "procuratorate-criminal-rules/"
POLICE = "police-criminal-procedure/"

NEXT = {
    "refused": {
        "police-inspectorate": way_on(
            "窗口不收、不给回执：要书面理由，向督察（12389）投诉。",
            "Refused at the window, no receipt: ask for the reason in writing; complain to the inspectorate (12389).",
            "police-inspection-regulations/4",
            POLICE + "169",
            POLICE + "171",
        ),
        "police-other-organ": way_on(
            "向上级公安机关反映，由其责成接收或者接办。",
            "Turn to the superior police organ.",
            "police-inspection-regulations/6",
            POLICE + "22",
        ),
        "procuratorate": way_on(
            "请检察院监督：该受理、该决定而不决定的，检察院应当审查。",
            "Ask the procuratorate to supervise: it must look into a failure to accept or decide.",
            RULES + "562",
            "criminal-procedure/113",
        ),
    },
    "not-filed": {
        "same": way_on(
            "收到不予立案通知书后 {days} 日内，向作出决定的公安机关申请复议。",
            "Within {days} days of the notice apply to the same police organ for reconsideration.",
            POLICE + "179:1",
            "criminal-procedure/112",
        ),
        "procuratorate": way_on(
            "同时可以随时申请检察院立案监督，由它要求公安说明理由。",
            "At any time ask the procuratorate to supervise the filing: it makes the police state reasons.",
            "criminal-procedure/113",
            RULES + "557",
            RULES + "560",
            RULES + "563",
        ),
    },
    "upheld": {
        "police-other-organ": way_on(
            "收到复议决定书后 {days} 日内，向上一级公安机关申请复核。",
            "Within {days} days of the decision apply to the next higher police organ for review.",
            POLICE + "179:2",
        ),
        "procuratorate": way_on(
            "随时可以申请检察院立案监督。",
            "At any time ask the procuratorate to supervise the filing.",
            "criminal-procedure/113",
            RULES + "557",
        ),
    },
    "silent-police": {
        "procuratorate": way_on(
            "公安逾期不决定是否立案的，请检察院监督。",
            "Where the police do not decide in time, ask the procuratorate to supervise.",
            RULES + "562",
            "criminal-procedure/113",
        ),
        "police-inspectorate": way_on(
            "不作为可以向督察（12389）投诉。",
            "Inaction can be reported to the inspectorate (12389).",
            "police-inspection-regulations/4",
        ),
    },
    "silent-inspectorate": {
        "police-other-organ": way_on(
            "督察查处不力的，上级督察可以直接督察。",
            "Where the inspectorate is slow the superior one may take over.",
            "police-inspection-regulations/6",
        ),
        "supervision-commission": way_on(
            "也可以向监察机关检举；查处结果应当告知。",
            "The supervision commission may be told as well; the result must be told.",
            "police-law/46",
            "supervision-law/38",
        ),
    },
    "not-pursued": {
        "private-prosecution": way_on(
            "有证据证明侵犯自己人身、财产权利，又有控告不被追究的证明的，可以自诉。",
            "With evidence of an infringement of one's person or property, and proof that the complaint was not "
            "pursued, a private prosecution may be brought.",
            "criminal-procedure/210",
            "interp-2021-1/1",
            "interp-2021-1/316",
        ),
    },
    "procuratorate-not-filed": {
        "procuratorate": way_on(
            "收到不立案通知书后 {days} 日内，向上一级检察院申请复议。",
            "Within {days} days of the notice apply to the next higher procuratorate.",
            RULES + "173:2",
        ),
    },
    "not-prosecuted": {
        "procuratorate": way_on(
            "收到不起诉决定书后 {days} 日内，向上一级检察院申诉；也可以不申诉，直接起诉。",
            "Within {days} days of the decision complain to the next higher procuratorate, or go to court directly.",
            "criminal-procedure/180",
        ),
    },
    "silent-procuratorate": {
        "procuratorate": way_on(
            "向原检察院查询，并向上一级检察院反映。",
            "Ask the procuratorate, and turn to the next higher one.",
            RULES + "161",
            RULES + "163",
        ),
    },
    "no-penalty": {
        "administrative-reconsideration": way_on(
            "对不予处罚不服的，被侵害人可以申请行政复议。",
            "The injured person may apply for reconsideration of a decision not to penalise.",
            "public-security-penalties/121",
            "reconsideration-law/20",
            "reconsideration-law/11",
        ),
        "administrative-litigation": way_on(
            "也可以提起行政诉讼。",
            "Or sue in the administrative court.",
            "public-security-penalties/121",
            "administrative-litigation-law/46",
        ),
    },
    "inaction": {
        "administrative-reconsideration": way_on(
            "行政机关不履行法定职责的，必须先申请行政复议，对复议决定不服再起诉（刑事侦查行为不在此列）。",
            "Where an administrative organ does not perform its duty, reconsideration must come first and court after "
            "it (not for acts of criminal investigation).",
            "reconsideration-law/23",
            "reconsideration-law/11",
            "reconsideration-law/20",
            "administrative-litigation-law/45",
        ),
    },
    "reconsidered": {
        "administrative-litigation": way_on(
            "对复议决定不服，或者复议机关不受理、逾期不决定的，向法院起诉。",
            "Against the decision on reconsideration, its refusal or its silence: sue.",
            "administrative-litigation-law/45",
            "reconsideration-law/23",
        ),
    },
    "silent-supervision": {
        "supervision-commission": way_on(
            "向其信访室查询，再向上级监委反映；匿名举报没有答复。",
            "Ask its petition office, then the superior commission; anonymous reports get no answer.",
            "supervision-regulations/209",
            "supervision-regulations/199:2",
        ),
    },
    "petition": {
        "letters-and-visits": way_on(
            "可以请求复查、复核；有法定途径的，走法定途径。",
            "Review and recheck may be asked for; where a legal route exists, use it.",
            "letters-visits-regulations/35",
            "letters-visits-regulations/36",
            "letters-visits-regulations/31",
        ),
    },
    "transferred": {
        "same": way_on(
            "问清移送给了哪个机关、何时移送、编号，再到该机关查询。",
            "Ask to which organ it was passed, when and under which number; then ask there.",
            "criminal-procedure/110:3",
        ),
    },
}
