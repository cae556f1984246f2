"""The words of the reports, in Simplified Chinese and English; Traditional Chinese is derived."""

from rightdoor.text import Pair

TITLES = {
    "trainee": Pair("练习报告", "Training report"),
    "cohort": Pair("全班报告", "Class report"),
    "drill": Pair("演练报告", "Drill report"),
    "currency": Pair("法律核对报告", "Law currency report"),
}


def title(template, parameters):
    """The title of a report: what it is, of whom or of which drill, of which day."""
    whose = parameters.get("name") or parameters.get("learner") or parameters.get("drill") or ""
    parts = [TITLES[template], *(Pair(text, text) for text in (whose, parameters["made_on"]) if text)]
    return Pair.join(parts, " · ", " · ")


CERTAINTY = {
    "sure": Pair("作答时：有把握", "when answering: sure"),
    "think-so": Pair("作答时：大概是", "when answering: think so"),
    "guess": Pair("作答时：猜的", "when answering: a guess"),
}

VERDICTS = {
    "right": Pair("对", "Right"),
    "partly": Pair("部分对", "Partly right"),
    "wrong": Pair("不对", "Not right"),
    "noted": Pair("问询", "Interview"),
}

MARKS = {
    "right": Pair("选对了", "rightly chosen"),
    "wrong": Pair("不该选", "should not be chosen"),
    "missing": Pair("漏选了", "should have been chosen"),
    "also": Pair("也可以选", "could be chosen too"),
    "left": Pair("没有选，对", "rightly left out"),
    "noted": Pair("问了", "asked"),
}

WORDS = {
    "product": Pair("找对门 · RightDoor", "RightDoor · 找对门"),
    "sample-title": Pair("样例", "Sample"),
    "sample": Pair(
        "这是程序自己生成的样例，背后没有任何人：程序按脚本走完了一个真实的练习案例，并故意犯了几处常见的错误。",
        "This is a sample made by the program, with no person behind it: a script walked through one real training "
        "case and made a few common mistakes on purpose.",
    ),
    "name": Pair("姓名", "Name"),
    "learner": Pair("学员代码", "Learner code"),
    "made": Pair("生成日期", "Made on"),
    "cases-done": Pair("做完的案例", "Cases finished"),
    "score": Pair("首答得分", "First-try score"),
    "score-note": Pair(
        "得分只算每一步的第一次回答；问询步骤不计分。",
        "Scores count the first answer at each step; interview steps are not scored.",
    ),
    "none-yet": Pair("—", "—"),
    "contents": Pair("目录", "Contents"),
    "cases": Pair("做过的案例", "Cases worked"),
    "case": Pair("案例", "Case"),
    "began": Pair("开始日期", "Begun"),
    "state": Pair("进度", "Progress"),
    "done": Pair("做完", "finished"),
    "open": Pair("未做完", "not finished"),
    "gone": Pair(
        "以下案例已不在案例库中，记录仍然保留：{ids}。",
        "These cases are no longer in the library; their events are kept: {ids}.",
    ),
    "nothing": Pair("这个代码还没有练习记录。", "There is nothing recorded under this code yet."),
    "nothing-why": Pair(
        "这不是错误。做完第一个案例的第一步，这里就会有内容。如果您确实练习过，请核对学员代码，并确认报告是在您练习的那台电脑上生成的。",
        "That is no error. After the first step of the first case there will be something here. If you have practised, "
        "please check the learner code, and that the report was made on the computer on which you practised.",
    ),
    "nothing-skill": Pair("还没有可以计分的回答。", "There is no scored answer yet."),
    "skills": Pair("各项技能", "Skill by skill"),
    "skill": Pair("技能", "Skill"),
    "tries": Pair("次数", "Tries"),
    "chart-title": Pair("各项技能的首答得分", "First-try score by skill"),
    "chart-firm": Pair("掌握线 {n}%", "firm from {n}%"),
    "chart-alt": Pair(
        "横条图：各项技能的首答得分。{rows}。竖线标在 {n}%，达到即为已掌握。",
        "Bar chart of first-try scores by skill. {rows}. A line at {n}% marks a firm skill.",
    ),
    "chart-row": Pair("{skill} {n}%", "{skill}: {n}%"),
    "steps": Pair("一步一步", "Step by step"),
    "conduct-on": Pair(
        "行为日期 {on}，来访日期 {today}。法律条文按当天有效的文本引用。",
        "Conduct on {on}, the client comes on {today}. Articles are quoted as in force on the day that governs.",
    ),
    "client": Pair("来访者说", "The client says"),
    "order": Pair("您排的先后", "Your order"),
    "key-order": Pair("应有的先后", "The order that follows from the law"),
    "your-answer": Pair("您的回答", "Your answer"),
    "key": Pair("应有的回答", "The answer that follows from the law"),
    "again": Pair("第 {n} 次回答", "try {n}"),
    "taken-back": Pair("后来收回重答", "taken back later"),
    "corrected": Pair(
        "当时告诉您的得分是 {then}%，按现在的法律数据是 {now}%：数据在您作答之后改过。",
        "You were told {then}% then; on the law as kept now it is {now}%: the data have been corrected since.",
    ),
    "articles": Pair("依据", "The law"),
    "quoted-above": Pair("全文见第 {n} 步", "quoted in full at step {n}"),
    "since": Pair("{since} 起施行", "in force from {since}"),
    "until": Pair("至 {until}（不含）", "until {until} (exclusive)"),
    "still": Pair("现行有效", "still in force"),
    "source": Pair("来源：{title}", "Source: {title}"),
    "checked": Pair("{day} 核对", "checked {day}"),
    "converted": Pair("由官方简体文本转换，以简体文本为准", "converted from the official Simplified Chinese text"),
    "gloss": Pair(
        "英文说明（非官方）", "Plain-English gloss of the whole article (unofficial; the Chinese text prevails)"
    ),
    "gloss-above": Pair("英文说明见第 {n} 步", "Plain-English gloss of this article: see step {n}"),
    "not-begun": Pair("这个案例打开过，还没有回答。", "This case was opened; nothing has been answered yet."),
    "next": Pair("接下来练什么", "What to practise next"),
    "next-open": Pair("接着做：《{case}》，停在这一步：{ask}", "Go on with “{case}”; you stopped at: {ask}"),
    "next-weak": Pair("再练“{skill}”（首答 {n}%）。", "Practise “{skill}” again ({n}% on first tries)."),
    "next-missed": Pair("没有全对的一步：{ask}", "Not fully right: {ask}"),
    "next-case": Pair(
        "重做《{case}》：同一个案例，每次的事实和选项顺序会有变化。",
        "Work “{case}” again: its facts and the order of its options change from time to time.",
    ),
    "next-new": Pair("还没练过“{skill}”：见《{case}》。", "Not practised yet, “{skill}”: see “{case}”."),
    "next-none": Pair(
        "练过的技能都已达到 {n}%。隔几天再做一遍，看看是否还记得。",
        "Every skill you practised stands at {n}% or more. Work a case again in a few days and see what has stayed.",
    ),
    "next-first": Pair(
        "从第一个案例开始：《{case}》，大约 {minutes} 分钟。",
        "Begin with the first case: “{case}”, about {minutes} minutes.",
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
    "law-changed": Pair(
        "有些案例是按较早的数据版本（{ids}）练的；本报告已按现在的数据版本重新判断。",
        "Some cases were worked on an earlier snapshot ({ids}); this report judges them anew on the present one.",
    ),
    "law-note": Pair(
        "本报告用于培训，不是法律意见。受理机关和电话以当地公布为准。",
        "This report is for training and is not legal advice. Confirm the doors and telephone numbers locally.",
    ),
    "notice": Pair("数据说明", "About your data"),
    "notice-what": Pair("保存什么", "What is kept"),
    "notice-what-is": Pair(
        "学员代码，以及每一步的时间、所选选项的编号、得分和把握程度。没有姓名，没有电话，也没有任何可以自由填写的文字。",
        "The learner code and, for each step, the time, the ids of the options chosen, the score and how sure you "
        "were. No name, no telephone number, and no text of your own.",
    ),
    "notice-where": Pair("保存在哪里", "Where"),
    "notice-where-is": Pair(
        "在您练习所用电脑的记录文件里；如果老师设了班级数据库，就在那个数据库里。程序不会把它发给任何人。",
        "In the record file of the computer on which you practise, or in the class database if your instructor set one "
        "up. The program sends it to nobody.",
    ),
    "notice-delete": Pair("怎么删除", "How to delete it"),
    "notice-delete-is": Pair(
        "运行下面的命令，记录会被彻底删除。本报告和笔记本是另外的文件，删除记录时不会一并删除，请自行删除。",
        "Run the command below: the record is deleted for good. This report and its notebook are files of their own; "
        "please delete them yourself.",
    ),
    "notice-sample": Pair(
        "样例的记录写在一个临时文件里，报告做好时已经删除。下面说的是真实练习的情形。",
        "The record of this sample was kept in a temporary file and deleted when the report was made. What follows "
        "holds for real practice.",
    ),
}
