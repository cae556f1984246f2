"""The review sheet of a case: everything a lawyer needs in order to sign it, or to say why not."""

import json

from rightdoor import cases, feedback
from rightdoor.cli.case_blocks import written
from rightdoor.feedback.walker import chosen_variants, every_state
from rightdoor.text import Pair, convert, say

WORDS = {
    "id": Pair("编号", "id"),
    "version": Pair("案例版本", "version of the case"),
    "law": Pair("法律数据版本", "version of the law"),
    "on": Pair("行为日（实体法看这一天）", "day of the conduct (substance)"),
    "today": Pair("来访日（程序和渠道看这一天）", "day of the visit (procedure and doors)"),
    "facts": Pair("一开始就知道的事实", "facts known from the start"),
    "vary": Pair("变化", "variants"),
    "client": Pair("来访人答", "client answers"),
    "back": Pair("退回重问，因为", "sends back, because"),
    "why": Pair("理由", "reason"),
    "learn": Pair("得知", "learned"),
    "line": Pair("红线", "red line"),
    "to": Pair("转到", "leads to"),
    "hint": Pair("提示", "hint"),
    "key": Pair("法律的答案", "The law's answer"),
    "for": Pair("变化", "variant"),
    "told": Pair("反馈", "feedback"),
    "cited": Pair("依据", "basis"),
    "tells": Pair("本步告知的事实", "facts told in this step"),
    "mistake": Pair("常见错误", "known mistake"),
    "open": Pair("存疑之处", "Open doubts"),
    "none": Pair("无", "none"),
    "articles": Pair("所引条文（当日文本）", "Articles quoted, as they stood on the day"),
    "since": Pair("起", "from"),
    "source": Pair("来源", "source"),
    "end": Pair("结论（按法律的答案走到底）", "Outcome (when every step is answered as the law answers)"),
    "sign": Pair("审阅签字", "Sign-off"),
    "always": Pair("任何变化、任何走法", "every variant, every path"),
    "asked": Pair("问了", "asked"),
    "places": Pair("可放的位置", "places"),
    "own": Pair("这一小案的事实", "facts of this small case"),
    "asks-claim": Pair("说法", "claim"),
    "asks-to": Pair("寄往", "letter to"),
    "asks-stages": Pair("问哪一段的门", "doors of the stage"),
    "asks-day": Pair("依哪一天的法", "law of the day"),
    "asks-parameter": Pair("法定数值", "number of the law"),
    "asks-needed": Pair("求这一项的最小数", "least value of"),
    "asks-tier": Pair("到哪一档", "for the tier"),
    "asks-limit": Pair("期限依据", "limit under"),
}
KINDS = {
    "choose-one": Pair("选一项", "choose one"),
    "choose-several": Pair("选几项", "choose several"),
    "order-doors": Pair("选门并排先后", "choose doors and put them in order"),
    "match": Pair("归位", "put into places"),
    "finding": Pair("选出成立的认定", "pick the findings that hold"),
    "letter": Pair("选出信里要写的", "pick what stands in the letter"),
    "number": Pair("填数", "give a number"),
    "date": Pair("填日期", "give a date"),
}
ASKED = {
    "leaker.actor": Pair("泄露人是哪一类", "what kind of person leaked"),
    "data.class": Pair("信息属于哪一档", "class of the data"),
    "crime.tier": Pair("情节到哪一档", "tier of the crime"),
    "crime.halved": Pair("标准是否减半", "whether the standard is halved"),
    "liability": Pair("有哪些责任", "kinds of liability"),
    "findings": Pair("哪些认定成立", "findings that hold"),
    "proves": Pair("证据证明什么", "what the evidence proves"),
    "verdict": Pair("说法对不对", "whether what is said is sound"),
    "ask_next": Pair("该问什么", "what to ask"),
    "red_lines": Pair("可以做还是不可以做", "what may be done"),
    "doors": Pair("该去哪些门", "which doors"),
    "not_doors": Pair("哪些门不收", "doors that do not take it"),
    "stage": Pair("门的先后", "stage of each door"),
    "matter": Pair("哪个门收哪类事", "which door takes which matter"),
    "letter": Pair("信的要素", "elements of the letter"),
    "limits": Pair("哪些期限在走", "limits that run"),
    "parameter": Pair("法定数值", "a number of the law"),
    "needed": Pair("至少多少条", "the least number of records"),
    "score": Pair("占标准的百分比", "per cent of the standard"),
    "limit": Pair("期限的最后一天", "the last day of a limit"),
}
SIGN = (
    Pair("审阅人姓名、执业证号", "Reviewer's name and licence"),
    Pair("日期", "Date"),
    Pair("结论：☐ 通过　☐ 修改后通过　☐ 不能使用", "Outcome: ☐ approved  ☐ approved with changes  ☐ not fit for use"),
    Pair("意见", "Remarks"),
)
UNOFFICIAL = "Unofficial gloss of the whole article"
HOW_TO_SIGN = Pair(
    "签字后，在 data/reviews.csv 加一行：编号、版本、审阅人、资格、日期、"
    "结论（approved、approved-with-changes、rejected）、备注。",
    "Once signed, add a row to data/reviews.csv: case, version, reviewer, qualification, date, outcome (approved, "
    "approved-with-changes, rejected), note.",
)


def sheet(case, lang, format="markdown"):
    """The sheet as Markdown or as one page of HTML without outside references."""
    return written(list(_Sheet(case, lang).blocks()), format, lang, say(case.title, lang))


class _Sheet:
    def __init__(self, case, lang):
        self.case, self.lang, self.book = case, lang, case.book
        self.states, self.ends, self.quoted = {}, [], {}
        for variant in chosen_variants(case):
            for walk in every_state(case, variant):
                if walk.done:
                    self.ends.append(walk)
                else:
                    self.states.setdefault(walk.step.id, []).append(walk)

    def blocks(self):
        """The sheet as blocks: (kind, text or rows)."""
        yield "h1", say(self.case.title, self.lang)
        yield (
            "warning" if cases.status(self.case) == cases.NOT_REVIEWED else "p",
            say(cases.status(self.case), self.lang),
        )
        yield "pairs", [(self.word(key), value) for key, value in self.head()]
        for number, step in enumerate(self.case.steps.values(), 1):
            yield from self.step(number, step)
        yield from self.outcome()
        yield "h2", self.word("open")
        yield "list", list(self.doubts()) or [self.word("none")]
        yield "h2", self.word("articles")
        for quote in self.quoted.values():
            yield from self.article(quote)
        yield "h2", self.word("sign")
        yield "form", [say(pair, self.lang) for pair in SIGN]
        yield "p", say(HOW_TO_SIGN, self.lang)

    def head(self):
        case = self.case
        yield from (("id", case.id), ("version", case.version), ("law", self.book.snapshot))
        yield from (("on", case.on.isoformat()), ("today", case.today.isoformat()))
        yield "facts", self.facts(case.facts)
        yield (
            "vary",
            "; ".join(f"{name}: {', '.join(map(str, values))}" for name, values in case.vary.items())
            or self.word("none"),
        )

    def step(self, number, step):
        asked = f" · {say(ASKED[step.decide], self.lang)}" if step.decide else ""
        yield "h2", f"{number}. {step.id} — {say(KINDS[step.kind.id], self.lang)}{asked}"
        if details := self.details(step):
            yield "p", details
        if step.say:
            yield "p", say(step.say, self.lang)
        if step.learn:
            yield "p", self.told("tells", self.facts(step.learn))
        yield "strong", say(step.ask, self.lang)
        yield "list", [self.option(option) for option in step.options]
        if step.places:
            yield "p", self.told("places", " / ".join(say(place.label, self.lang) for place in step.places))
        yield "list", [self.told("mistake", f"{value} — {say(why, self.lang)}") for value, why in step.mistakes.items()]
        if step.hint:
            yield "p", self.told("hint", say(step.hint, self.lang))
        if step.judged:
            yield "table", [(self.word("for"), self.word("key"), self.word("told")), *self.keys(step)]
        yield "p", self.told("to", step.next)

    def details(self, step):
        """What exactly the law is asked, as the file puts it."""
        stages = ", ".join(say(self.book.label("stage", id), self.lang) for id in step.stages)
        told = {
            "claim": step.claim,
            "to": step.to,
            "stages": stages if step.decide == "doors" else "",
            "day": step.day,
            "parameter": step.parameter,
            "needed": step.needed,
            "tier": step.tier,
            "limit": step.limit,
        }
        return "; ".join(self.told(f"asks-{key}", value) for key, value in told.items() if value)

    def option(self, option):
        of = f" = {option.of}" if option.of != option.id else ""
        parts = [f"[{option.id}{of}] {say(option.label, self.lang)}"]
        for key, pair in (("client", option.tell), ("back", option.hint), ("why", option.why)):
            parts += [self.told(key, say(pair, self.lang))] if pair else []
        parts += [self.told("learn", self.facts(option.learn))] if option.learn else []
        parts += [self.told("own", self.facts(option.facts))] if option.facts else []
        parts += [self.told("line", option.red_line)] if option.red_line else []
        parts += [self.told("cited", self.cites(option.cite))] if option.cite else []
        parts += [self.told("to", option.next)] if option.next else []
        return " — ".join(parts)

    def keys(self, step):
        """One row for each different answer of the law: an example of the way there, the answer, what is told."""
        rows, everywhere = {}, set()
        for walk in self.states.get(step.id, ()):
            told = feedback.judge(walk, feedback.key(walk))
            self.quoted.update({(quote.id, quote.since): quote for quote in told.quotes})
            answer = "; ".join(say(pair, self.lang) for pair in feedback.shown(walk, told.key)) or str(told.key)
            says = [p for p in told.says if p != feedback.RIGHT]
            says += [o.why for o in told.options if o.why and o.mark == "right"]
            text = " ".join(dict.fromkeys(say(pair, self.lang) for pair in says))
            basis = self.cites([quote.id for quote in told.quotes])
            rows.setdefault((answer, f"{text} [{basis}]"), walk)
            everywhere.add(answer)
        if len(rows) == 1:
            return [(self.word("always"), *row) for row in rows]
        return [(self.way(walk), answer, text) for (answer, text), walk in rows.items()]

    def way(self, walk):
        """The variant of a walk and what was asked in it."""
        asked = [
            id
            for m in walk.answers
            if not walk.case.steps[m.step].judged
            for id in ((m.response,) if isinstance(m.response, str) else m.response)
        ]
        return f"{self.variant(walk)}; {self.told('asked', ', '.join(asked))}" if asked else self.variant(walk)

    def variant(self, walk):
        return ", ".join(f"{name}={value}" for name, value in walk.variant.items()) or "—"

    def outcome(self):
        yield "h2", self.word("end")
        for walk in self.ends[:1]:
            yield "p", self.told("for", self.way(walk))
            yield "pre", walk.decision.as_text(self.lang, self.book)

    def doubts(self):
        """What the law leaves open in this case, and what of the cited law is not verified or still watched."""
        found = {}
        for walk in (*self.ends, *(walk for walks in self.states.values() for walk in walks)):
            found.update({f.id: f.says for f in walk.decision.unsettled})
        yield from (say(says, self.lang) for says in found.values())
        for quote in self.quoted.values():
            if worth(quote) != "verified":
                yield f"{say(quote.cite, self.lang)}: {say(self.book.label('status', worth(quote)), self.lang)}"
        cited = {quote.article for quote in self.quoted.values()}
        for row in self.book.watch:
            if cited & {id.partition(":")[0] for id in row.touches}:
                yield f"{say(row.question, self.lang)} {say(row.meanwhile, self.lang)}"

    def article(self, quote):
        until = f" – {quote.until}" if quote.until else ""
        yield "h3", f"{say(quote.cite, self.lang)} ({self.word('since')} {quote.since}{until})"
        yield "quote", convert(quote.text_zh) if self.lang == "zh-Hant" else quote.text_zh
        if self.lang == "en":
            yield "p", f"{UNOFFICIAL}: {quote.gloss_en}"
        title = quote.source["title"]
        title = convert(title) if self.lang == "zh-Hant" else title
        yield "p", self.told("source", f"{title} ({quote.source['checked']})")

    def facts(self, facts):
        told = (f"{path} = {json.dumps(value, ensure_ascii=False).strip(chr(34))}" for path, value in facts.items())
        return "; ".join(told) or self.word("none")

    def cites(self, ids):
        separator = ", " if self.lang == "en" else "、"
        return separator.join(dict.fromkeys(say(self.book.cite(id), self.lang) for id in ids)) or self.word("none")

    def word(self, key):
        return say(WORDS[key], self.lang)

    def told(self, key, text):
        """A word and what it introduces."""
        return f"{self.word(key)}{': ' if self.lang == 'en' else '：'}{text}"


def worth(quote):
    """The status of a provision: that of its text, or of the date from which it applies where that is not verified."""
    status = quote.source["status"]
    return quote.source.get("date_status", status) if status == "verified" else status
