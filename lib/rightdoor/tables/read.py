"""The YAML tables, files to rows. Every fault becomes a Problem with file, line and cure; reading goes on."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from string import Formatter

from rightdoor import yamlfile
from rightdoor.tables.channels import doors
from rightdoor.tables.rows import Article, Hearsay, Instrument, Parameter, Problem, Version, Watch, periods
from rightdoor.tables.shape import checked, yaml_file
from rightdoor.text import Pair

__all__ = ["Reading", "doors", "hearsay", "interface", "parameters", "statutes", "vocabulary", "watch", "yaml_file"]

TWICE = Pair("编号用了两次。", "the id is used twice.")
RENAME = Pair("给其中一个换编号，或合并。", "give one of them another id, or merge them.")
# How many keys lead to one entry of a file; a fault under it costs that entry, any other costs the file
DEPTH = {"statute": 2, "parameters": 1, "hearsay": 1, "watch": 1, "vocabulary": 1, "ui": 1, "overrides": 1}


@dataclass
class Reading:
    """One reading of the folder `root`: all problems so far, and the ids and files `lost` to them.

    What is lost is there but faulty: references to it are not reported a second time.
    """

    root: Path
    problems: list = field(default_factory=list)
    lost: set = field(default_factory=set)

    def entries(self, path, schema):
        """The content of a YAML file without its faulty entries, or None; the faults are noted."""
        label = path.relative_to(self.root).as_posix()
        content, faults = checked(path, schema, label)
        self.problems += [problem for _, problem in faults]
        bad = set()
        for keys, _ in faults:
            if keys is None:
                continue
            if len(keys) < DEPTH[schema] or (schema == "statute" and keys[0] != "articles"):
                self.lost.add(label)
                return None
            bad.add(keys[DEPTH[schema] - 1])
        if bad:
            content = self._without(content, schema, bad)
        return content

    def _without(self, content, schema, bad):
        if isinstance(content, dict) and schema != "statute":
            return {key: value for key, value in content.items() if key not in bad}
        rows = content["articles"] if schema == "statute" else content
        self.lost |= {
            row["id"]
            for i, row in enumerate(rows)
            if i in bad and isinstance(row, dict) and isinstance(row.get("id"), str)
        }
        sound = [None if i in bad else row for i, row in enumerate(rows)]  # None keeps the positions, and so the lines
        return {**content, "articles": sound} if schema == "statute" else sound


def _day(text):
    return None if text == "open" else date.fromisoformat(text)


def statutes(reading):
    """All articles by id, from data/statutes/*.yaml."""
    articles = {}
    for path in sorted((reading.root / "statutes").glob("*.yaml")):
        content = reading.entries(path, "statute")
        if content is None:
            continue
        label = f"statutes/{path.name}"
        if content["id"] != path.stem:
            reading.problems.append(
                Problem(
                    f"{label}:{yamlfile.line_of(path, ['id'])}",
                    Pair(f"编号“{content['id']}”与文件名不同。", f"the id '{content['id']}' is not the file's name."),
                    Pair(f"改为 {path.stem}，或给文件改名。", f"make it {path.stem}, or rename the file."),
                )
            )
        instrument = Instrument(
            content["id"],
            Pair.of(content["title"]),
            Pair.of(content["short"]),
            Pair.of(content["issuer"]),
            content.get("numbering", "article"),
        )
        for i, raw in enumerate(content["articles"]):
            if raw:
                _article(reading, path, instrument, (i, raw), articles)
    return articles


def _article(reading, path, instrument, numbered, articles):
    i, raw = numbered

    def place(*keys):
        return f"statutes/{path.name}:{yamlfile.line_of(path, ['articles', i, *keys])}"

    if raw["id"] in articles:
        reading.problems.append(
            Problem(place("id"), Pair(f"{raw['id']}：{TWICE.zh}", f"{raw['id']}: {TWICE.en}"), RENAME)
        )
        return
    if raw["id"].partition("/")[0] != instrument.id:
        reading.problems.append(
            Problem(
                place("id"),
                Pair(f"{raw['id']} 不属于本文件。", f"{raw['id']} does not belong to this file."),
                Pair(f"编号应以 {instrument.id}/ 开头。", f"its id must begin with {instrument.id}/."),
            )
        )
        return
    versions = tuple(
        Version(
            _day(v["from"]),
            _day(v["until"]),
            _day(v["adopted"]),
            v["text"]["zh"],
            v["text"]["en"],
            v["source"],
            v.get("succeeded_by"),
        )
        for v in raw["versions"]
    )
    articles[raw["id"]] = Article(raw["id"], instrument, Pair.of(raw["heading"]), versions)
    reading.problems.extend(periods(versions, raw["id"], lambda k: place("versions", k, "from")))
    reading.problems.extend(_adoption(versions, raw["id"], place))


def _adoption(versions, id, place):
    for k, version in enumerate(versions):
        if version.adopted > version.since:
            yield Problem(
                place("versions", k, "adopted"),
                Pair(
                    f"{id}：{version.adopted} 才通过，却从 {version.since} 起施行。",
                    f"{id}: adopted on {version.adopted}, yet in force from {version.since}.",
                ),
                Pair(
                    "核对通过日期（adopted）和施行日期（from）。",
                    "check the day of adoption and the day of effect (from).",
                ),
            )


def parameters(reading):
    """All numbers by id, each a tuple of dated Parameters, from data/parameters/*.yaml."""
    numbers = {}
    for path in sorted((reading.root / "parameters").glob("*.yaml")):
        for i, raw in enumerate(reading.entries(path, "parameters") or ()):
            if not raw:
                continue

            def place(*keys, path=path, i=i):
                return f"parameters/{path.name}:{yamlfile.line_of(path, [i, *keys])}"

            if raw["id"] in numbers:
                reading.problems.append(
                    Problem(place("id"), Pair(f"{raw['id']}：{TWICE.zh}", f"{raw['id']}: {TWICE.en}"), RENAME)
                )
                continue
            numbers[raw["id"]] = tuple(
                Parameter(
                    raw["id"],
                    int(v["value"]),
                    raw["unit"],
                    raw["basis"],
                    Pair.of(raw["label"]),
                    _day(v["from"]),
                    _day(v["until"]),
                    v["source"],
                )
                for v in raw["versions"]
            )
            reading.problems.extend(
                periods(numbers[raw["id"]], raw["id"], lambda k, at=place: at("versions", k, "from"))
            )
    return numbers


def vocabulary(reading):
    """`{list: {id: Pair}}` from data/vocabulary.yaml."""
    content = reading.entries(reading.root / "vocabulary.yaml", "vocabulary") or {}
    return {name: {id: Pair.of(label) for id, label in terms.items()} for name, terms in content.items()}


def hearsay(reading):
    """Judged pieces of advice, from data/hearsay.yaml."""
    return tuple(
        Hearsay(
            r["id"],
            r["section"],
            Pair.of(r["claim"]),
            r["verdict"],
            _day(r["since"]) if "since" in r else None,
            Pair.of(r["right"]),
            tuple(r["basis"]),
            tuple(r.get("doors", ())),
            r["source"],
        )
        for r in _once(reading, "hearsay")
    )


def watch(reading):
    """Open questions, from data/watch.yaml."""
    return tuple(
        Watch(
            r["id"],
            Pair.of(r["question"]),
            r["state"],
            tuple(r["touches"]),
            Pair.of(r["meanwhile"]),
            _day(r["checked"]),
            r["source"],
        )
        for r in _once(reading, "watch")
    )


def _once(reading, name):
    path, seen = reading.root / f"{name}.yaml", set()
    for i, row in enumerate(reading.entries(path, name) or ()):
        if not row:
            continue
        if row["id"] in seen:
            place = f"{path.name}:{yamlfile.line_of(path, [i, 'id'])}"
            reading.problems.append(
                Problem(place, Pair(f"{row['id']}：{TWICE.zh}", f"{row['id']}: {TWICE.en}"), RENAME)
            )
            continue
        seen.add(row["id"])
        yield row


def interface(reading):
    """Check data/text/: words of the interface, whose halves must hold the same `{fields}`, and overrides."""
    path = reading.root / "text" / "ui.yaml"
    for key, pair in (reading.entries(path, "ui") or {}).items():
        fields = [_fields(pair[half]) for half in ("zh", "en")]
        if None in fields or fields[0] != fields[1]:
            reading.problems.append(
                Problem(
                    f"text/ui.yaml:{yamlfile.line_of(path, [key])}",
                    Pair(f"{key}：两种语言中的 {{…}} 不一致。", f"{key}: the {{…}} of the two languages differ."),
                    Pair("两边写同样的 {名称}。", "write the same {names} in both."),
                )
            )
    reading.entries(reading.root / "text" / "zh_hant.yaml", "overrides")


def _fields(text):
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None
