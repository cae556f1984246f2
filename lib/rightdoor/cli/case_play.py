"""A case in the terminal: the same steps and the same feedback as on the page, answered with numbers."""

from rightdoor import cases, feedback
from rightdoor.cli.parser import printable
from rightdoor.feedback.told import NOT_QUITE, RIGHT, WRONG
from rightdoor.text import Pair, convert, say

HOW = {
    "choose-one": Pair("输入一个数字", "type one number"),
    "choose-several": Pair("输入几个数字，用空格隔开", "type numbers with spaces between them"),
    "order-doors": Pair("按先后输入数字，用空格隔开", "type numbers in order, with spaces between them"),
    "match": Pair(
        "按上面各项的次序，各输入一个位置的字母，用空格隔开",
        "type the letter of a place for each item, in the order shown",
    ),
    "number": Pair("输入一个整数", "type a whole number"),
    "date": Pair("输入日期，如 2026-01-31", "type a date such as 2026-01-31"),
}
HOW |= dict.fromkeys(("finding", "letter"), HOW["choose-several"])
KEYS = Pair("（h 提示，b 上一步，q 离开）", " (h hint, b back, q leave)")
NO_HINT = Pair("这一步没有提示。", "There is no hint here.")
AT_START = Pair("已经在开头了。", "This is the beginning.")
HOW_SURE = Pair(
    "有多大把握？1 肯定  2 大概  3 猜的（回车跳过）", "How sure were you? 1 sure  2 think so  3 a guess (Enter to skip)"
)
CERTAINTY = {"1": "sure", "2": "think-so", "3": "guess"}
VERDICTS = {"right": RIGHT, "partly": NOT_QUITE, "wrong": WRONG}
MARKS = {"right": "✓", "wrong": "✗", "missing": "+", "also": "o", "left": "-", "noted": "•"}
END, SKILL = Pair("做完了。", "Done."), Pair("{skill}：{score}%", "{skill}: {score}%")
POINTS = Pair("，把握分 {n}", ", {n} points")
MINE, LAW = Pair("你：{x}", "You: {x}"), Pair("法律：{x}", "The law: {x}")
LEFT = Pair("已离开，没有留下记录。", "Left. Nothing was recorded.")
GLOSS = "Unofficial gloss: "


class Game:
    """One walk, asked and answered line by line."""

    def __init__(self, case, seed, lang, certainty=False):
        self.walk, self.lang, self.certainty = cases.begin(case, seed), lang, certainty

    def run(self):
        """Play until the end or until the player leaves; exit code 0."""
        self.tell(self.walk.case.title)
        self.tell(cases.status(self.walk.case))
        shown = None
        while not self.walk.done:
            if shown != self.walk:  # asking for a hint changes nothing that is shown
                shown = self.walk
                self.ask()
            line = self.read()
            if line in ("q", None):
                self.tell(LEFT)
                return 0
            self.act(line)
        self.debrief()
        return 0

    def ask(self):
        """Show the present step."""
        prompt = self.walk.prompt()
        print()
        for pair in (prompt.say, prompt.ask):
            self.tell(pair)
        for n, option in enumerate(prompt.options, 1):
            print(f"  {n}. {self.text(option.label)}")
        for letter, place in zip(LETTERS, prompt.places, strict=False):
            print(f"     {letter}) {self.text(place.label)}")
        unit = f" ({self.text(self.walk.case.book.label('unit', prompt.unit))})" if prompt.unit else ""
        print(self.text(HOW[prompt.kind]) + unit + self.text(KEYS))

    def act(self, line):
        """One line of the player: a command or an answer."""
        if line == "h":
            self.walk = self.walk.hint()
            self.tell(self.walk.prompt().hint or NO_HINT)
        elif line == "b":
            if self.walk.answers:
                self.walk = self.walk.back()
            else:
                self.tell(AT_START)
        else:
            self.answer(response(self.walk.prompt(), line))

    def answer(self, given):
        """Judge an answer and say what it was; an answer that is none is said to be so."""
        try:
            told = feedback.judge(self.walk, given)
        except cases.AnswerError as error:
            self.tell(error.says)
            return
        sure = CERTAINTY.get(self.read(HOW_SURE) or "") if self.certainty and self.walk.step.judged else None
        for pair in told.says:
            self.tell(pair)
        for option in told.options if told.verdict in ("partly", "wrong") and self.walk.step.judged else ():
            place = f" → {self.text(option.place)}" if option.place else ""
            why = f": {self.text(option.why)}" if option.why and option.why not in told.says else ""
            print(f"  {MARKS[option.mark]} {self.text(option.label)}{place}{why}")
        for quote in told.quotes[:1]:
            self.quote(quote)
        self.walk = self.walk.take(given, sure)

    def quote(self, provision):
        """The article that the feedback ends with."""
        text = convert(provision.text_zh) if self.lang == "zh-Hant" else provision.text_zh
        print(f"  § {self.text(provision.cite)}\n    " + text.replace("\n", "\n    "))
        if self.lang == "en":
            print(f"    {GLOSS}{printable(provision.gloss_en)}")

    def debrief(self):
        """The end: each judged answer beside the law's, and the score by skill."""
        told, book = feedback.debrief(self.walk), self.walk.case.book
        print()
        self.tell(END)
        for line in told.lines:
            self.tell(line.ask)
            for words, answer in ((MINE, line.mine), (LAW, line.law))[: 1 if line.verdict == "right" else 2]:
                self.tell(words.format(x=Pair.join(answer, "；", "; ")))
        for skill in told.skills:
            points = POINTS.format(n=f"{skill.points:g}") if skill.points is not None else Pair("", "")
            line = SKILL.format(skill=book.label("skill", skill.id), score=round(100 * skill.score))
            self.tell(Pair(line.zh + points.zh, line.en + points.en))

    def read(self, question=None):
        """A line from the player, without spaces around it; None at the end of input."""
        try:
            return input(self.text(question) + " " if question else "> ").strip()
        except EOFError:
            print()
            return None

    def tell(self, pair):
        if pair:
            print(self.text(pair))

    def text(self, pair):
        return printable(say(pair, self.lang))


LETTERS = "abcdefghijkl"


def response(prompt, line):
    """What a line of numbers and letters says as a response; an unknown number becomes an answer that is none."""
    if prompt.kind in ("number", "date"):
        return line
    words = line.replace(",", " ").replace("，", " ").split()
    if prompt.kind == "match":
        chosen = zip(prompt.options, words, strict=False)
        places = dict(zip(LETTERS, prompt.places, strict=False))
        return {item.id: places[word].id if word in places else word for item, word in chosen}
    ids = [
        prompt.options[int(w) - 1].id if w.isascii() and w.isdigit() and 0 < int(w[:4]) <= len(prompt.options) else w
        for w in words
    ]
    return (ids[0] if len(ids) == 1 else None) if prompt.kind == "choose-one" else ids
