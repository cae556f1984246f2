"""Words that several reports use."""

from rightdoor.text import Pair

SHARED = {
    "product": Pair("找对门 · RightDoor", "RightDoor · 找对门"),
    "sample-title": Pair("样例", "Sample"),
    "sample": Pair(
        "这是程序自己生成的样例，背后没有任何人：程序按脚本走完了一个真实的练习案例，并故意犯了几处常见的错误。",
        "This is a sample made by the program, with no person behind it: a script walked through one real training "
        "case and made a few common mistakes on purpose.",
    ),
    "learner": Pair("学员代码", "Learner code"),
    "made": Pair("生成日期", "Made on"),
    "score": Pair("首答得分", "First-try score"),
    "contents": Pair("目录", "Contents"),
    "case": Pair("案例", "Case"),
    "state": Pair("进度", "Progress"),
    "done": Pair("做完", "finished"),
    "open": Pair("未做完", "not finished"),
    "since": Pair("{since} 起施行", "in force from {since}"),
    "until": Pair("至 {until}（不含）", "until {until} (exclusive)"),
    "still": Pair("现行有效", "still in force"),
    "checked": Pair("{day} 核对", "checked {day}"),
    "converted": Pair("由官方简体文本转换，以简体文本为准", "converted from the official Simplified Chinese text"),
    "gloss": Pair(
        "英文说明（非官方）", "Plain-English gloss of the whole article (unofficial; the Chinese text prevails)"
    ),
    "law": Pair("所依据的法律数据", "The law this rests on"),
    "law-snapshot": Pair("数据版本", "Data snapshot"),
    "law-read": Pair("读取日期", "Read on"),
    "law-size": Pair("收录", "Holds"),
    "law-size-is": Pair(
        "{articles} 条条文，{versions} 个版本，{doors} 个受理渠道",
        "{articles} articles in {versions} versions, {doors} doors",
    ),
    "law-checked": Pair("最近一次核对", "Last checked"),
    "law-oldest": Pair("最早一次核对", "Oldest check"),
    "law-note": Pair(
        "本报告用于培训，不是法律意见。受理机关和电话以当地公布为准。",
        "This report is for training and is not legal advice. Confirm the doors and telephone numbers locally.",
    ),
    "notice": Pair("数据说明", "About your data"),
    "law-changed": Pair(
        "有些练习是按较早的数据版本（{ids}）做的；本报告已按现在的数据版本重新判断。",
        "Some of the practice was done on an earlier snapshot ({ids}); this report judges it anew on the present one.",
    ),
}
