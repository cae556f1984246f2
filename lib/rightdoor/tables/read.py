"""Files to rows. Every fault becomes a Problem with file, line or row, column and cure; reading goes on to the next."""

import csv
import io
import json
import re
from collections import defaultdict
from datetime import date
from functools import lru_cache

import jsonschema_rs

from rightdoor import yamlfile
from rightdoor.tables.rows import ADDRESS, Article, Door, Hearsay, Instrument, Parameter, Problem, Version, Watch
from rightdoor.text import Pair, data_folder

DOOR_COLUMNS = (
    "id from until succeeded_by name_zh name_en kind run_by accepts against level_rule modes anonymous refuses "
    "phone url deadline basis source checked status note_zh note_en"
).split()
DOOR_ID = re.compile(r"[a-z][a-z0-9-]*$")
PHONE = re.compile(r"[0-9]{3,5}(-[0-9]+)*(;[0-9]{3,5}(-[0-9]+)*)*$")

# What the schema found wrong, in the reader's words. {x} is the validator's own short message.
SHAPE = {
    "required": Pair("缺少必填项：{x}", "something required is missing: {x}"),
    "additionalProperties": Pair("有不认识的键：{x}", "there is a key that does not belong here: {x}"),
    "enum": Pair("不在允许的词之内：{x}", "is not one of the allowed words: {x}"),
    "type": Pair("类型不对：{x}", "has the wrong type: {x}"),
    "pattern": Pair("写法不合规定：{x}", "is not written as required: {x}"),
    "format": Pair("不是真实的日期（应为 2026-01-31 这样的写法）：{x}", "is not a real date (write it as 2026-01-31): {x}"),
    "minLength": Pair("不能为空。", "must not be empty."),
    "minItems": Pair("至少要有一项。", "needs at least one entry."),
}
OTHER_SHAPE = Pair("不合格式：{x}", "does not have the right shape: {x}")


@lru_cache
def _validator(name):
    schema = json.loads((data_folder() / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    return jsonschema_rs.validator_for(schema, validate_formats=True)


def yaml_file(path, schema, problems, label=None):
    """The content of a YAML file that fits data/schemas/<schema>.json, or None with the reasons added to `problems`."""
    label = label or path.name
    try:
        content = yamlfile.read(path)
    except yamlfile.YamlError as error:
        problems.append(Problem(error.place.replace(path.name, label, 1), Pair(error.zh, error.en)))
        return None
    validator = _validator(schema)
    if validator.is_valid(content):
        return content
    problems.extend(shape_problems(path, label, content, validator))
    return None


def shape_problems(path, label, content, validator):
    """One Problem for each fault that the schema finds in `content`, with the line in the file."""
    for error in validator.iter_errors(content):
        keys = list(error.instance_path)
        keyword = next((str(k) for k in reversed(error.schema_path) if str(k) in SHAPE), "")
        where = ".".join(str(k) for k in keys) or "file"
        says = SHAPE.get(keyword, OTHER_SHAPE).format(x=str(error.message)[:160].replace("{", "(").replace("}", ")"))
        line = yamlfile.line_of(path, keys)
        yield Problem(f"{label}:{line}", Pair(f"{where} {says.zh}", f"{where} {says.en}"),
                      Pair("对照同一文件中的其他条目改正。", "compare it with the other entries of the same file and correct it."))


def day(text):
    """ISO date, or None for `open`."""
    return None if text == "open" else date.fromisoformat(text)


def statutes(root, problems):
    """All articles by id, from data/statutes/*.yaml."""
    articles = {}
    for path in sorted((root / "statutes").glob("*.yaml")):
        label = f"statutes/{path.name}"
        content = yaml_file(path, "statute", problems, label)
        if content is None:
            continue
        if content["id"] != path.stem:
            problems.append(Problem(f"{label}:1", Pair(f"编号“{content['id']}”应与文件名相同。", f"the id '{content['id']}' must be the file's name.")))
        instrument = Instrument(content["id"], Pair.of(content["title"]), Pair.of(content["short"]),
                                Pair.of(content["issuer"]), content.get("numbering", "article"))
        for raw in content["articles"]:
            if raw["id"].split("/")[0] != content["id"] or raw["id"] in articles:
                problems.append(Problem(f"{label}:{raw['id']}", Pair("编号重复，或不属于本文件。", "the id is used twice, or does not belong to this file.")))
                continue
            versions = tuple(
                Version(day(v["from"]), day(v["until"]), day(v["adopted"]), v["text"]["zh"], v["text"]["en"],
                        v["source"], v.get("succeeded_by"))
                for v in raw["versions"]
            )
            articles[raw["id"]] = Article(raw["id"], instrument, Pair.of(raw["heading"]), versions)
            problems.extend(periods(f"{label}:{raw['id']}", versions))
    return articles


def periods(place, versions):
    """A Problem for each version that ends before it begins, or begins before the one before it has ended."""
    for before, after in zip((None, *versions), versions):
        if after.until is not None and after.until <= after.since:
            yield Problem(place, Pair(f"{after.since} 起的一行，结束日不晚于开始日。", f"the row from {after.since} ends on or before the day it begins."))
        if before and (before.until is None or before.until > after.since):
            yield Problem(place, Pair(f"{after.since} 起的一行与前一行重叠或次序颠倒。", f"the row from {after.since} overlaps the one before it or is out of order."),
                          Pair("先结束前一行（填 until），再按日期先后排列。", "end the earlier row (fill in until) and put the rows in date order."))


def parameters(root, problems):
    """All numbers by id, each a tuple of dated Parameters, from data/parameters/*.yaml."""
    numbers = {}
    for path in sorted((root / "parameters").glob("*.yaml")):
        label = f"parameters/{path.name}"
        for raw in yaml_file(path, "parameters", problems, label) or ():
            if raw["id"] in numbers:
                problems.append(Problem(f"{label}:{raw['id']}", Pair("编号重复。", "the id is used twice.")))
            numbers[raw["id"]] = tuple(
                Parameter(raw["id"], v["value"], raw["unit"], raw["basis"], Pair.of(raw["label"]),
                          day(v["from"]), day(v["until"]), v["source"])
                for v in raw["versions"]
            )
            problems.extend(periods(f"{label}:{raw['id']}", numbers[raw["id"]]))
    return numbers


def vocabulary(root, problems):
    """`{list: {id: Pair}}` from data/vocabulary.yaml."""
    content = yaml_file(root / "vocabulary.yaml", "vocabulary", problems) or {}
    return {name: {id: Pair.of(label) for id, label in terms.items()} for name, terms in content.items()}


def hearsay(root, problems):
    """Judged pieces of advice, from data/hearsay.yaml."""
    return tuple(
        Hearsay(r["id"], r["section"], Pair.of(r["claim"]), r["verdict"], day(r["since"]) if "since" in r else None,
                Pair.of(r["right"]), tuple(r["basis"]), tuple(r.get("doors", ())), r["source"])
        for r in yaml_file(root / "hearsay.yaml", "hearsay", problems) or ()
    )


def watch(root, problems):
    """Open questions, from data/watch.yaml."""
    return tuple(
        Watch(r["id"], Pair.of(r["question"]), r["state"], tuple(r["touches"]), Pair.of(r["meanwhile"]),
              day(r["checked"]), r["source"])
        for r in yaml_file(root / "watch.yaml", "watch", problems) or ()
    )


# ---- channels.csv: the one table that is edited in a spreadsheet -----------------------------------------------


def doors(root, problems, words):
    """All doors by id, each a tuple of dated rows, from data/channels.csv; `words` is the vocabulary."""
    path = root / "channels.csv"
    rows = csv_rows(path, problems)
    found = defaultdict(list)
    for number, row in rows:
        door = _door(f"{path.name}:{number}:{row.get('id') or '?'}", row, problems, words)
        if door:
            found[door.id].append(door)
    for id, versions in found.items():
        versions.sort(key=lambda d: d.since)
        problems.extend(periods(f"{path.name}:{id}", versions))
    return {id: tuple(versions) for id, versions in found.items()}


def csv_rows(path, problems):
    """`(row number, {column: cell})` for each row, after the damage that spreadsheets do has been reported."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        problems.append(Problem(path.name, Pair(f"文件打不开：{error.strerror}。", f"cannot be opened: {error.strerror}.")))
        return []
    cure = Pair("运行 rightdoor check --fix，或在表格软件中另存为“CSV UTF-8”。", "run rightdoor check --fix, or save it as 'CSV UTF-8' in the spreadsheet.")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        problems.append(Problem(f"{path.name}:1", Pair("不是 UTF-8 编码（多半是 GBK）。", "is not UTF-8 (probably GBK)."), cure))
        return []
    if text.startswith("\ufeff") or "\r" in text:
        problems.append(Problem(f"{path.name}:1", Pair("带有字节顺序标记（BOM）或 CRLF 换行。", "has a byte-order mark or CRLF line ends."), cure))
        text = text.lstrip("\ufeff")
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        problems.append(Problem(path.name, Pair(f"不是合格的 CSV：{error}。", f"is not a proper CSV: {error}."),
                                Pair("检查引号是否成对。", "check that every quotation mark has its partner.")))
        return []
    if not rows or rows[0] != DOOR_COLUMNS:
        header = rows[0] if rows else []
        wrong = "; ".join(sorted(set(DOOR_COLUMNS) ^ set(header))[:10])
        problems.append(Problem(f"{path.name}:1", Pair(f"表头不符：{wrong or '次序不对'}。", f"the header differs: {wrong or 'wrong order'}."),
                                Pair("表头应为：" + ",".join(DOOR_COLUMNS), "the header must be: " + ",".join(DOOR_COLUMNS))))
        return []
    good = []
    for number, cells in enumerate(rows[1:], 2):
        if len(cells) != len(DOOR_COLUMNS):
            problems.append(Problem(f"{path.name}:{number}", Pair(f"有 {len(cells)} 列，应为 {len(DOOR_COLUMNS)} 列。", f"has {len(cells)} columns instead of {len(DOOR_COLUMNS)}."),
                                    Pair("单元格中有逗号时要加引号。", "a cell that holds a comma needs quotation marks.")))
        else:
            good.append((number, dict(zip(DOOR_COLUMNS, cells))))
    return good


def _door(place, row, problems, words):
    faults = []

    def wrong(column, zh, en, cure=Pair("", "")):
        faults.append(Problem(f"{place}:{column}", Pair(zh, en), cure))

    def when(column, open_allowed=False):
        text = row[column]
        if open_allowed and text == "open":
            return None
        try:
            if len(text) != 10:
                raise ValueError
            return date.fromisoformat(text)
        except ValueError:
            wrong(column, f"“{text[:40]}”不是日期。", f"'{text[:40]}' is not a date.",
                  Pair("写成 2026-01-31" + ("，仍有效则写 open。" if open_allowed else "。"), "write it as 2026-01-31" + (", or open if it still holds." if open_allowed else ".")))
            return None

    def terms(column, list_name, also=()):
        ids = split(row[column])
        for id in ids:
            if id not in words.get(list_name, {}) and id not in also:
                wrong(column, f"“{id[:40]}”不在词表 {list_name} 中。", f"'{id[:40]}' is not a word of the list {list_name}.",
                      Pair("改用 vocabulary.yaml 中的词，或先在那里增加。", "use a word of vocabulary.yaml, or add it there first."))
        return ids

    if not DOOR_ID.match(row["id"]):
        wrong("id", "编号只能用小写字母、数字和连字符。", "an id is lower-case letters, digits and hyphens.")
    for column in ("name_zh", "name_en", "kind", "run_by", "accepts", "against", "level_rule", "modes", "basis", "source", "status"):
        if not row[column].strip():
            wrong(column, "不能为空。", "must not be empty.")
    for column, cell in row.items():
        if cell != cell.strip() or "\n" in cell:
            wrong(column, "前后有空格，或含有换行。", "has spaces at its ends, or a line break inside.")
    if bool(row["note_zh"]) != bool(row["note_en"]):
        wrong("note_en", "中英文备注必须都有或都没有。", "the note must have both languages or neither.")
    if row["phone"] and not PHONE.match(row["phone"]):
        wrong("phone", f"“{row['phone'][:40]}”不是电话号码。", f"'{row['phone'][:40]}' is not a phone number.",
              Pair("把该列设为“文本”，重新填写号码。", "format the column as text and enter the number again."))
    if row["url"] and not re.match(r"https?://[a-z0-9.-]+(/\S*)?$", row["url"]):
        wrong("url", "不是网址。", "is not a web address.", Pair("以 https:// 开头。", "begin it with https://."))
    refuses = tuple(tuple(pair.partition(">")[::2]) for pair in split(row["refuses"]))
    for matter, _ in refuses:
        if matter not in words.get("matter", {}):
            wrong("refuses", f"“{matter[:40]}”不在词表 matter 中。", f"'{matter[:40]}' is not a word of the list matter.")
    for article in split(row["basis"]):
        if not ADDRESS.match(article):
            wrong("basis", f"“{article[:40]}”不是条文编号。", f"'{article[:40]}' is not the id of an article.", Pair("例如 police-law/46 或 police-law/46:1。", "for example police-law/46 or police-law/46:1."))
    since, until, checked = when("from"), when("until", True), when("checked")
    lists = [terms("kind", "door_kind"), terms("run_by", "organ"), terms("accepts", "matter"),
             terms("against", "actor", also=("anyone",)), terms("level_rule", "level_rule"), terms("modes", "mode"),
             terms("anonymous", "anonymity"), terms("status", "status")]
    problems.extend(faults)
    if faults:
        return None
    return Door(
        row["id"], since, until, row["succeeded_by"], Pair(row["name_zh"], row["name_en"]), lists[0][0], lists[1][0],
        lists[2], lists[3], lists[4][0], lists[5], row["anonymous"], refuses, row["phone"], row["url"],
        split(row["deadline"]), split(row["basis"]), row["source"], checked, row["status"], Pair(row["note_zh"], row["note_en"]),
    )


def split(cell):
    """The entries of a `;` list."""
    return tuple(entry for entry in cell.split(";") if entry)
