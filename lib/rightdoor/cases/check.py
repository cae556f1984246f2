"""What can be wrong with a case file beyond its shape. Each check yields Problems with file, line and cure."""

import math

from rightdoor import yamlfile
from rightdoor.cases.asked import questions
from rightdoor.cases.case import NAME, day_of, fill_facts, variants
from rightdoor.cases.faults import ADD_WORD, Places, fault
from rightdoor.cases.kinds import DECIDES, KINDS
from rightdoor.cases.wording import texts, wording
from rightdoor.tables import NotInForce
from rightdoor.tables.check import citation

END = "end"


MOST_VARIANTS = 2000


def size_faults(path, content):
    """A Problem where the varied values have so many combinations that nobody could check them."""
    many = math.prod(map(len, content.get("vary", {}).values()))
    if many > MOST_VARIANTS:
        yield fault(
            f"cases/{path.name}:{yamlfile.line_of(path, ['vary'])}",
            f"变化共有 {many} 种组合，最多 {MOST_VARIANTS} 种。",
            f"the variants have {many} combinations; {MOST_VARIANTS} is the most.",
            ("减少名字或取值。", "take fewer names or values."),
        )


def kind_faults(path, content):
    """A Problem for each step that is not of exactly one kind, or asks the law a question that its kind cannot ask."""
    every = ", ".join(KINDS)
    for id, raw in content["steps"].items():
        place = f"cases/{path.name}:{yamlfile.line_of(path, ['steps', id])}"
        kinds = [key for key in KINDS if key in raw]
        if len(kinds) != 1:
            yield fault(
                place,
                f"步骤“{id}”必须恰好有 {every} 之一。",
                f"the step '{id}' must have exactly one of {every}.",
                ("删去多余的，或补上缺少的。", "remove what is too much, or add what is missing."),
            )
            continue
        kind, key = KINDS[kinds[0]], kinds[0]
        allowed = [name for name, decide in DECIDES.items() if kind.id in decide.kinds]
        words = () if kind.listed else [word for word in allowed if word in raw[key]]
        asked = raw.get("decide") or kind.asks or (words[0] if words else "")
        if asked and asked not in allowed:
            yield fault(
                place,
                f"“{key}”这类步骤不能问“{asked}”。",
                f"a step with '{key}' cannot ask '{asked}'.",
                (f"decide 可以写：{'、'.join(allowed)}。", f"decide may be: {', '.join(allowed)}."),
            )
        elif not asked and key not in INTERVIEWS:
            yield fault(
                place,
                f"“{key}”这类步骤要写明问法律什么。",
                f"a step with '{key}' must say what the law is asked.",
                (f"可以写：{'、'.join(allowed)}。", f"it may be: {', '.join(allowed)}."),
            )
        elif len(words) > 1:
            yield fault(
                place,
                f"“{key}”里只能写一种问法。",
                f"'{key}' can ask one thing only.",
                (f"只留一个：{'、'.join(words)}。", f"leave one of: {', '.join(words)}."),
            )


INTERVIEWS = ("choices", "several")


def static_faults(case):
    """All Problems of a case whose file has the right shape."""
    at = Places(case)
    for checks in (_graph, _words, _variants, _steps, _options, questions, _articles, _texts, wording, _facts, _walks):
        yield from checks(case, at)


# ---- the graph -----------------------------------------------------------------------------------------------


def _graph(case, at):
    leads = {id: _next_of(step) for id, step in case.steps.items()}
    if case.start not in case.steps:
        yield fault(
            at("start"),
            f"没有起始步骤“{case.start}”。",
            f"there is no step '{case.start}' to start with.",
            ("start 要写 steps 中的一个编号。", "start must be the id of one of the steps."),
        )
    if END in case.steps:
        yield fault(
            at("steps", END),
            "“end”是结束的意思，不能用作步骤编号。",
            "'end' means the end and cannot be the id of a step.",
            ("给这一步换个编号。", "give the step another id."),
        )
    for id, targets in leads.items():
        for target in sorted(targets - set(case.steps) - {END}):
            yield fault(
                at("steps", id, "next"),
                f"步骤“{id}”通向不存在的“{target}”。",
                f"the step '{id}' leads to '{target}', which does not exist.",
                ("next 要写一个步骤编号，或写 end。", "next must be the id of a step, or end."),
            )
    for news in case.news.values():
        for key, id in (("go", news.go), ("after", news.after or news.go)):
            if id not in case.steps:
                yield fault(
                    at("news", news.id, key),
                    f"消息“{news.id}”里没有步骤“{id}”。",
                    f"the news '{news.id}' names the step '{id}', which does not exist.",
                    (f"{key} 要写一个步骤编号。", f"{key} must be the id of a step."),
                )
    yield from _reach(case, at, leads)


def _reach(case, at, leads):
    """Steps that no way comes to, and steps from which no way comes to the end."""
    story, aside = _closure({case.start}, leads), _closure({news.go for news in case.news.values()}, leads)
    reached = story | aside
    backwards = {id: {other for other, targets in leads.items() if id in targets} for id in [*leads, END]}
    ending = _closure({END}, backwards)
    for id in case.steps:
        if id not in reached:
            yield fault(
                at("steps", id),
                f"步骤“{id}”永远走不到。",
                f"the step '{id}' can never be reached.",
                ("让别的步骤通向它，或删去它。", "let another step lead to it, or remove it."),
            )
        elif id not in ending:
            yield fault(
                at("steps", id),
                f"从步骤“{id}”走不到结束。",
                f"from the step '{id}' the end cannot be reached.",
                ("给它一个通向 end 的 next。", "give it a next that leads to the end."),
            )
        elif id in story and id in aside:
            yield fault(
                at("steps", id),
                f"步骤“{id}”既在案情里，又在消息之后：消息的步骤做完自动回到原处。",
                f"the step '{id}' belongs to the story and to news; the steps of news lead back by themselves.",
                ("让消息的步骤通向 end。", "let the steps of the news lead to end."),
            )


def _next_of(step):
    own = {step.id} if any(o.hint and not o.next for o in step.options) else set()
    onward = {step.next} if not step.options or any(not (o.next or o.hint) for o in step.options) else set()
    return onward | {o.next for o in step.options if o.next} | own


def _closure(found, leads):
    edge = set(found)
    while edge:
        edge = set().union(*(leads.get(id, set()) for id in edge)) - found
        found = found | edge
    return found


# ---- words, options ------------------------------------------------------------------------------------------


def _words(case, at):
    for list_name, key, ids in (("skill", "skills", case.skills), ("hearsay_section", "sections", case.sections)):
        for position, id in enumerate(ids):
            if id not in case.book.vocabulary.get(list_name, {}):
                yield fault(
                    at(key, position),
                    f"“{id}”不在词表 {list_name} 中。",
                    f"'{id}' is not a word of the list {list_name}.",
                    ADD_WORD,
                )
    for step in case.steps.values():
        if step.skill not in (case.skills if step.judged else (*case.skills, "")):
            yield fault(
                at("steps", step.id, "skill"),
                f"步骤“{step.id}”的技能“{step.skill}”没有列在 skills 里。",
                f"the skill '{step.skill}' of the step '{step.id}' is not listed under skills.",
                (
                    "改正它，或把它加进 skills；由法律判断的步骤必须有技能。",
                    "correct it, or add it to skills; a step that the law judges needs one.",
                ),
            )


def _variants(case, at):
    for name, values in case.words.items():
        for value in set(values) ^ {str(v) for v in case.vary.get(name, ())}:
            yield fault(
                at("words", name),
                f"“{name}”的取值“{value}”在 vary 与 words 中不一致。",
                f"the value '{value}' of '{name}' is not in both vary and words.",
                ("两处写同样的取值。", "write the same values in both."),
            )


def _steps(case, at):
    for step in case.steps.values():
        if step.judged and not step.cite:
            yield fault(
                at("steps", step.id),
                f"步骤“{step.id}”没有引用条文。",
                f"the step '{step.id}' cites no article.",
                ("写 cite：反馈以它结束。", "give it cite: what the feedback ends with."),
            )
        if step.most and step.least > step.most:
            yield fault(
                at("steps", step.id, "least"),
                "least 大于 most。",
                "least is greater than most.",
                ("改小 least，或改大 most。", "make least smaller or most greater."),
            )


def _options(case, at):
    for step in case.steps.values():
        ids = [o.id for o in step.options]
        for position, id in enumerate(ids):
            if id in ids[:position]:
                yield fault(
                    at.option(step, position),
                    f"选项“{id}”写了两次。",
                    f"the option '{id}' is written twice.",
                    ("给其中一个换编号。", "give one of them another id."),
                )
        rows, day = case.book.parameters.get(step.parameter, ()), day_of(step, case)
        if step.parameter and not any(row.since <= day and (row.until is None or day < row.until) for row in rows):
            yield fault(
                at("steps", step.id, "number"),
                f"{day} 没有参数“{step.parameter}”。",
                f"there is no number '{step.parameter}' on {day}.",
                (
                    "写一个 parameters 里当天有效的编号。",
                    "write the id of a number under parameters that is in force that day.",
                ),
            )


# ---- articles ------------------------------------------------------------------------------------------------


def _articles(case, at):
    for step in case.steps.values():
        for position, id in enumerate(step.cite):
            yield from citation(case.book, at("steps", step.id, "cite", position), id, on=_day(case, step, id))
        for place, option in enumerate(step.options):
            for position, id in enumerate(option.cite):
                where = at.option(step, place, "cite", position)
                yield from citation(case.book, where, id, on=_day(case, step, id))


def _day(case, step, id):
    """The day on which a cited article must be in force. An interpretation made after the conduct may measure it."""
    day = day_of(step, case)
    try:
        case.book.article(id, day)
    except NotInForce:
        return case.today
    except LookupError:
        pass
    return day


# ---- texts, facts, walks -------------------------------------------------------------------------------------


def _texts(case, at):
    for keys, pair in texts(case):
        for name in {*NAME.findall(pair.zh), *NAME.findall(pair.en)} - set(case.vary):
            yield fault(
                at(*keys),
                f"文字里的“{{{name}}}”不在 vary 里。",
                f"'{{{name}}}' in the text is not a name under vary.",
                ("在 vary 里补上，或改正花括号里的名称。", "add it under vary, or correct the name in braces."),
            )


def _facts(case, at):
    from rightdoor.law.facts import FactsError, parse

    sources = [(("facts",), {k: v for k, v in case.facts.items() if k != "on"})]
    sources += [(("news", news.id, "learn"), news.learn) for news in case.news.values()]
    for step in case.steps.values():
        sources.append((("steps", step.id, "learn"), step.learn))
        for i, option in enumerate(step.options):
            for key in ("learn", "facts"):
                sources.append((("steps", step.id, step.kind.key, i, key), getattr(option, key)))
    for keys, learn in sources:
        for variant in variants(case) if learn else ():
            try:
                parse({"on": case.on.isoformat()}).learn(fill_facts(learn, variant))
            except FactsError as error:
                for p in error.problems:
                    yield fault(
                        at(*keys),
                        f"{p.place}：{p.says.zh}",
                        f"{p.place}: {p.says.en}",
                        (
                            "对照 README.md 和 schemas/facts.json 改正路径或取值。",
                            "correct the path or the value: see README.md and schemas/facts.json.",
                        ),
                    )
                break


def _walks(case, at):
    for position, walk in enumerate(case.walks):
        for id in {*walk.get("take", ()), *walk["expect"]} - set(case.steps):
            yield fault(
                at("walks", position),
                f"没有步骤“{id}”。",
                f"there is no step '{id}'.",
                ("写一个步骤编号。", "write the id of a step."),
            )
        for id in set(walk.get("hear", ())) - set(case.news):
            yield fault(
                at("walks", position, "hear"),
                f"没有消息“{id}”。",
                f"there is no news '{id}'.",
                ("写一个 news 里的编号。", "write an id under news."),
            )
        wanted = walk.get("vary", {}).items()
        if not any(all(v.get(k) == x for k, x in wanted) for v in variants(case)):
            yield fault(
                at("walks", position, "vary"),
                "vary 里没有这种取值。",
                "there is no such variant.",
                ("写 vary 里列出的取值。", "write values that are listed under vary."),
            )
