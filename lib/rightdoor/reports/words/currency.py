"""Words of the report on the law data."""

from rightdoor.text import Pair

CURRENCY = {
    "changes-from": Pair("变动起算日", "Changes after"),
    "due-rows": Pair("待核对（项）", "Due for checking"),
    "changes-past": Pair("已发生的变动", "Changes so far"),
    "changes-ahead": Pair("将要发生的变动", "Changes ahead"),
    "due": Pair("需要重新核对的", "Due for re-checking"),
    "due-none": Pair("没有需要重新核对的。", "Nothing is due."),
    "due-note": Pair(
        "核对超过 {days} 天的、不是核实过的、日期不确定的，都列在这里；没有定论的问题列在后面。",
        "What was checked more than {days} days ago, is not verified, or has an uncertain date stands here; open questions "
        "come last.",
    ),
    "why": Pair("原因", "Reason"),
    "which": Pair("是哪些", "Which"),
    "count": Pair("项数", "Rows"),
    "watch-question": Pair("没有定论的问题", "Open questions"),
    "months-title": Pair("哪个月又该核对多少项", "How many rows fall due in which month"),
    "months-alt": Pair(
        "柱状图：核对满 {days} 天、又该重新核对的项数，按月。{months}。",
        "Column chart of the rows whose check grows older than {days} days, by month. {months}.",
    ),
    "changed": Pair("变动了什么", "What changed"),
    "changed-none": Pair("{since} 以后没有变动。", "Nothing changed after {since}."),
    "changed-note": Pair(
        "只列数据里记载的变动。“牵涉”指哪些渠道、规则、案例和课程依据它，改动时要一并看。",
        "The changes that the data know of. What leans on each stands beside it: look at it as well when the change is worked in.",
    ),
    "day": Pair("日期", "Day"),
    "thing": Pair("条文、渠道或数值", "Article, door or number"),
    "turn": Pair("变动", "Change"),
    "turn-began": Pair("开始", "begins"),
    "turn-amended": Pair("修改", "amended"),
    "turn-ended": Pair("终止", "ends"),
    "touches": Pair("牵涉", "Leans on it"),
    "cases-touched": Pair("案例", "cases"),
    "and-more": Pair("等", " and more"),
    "ahead": Pair("（将来）", "(ahead)"),
    "notice-currency": Pair(
        "本报告只说法律数据，里面没有任何人的信息。",
        "This report tells of the law data alone; there is nobody's information in it.",
    ),
}
