"""Words of the report on a class."""

from rightdoor.text import Pair

COHORT = {
    "sample-class": Pair(
        "这是程序自己生成的样例，背后没有任何人：程序按脚本让一班学员做了几个真实的练习案例，有对有错。",
        "This is a sample made by the program, with no person behind it: a script made a class work some real training cases, "
        "right and wrong.",
    ),
    "members": Pair("名册人数", "In the roster"),
    "begun-by": Pair("已经开始", "Have begun"),
    "walks-done": Pair("做完的案例（人次）", "Cases finished, in all"),
    "taking-part": Pair("参加情况", "Taking part"),
    "not-begun-yet": Pair("还有 {n} 人没有开始。", "{n} have not begun."),
    "all-begun": Pair("人人都开始了。", "Everybody has begun."),
    "nobody-begun": Pair(
        "还没有练习记录。等有人做完第一个案例的第一步，这里就会有内容。",
        "Nothing is recorded yet. After somebody's first step there will be something here.",
    ),
    "too-few": Pair(
        "开始练习的不足 {least} 人。人数太少时，从数字就能认出是谁，所以不作统计；等人数够了再生成一次报告。",
        "Fewer than {least} have begun. Of so few, figures tell who is who, so there are none; make the report again "
        "when more have begun.",
    ),
    "weeks-title": Pair("每周的回答数", "Answers in each week"),
    "weeks-alt": Pair(
        "柱状图：每周的回答数，日期都是星期一。{weeks}。",
        "Column chart of answers in each week, by the date of its Monday: {weeks}.",
    ),
    "class-bars-title": Pair("各项技能的首答得分", "First-try score by skill"),
    "class-bars-alt": Pair(
        "横条图：全班各项技能的首答得分。{rows}。", "Bar chart of the class's first-try score by skill. {rows}."
    ),
    "class-row": Pair("{skill} {n}", "{skill}: {n}"),
    "class-note": Pair(
        "每人每步只算第一次。细线是 95% 的可能范围：回答越少，线越长。",
        "The first try of each learner at each step. The thin line is the 95 % range: the fewer the answers, the longer it is.",
    ),
    "answers": Pair("回答数", "Answers"),
    "look-first": Pair("先看哪里", "What to look at first"),
    "look-none": Pair("没有特别要看的地方。", "There is nothing that stands out."),
    "look-in": Pair("《{case}》：{ask}", "“{case}”: {ask}"),
    "certainty": Pair("有把握的人答对了吗", "Were those who were sure right?"),
    "certainty-degree": Pair("作答时", "When answering"),
    "degree-sure": Pair("有把握", "sure"),
    "degree-think-so": Pair("大概是", "think so"),
    "degree-guess": Pair("猜的", "a guess"),
    "right-share": Pair("全对", "Fully right"),
    "range": Pair("95% 范围", "95 % range"),
    "certainty-note": Pair(
        "说有把握却答错的，比猜错的更要紧：他们不会再去查。",
        "To be sure and wrong matters more than a wrong guess: nobody looks up what they believe they know.",
    ),
    "by-case": Pair("逐个案例", "Case by case"),
    "question": Pair("问题", "Question"),
    "learners": Pair("人数", "Learners"),
    "sure-wrong": Pair("有把握却错", "Sure but wrong"),
    "stopped": Pair("停在这里", "Stopped here"),
    "few": Pair("不足 {least} 人", "fewer than {least}"),
    "few-note": Pair(
        "不足 {least} 人回答的步骤不显示得分。",
        "Steps with fewer than {least} answers show no score.",
    ),
    "notice-cohort": Pair(
        "本报告由全班的练习记录算出。里面没有姓名和学员代码，不足 {least} 人的小组不显示。记录本身只有编号和数字；任何人都可以要求删除自己的记录，删除后请重新生成本报告。",
        "This report is computed from the practice record of the class. It holds no name and no learner code, and groups of "
        "fewer than {least} are not shown. The record itself holds ids and numbers alone; anybody may ask that theirs be "
        "deleted, after which this report should be made again.",
    ),
    "notice-class-sample": Pair(
        "样例的记录由程序按脚本生成。",
        "The record of this sample was made by a script.",
    ),
}
