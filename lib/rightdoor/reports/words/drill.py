"""Words of the report on a drill."""

from rightdoor.text import Pair

DRILL = {
    "drill": Pair("演练编号", "Drill"),
    "drill-day": Pair("演练日期", "Held on"),
    "drill-minutes": Pair("用时（分钟）", "Minutes"),
    "attended": Pair("参加人数", "Took part"),
    "attended-of": Pair("{of} 人中 {n} 人", "{n} of {of}"),
    "drill-plan-gone": Pair(
        "演练“{drill}”的方案不在这里，或者打不开：请核对 data/drills/ 里的方案，运行 rightdoor class check。",
        "The plan of the drill '{drill}' is not here or cannot be read: look in data/drills/ and run rightdoor class check.",
    ),
    "expected": Pair("该做的，做了没有", "What was expected, and whether it was done"),
    "nobody-came": Pair("还没有人参加这次演练。", "Nobody has taken part in this drill yet."),
    "nobody-came-why": Pair(
        "这不是错误。学员打开自己的链接，这里就会有内容；链接可以用 rightdoor class links 再打印一次。",
        "That is no error. As soon as a trainee opens her link there will be something here; rightdoor class links prints "
        "the links again.",
    ),
    "expected-none": Pair("这个方案没有列出该做的事。", "The plan names no expected actions."),
    "action": Pair("该做的", "Expected"),
    "by-minute": Pair("时限", "By"),
    "by-minute-is": Pair("第 {n} 分钟前", "minute {n}"),
    "anytime": Pair("不限", "any time"),
    "done-by": Pair("做到的人", "Done by"),
    "answers-title": Pair("每段时间的回答数", "Answers over time"),
    "answers-alt": Pair(
        "柱状图：演练开始后每段时间的回答数，横轴是分钟。{minutes}。",
        "Column chart of the answers over the minutes of the drill. {minutes}.",
    ),
    "again": Pair("再讲一遍的三件事", "Three things to teach again"),
    "again-none": Pair("没有特别要再讲的。", "Nothing stands out that should be taught again."),
    "seats": Pair("每个人", "Everybody"),
    "person": Pair("学员", "Trainee"),
    "absent": Pair("没有参加", "did not take part"),
    "answered-n": Pair("回答数", "Answers"),
    "finished-cases": Pair("做完的案例", "Cases finished"),
    "minutes": Pair("分钟", "Minutes"),
    "done-n": Pair("做到的", "Expected done"),
    "moments": Pair("经过", "What happened when"),
    "clock": Pair("计时", "Clock"),
    "what": Pair("发生了什么", "What"),
    "moments-none": Pair("演练还没有开始。", "The drill has not begun."),
    "notice-drill": Pair(
        "本报告由这次演练的记录算出，写有每个学员的代码。只给带班的老师看；讲评时请用不带姓名的投影页。",
        "This report is computed from the record of the drill and holds every trainee's code. It is for the instructors of the "
        "class alone; for a debrief use the projector view, which shows no names.",
    ),
    "notice-drill-names": Pair(
        "姓名来自老师的名册，学习记录里没有姓名。",
        "The names come from the instructor's roster; the record holds none.",
    ),
}
