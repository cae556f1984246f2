"""Words of the report on one learner."""

from rightdoor.text import Pair

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

TRAINEE = {
    "name": Pair("姓名", "Name"),
    "cases-done": Pair("做完的案例", "Cases finished"),
    "score-note": Pair(
        "得分只算每一步的第一次回答；问询步骤不计分。",
        "Scores count the first answer at each step; interview steps are not scored.",
    ),
    "cases": Pair("做过的案例", "Cases worked"),
    "began": Pair("开始日期", "Begun"),
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
    "not-begun": Pair("这个案例打开过，还没有回答。", "This case was opened; nothing has been answered yet."),
    "next": Pair("接下来练什么", "What to practise next"),
    "next-open": Pair("接着做：《{case}》，停在这一步：{ask}", "Go on with “{case}”; you stopped at: {ask}"),
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
    "course-title": Pair("一个案例接一个案例", "One case after another"),
    "course-alt": Pair(
        "折线图：各个案例的首答得分，按开始日期排列。{points}。",
        "Line chart of the first-try score of each case, by the day begun. {points}.",
    ),
    "bars-title": Pair("各项技能掌握得怎样", "How each skill is held"),
    "bars-alt": Pair("横条图：各项技能的掌握程度。{rows}。", "Bar chart of how each skill is held. {rows}."),
    "bar-row": Pair("{skill} {n}，{state}", "{skill}: {n}, {state}"),
    "bars-note": Pair(
        "只看首答；越近的越重，猜对的、看了提示才答对的算一半。细线是 90% 的可能范围：练得越少，线越长。",
        "First tries only; the latest weigh most, and a right guess or an answer after a hint counts half. The thin line is the 90 % "
        "range: the less practice, the longer it is.",
    ),
    "standing": Pair("现在", "At present"),
    "steps-note": Pair(
        "答对的只写一行；没有全对的写出理由，方括号里的数字指后面的法律条文。",
        "What was right takes one line; what was not is told with its reasons, and numbers in brackets lead to the articles below.",
    ),
    "worked-on": Pair("{day} 开始做。", "Begun on {day}."),
    "basis": Pair("依据", "The law"),
    "articles": Pair("法律条文", "The articles"),
    "articles-note": Pair(
        "没有全对的各步所依据的条文，按起作用的那一天有效的文本引用，每条只引一次。",
        "The articles behind what was not fully right, as in force on the day that governs, each once.",
    ),
    "gloss-above": Pair("英文说明见第 {n} 条引文", "Plain-English gloss of this article: see [{n}]"),
    "doubt": Pair("这一条有未定的问题：", "An open question about this article: "),
    "next-case": Pair("先做《{case}》，大约 {minutes} 分钟。", "Take “{case}” first, about {minutes} minutes."),
    "next-weak": Pair("“{skill}”里没有全对的问题：", "Not fully right in “{skill}”:"),
    "notice-name": Pair(
        "报告上的姓名来自老师的名册。学习记录里只有代码，没有姓名。",
        "The name on this report comes from your instructor's roster. The record holds the code and no name.",
    ),
}
