"""What can be wrong with a case file beyond its shape. Each check yields Problems with file, line and cure."""

from rightdoor import yamlfile
from rightdoor.cases.case import NAME, fill_facts, variants
from rightdoor.cases.kinds import DECIDES, KINDS
from rightdoor.tables import Problem
from rightdoor.tables.check import citation
from rightdoor.text import Pair

END = "end"
ADD_WORD = "改用 vocabulary.yaml 中的词，或先在那里增加。", "use a word of vocabulary.yaml, or add it there first."
MEASURED_BY_CONDUCT = ("leaker.actor", "data.class", "crime.tier")


def fault(place, zh, en, cure=("", "")):
    """A Problem from the two halves of its sentence and of its cure."""
    return Problem(place, Pair(zh, en), Pair(*cure))


def day_of(step, case):
    """The day whose law answers a step: that of the conduct for what it was, that of the visit for what to do now."""
    return case.on if step.decide in MEASURED_BY_CONDUCT else case.today


def kind_faults(path, content):
    """A Problem for each step that is not of exactly one kind, or asks the law a question that its kind cannot ask."""
    every = ", ".join(KINDS)
    for id, raw in content["steps"].items():
        place = f"cases/{path.name}:{yamlfile.line_of(path, ['steps', id])}"
        kinds = [key for key in KINDS if key in raw]
        if len(kinds) != 1:
            yield fault(place, f"步骤“{id}”必须恰好有 {every} 之一。",
                        f"the step '{id}' must have exactly one of {every}.",
                        ("删去多余的，或补上缺少的。", "remove what is too much, or add what is missing."))
            continue
        key = kinds[0]
        allowed = [name for name, decide in DECIDES.items() if decide.kind == KINDS[key].id]
        asked = raw.get("decide") or ("parameter" if key == "number" else None)
        if asked and asked not in allowed:
            yield fault(place, f"“{key}”这类步骤不能问“{asked}”。", f"a step with '{key}' cannot ask '{asked}'.",
                        (f"decide 可以写：{'、'.join(allowed)}。", f"decide may be: {', '.join(allowed)}."))
        elif key == "offer" and not asked:
            yield fault(place, "排列渠道的步骤要写 decide: doors。", "a step that offers doors needs decide: doors.")


def static_faults(case):
    """All Problems of a case whose file has the right shape."""
    at = Places(case)
    for checks in (_graph, _words, _answers, _variants, _steps, _options, _doors, _articles, _texts, _facts, _walks):
        yield from checks(case, at)


class Places:
    """Where a thing stands in the file: `at("steps", "call")` is `cases/police-lookup.yaml:25`."""

    def __init__(self, case):
        self.path = case.path

    def __call__(self, *keys):
        return f"cases/{self.path.name}:{yamlfile.line_of(self.path, keys)}"

    def option(self, step, position, *keys):
        """The place of an option of a step, or of something in it."""
        return self("steps", step.id, step.kind.key, position, *keys)


# ---- the graph -----------------------------------------------------------------------------------------------


def _graph(case, at):
    leads = {id: _next_of(step) for id, step in case.steps.items()}
    if case.start not in case.steps:
        yield fault(at("start"), f"没有起始步骤“{case.start}”。", f"there is no step '{case.start}' to start with.",
                    ("start 要写 steps 中的一个编号。", "start must be the id of one of the steps."))
    if END in case.steps:
        yield fault(at("steps", END), "“end”是结束的意思，不能用作步骤编号。",
                    "'end' means the end and cannot be the id of a step.")
    for id, targets in leads.items():
        for target in sorted(targets - set(case.steps) - {END}):
            yield fault(at("steps", id, "next"), f"步骤“{id}”通向不存在的“{target}”。",
                        f"the step '{id}' leads to '{target}', which does not exist.",
                        ("next 要写一个步骤编号，或写 end。", "next must be the id of a step, or end."))
    reached = _closure({case.start}, leads)
    backwards = {id: {other for other, targets in leads.items() if id in targets} for id in [*leads, END]}
    ending = _closure({END}, backwards)
    for id in case.steps:
        if id not in reached:
            yield fault(at("steps", id), f"步骤“{id}”永远走不到。", f"the step '{id}' can never be reached.",
                        ("让别的步骤通向它，或删去它。", "let another step lead to it, or remove it."))
        elif id not in ending:
            yield fault(at("steps", id), f"从步骤“{id}”走不到结束。",
                        f"from the step '{id}' the end cannot be reached.",
                        ("给它一个通向 end 的 next。", "give it a next that leads to the end."))


def _next_of(step):
    own = {step.id} if any(o.hint for o in step.options) else set()
    return {step.next} | {o.next for o in step.options if o.next} | own


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
                yield fault(at(key, position), f"“{id}”不在词表 {list_name} 中。",
                            f"'{id}' is not a word of the list {list_name}.",
                            ADD_WORD)
    for step in case.steps.values():
        if step.skill not in (case.skills if step.judged else (*case.skills, "")):
            yield fault(at("steps", step.id, "skill"), f"步骤“{step.id}”的技能“{step.skill}”没有列在 skills 里。",
                        f"the skill '{step.skill}' of the step '{step.id}' is not listed under skills.",
                        ("改正它，或把它加进 skills；由法律判断的步骤必须有技能。",
                         "correct it, or add it to skills; a step that the law judges needs one."))


def _answers(case, at):
    for step in case.steps.values():
        list_name = DECIDES[step.decide].words if step.judged else ""
        terms = {*case.book.vocabulary.get(list_name, {}), "unknown"}
        for position, option in enumerate(step.options if list_name else ()):
            if option.id not in terms:
                yield fault(at.option(step, position), f"“{option.id}”不在词表 {list_name} 中。",
                            f"'{option.id}' is not a word of the list {list_name}.", ADD_WORD)


def _variants(case, at):
    for name, values in case.words.items():
        for value in set(values) ^ {str(v) for v in case.vary.get(name, ())}:
            yield fault(at("words", name), f"“{name}”的取值“{value}”在 vary 与 words 中不一致。",
                        f"the value '{value}' of '{name}' is not in both vary and words.")


def _steps(case, at):
    for step in case.steps.values():
        if step.judged and not step.cite:
            yield fault(at("steps", step.id), f"步骤“{step.id}”没有引用条文。",
                        f"the step '{step.id}' cites no article.",
                        ("写 cite：反馈以它结束。", "give it cite: what the feedback ends with."))
        if step.most and step.least > step.most:
            yield fault(at("steps", step.id, "least"), "least 大于 most。", "least is greater than most.")


def _options(case, at):
    for step in case.steps.values():
        ids = [o.id for o in step.options]
        for position, option in enumerate(step.options):
            id, place = option.id, at.option(step, position)
            if id in ids[:position]:
                yield fault(place, f"选项“{id}”写了两次。", f"the option '{id}' is written twice.")
            if step.kind.id != "order-doors" and not (option.why or option.tell or option.hint):
                yield fault(place, f"选项“{id}”没有反馈。", f"the option '{id}' has no feedback.",
                            ("写上 why、tell 或 hint。", "give it why, tell or hint."))
            if step.decide == "red_lines" and not (option.red_line or option.cite):
                yield fault(place, f"选项“{id}”既没有红线，也没有依据。",
                            f"the option '{id}' names neither a red line nor an article.",
                            ("写 red_line（不可以做）或 cite（可以做的依据）。",
                             "give it red_line (must not) or cite (the article that allows it)."))
            if step.judged and (option.tell or option.hint or option.learn):
                yield fault(place, "由法律判断的步骤，选项不能带 tell、hint 或 learn。",
                            "where the law judges, an option cannot have tell, hint or learn.")


# ---- doors, articles -----------------------------------------------------------------------------------------


def _doors(case, at):
    open_that_day = case.book.doors(case.today)
    for step in case.steps.values():
        for position, option in enumerate(step.options if step.kind.id == "order-doors" else ()):
            if option.id not in open_that_day:
                yield fault(at.option(step, position), f"{case.today} 没有渠道“{option.id}”。",
                            f"there is no door '{option.id}' on {case.today}.",
                            ("改用 channels.csv 中当时开着的渠道。",
                             "use a door of channels.csv that is open that day."))
        rows = case.book.parameters.get(step.parameter, ())
        if step.parameter and not any(_holds(row, case.today) for row in rows):
            yield fault(at("steps", step.id, "number"), f"{case.today} 没有参数“{step.parameter}”。",
                        f"there is no number '{step.parameter}' on {case.today}.")


def _holds(row, day):
    return row.since <= day and (row.until is None or day < row.until)


def _articles(case, at):
    for step in case.steps.values():
        day = day_of(step, case)
        for position, id in enumerate(step.cite):
            yield from citation(case.book, at("steps", step.id, "cite", position), id, on=day)
        for place, option in enumerate(step.options):
            for position, id in enumerate(option.cite):
                yield from citation(case.book, at.option(step, place, "cite", position), id, on=day)


# ---- texts, facts, walks -------------------------------------------------------------------------------------


def _texts(case, at):
    for keys, pair in _pairs(case):
        for name in {*NAME.findall(pair.zh), *NAME.findall(pair.en)} - set(case.vary):
            yield fault(at(*keys), f"文字里的“{{{name}}}”不在 vary 里。",
                        f"'{{{name}}}' in the text is not a name under vary.")


def _pairs(case):
    yield ("title",), case.title
    for step in case.steps.values():
        for key in ("say", "ask", "hint"):
            if getattr(step, key):
                yield ("steps", step.id, key), getattr(step, key)
        for position, option in enumerate(step.options):
            for key in ("label", "tell", "hint", "why"):
                if getattr(option, key):
                    yield ("steps", step.id, step.kind.key, position, key), getattr(option, key)
        for why in step.mistakes.values():
            yield ("steps", step.id, "number"), why


def _facts(case, at):
    from rightdoor.law.facts import FactsError, parse

    sources = [(("facts",), {k: v for k, v in case.facts.items() if k != "on"})]
    for step in case.steps.values():
        sources.append((("steps", step.id, "learn"), step.learn))
        sources += [(("steps", step.id, step.kind.key, i, "learn"), o.learn) for i, o in enumerate(step.options)]
    for keys, learn in sources:
        for variant in variants(case) if learn else ():
            try:
                parse({"on": case.on.isoformat()}).learn(fill_facts(learn, variant))
            except FactsError as error:
                for p in error.problems:
                    yield fault(at(*keys), f"{p.place}：{p.says.zh}", f"{p.place}: {p.says.en}")
                break


def _walks(case, at):
    for position, walk in enumerate(case.walks):
        for id in {*walk.get("take", ()), *walk["expect"]} - set(case.steps):
            yield fault(at("walks", position), f"没有步骤“{id}”。", f"there is no step '{id}'.")
        wanted = walk.get("vary", {}).items()
        if not any(all(v.get(k) == x for k, x in wanted) for v in variants(case)):
            yield fault(at("walks", position, "vary"), "vary 里没有这种取值。", "there is no such variant.")
