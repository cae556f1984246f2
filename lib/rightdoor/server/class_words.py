"""The words of a class: the pages around a seat, and what a page says of itself when it is no longer one."""

from rightdoor.text import LANGS, Pair, say

_NOTES = {
    "enter": Pair("进入演练", "Enter the drill"),
    "enter-why": Pair(
        "这是学员 {code} 的座位。如果这不是发给你的链接，请不要进入，把它交还给老师。"
        "进入后，这个座位只在这台设备上打开；你已经作出的回答都在。",
        "This is the seat of {code}. If the link was not given to you, do not enter; hand it back to your instructor. "
        "Once you enter, the seat is open on this device only. The answers you have given are kept.",
    ),
    "enter-instructor": Pair("进入控制台", "Enter the console"),
    "enter-instructor-why": Pair(
        "这是老师的链接：可以看到全班，也能暂停和结束演练。不要交给学员。",
        "This is the instructor's link: it shows the whole class and can pause and close the drill. "
        "Do not hand it to a trainee.",
    ),
    "no-link": Pair("请打开发给你的链接", "Please open the link that you were given"),
    "no-link-why": Pair(
        "每个人有自己的链接：扫一扫老师发的纸上的二维码，或者照着输入那一行地址。",
        "Everybody has a link of their own: scan the code on the slip from your instructor, or type the address under it.",
    ),
    "forged": Pair("这个链接不对", "This link is not right"),
    "forged-why": Pair(
        "地址可能少了一截，或者不属于这个班。请再扫一次二维码；还不行，就请老师给你一个新的。",
        "Part of the address may be missing, or it belongs to another class. Please scan the code again; if that does "
        "not help, ask your instructor for a new link.",
    ),
    "expired": Pair("这个链接过期了", "This link has run out"),
    "expired-why": Pair(
        "请老师给你一个新的链接。你已经作出的回答都在。",
        "Please ask your instructor for a new link. The answers you have given are kept.",
    ),
    "revoked": Pair("这个链接已被老师收回", "Your instructor has revoked this link"),
    "revoked-why": Pair(
        "如果这是误会，请老师给你一个新的链接。你已经作出的回答都在。",
        "If that was a mistake, ask your instructor for a new link. The answers you have given are kept.",
    ),
    "stranger": Pair("这个班的名册里没有这个代码", "This code is not on the roster of the class"),
    "stranger-why": Pair("请老师查看名册。", "Please ask your instructor to look at the roster."),
    "moved": Pair("这个座位已在另一台设备上打开", "This seat is open on another device"),
    "moved-why": Pair(
        "如果那不是你，请马上告诉老师。要在这里继续，请按下面的按钮；那一台就会停下。",
        "If that was not you, tell your instructor at once. To go on here, press the button below; the other device "
        "will stop.",
    ),
    "elsewhere": Pair("这个座位已在另一个页面上打开", "This seat is open in another window"),
    "elsewhere-why": Pair("要在这里继续，请按按钮。", "To go on here, press the button."),
    "too-often": Pair("请等一会儿", "Please wait a moment"),
    "too-often-why": Pair(
        "短时间内打开得太多了。过半分钟再试一次。", "Too many tries in a short time. Please try again in half a minute."
    ),
    "missing": Pair("这里没有这一页", "There is no such page here"),
    "missing-why": Pair("请回到自己的页面。", "Please go back to your own page."),
    "broken": Pair("这一页没有打开", "This page did not open"),
    "broken-why": Pair(
        "请重新载入一次；还不行，就告诉老师。你已经作出的回答都在。",
        "Please reload once; if that does not help, tell your instructor. The answers you have given are kept.",
    ),
    "here": Pair("在这里继续", "Go on here"),
    "own": Pair("回到我的页面", "Back to my page"),
    "offline": Pair(
        "连接断了，正在重新连接……已经交上去的回答都在；没有交的，请先不要关这一页。",
        "The connection is lost; reconnecting … What you have sent is kept. What you have not sent stays on this page: "
        "do not close it.",
    ),
    "gone": Pair("正在重新载入……已经交上去的回答都在。", "Loading the page again … What you have sent is kept."),
}
ON_A_PAGE = (
    "offline gone moved moved-why elsewhere elsewhere-why revoked revoked-why expired expired-why forged forged-why "
    "stranger stranger-why no-link no-link-why here"
).split()

_TERMINAL = {
    "open": Pair("演练已经开放：", "The drill is open at:"),
    "loopback": Pair("只有这台电脑能打开。要让学员的手机进来，请加上 --host 和这台电脑在教室网络里的地址。",
                     "Only this computer can open it. For phones, add --host with this computer's address on the class network."),
    "network": Pair(
        "教室网络里的任何人都能打开这个地址，没有链接的人进不来。但连接没有加密：能窃听这个网络的人可以看到答案，"
        "也能冒用座位。请用你自己的热点或者有密码的网络；要加密，请用 --certificate 和 --certificate-key。",
        "Anybody on the class network can reach this address; without a link nobody gets in. But the connection is not "
        "encrypted: whoever can listen in on the network sees the answers and could take over a seat. Use your own hotspot "
        "or a network with a password; to encrypt, give --certificate and --certificate-key.",
    ),
    "encrypted": Pair(
        "教室网络里的任何人都能打开这个地址，没有链接的人进不来；连接是加密的。",
        "Anybody on the class network can reach this address; without a link nobody gets in. The connection is encrypted.",
    ),
    "taken": Pair("端口 {port} 已被占用。这个班的链接都写着这个端口：请先关掉占用它的程序，再运行一次。",
                  "Port {port} is taken. The links of this class carry it: close what uses it, then run this again."),
    "no-address": Pair("{host} 不是这台电脑的地址。", "{host} is not an address of this computer."),
}  # fmt: skip


def terminal(key, lang, **values):
    """One line for the terminal in one of the three languages."""
    return say(_TERMINAL[key].format(**values), lang)


CLASS_WORDS = {lang: {key: say(pair, lang) for key, pair in _NOTES.items()} for lang in LANGS}
PAGE_WORDS = {lang: {key: CLASS_WORDS[lang][key] for key in ON_A_PAGE} for lang in LANGS}
