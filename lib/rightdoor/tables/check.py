"""What no single file can know: ids that lead nowhere, citations out of force, doors that no longer exist."""

from datetime import date

from rightdoor.tables.place import Places
from rightdoor.tables.rows import ADDRESS, Problem, part
from rightdoor.text import Pair

ADD_OR_CORRECT = Pair("改正编号，或补录该条。", "correct the id, or enter the article.")
CORRECT_ID = Pair("改正编号。", "correct the id.")


def cross_check(book):
    """A Problem for each reference from one table to another that does not hold.

    References to what is `book.lost` are left out: its own fault is reported already.
    """
    places = Places(book.root)
    for check in (_successors, _parameters, _doors, _hearsay, _watch):
        yield from check(book, places)


def citation(book, place, id, on=None, standing=False):
    """Problems of citing `id`: unknown, no such part, not in force on the day `on`, or ended (`standing`)."""
    match = ADDRESS.match(id)
    base = id.partition(":")[0]
    if base in book.lost or f"statutes/{base.partition('/')[0]}.yaml" in book.lost:
        return
    article = book.articles.get(base)
    if not match or article is None:
        yield Problem(
            place, Pair(f"引用了没有收录的条文“{id}”。", f"cites '{id}', which is not in the tables."), ADD_OR_CORRECT
        )
        return
    holding = [
        v
        for v in article.versions
        if not match["para"] or part(v.zh, int(match["para"]), int(match["item"] or 0)) is not None
    ]
    if not holding:
        yield Problem(
            place, Pair(f"“{id}”没有这一款或这一项。", f"'{id}' has no such paragraph or item."), ADD_OR_CORRECT
        )
    elif on and not covering(holding, on):
        yield Problem(
            place,
            Pair(f"“{id}”在 {on} 没有有效文本。", f"'{id}' has no version in force on {on}."),
            Pair("改用当时有效的条文，或补录该版本。", "cite the article in force that day, or enter that version."),
        )
    elif standing and (article.versions[-1].until is not None or article.versions[-1] not in holding):
        yield Problem(
            place,
            Pair(f"“{id}”到 {until} 为止。", f"'{id}' ends on {until}.")
            if (until := article.versions[-1].until)
            else Pair(f"“{id}”已不再有效。", f"'{id}' is no longer in force."),
            Pair(
                "改引接下来有效的条文，或让这一行也到那天为止（填 until）。",
                "cite the article in force after that, or end this row that day too (fill in until).",
            ),
        )


def covering(versions, on):
    """The versions in force on the day `on`."""
    return [v for v in versions if v.since <= on and (v.until is None or on < v.until)]


def uncited(book, cited):
    """Ids of the articles that no door, number, hearsay row, open question or predecessor names, nor `cited`."""
    ids = {id.partition(":")[0] for id in cited}
    for rows in (*book.channels.values(), book.hearsay):
        ids.update(id.partition(":")[0] for row in rows for id in row.basis)
    ids.update(row.basis.partition(":")[0] for rows in book.parameters.values() for row in rows)
    ids.update(id.partition(":")[0] for row in book.watch for id in row.touches)
    ids.update(v.succeeded_by for a in book.articles.values() for v in a.versions)
    return [id for id in book.articles if id not in ids]


# ---- statutes and numbers -----------------------------------------------------------------------------------


def _successors(book, places):
    for article in book.articles.values():
        for k, version in enumerate(article.versions):
            heir = version.succeeded_by
            if not heir or heir in book.lost or f"statutes/{heir.partition('/')[0]}.yaml" in book.lost:
                continue

            def place(id=article.id, k=k):
                return places.entry("statutes", id, "versions", k, "succeeded_by")

            if version.until is None:
                yield Problem(
                    place(),
                    Pair(
                        f"{article.id}：仍有效的文本不能有后继。",
                        f"{article.id}: a text still in force cannot have a successor.",
                    ),
                    Pair("填 until，或删去 succeeded_by。", "fill in until, or remove succeeded_by."),
                )
            elif heir not in book.articles:
                yield Problem(
                    place(),
                    Pair(
                        f"{article.id}：后继条文“{heir}”没有收录。",
                        f"{article.id}: its successor '{heir}' is not in the tables.",
                    ),
                    ADD_OR_CORRECT,
                )
            elif not covering(book.articles[heir].versions, version.until):
                yield Problem(
                    place(),
                    Pair(
                        f"{article.id}：后继条文“{heir}”在 {version.until} 没有有效文本。",
                        f"{article.id}: its successor '{heir}' has no version in force on {version.until}.",
                    ),
                    ADD_OR_CORRECT,
                )


def _parameters(book, places):
    units = book.vocabulary.get("unit", {})
    for id, versions in book.parameters.items():
        unit, basis = versions[0].unit, versions[0].basis
        if "vocabulary.yaml" not in book.lost and unit not in units:
            yield Problem(
                places.entry("parameters", id, "unit"),
                Pair(f"{id}：单位“{unit}”不在词表 unit 中。", f"{id}: '{unit}' is not a word of the list unit."),
                Pair(
                    "改用 vocabulary.yaml 中的词，或先在那里增加。",
                    "use a word of vocabulary.yaml, or add it there first.",
                ),
            )
        found = []
        for version in versions:
            on = version.since
            found = found or list(citation(book, "", basis, on, standing=version.until is None))
        yield from (
            Problem(places.entry("parameters", id, "basis"), Pair(f"{id}：{p.says.zh}", f"{id}: {p.says.en}"), p.cure)
            for p in found
        )
        if not found:
            yield from _with_its_basis(book, id, versions, places)


def _with_its_basis(book, id, versions, places):
    """A verified number begins and ends with a text of its basis: one that starts in the middle has a wrong date."""
    article = book.articles.get(versions[0].basis.partition(":")[0])
    if not article:
        return
    first, last = versions[0], versions[-1]
    starts, ends = {v.since for v in article.versions}, {v.until for v in article.versions}
    for k, edge, days in ((0, "from", starts), (len(versions) - 1, "until", ends)):
        version = first if edge == "from" else last
        day = version.since if edge == "from" else version.until
        if version.status == "verified" and "note" not in version.source and day not in days:
            yield Problem(
                places.entry("parameters", id, "versions", k, edge),
                Pair(
                    f"{id}：{edge} 是 {day or 'open'}，而依据“{article.id}”的文本不在这一天起止。",
                    f"{id}: {edge} is {day or 'open'}, but no text of '{article.id}' begins or ends that day.",
                ),
                Pair(
                    "改成依据的起止日；确有原因的，在 source 的 note 中说明。",
                    "take the days of the basis; if there is a reason to differ, say it in the note of source.",
                ),
            )


# ---- doors, hearsay, open questions ---------------------------------------------------------------------------


def _doors(book, places):
    for rows in book.channels.values():
        for row in rows:
            for column, problem in _door(book, row):
                yield Problem(places.door(row, column), problem.says, problem.cure)


def _door(book, row):
    last = row.until and date.fromordinal(row.until.toordinal() - 1)
    for article in row.basis:
        yield from (("basis", p) for p in citation(book, "", article, last, standing=row.until is None))
    for number in row.deadline:
        yield from (("deadline", p) for p in _deadline(book, number, last))
    for _, other in row.refuses:
        if other:
            yield from (("refuses", p) for p in _other_door(book, other, last))
    if row.succeeded_by:
        yield from (("succeeded_by", p) for p in _other_door(book, row.succeeded_by, row.until))


def _deadline(book, id, last):
    if id in book.lost or any(name.startswith("parameters/") for name in book.lost):
        return
    versions = book.parameters.get(id)
    if versions is None:
        yield Problem("", Pair(f"没有法定数值“{id}”。", f"there is no number '{id}'."), CORRECT_ID)
    elif (last and not covering(versions, last)) or (not last and versions[-1].until is not None):
        yield Problem(
            "",
            Pair(
                f"法定数值“{id}”在这一行的最后一天没有值。",
                f"the number '{id}' has no value on the last day of this row.",
            ),
            Pair("改引当时有效的数值，或补录。", "cite a number in force that day, or enter it."),
        )


def _other_door(book, id, on):
    """Problems of pointing to the door `id` on the day `on` (None: from now on)."""
    if id in book.lost or "channels.csv" in book.lost:
        return
    rows = book.channels.get(id)
    if rows is None:
        yield Problem("", Pair(f"没有渠道“{id}”。", f"there is no door '{id}'."), CORRECT_ID)
    elif (on and not covering(rows, on)) or (not on and rows[-1].until is not None):
        yield Problem(
            "",
            Pair(
                f"渠道“{id}”那时不存在{'' if on else '（已经结束）'}。",
                f"the door '{id}' does not exist then{'' if on else ' (it has ended)'}.",
            ),
            Pair("改指接替它的渠道。", "point to the door that took over."),
        )


def _hearsay(book, places):
    for row in book.hearsay:
        found = [p for article in row.basis for p in citation(book, "", article)]
        found += [p for door in row.doors for p in _other_door(book, door, None)]
        sections = book.vocabulary.get("hearsay_section", {})
        if "vocabulary.yaml" not in book.lost and row.section not in sections:
            found.append(
                Problem(
                    "",
                    Pair(
                        f"“{row.section}”不在词表 hearsay_section 中。",
                        f"'{row.section}' is not a word of the list hearsay_section.",
                    ),
                    Pair(f"可用：{'、'.join(sections)}。", f"use one of: {', '.join(sections)}."),
                )
            )
        for problem in found:
            yield Problem(
                places.entry("hearsay", row.id),
                Pair(f"{row.id}：{problem.says.zh}", f"{row.id}: {problem.says.en}"),
                problem.cure,
            )


def _watch(book, places):
    whole_files = {name for name in book.lost if name.endswith((".yaml", ".csv"))}
    laws = {id.partition("/")[0] for id in book.articles}
    for row in book.watch:
        for k, id in enumerate(row.touches):
            known = id in book.channels or id in book.parameters or id.partition(":")[0] in book.articles or id in laws
            if known or id in book.lost or whole_files:
                continue
            yield Problem(
                places.entry("watch", row.id, "touches", k),
                Pair(
                    f"{row.id}：“{id}”既不是条文，也不是渠道或数值。",
                    f"{row.id}: '{id}' is no article, door or number.",
                ),
                CORRECT_ID,
            )
