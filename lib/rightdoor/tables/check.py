"""What no single file can know: ids that lead nowhere, citations out of force, rows that nothing supports."""

from rightdoor.tables.rows import ADDRESS, Problem, part
from rightdoor.text import Pair

ADD_OR_CORRECT = Pair("改正编号，或补录该条。", "correct the id, or enter the article.")


def cross_check(book):
    """A Problem for each reference from one table to another that does not hold."""
    yield from _successors(book)
    yield from _parameters(book)
    yield from _doors(book)
    yield from _hearsay_and_watch(book)


def citation(book, place, id, on=None, standing=False):
    """Problems of citing `id`: unknown, no such part, not in force on the day `on`, or no longer in force (`standing`)."""
    match = ADDRESS.match(id)
    article = book.articles.get(id.partition(":")[0])
    if not match or article is None:
        yield Problem(place, Pair(f"引用了没有收录的条文“{id}”。", f"cites '{id}', which is not in the tables."), ADD_OR_CORRECT)
        return
    if match["para"] and all(part(v.zh, int(match["para"]), int(match["item"] or 0)) is None for v in article.versions):
        yield Problem(place, Pair(f"“{id}”没有这一款或这一项。", f"'{id}' has no such paragraph or item."), ADD_OR_CORRECT)
    elif on and not any(v.since <= on and (v.until is None or on < v.until) for v in article.versions):
        yield Problem(place, Pair(f"“{id}”在 {on} 没有有效文本。", f"'{id}' has no version in force on {on}."),
                      Pair("改用当时有效的条文，或补录该版本。", "cite the article in force that day, or enter that version."))
    elif standing and article.versions[-1].until is not None:
        yield Problem(place, Pair(f"“{id}”已不再有效。", f"'{id}' is no longer in force."),
                      Pair("改引现行条文，或结束这一行（填 until）。", "cite the article in force today, or end this row (fill in until)."))


def _successors(book):
    for article in book.articles.values():
        for version in article.versions:
            if version.succeeded_by and version.succeeded_by not in book.articles:
                yield Problem(f"statutes/{article.instrument.id}.yaml:{article.id}",
                              Pair(f"后继条文“{version.succeeded_by}”没有收录。", f"its successor '{version.succeeded_by}' is not in the tables."), ADD_OR_CORRECT)


def _parameters(book):
    for id, versions in book.parameters.items():
        place = f"parameters:{id}"
        if versions[0].unit not in book.vocabulary.get("unit", {}):
            yield Problem(place, Pair(f"单位“{versions[0].unit}”不在词表中。", f"the unit '{versions[0].unit}' is not in the vocabulary."))
        for version in versions:
            yield from citation(book, place, version.basis, version.since)


def _doors(book):
    for id, rows in book.channels.items():
        for row in rows:
            place = f"channels.csv:{id}"
            for article in row.basis:
                yield from citation(book, f"{place}:basis", article, standing=row.until is None)
            for parameter in row.deadline:
                if parameter not in book.parameters:
                    yield Problem(f"{place}:deadline", Pair(f"没有参数“{parameter}”。", f"there is no parameter '{parameter}'."))
            doors = [d for _, d in row.refuses if d] + ([row.succeeded_by] if row.succeeded_by else [])
            for other in doors:
                if other not in book.channels:
                    yield Problem(f"{place}:refuses", Pair(f"没有渠道“{other}”。", f"there is no door '{other}'."))


def _hearsay_and_watch(book):
    seen = set()
    for row in (*book.hearsay, *book.watch):
        place = f"{'hearsay' if hasattr(row, 'verdict') else 'watch'}.yaml:{row.id}"
        if row.id in seen:
            yield Problem(place, Pair("编号重复。", "the id is used twice."))
        seen.add(row.id)
        for article in getattr(row, "basis", ()):
            yield from citation(book, place, article)
        for door in getattr(row, "doors", ()):
            if door not in book.channels:
                yield Problem(place, Pair(f"没有渠道“{door}”。", f"there is no door '{door}'."))
        for id in getattr(row, "touches", ()):
            if id not in book.channels and id not in book.parameters and id.partition(":")[0] not in book.articles:
                yield Problem(place, Pair(f"“{id}”既不是条文，也不是渠道或参数。", f"'{id}' is no article, door or parameter."))
