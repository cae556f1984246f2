"""The words of the server's own pages and of its lines on the terminal."""

from rightdoor.text import LANGS, Pair, say

PRODUCT = "找对门 · RightDoor"
LANGUAGE_NAMES = {"zh-Hans": "简体", "zh-Hant": say(Pair("繁体", "Traditional"), "zh-Hant"), "en": "English"}

_PAGE = {
    "skip": Pair("跳到正文", "Skip to the lesson"),
    "home": Pair("返回首页", "Back to the start page"),
    "languages": Pair("语言", "Language"),
    "lab": Pair("在 JupyterLab 中打开", "Open in JupyterLab"),
    "loading": Pair("正在准备这一页，请稍候……", "Preparing this page, one moment …"),
    "slow": Pair("还在准备。第一次打开会慢一些。", "Still preparing. The first time takes a little longer."),
    "failed": Pair(
        "这一页有一步没有运行成功。请重新载入本页；如果仍然出错，请把页面名称和出错的时间告诉你的培训老师。"
        "已经作出的回答都保存着。",
        "One step on this page did not run. Please reload the page; if it fails again, tell your instructor the name "
        "of the page and the time. The answers you have given are kept.",
    ),
    "reload": Pair("重新载入", "Reload"),
    "script": Pair("这一页需要浏览器允许运行 JavaScript。", "This page needs a browser that runs JavaScript."),
}

_ERRORS = {
    "missing": Pair("没有这一页", "There is no such page"),
    "missing-why": Pair(
        "地址可能有误，或者课程已经换了名称。", "The address may be wrong, or the lesson has been renamed."
    ),
    "broken": Pair("这一页没有打开", "This page did not open"),
    "broken-why": Pair(
        "请重新载入一次。如果仍然打不开，请关闭并重新启动找对门。已经作出的回答都保存着。",
        "Please reload once. If it still does not open, close RightDoor and start it again. Your answers are kept.",
    ),
    "closed": Pair("请用完整的地址打开", "Please use the complete address"),
    "closed-why": Pair(
        "为了只让你本人打开，启动找对门时给出的地址带有一段口令。请回到启动它的窗口，复制那里的完整地址；"
        "也可以把 token= 后面的口令填在这里。",
        "So that nobody else can open your lessons, the address that RightDoor printed when it started contains a "
        "token. Please go back to the window in which you started it and copy the complete address, or enter here "
        "what stands after token= in it.",
    ),
    "token": Pair("口令", "Token"),
    "enter": Pair("进入", "Enter"),
    "home": Pair("返回首页", "Back to the start page"),
}

_TERMINAL = {
    "open": Pair("找对门 · RightDoor 已经启动：", "找对门 · RightDoor is open at:"),
    "stop": Pair("要结束，请在这里按 Ctrl-C。", "To end it, press Ctrl-C here."),
    "ended": Pair("已结束。", "Ended."),
    "taken": Pair("端口 {port} 已被占用，请换一个。", "Port {port} is taken; please choose another."),
    "no-root": Pair("找不到课程文件夹：{root}", "The notebooks folder is missing: {root}"),
}


def terminal(key, lang, **values):
    """One line for the terminal in one of the three languages."""
    return say(_TERMINAL[key].format(**values), lang)


PAGE_WORDS = {lang: {key: say(pair, lang) for key, pair in _PAGE.items()} for lang in LANGS}
ERROR_WORDS = {lang: {key: say(pair, lang) for key, pair in _ERRORS.items()} for lang in LANGS}
