"""Upkeep of the law: what leans on an article, what is due for re-checking, and the reference pages made from both."""

import re
from datetime import date, timedelta

from rightdoor import cases, feedback, tables, yamlfile
from rightdoor.course import COURSE
from rightdoor.law import decide as _decide  # noqa: F401  (fills the book of rules)
from rightdoor.law.case import Case
from rightdoor.law.facts import parse
from rightdoor.law.rule import BOOK_OF_RULES, in_force
from rightdoor.text import Pair, data_folder, notebooks_folder

KINDS = {
    "doors": Pair("渠道", "doors"),
    "rules": Pair("规则", "rules"),
    "parameters": Pair("法定数值", "numbers"),
    "cases": Pair("案例步骤", "case steps"),
    "lessons": Pair("课程", "lessons"),
    "hearsay": Pair("常见说法", "hearsay"),
    "watch": Pair("待核事项", "open questions"),
    "articles": Pair("条文", "articles"),
}
CHAPTERS = {
    "crime": Pair("犯罪", "Crime"),
    "administrative": Pair("治安和行政责任", "Below crime: penalties and orders"),
    "discipline": Pair("处分", "Discipline"),
    "civil": Pair("民事责任", "Civil liability"),
    "state_liability": Pair("国家赔偿", "State compensation"),
    "public_interest": Pair("公益诉讼", "Public-interest action"),
    "doors": Pair("该去的门", "Doors"),
    "not_doors": Pair("不该去的门", "Doors that do not take the case"),
    "red_lines": Pair("红线", "Red lines"),
    "unsettled": Pair("没有定论", "Unsettled"),
    "letter": Pair("举报信的要素", "What a report letter holds"),
}
MOST_EXAMPLES = 3
SENTENCES_DAY = date(2026, 11, 24)  # the day on which the sentences of tests/spec are decided
PLAYED = re.compile(r"lesson\.(?:play|worked|picture)\(\s*[\"']([a-z0-9-]+)[\"']")


# ---- what leans on an article ----------------------------------------------------------------------------------


def impact(book, id, citations=None):
    """`{kind: [ids]}` of everything that cites the article `id` (or its paragraph), kinds as in KINDS, none empty.

    `citations` are those of `case_citations`, for who asks about several articles: they take seconds to collect.
    """
    citations = case_citations(book) if citations is None else citations
    found = {
        "doors": [d for d, rows in book.channels.items() if any(_meets(id, b) for row in rows for b in row.basis)],
        "rules": [r.id for rules in BOOK_OF_RULES.values() for r in rules if any(_meets(id, a) for a in r.articles)],
        "parameters": [p for p, rows in book.parameters.items() if any(_meets(id, row.basis) for row in rows)],
        "cases": sorted({place for article, place in citations if _meets(id, article)}),
        "hearsay": [h.id for h in book.hearsay if any(_meets(id, b) for b in h.basis)],
        "watch": [w.id for w in book.watch if any(_meets(id, t) for t in w.touches)],
        "articles": [
            a.id
            for a in book.articles.values()
            if any(v.succeeded_by and _meets(id, v.succeeded_by) for v in a.versions)
        ],
    }
    played = {place.partition(":")[0] for place in found["cases"]}
    found["lessons"] = [
        name for name, text in _lessons() if _named(id, text) or played & {*PLAYED.findall(text), *_worked(name)}
    ]
    return {kind: places for kind, places in found.items() if places}


def case_citations(book):
    """`(article id, "case:step")` for every article that a step of a case can quote, over all walks of the file."""
    for id in cases.library():
        case = cases.load(id, book)
        for step in case.steps.values():
            for cited in (*step.cite, *(c for option in step.options for c in option.cite)):
                yield cited, f"{id}:{step.id}"
        for trial in case.walks:
            yield from _quoted(case, trial)


def _quoted(case, trial):
    """What the steps of one of the file's walks quote, where each judged step is answered as the law answers."""
    variant = next(v for v in cases.variants(case) if trial.get("vary", {}).items() <= v.items())
    walk = cases.trial(case, trial, variant)
    while walk.step is not None:
        here = walk.step
        response = trial.get("take", {}).get(here.id, feedback.key(walk))
        if response is None:
            return
        for quote in feedback.judge(walk, response).quotes:
            yield quote.id, f"{case.id}:{here.id}"
        walk = walk.take(response)


def _meets(asked, cited):
    """Whether a citation concerns what was asked: the same provision, or one that contains the other."""
    return (
        cited == asked or cited.startswith((asked + ":", asked + "(")) or asked.startswith((cited + ":", cited + "("))
    )


def _named(id, text):
    """Whether a source names this provision, and not one whose number only begins alike (pipl/4 in pipl/45)."""
    return re.search(rf"{re.escape(id)}(?![0-9]|-[0-9])", text) is not None


def _worked(name):
    """The cases that the lesson of that name practises and is checked by."""
    return {id for one in COURSE if one.id == name for id in (*one.cases, one.check)}


def _lessons():
    for path in sorted((notebooks_folder() / "src").glob("*.py")):
        yield path.stem, path.read_text(encoding="utf-8")


# ---- what is due for re-checking ---------------------------------------------------------------------------------


def currency(book, on=None, older=180):
    """Rows to look at again on the day `on`: checked more than `older` days before, not verified, or an open question.

    Each is `{id, kind, why: {zh, en}, touches: [ids]}`; only rows in force that day are listed.
    """
    on = on or date.today()
    stale = on - timedelta(days=older)
    found = []

    def look(kind, id, checked, status):
        checked = date.fromisoformat(checked) if isinstance(checked, str) else checked
        if checked < stale:
            found.append(
                _row(
                    kind,
                    id,
                    Pair(
                        f"上次核对是 {checked}，已超过 {older} 天",
                        f"last checked {checked}, more than {older} days ago",
                    ),
                )
            )
        if status != "verified":
            why = {
                "secondary": Pair("来自二手来源，以当地公布为准", "from a secondary source, confirm locally"),
                "unverified": Pair("未核实，以当地公布为准", "unverified, confirm locally"),
            }[status]
            found.append(_row(kind, id, why))

    for article in book.articles.values():
        for v in _standing(article.versions, on):
            look("articles", article.id, v.source["checked"], v.source["status"])
            if v.source.get("date_status", "verified") != "verified":
                found.append(
                    _row(
                        "articles", article.id, Pair("施行日期未核实", "the date from which it applies is not verified")
                    )
                )
    for rows in book.channels.values():
        for row in _standing(rows, on):
            look("doors", row.id, row.checked, row.status)
    for rows in book.parameters.values():
        for row in _standing(rows, on):
            look("parameters", row.id, row.source["checked"], row.status)
    found += [_row("watch", w.id, w.question, list(w.touches)) for w in book.watch]
    return found


def _standing(rows, on):
    return [row for row in rows if row.since <= on and (row.until is None or on < row.until)]


def _row(kind, id, why, touches=()):
    return {"id": id, "kind": kind, "why": {"zh": why.zh, "en": why.en}, "touches": list(touches)}


# ---- reference pages ------------------------------------------------------------------------------------------------


def docs():
    """`{file name: text}` of the generated pages in docs/."""
    book = tables.load()
    return {"rule-book.md": _rule_book(book), "doors.md": _door_table(book)}


def docs_drift(folder=None):
    """Names of generated pages that are missing or differ from what the data makes."""
    folder = folder or data_folder().parent / "docs"
    return [
        f"docs/{name}"
        for name, text in docs().items()
        if not (folder / name).exists() or (folder / name).read_text(encoding="utf-8") != text
    ]


def build_docs(folder=None):
    """Write the pages that lag; returns their names."""
    folder = folder or data_folder().parent / "docs"
    folder.mkdir(exist_ok=True)
    changed = docs_drift(folder)
    for name, text in docs().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return changed


def _rule_book(book):
    """Each rule beside its articles and its examples, chapter by chapter."""
    examples = _examples(book)
    out = [
        "# Rule book · 规则手册",
        "",
        "Made by `rightdoor build` from the rules, the statutes and the examples that the tests run. Do not edit.",
        "",
        "由 `rightdoor build` 根据规则、条文和测试所用的例子生成，请勿手工修改。英文为非官方说明。",
    ]
    quoted = set()
    for chapter, rules in ((name, BOOK_OF_RULES[name]) for name in CHAPTERS):
        out += ["", f"## {CHAPTERS[chapter].zh} · {CHAPTERS[chapter].en}"]
        for rule in rules:
            out += ["", f"### {rule.id}", "", rule.meaning, ""]
            for id in rule.articles:
                out += _quote(book, id, quoted)
            out += [f"- {name.zh} · {name.en}" for name in examples.get(rule.id, ())]
    return "\n".join(out) + "\n"


def _quote(book, id, quoted):
    """The articles' line; the words themselves where the page quotes them first."""
    versions = book.versions(id)
    cite = book.cite(id)
    lines = [f"**{cite.zh}** · {cite.en} (`{id}`; {versions[0].since} – {versions[-1].until or 'open'})"]
    if id not in quoted:
        quoted.add(id)
        latest = versions[-1]
        text = book.article(id, latest.since)
        lines += [
            "",
            *(f"> {line}  " for line in text.text_zh.split("\n")),
            ">",
            *(f"> *{line}*  " for line in text.gloss_en.split("\n")),
        ]
    return [*lines, ""]


def _examples(book):
    """`{rule id: [names]}` of the sentences in tests/spec in whose case the rule has something to say."""
    found = {}
    for path in sorted((data_folder().parent / "tests" / "spec").glob("*.yaml")):
        spec = yamlfile.read(path)
        for sentence in spec["sentences"]:
            case = Case(parse(sentence_facts(spec.get("given", {}), sentence)), book, SENTENCES_DAY)
            for name in [
                name for name in CHAPTERS if name != "letter"
            ]:  # a letter is judged by door, not by facts alone
                for id, find, _ in in_force(name, case.then, case.now, case.measure):
                    if len(found.setdefault(id, [])) < MOST_EXAMPLES and find(case):
                        found[id].append(Pair.of(sentence["name"]))
    return found


def sentence_facts(given, sentence):
    """The facts of a sentence of tests/spec: what its chapter gives, then its own; null makes a given fact unknown."""
    leaker = {**given.get("leaker", {}), **sentence["facts"].get("leaker", {})}
    return {**given, **sentence["facts"], "leaker": leaker, "on": sentence["on"]}


def _door_table(book):
    """All doors, those in force first, with what they take and by when they answer."""
    out = [
        "# Doors · 受理渠道",
        "",
        "Made by `rightdoor build` from data/channels.csv. Do not edit. Rows that are not verified say so: confirm locally.",
        "",
        "由 `rightdoor build` 根据 data/channels.csv 生成，请勿手工修改。未核实的行已注明，以当地公布为准。",
        "",
        "| id | 名称 · name | 电话 · phone | 有效期 · period | 受理 · takes | 期限 · by when | 依据 · basis | 状态 · status |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for id, rows in book.channels.items():
        for row in reversed(rows):
            takes = Pair.join((book.label("matter", m) for m in row.accepts), "、", "; ")
            clocks = [book.parameters[d][-1] for d in row.deadline]
            terms = "<br>".join(
                f"{p.label.zh} · {p.label.en}：{p.value} {book.label('unit', p.unit).zh}" for p in clocks
            )
            basis = "<br>".join(book.cite(b).zh for b in row.basis)
            out.append(
                f"| `{id}` | {row.name.zh} · {row.name.en} | {row.phone} | {row.since} – {row.until or 'open'} | "
                f"{takes.zh} · {takes.en} | {terms} | {basis} | {book.label('status', row.status).zh} |"
            )
    return "\n".join(out) + "\n"
