"""The intake of the desk: one plain question for each open fact, its controls, and how an answer becomes facts."""

from dataclasses import dataclass
from datetime import date

from rightdoor.law import terms
from rightdoor.law.ask import name_of
from rightdoor.law.facts import LARGEST
from rightdoor.practice.desk_words import PARTS, word
from rightdoor.practice.markup import button, capital, join, tag
from rightdoor.text import Pair, say

OLDEST = date(1990, 1, 1)


class Unfit(ValueError):
    """An answer that is none; `key` names the words that say why."""

    def __init__(self, key):
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Ask:
    """How a fact is asked: the kind of control, the words, the vocabulary list, and whether "none" is an answer."""

    kind: str
    says: Pair
    terms: str = ""
    none: bool = False
    without: tuple[str, ...] = ()


ASKS = {
    "urgency": Ask(
        "several", Pair("现在有没有正在发生的危险？", "Is anything going on right now?"), "urgency", none=True
    ),
    "on": Ask(
        "day",
        Pair("事情是哪天发生的？（持续的，写最后一次）", "On which day did it happen? (If it went on, the last time.)"),
    ),
    "conduct": Ask("several", Pair("对方做了什么？", "What was done?"), "conduct"),
    "leaker.actor": Ask("one", Pair("是谁泄露的？", "Who leaked it?"), "actor", without=("unknown",)),
    "leaker.sector": Ask("one", Pair("信息原来在哪个行业手里？", "In which line of work was the data held?"), "sector"),
    "leaker.through_duty": Ask(
        "yes-no",
        Pair(
            "对方是在履行职责或者提供服务中得到这些信息的吗？",
            "Did they get the data in performing a duty or providing a service?",
        ),
    ),
    "data": Ask("several", Pair("泄露了哪些信息？", "Which data leaked?"), "data_kind"),
    "kind": Ask("one", Pair("是哪一种信息？", "What kind of data is it?"), "data_kind"),
    "count": Ask("whole", Pair("{kind}：一共多少条？（估计也可以）", "{kind}: how many items? (An estimate will do.)")),
    "from_id_card": Ask(
        "yes-no", Pair("{kind}：是身份证上记载的内容吗？", "{kind}: is it what an identity card records?")
    ),
    "purpose": Ask("one", Pair("对方为了什么？", "For what purpose?"), "purpose"),
    "gains_yuan": Ask("money", Pair("对方从中得了多少钱？（元）", "How much did they make by it? (yuan)")),
    "profit_yuan": Ask(
        "money",
        Pair(
            "对方用这些信息正当经营，赚了多少钱？（元）",
            "How much profit did their lawful business make with the data? (yuan)",
        ),
    ),
    "used_in_crime": Ask(
        "one", Pair("这些信息后来被人用来犯罪了吗？", "Was the data then used in a crime?"), "used_in_crime"
    ),
    "harm": Ask("several", Pair("造成了什么后果？", "What harm followed?"), "harm", none=True, without=("none",)),
    "prior": Ask("one", Pair("对方以前因为这种事受过处罚吗？", "Were they punished for the same before?"), "prior"),
    "prior_report": Ask("report", Pair("以前向哪里报过吗？", "Was it reported anywhere before?")),
    "victim_minor": Ask("minor", Pair("受害人多大？", "How old is the person harmed?")),
    "victims": Ask("whole", Pair("一共有多少人受害？", "How many people are affected?")),
    "known_on": Ask("day", Pair("受害人哪天知道这件事的？", "On which day did the person harmed learn of it?")),
    "wishes": Ask("several", Pair("当事人想要什么？", "What does the client want?"), "wish"),
    "anonymous": Ask("anonymous", Pair("愿意写真实姓名吗？", "Will the report bear a real name?")),
    "victim_poor": Ask(
        "yes-no",
        Pair("当事人经济困难吗？（法律援助要看这一点）", "Is the client of limited means? (Legal aid depends on it.)"),
    ),
    "mitigation": Ask(
        "several", Pair("对方有这些情形吗？", "Does any of this hold for the other side?"), "mitigation", none=True
    ),
}
ALWAYS_FIRST = ("urgency", "on")
FOR_THE_LETTER = ("conduct", "leaker.actor", "data", "harm", "wishes", "anonymous")

AGES = {
    "adult": (Pair("已满十八周岁", "18 or over"), {"victim_minor": False}),
    "minor": (Pair("满十四、不满十八周岁", "14 to 17"), {"victim_minor": True, "victim_under_14": False}),
    "child": (Pair("不满十四周岁", "under 14"), {"victim_minor": True, "victim_under_14": True}),
}
NAMING = {
    "named": (Pair("愿意（可以要求保密，通常才有答复）", "Yes (secrecy can be asked for; as a rule only then an answer comes)"), False),
    "unnamed": (Pair("不愿意", "No"), True),
}  # fmt: skip


def open_paths(answers, facts, decision):
    """The paths still to be asked, the next best first: safety and the day, then what the law asks, then the letter."""
    asked = [path for path in ALWAYS_FIRST if path not in answers]
    asked += [q.path for q in decision.ask_next if q.path not in answers and q.path not in asked]
    counts = [f"data[{i}].count" for i, d in enumerate(facts.data or ()) if d.kind and d.count is None]
    asked += [path for path in (*FOR_THE_LETTER, *counts) if path not in answers and path not in asked]
    return asked


def ask_of(path):
    """The Ask of a path."""
    return ASKS[name_of(path)]


def words_of(path, facts, book):
    """The question of a path as a Pair, with the kind of data where it asks about one."""
    says = ask_of(path).says
    if not path.startswith("data["):
        return says
    kind = facts.get(path.rpartition(".")[0] + ".kind")
    named = book.label("data_kind", kind) if kind else Pair("这部分信息", "these data")
    return says.format(kind=Pair(named.zh, capital(named.en)))


def why(path, decision, lang):
    """What the answer is for, in one sentence."""
    if path in ALWAYS_FIRST:
        return word("first" if path == "urgency" else "which-law", lang)
    parts = next((q.would_change for q in decision.ask_next if q.path == path), ())
    if not parts:
        return word("for-letter", lang)
    return word("why", lang, parts=Pair.join(PARTS[part] for part in parts))


# ---- from the controls to facts -------------------------------------------------------------------------------------


def answer(path, of, values, today):
    """What a message says, as a mapping of paths to values for Facts.learn. Raises Unfit."""
    ask = ask_of(path)
    if ask.kind in READ:
        return READ[ask.kind](path, of, values, today)
    raise Unfit("choose-fault")


def _one(path, of, values, today):
    if not of:
        raise Unfit("choose-fault")
    return {path: of}


def _several(path, of, values, today):
    chosen = values.get("choice") or []
    if not isinstance(chosen, list) or not chosen:
        raise Unfit("choose-fault")
    return {path: [{"kind": kind} for kind in chosen] if path == "data" else chosen}


def _yes_no(path, of, values, today):
    if of not in ("yes", "no"):
        raise Unfit("choose-fault")
    return {path: of == "yes"}


def _whole(path, of, values, today):
    written = _figures(values)
    if not written.isdecimal() or int(written) > LARGEST:
        raise Unfit("whole-fault")
    return {path: int(written)}


def _money(path, of, values, today):
    whole, point, cents = _figures(values).partition(".")
    if not whole.isdecimal() or int(whole) > LARGEST or (point and not cents.isdecimal()):
        raise Unfit("money-fault")
    return {path: float(f"{whole}.{cents}") if point else int(whole)}


def _figures(values):
    return str(values.get("number", "")).replace(",", "").replace("，", "").strip()[:20]


def _day(path, of, values, today):
    return {path: day_of(values.get("day"), OLDEST, today).isoformat()}


def day_of(written, first, last):
    """A date of a form between `first` and `last`. Raises Unfit."""
    try:
        found = date.fromisoformat(str(written or ""))
    except ValueError:
        raise Unfit("day-fault") from None
    if not first <= found <= last:
        raise Unfit("day-fault")
    return found


def _minor(path, of, values, today):
    if of not in AGES:
        raise Unfit("choose-fault")
    return dict(AGES[of][1])


def _anonymous(path, of, values, today):
    if of not in NAMING:
        raise Unfit("choose-fault")
    return {path: NAMING[of][1]}


def report(values, today):
    """One earlier report of the form, as a JSON object of the contract. Raises Unfit."""
    found = {"door": values.get("door"), "result": values.get("choice")}
    if found["door"] not in terms.DOOR or found["result"] not in terms.REPORT_RESULT:
        raise Unfit("report-fault")
    if values.get("day"):
        found["on"] = day_of(values["day"], OLDEST, today).isoformat()
    return found


READ = {
    "one": _one, "several": _several, "yes-no": _yes_no, "whole": _whole, "money": _money, "day": _day,
    "minor": _minor, "anonymous": _anonymous,
}  # fmt: skip


# ---- the controls ---------------------------------------------------------------------------------------------------


def controls(desk, path):
    """The form that asks for a path."""
    ask, lang = ask_of(path), desk.lang
    says = tag(
        "span", say(words_of(path, desk.facts, desk.book), lang), tabindex="-1", data_focus="ask", class_="rs-ask"
    )
    fault = tag("p", word(desk.fault, lang), class_="rs-fault", role="alert") if desk.fault else None
    return tag(
        "form",
        tag("fieldset", tag("legend", says), tag("p", why(path, desk.decision, lang), class_="rs-quiet"),
            SHOW[ask.kind](desk, path, ask, lang)),
        fault,
        tag("div", _submit(ask, lang), _none(ask, lang), button(word("unknown", lang), "unknown"), class_="rs-after"),
        class_="rs-form",
        data_do="answer",
    )  # fmt: skip


def _submit(ask, lang):
    if ask.kind in ("several", "whole", "money", "day"):
        return tag("button", word("confirm", lang), type="submit", data_do="answer", class_="rd-button rs-primary")
    return None


def _none(ask, lang):
    if ask.kind == "report":
        return button(word("never-reported", lang), "none", look="rs-primary")
    return button(word("none-of-these", lang), "none") if ask.none else None


def _buttons(pairs, lang):
    return tag(
        "div",
        [button(capital(say(label, lang)), "answer", id, "rs-option") for id, label in pairs],
        class_="rs-options",
    )


def _terms(desk, ask):
    return [(id, desk.book.label(ask.terms, id)) for id in desk.book.terms(ask.terms) if id not in ask.without]


def _show_one(desk, path, ask, lang):
    return _buttons(_terms(desk, ask), lang)


def _show_yes_no(desk, path, ask, lang):
    return tag("div", [button(word(id, lang), "answer", id, "rs-option") for id in ("yes", "no")], class_="rs-options")


def _show_several(desk, path, ask, lang):
    rows = [_choice("checkbox", id, label, lang, desk.draft.get("choice") or ()) for id, label in _terms(desk, ask)]
    return join(tag("p", word("choose", lang), class_="rs-quiet"), tag("div", rows, class_="rs-options"))


def _choice(type, id, label, lang, chosen, name="choice"):
    return tag(
        "label",
        tag("input", type=type, name=name, value=id, checked=id in chosen),
        tag("span", capital(say(label, lang))),
        class_="rs-option",
    )


def _show_number(desk, path, ask, lang):
    return tag(
        "p",
        tag("input", type="text", name="number", inputmode="numeric" if ask.kind == "whole" else "decimal", size=10, maxlength=20,
            autocomplete="off", value=desk.draft.get("number", ""), aria_label=say(words_of(path, desk.facts, desk.book), lang)),
        class_="rs-number",
    )  # fmt: skip


def _show_day(desk, path, ask, lang):
    return tag("p", day_field("day", desk.draft.get("day", ""), OLDEST, desk.today, aria_label=say(ask.says, lang)))


def day_field(name, value, first, last, **attributes):
    """A field for a date."""
    return tag("input", type="date", name=name, value=value, min=first.isoformat(), max=last.isoformat(), **attributes)


def _show_minor(desk, path, ask, lang):
    return _buttons([(id, label) for id, (label, _) in AGES.items()], lang)


def _show_anonymous(desk, path, ask, lang):
    return _buttons([(id, label) for id, (label, _) in NAMING.items()], lang)


def _show_report(desk, path, ask, lang):
    doors = desk.book.doors(desk.today)
    options = [tag("option", word("door-placeholder", lang), value="")]
    options += [
        tag("option", capital(say(door.name, lang)), value=id, selected=id == desk.draft.get("door"))
        for id, door in doors.items()
    ]
    results = [
        _choice("radio", id, desk.book.label("report_result", id), lang, (desk.draft.get("choice"),))
        for id in desk.book.terms("report_result")
    ]
    noted = [tag("li", say(report_words(r, desk.book), lang)) for r in desk.reports]
    last = tag("button", word("report-done", lang), type="submit", data_do="answer", class_="rd-button")
    return join(
        join(tag("p", word("report-so-far", lang)), tag("ul", noted)) if noted else None,
        tag("label", tag("span", word("report-door", lang)), tag("select", options, name="door"), class_="rs-field"),
        tag("fieldset", tag("legend", word("report-result", lang)), tag("div", results, class_="rs-options")),
        tag("label", tag("span", word("report-day", lang)), day_field("day", desk.draft.get("day", ""), OLDEST, desk.today),
            class_="rs-field"),
        tag("p", last, " ", button(word("report-more", lang), "more")),
    )  # fmt: skip


def report_words(report, book):
    """An earlier report as a Pair."""
    door = book.channels[report["door"]][-1].name
    result = book.label("report_result", report["result"])
    day = report.get("on", "")
    return Pair(f"{door.zh}：{result.zh} {day}".rstrip(), f"{capital(door.en)}: {result.en} {day}".rstrip())


SHOW = {
    "one": _show_one, "several": _show_several, "yes-no": _show_yes_no, "whole": _show_number, "money": _show_number,
    "day": _show_day, "minor": _show_minor, "anonymous": _show_anonymous, "report": _show_report,
}  # fmt: skip


def said(path, found, book):
    """An answer in words, as a Pair, for the list of answers; None where it is not known."""
    ask = ask_of(path)
    if not found:
        return None
    value = next(iter(found.values()))
    if value == []:
        return Pair("没有", "none")
    if path == "prior_report":
        return Pair.join((report_words(r, book) for r in value), zh="；", en="; ")
    if path == "victim_minor":
        return next(label for label, facts in AGES.values() if facts == found)
    if path == "anonymous":
        return next(label for label, flag in NAMING.values() if flag == value)
    if isinstance(value, bool):
        return Pair("是", "yes") if value else Pair("不是", "no")
    if path == "data":
        return Pair.join(book.label("data_kind", row["kind"]) for row in value)
    if ask.terms:
        return Pair.join(book.label(ask.terms, id) for id in (value if isinstance(value, list) else [value]))
    return Pair(str(value), str(value))
