"""The debrief of a drill: what happened when, which expected actions were done, and what to teach again.

A pure function of the plan, the record and the moment at which it ends: the same log always gives the same debrief.
"""

from dataclasses import asdict, dataclass
from datetime import datetime

from rightdoor import cases
from rightdoor.drills.board import first_answers
from rightdoor.drills.state import fold, moment
from rightdoor.text import Pair

FEW = (18, 48)  # characters of a piece of news, Chinese and English, by which it is known again
MOST = 3  # things to teach again
WEAK = 0.85  # a mean score below this is worth another word
WEAKEST = Pair(
    "第一次作答平均只有 {p}（{n} 人）。",
    "The mean score of first tries is {p} ({n} learners).",
)
TOO_FEW = Pair(
    "不到 {least} 人作答，不作全班统计；请看每个人自己的讲评。",
    "Fewer than {least} learners answered, so there are no figures of the class; see each learner's own debrief.",
)
NOBODY = Pair("还没有人回答由法律判断的问题。", "Nobody has answered a question that the law judges.")
CONTROL = {
    "started": Pair("开始计时", "the clock starts"),
    "paused": Pair("暂停", "paused"),
    "resumed": Pair("继续", "resumed"),
    "extended": Pair("加时 {minutes} 分钟", "{minutes} minutes more"),
    "closed": Pair("结束", "closed"),
    "reopened": Pair("重新打开", "opened again"),
    "joined": Pair("进入演练", "joined"),
    "revoked": Pair("座位取消", "the seat was withdrawn"),
    "seen": Pair("看到消息：{says}", "saw the news: {says}"),
}
NEWS = Pair("消息：{says}", "News: {says}")
WORK = {
    "started": Pair("打开案例“{case}”", "opened the case '{case}'"),
    "restarted": Pair("重新做“{case}”", "began '{case}' anew"),
    "finished": Pair("做完“{case}”", "finished '{case}'"),
    "hint": Pair("看了提示：{ask}", "asked for a hint: {ask}"),
    "back": Pair("退回一步：{ask}", "went back a step: {ask}"),
    "news": Pair("案情变化：{says}", "the facts changed: {says}"),
    "answered": Pair("得 {score}：{ask}", "scored {score}: {ask}"),
    "asked": Pair("答了：{ask}", "answered: {ask}"),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry of the timeline: when, what the clock showed (seconds), what kind, whose (code, or empty: all)."""

    at: str
    clock: int
    kind: str
    code: str
    says: Pair


@dataclass(frozen=True, slots=True)
class Ticked:
    """An expected action with the codes of those who did it, in the order in which they did, and how many took part."""

    id: str
    says: Pair
    by: int | None
    done: tuple[str, ...]
    of: int


@dataclass(frozen=True, slots=True)
class Heard:
    """One piece of news: what it says, when it came, who had it on her page when (`(code, clock)`, in order), and who of
    those present never had. Clocks in seconds."""

    id: str
    says: Pair
    clock: int
    by: tuple[tuple[str, int], ...]
    missed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Again:
    """One thing to teach again: the step, what it asks, why."""

    case: str
    step: str
    ask: Pair
    why: Pair


@dataclass(frozen=True, slots=True)
class Own:
    """One trainee's own: judged steps answered, mean score of first answers (None without any), hints, cases finished,
    seconds on the clock from joining to the last sign of life, expected actions done, and what she should see again."""

    code: str
    attended: bool
    answered: int
    score: float | None
    hints: int
    finished: tuple[str, ...]
    seconds: int
    done: tuple[str, ...]
    again: tuple[Again, ...]


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything for the debrief. `again` are at most three; `note` says why there are none where the class is small;
    `news` are Heard, in the order in which they came."""

    drill: str
    plan: str
    title: Pair
    opened: str
    began: str
    minutes: int
    timeline: tuple[Moment, ...]
    expected: tuple[Ticked, ...]
    again: tuple[Again, ...]
    note: Pair | None
    seats: tuple[Own, ...]
    news: tuple[Heard, ...]

    @property
    def row(self):
        """The debrief as JSON values."""
        return asdict(self)


def debrief(plan, controls, events, book):
    """The Debrief of a drill from its Controls and Events. LookupError if it was never opened."""
    controls = sorted({c.id: c for c in controls}.values(), key=lambda c: (c.at, c.id))
    events = sorted({e.id: e for e in events}.values(), key=lambda e: (e.at, e.id))
    ends = max([moment(one) for one in (*controls, *events)], default=None)
    drill = fold(plan, controls, ends)
    events = [event for event in events if event.learner in drill.seats]
    first, ticked = first_answers(events), expected(plan, drill, events)
    attended = {e.learner for e in events} | {code for code, seat in drill.seats.items() if seat.joined}
    again, note = _teach_again(events, book)
    began = drill.clock.spans[0][0].isoformat() if drill.clock.spans else ""
    return Debrief(
        drill.id,
        plan.id,
        plan.title,
        drill.opened.isoformat(),
        began,
        round(drill.clock.elapsed / 60),
        tuple(_timeline(plan, drill, controls, events, book)),
        ticked,
        again,
        note,
        tuple(_own(seat, events, first, ticked, code in attended, book) for code, seat in sorted(drill.seats.items())),
        tuple(_heard(plan, drill, id, at, events, attended, book) for id, at in drill.injected),
    )


def expected(plan, drill, events):
    """The Ticked of every expected action of a Drill so far."""
    first = first_answers(e for e in events if e.learner in drill.seats)
    attended = {code for code, _, _ in first} | {code for code, seat in drill.seats.items() if seat.joined}
    return tuple(_ticked(plan, one, drill, first, len(attended)) for one in plan.expect)


def own_debrief(plan, controls, events, code, book):
    """The Own of one trainee alone, from the Controls and her Events."""
    drill = fold(plan, controls, max(moment(one) for one in (*controls, *events)))
    mine = sorted((e for e in events if e.learner == code), key=lambda e: (e.at, e.id))
    first = first_answers(mine)
    ticked = tuple(_ticked(plan, one, drill, first, 1) for one in plan.expect)
    return _own(drill.seats[code], mine, first, ticked, True, book)


def _ticked(plan, one, drill, first, of):
    """Who answered the step as expected, first answers only, in time where a time is given."""
    done = []
    for (code, case, step), event in first.items():
        if f"{case}/{step}" != one.step or event.score * 100 < one.score:
            continue
        clock = drill.seats[code].clock.read(moment(event))
        if one.by is None or clock <= one.by * 60:
            done.append((moment(event), code))
    return Ticked(one.id, one.says, one.by, tuple(code for _, code in sorted(done)), of)


# ---- what to teach again -----------------------------------------------------------------------------------------


def _teach_again(events, book):
    """`(the three weightiest, note)`: what the analysis of the class would look at first, then the weakest steps."""
    from rightdoor import analysis  # pandas: only who debriefs pays for it

    if not first_answers(events):
        return (), NOBODY
    items = analysis.items(analysis.from_events(events))
    shown = items[items["shown"]]
    if shown.empty:
        return (), TOO_FEW.format(least=analysis.SMALLEST_GROUP)
    found = {}
    for look in analysis.look_first(items, book):
        if look.kind in ("misleads", "teach-again", "drawn", "left-out", "sure"):
            found.setdefault((look.case, look.step), look.says)
    weak = shown[shown["facility"] < WEAK].sort_values("facility", kind="stable")
    for (case, step), row in weak.iterrows():
        found.setdefault((case, step), WEAKEST.format(p=_percent(row["facility"]), n=int(row["n"])))
    return tuple(Again(c, s, _ask(book, c, s), why) for (c, s), why in list(found.items())[:MOST]), None


def _own(seat, events, first, ticked, attended, book):
    mine = [event for event in events if event.learner == seat.code]
    answers = [event for (code, _, _), event in first.items() if code == seat.code]
    weak = sorted((e for e in answers if e.score < 1), key=lambda e: (e.score, e.at))
    again = tuple(
        Again(e.case, e.step, _ask(book, e.case, e.step), OWN.format(p=_percent(e.score))) for e in weak[:MOST]
    )
    signs = [moment(event) for event in mine]
    clock = [seat.clock.read(at) for at in signs + ([seat.joined] if seat.joined else [])]
    return Own(
        seat.code,
        attended,
        len(answers),
        round(sum(e.score for e in answers) / len(answers), 3) if answers else None,
        sum(event.kind == "hint" for event in mine),
        tuple(dict.fromkeys(e.case for e in mine if e.kind == "finished")),
        round(max(clock) - min(clock)) if clock else 0,
        tuple(one.id for one in ticked if seat.code in one.done),
        again,
    )


OWN = Pair("第一次得 {p}。", "First try: {p}.")


def _heard(plan, drill, id, at, events, attended, book):
    """Who had it when: from what her page said or, for a record without that, from when its facts reached her."""
    inject, found = plan.inject(id), dict(drill.seen.get(id, {}))
    for event in events if inject.news else ():
        if event.kind == "news" and (event.case, event.response) == (inject.case, inject.news):
            found.setdefault(event.learner, moment(event))
    by = sorted((when, code) for code, when in found.items() if code in drill.seats)
    missed = tuple(sorted(attended - set(found)))
    return Heard(id, inject.told(book), _clock(drill, "", at), tuple((c, _clock(drill, c, w)) for w, c in by), missed)


# ---- the timeline ------------------------------------------------------------------------------------------------


def _timeline(plan, drill, controls, events, book):
    words = {inject.id: inject.told(book) for inject in plan.injects}
    told = {(inject.case, inject.news): words[inject.id] for inject in plan.injects if inject.news}
    found = [_of_control(drill, control, words) for control in controls if control.kind in CONTROL]
    for id, at in drill.injected:
        says = NEWS.format(says=words[id])
        found.append(Moment(at.isoformat(timespec="milliseconds"), _clock(drill, "", at), "injected", "", says))
    found += [_of_event(drill, event, told, book) for event in events]
    return sorted(found, key=lambda m: (datetime.fromisoformat(m.at), m.kind, m.code))


def _of_control(drill, control, words):
    says = CONTROL[control.kind]
    if control.kind == "seen":
        id = control.data["inject"]
        says = says.format(says=_begun(words.get(id, Pair(id, id))))
    if control.kind == "extended":
        says = says.format(minutes=control.data.get("minutes", 0))
    return Moment(control.at, _clock(drill, control.learner, moment(control)), control.kind, control.learner, says)


def _of_event(drill, event, told, book):
    kind = "asked" if event.kind == "answered" and event.score is None else event.kind
    case = cases.load(event.case, book)
    says = WORK[kind].format(
        case=cases.fill(case.title, case, cases.variants(case)[0]),
        ask=_ask(book, event.case, event.step),
        score=_percent(event.score) if event.score is not None else "",
        says=_begun(told.get((event.case, str(event.response)), Pair("", ""))) if kind == "news" else "",
    )
    return Moment(event.at, _clock(drill, event.learner, moment(event)), event.kind, event.learner, says)


def _begun(says):
    """How a piece of news begins: its whole words stand where it came."""
    return Pair(
        *(text if len(text) <= most else f"{text[:most]}…" for text, most in ((says.zh, FEW[0]), (says.en, FEW[1])))
    )


def _clock(drill, code, at):
    clock = drill.seats[code].clock if code in drill.seats else drill.clock
    return int(clock.read(at))


def _ask(book, id, step):
    """What a step asks; its id where there is none of that name."""
    case = cases.load(id, book)
    return cases.fill(case.steps[step].ask, case, cases.variants(case)[0]) if step in case.steps else Pair(step, step)


def _percent(share):
    return f"{round(100 * share)}%"
