"""What a judged step leans on: the articles, doors and numbers behind its answer, and a digest of what they say."""

import hashlib
import json

from rightdoor import cases, feedback
from rightdoor.tables import NotInForce, UnknownId

DOOR = ("phone", "accepts", "against", "level_rule", "modes", "anonymous", "deadline", "refuses", "basis")


def leans(walk):
    """Ids of the articles, doors and numbers that the present step's answer leans on, in order; none for an interview.

    They are the articles quoted with the right answer, those that the file cites, the doors on offer, and the number
    asked for.
    """
    step = walk.step
    if step is None or not step.judged:
        return ()
    found = [*_quoted(walk), *step.cite, *(id for option in step.options for id in option.cite)]
    doors = walk.case.book.channels
    found += [option.of for option in step.options if option.of in doors]
    found += [place.id for place in step.places if place.id in doors]
    return tuple(dict.fromkeys([*found, *([step.parameter] if step.parameter else [])]))


def _quoted(walk):
    right = feedback.key(walk)
    try:
        return [quote.id for quote in feedback.judge(walk, right).quotes]
    except cases.AnswerError:
        return []  # nothing on offer is right on the facts so far


def digest(walk):
    """Twelve hex digits that change when what the present step leans on is corrected, or its right answer changes.

    It holds on every machine and in every language; re-checking a source or ending a row later leaves it as it is.
    Empty for an interview step.
    """
    ids = leans(walk)
    if not ids and not (walk.step and walk.step.judged):
        return ""
    said = [[id, _said(walk, id)] for id in sorted(ids)]
    text = json.dumps([feedback.key(walk), said], ensure_ascii=False, default=str, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


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
