"""Plays a case along every path, in its variants and in three scripts, and says what was covered and what is wrong.

Bounded, so that a library of cases is played in seconds: a state (step, facts, variant) is visited once, an interview
question with many combinations is tried with each option alone, all together and a fixed choice of others.
"""

import itertools
import re
from collections import Counter
from dataclasses import dataclass, field

from rightdoor import cases
from rightdoor.cases.faults import Places, fault
from rightdoor.feedback import judge, key
from rightdoor.feedback.keys import letter
from rightdoor.text import LANGS, Pair, say

MOST_VARIANTS = 24
MOST_STATES = 160  # of one variant
MOST_ANSWERS = 14
MOST_COMBINATIONS = 16
LEFT_OPEN = re.compile(r"\{[a-z_]+\}|TODO|XXX|待写：|to be written:")


@dataclass
class Coverage:
    """What was played: states and judged answers by step and verdict, keys by step, ends, and every fault found."""

    case: cases.Case
    variants: int = 0
    states: Counter = field(default_factory=Counter)
    answers: Counter = field(default_factory=Counter)
    keys: dict = field(default_factory=dict)
    ends: int = 0
    texts: int = 0
    bounded: int = 0
    faults: dict = field(default_factory=dict)

    def report(self):
        """The coverage as Pairs, a line each."""
        counts = (len(self.case.steps), self.variants, self.states.total(), self.answers.total(), self.texts, self.ends)
        yield Pair(COVERED.zh.format(self.case.id, *counts), COVERED.en.format(self.case.id, *counts))
        if self.bounded:
            yield CUT.format(n=self.bounded, most=MOST_STATES)
        for step in self.case.steps:
            verdicts = ", ".join(f"{verdict} {n}" for (s, verdict), n in sorted(self.answers.items()) if s == step)
            keys = Pair.join([Pair(k, k) for k in sorted(self.keys.get(step, ()))], " / ", " / ")
            words = STEP_JUDGED if step in self.keys else STEP_ASKED
            yield words.format(step=step, n=self.states[step], verdicts=verdicts, keys=keys)


COVERED = Pair(
    "{}：{} 步，{} 种变化，{} 个状态，{} 个回答，{} 段文字（三种文本），{} 个结尾",
    "{}: {} steps, {} variants, {} states, {} answers judged, {} texts in three scripts, {} ends",
)
CUT = Pair("  {n} 种变化走到 {most} 个状态为止", "  {n} variants cut off at {most} states")
STEP_ASKED = Pair("  {step}：{n} 个状态；{verdicts}", "  {step}: {n} states; {verdicts}")
STEP_JUDGED = Pair(
    "  {step}：{n} 个状态；{verdicts}；法律的答案：{keys}", "  {step}: {n} states; {verdicts}; the law: {keys}"
)


def play(case):
    """The Coverage of a case."""
    return _Player(case).play()


def chosen_variants(case):
    """Every variant; of many, those at the edges of each range, then each value once."""
    every = cases.variants(case)
    if len(every) <= MOST_VARIANTS:
        return every
    edges = [v for v in every if all(x in (case.vary[k][0], case.vary[k][-1]) for k, x in v.items())]
    single = [v for v in every if sum(x != case.vary[k][0] for k, x in v.items()) == 1]
    found = {tuple(v.items()): v for v in [*edges[: MOST_VARIANTS // 2], *single]}
    return list(found.values())[:MOST_VARIANTS]


def every_state(case, variant):
    """Every walk of a variant that differs in step or facts, once, reached by answering as the law does or by a branch.

    The walks at the end come too, one for each way in. News is heard at the first step, and once at the end.
    """
    first = cases.begin(case, 1, variant)
    seen, waiting, late = set(), [first, *(first.hear(id) for id in case.news)], set(case.news)
    while waiting and len(seen) < MOST_STATES:
        walk = waiting.pop()
        if walk.step is None:
            yield walk
            waiting += [walk.hear(id) for id in late if not walk.heard]
            late = late if walk.heard else set()
            continue
        mark = (
            *(news.id for news in walk.heard),
            walk.resume,
            walk.step.id,
            repr(sorted(walk.learned.items(), key=str)),
        )
        if mark not in seen:
            seen.add(mark)
            yield walk
            waiting += _onward(walk)


def _onward(walk):
    if not walk.step.judged:
        return [walk.take(response) for response in combinations(walk)]
    branches = [o.id for o in walk.step.options if o.next]
    one = walk.step.kind.id == "choose-one"
    wanted = [key(walk), *(id if one else (id,) for id in branches)]
    return [walk.take(response) for response in wanted if answerable(walk, response)]


def answerable(walk, response):
    """Whether the response is an answer to the present step."""
    try:
        walk.accept(response)
    except cases.AnswerError:
        return False
    return True


def combinations(walk):
    """Answers to an interview step: all of them, or a fixed choice where there are too many."""
    prompt = walk.prompt()
    shown = [o.id for o in prompt.options]
    if prompt.kind == "choose-one":
        return shown
    sizes = range(prompt.least, prompt.most + 1)
    every = (ids for n in sizes for ids in itertools.combinations(shown, n))
    few = list(itertools.islice(every, MOST_COMBINATIONS + 1))
    if len(few) <= MOST_COMBINATIONS:
        return few
    alone = [(id,) for id in shown] if prompt.least <= 1 else []
    runs = [tuple((shown * 2)[i : i + prompt.most]) for i in range(len(shown))]
    return list(dict.fromkeys([*alone, *runs, *few]))[:MOST_COMBINATIONS]


def tries(walk, right):
    """Answers to a judged step worth trying: each single one, the key, its reverse, everything, every known mistake."""
    step, shown = walk.step, [o.id for o in walk.prompt().options]
    if step.kind.id == "number":
        return [right, right + 1, *step.mistakes]
    if step.kind.id == "date":
        return [right, walk.case.today.isoformat(), *step.mistakes]
    if step.kind.id == "choose-one":
        return shown
    if step.kind.id == "match":
        return [right, *(dict.fromkeys(right, place.id) for place in step.places)]
    several = [tuple(right), *((id,) for id in shown), tuple(right)[::-1], tuple(shown)]
    least, most = walk.prompt().least, walk.prompt().most if step.kind.id != "order-doors" else len(shown)
    return [ids for ids in dict.fromkeys(several) if least <= len(ids) <= most][:MOST_ANSWERS]


class _Player:
    def __init__(self, case):
        self.case, self.at, self.found = case, Places(case), Coverage(case)
        self.read, self.right, self.wrong = set(), set(), set()

    def play(self):
        chosen = chosen_variants(self.case)
        self.found.variants = len(chosen)
        for variant in chosen:
            seen = 0
            for walk in every_state(self.case, variant):
                if walk.done:
                    self.found.ends += 1
                else:
                    seen += 1
                    self.visit(walk)
            self.found.bounded += seen >= MOST_STATES
        for step in self.case.steps.values():
            if not self.found.states[step.id]:
                self.fault(
                    step,
                    "在所有走法里都没有走到。",
                    "is reached on no path.",
                    ("给某一步写通向它的 next，或删去它。", "let a step lead to it, or remove it."),
                )
            elif step.judged and step.id not in self.wrong and step.id in self.right:
                self.fault(
                    step,
                    "怎么答都对，等于没问。",
                    "cannot be answered wrongly, so it asks nothing.",
                    ("加一个错的选项。", "add an option that is wrong."),
                )
        if not self.found.ends:
            self.fault(
                None,
                "没有一条走法走到结束。",
                "no path comes to the end.",
                ("给某一步写 next: end。", "let a step lead to the end."),
            )
        return self.found

    # ---- one state ---------------------------------------------------------------------------------------------

    def visit(self, walk):
        step, prompt = walk.step, walk.prompt()
        self.found.states[step.id] += 1
        for pair in (prompt.say, prompt.ask, prompt.hint, *(o.label for o in (*prompt.options, *prompt.places))):
            self.readable(walk, pair)
        if len({o.label.zh for o in prompt.options}) < len(prompt.options):
            self.fault(
                step,
                "有两个选项文字相同。",
                "has two options with the same words.",
                ("改掉其中一个的文字。", "change the words of one."),
            )
        for pair in (p for note in walk.notes for p in note):
            self.readable(walk, pair)
        if not step.judged:
            if not combinations(walk):
                self.fault(
                    step,
                    "有时已经没有可问的了。",
                    "has sometimes nothing left to ask.",
                    ("少藏一些选项，或让前面的步骤多留一些。", "let earlier steps leave something to ask."),
                )
            for response in combinations(walk):
                self.answer(walk, response)
            return
        right = key(walk)
        self.found.keys.setdefault(step.id, set()).add(_short(right))
        if not answerable(walk, right):
            self.fault(
                step,
                f"法律的答案不在可选之列：{right}。",
                f"the law's answer cannot be given: {right}.",
                ("补上选项、事实，或者改问法。", "add the option or the facts, or ask differently."),
            )
            return
        self.on_offer(walk)
        if self.answer(walk, right).verdict != "right":
            self.fault(
                step,
                f"法律的答案没有判为对：{right}。",
                f"the law's own answer is not judged right: {right}.",
                ("这是程序的错，请报告。", "this is a fault of the program; please report it."),
            )
        for response in tries(walk, right):
            if answerable(walk, response):
                self.answer(walk, response)

    def on_offer(self, walk):
        """What the law asks for must be on offer; a red line that an option names must be one of the decision's."""
        step, shown = walk.step, {o.of for o in walk.step.options}
        missing = []
        if step.kind.id == "order-doors":
            missing = [d.id for d in walk.decision.doors if d.stage in step.stages and d.id not in shown]
        if step.decide == "letter":
            missing = [finding.id for finding in letter(walk) if finding.id not in shown]
        if missing:
            self.fault(
                step,
                f"法律要的没有列出来：{'、'.join(missing)}。",
                f"the law asks for {', '.join(missing)}, which is not on offer.",
                ("把它加进选项。", "add it to the options."),
            )
        lines = {line.id for line in walk.decision.red_lines}
        if odd := {o.red_line for o in step.options if o.red_line} - lines:
            self.fault(
                step,
                f"这里没有这条红线：{'、'.join(sorted(odd))}。",
                f"no such red line here: {', '.join(sorted(odd))}.",
                ("换一条红线，或补上使它成立的事实。", "name another, or tell the facts that call for it."),
            )

    def answer(self, walk, response):
        told, step = judge(walk, response), walk.step
        self.found.answers[step.id, told.verdict] += 1
        (self.right if told.verdict == "right" else self.wrong).add(step.id)
        if not told.says:
            self.fault(
                step,
                "有的回答没有反馈。",
                "gives no feedback on some answer.",
                ("给选项写 why、tell 或 hint。", "give the options a why, tell or hint."),
            )
        for pair in (*told.says, *(o.why for o in told.options), *(o.label for o in told.options)):
            self.readable(walk, pair)
        for option in told.options if step.judged else ():
            if option.why is None:
                self.fault(
                    step,
                    f"选项“{option.id}”有时没有理由。",
                    f"the option '{option.id}' sometimes has no reason.",
                    ("给它写 why。", "give it a why."),
                )
        if step.judged and not told.quotes:
            self.fault(
                step,
                "反馈没有以条文结束。",
                "its feedback does not end with an article.",
                ("给这一步或选项写 cite。", "give the step or the option a cite."),
            )
        if step.judged and (told.verdict == "right") != (told.score == 1):
            self.fault(
                step,
                "判断与得分不一致。",
                "its verdict and its score do not agree.",
                ("这是程序的错，请报告。", "this is a fault of the program; please report it."),
            )
        for quote in told.quotes:
            days = (self.case.on, self.case.today)
            if not any(quote.since <= day and (quote.until is None or day < quote.until) for day in days):
                self.fault(
                    step,
                    f"所引“{quote.id}”当时没有效力。",
                    f"quotes '{quote.id}', not in force on the days of the case.",
                    ("改引当天有效的条文。", "cite an article that is in force that day."),
                )
        return told

    def readable(self, walk, pair):
        if pair is None or pair in self.read:
            return
        self.read.add(pair)
        self.found.texts += 1
        for lang in LANGS:
            text = say(pair, lang)
            if not text.strip() or LEFT_OPEN.search(text):
                self.fault(
                    walk.step,
                    f"文字没有写完：“{text[:40]}”。",
                    f"has an unfinished text: '{text[:40]}'.",
                    ("写完它。", "finish it."),
                )

    def fault(self, step, zh, en, cure=("", "")):
        place = self.at("steps", step.id) if step else self.at("steps")
        name = f"{step.id}: " if step else ""
        problem = fault(place, name + zh, name + en, cure)
        self.found.faults.setdefault((problem.place, problem.says.en), problem)


def _short(key):
    """A key as the coverage prints it."""
    if isinstance(key, dict):
        return ", ".join(f"{item}→{place}" for item, place in key.items())
    return ", ".join(key) if isinstance(key, tuple) else str(key)
