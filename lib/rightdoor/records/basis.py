"""What a judged step leans on: the articles, doors and numbers behind its answer, and in short what they say."""

import hashlib
import json

from rightdoor import cases, feedback
from rightdoor.tables import NotInForce, UnknownId

MOST = 49  # so many fit into the column
DOOR = ("phone", "accepts", "against", "level_rule", "modes", "anonymous", "deadline", "refuses", "basis")


def leans(walk, told=None):
    """Ids of the articles, doors and numbers that the present step's answer leans on, in order; none for an interview.

    They are the articles quoted with the right answer, those that the file cites, the doors on offer, and the number
    asked for. `told` is the Feedback on an answer to this step where there is one; it saves asking the law again.
    """
    step = walk.step
    if step is None or not step.judged:
        return ()
    found = [*_quoted(walk, told), *step.cite, *(id for option in step.options for id in option.cite)]
    doors = walk.case.book.channels
    found += [option.of for option in step.options if option.of in doors]
    found += [place.id for place in step.places if place.id in doors]
    return tuple(dict.fromkeys([*found, *([step.parameter] if step.parameter else [])]))


def _quoted(walk, told):
    """What is quoted with the right answer: another answer may be told of other articles."""
    try:
        return [quote.id for quote in feedback.judge(walk, _key(walk, told)).quotes]
    except cases.AnswerError:
        return []  # nothing on offer is right on the facts so far


def _key(walk, told):
    return told.key if told and told.key is not None else feedback.key(walk)


def digest(walk, told=None):
    """What the present step leans on, in short: four hex digits of the right answer, then eight for each article, door
    and number, four of its id and four of what it says.

    It holds on every machine and in every language; re-checking a source or ending a row later leaves it as it is.
    Empty for an interview step. `told` as for `leans`.
    """
    if walk.step is None or not walk.step.judged:
        return ""
    ids = leans(walk, told)[:MOST]
    return _short(_key(walk, told)) + "".join(sorted(_short(id) + _short(_said(walk, id)) for id in ids))


def corrected(walk, basis):
    """The ids, of those that the present step leans on, that say something else than when `basis` was made.

    All of them where only the right answer is another. What is newly quoted, and was not before, has not changed.
    """
    ids, pairs = leans(walk), [basis[n : n + 8] for n in range(4, len(basis), 8)]
    then = {pair[:4]: pair[4:] for pair in pairs}
    now = {id: _short(_said(walk, id)) for id in ids}
    found = tuple(id for id in ids if then.get(_short(id), now[id]) != now[id])
    return found or (() if basis[:4] == _short(_key(walk, None)) else ids or (walk.case.id,))


def _short(value):
    text = json.dumps(value, ensure_ascii=False, default=str, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:4]


def _said(walk, id):
    """What the row of this id says on the day of the step, as plain values."""
    case, book = walk.case, walk.case.book
    for day in (cases.day_of(walk.step, case), case.today):
        try:
            return _row(book, id, day)
        except NotInForce:
            continue
        except UnknownId:
            break
    return None


def _row(book, id, day):
    if id in book.channels:
        door = book.door(id, day)
        return [door.since.isoformat(), *(getattr(door, name) for name in DOOR)]
    if id in book.parameters:
        number = book.parameter(id, day)
        return [str(number.value), number.unit, number.basis]
    article = book.article(id, day)
    return [article.since.isoformat(), article.text_zh]


def version_on(book, id, day):
    """The day from which the version of an article, door or number in force on `day` applies; None if none is."""
    try:
        if id in book.channels:
            return book.door(id, day).since
        return book.parameter(id, day).since if id in book.parameters else book.article(id, day).since
    except (NotInForce, UnknownId):
        return None
