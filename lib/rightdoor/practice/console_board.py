"""The board as HTML: how many are where, one row for each trainee, the answers to each step."""

from rightdoor import cases, drills
from rightdoor.practice.drill_words import minutes
from rightdoor.practice.markup import button, capital, fold, join, tag
from rightdoor.text import say, ui

LOST = "⚡"
SIGNS = {"stuck": "!", "silent": "…", "working": "▸", "finished": "✓", "absent": "–", "revoked": "✗"}


def counts(board, lang, off=()):
    """How many are in each state, and of how many the line is lost (`off`, their codes), in words and signs; colour is
    never alone."""
    items = [
        tag(
            "li",
            tag("span", SIGNS[state], aria_hidden="true"),
            " ",
            tag("b", str(board.count(state))),
            " ",
            ui(f"state-{state}", lang),
            class_=f"rs-is-{state}",
        )
        for state in drills.STATES
        if board.count(state) or state == "working"
    ]
    lost = sum(_is_lost(row, off) for row in board.rows)
    if lost:
        sign = tag("span", LOST, aria_hidden="true")
        items.append(tag("li", sign, " ", tag("b", str(lost)), " ", ui("lines-lost", lang), class_="rs-is-lost"))
    return tag("ul", items, class_="rs-counts")


def _is_lost(row, off):
    """Whether it matters that somebody's line is lost: she has come, and has still to answer."""
    return row.code in off and row.state in (drills.STUCK, drills.SILENT, drills.WORKING)


def rows(board, drill, plan, book, name, lang, off=()):
    """One row for each trainee, those who need help first. `off` are the seconds since somebody's line was lost."""
    heads = [tag("th", ui(key, lang), scope="col") for key in ("who", "state", "where", "answers-right", "for-one")]
    body = [_row(row, drill.seats[row.code], plan, book, name, lang, off) for row in board.rows]
    table = tag("table", tag("thead", tag("tr", heads)), tag("tbody", body), class_="rs-table rs-board")
    return fold(
        tag("b", ui("class-board", lang, n=len(board.rows))), table, data_key="rows", opened=True, look="rs-open"
    )


def _row(row, seat, plan, book, name, lang, off):
    who, state = name(row.code), ui(f"state-{row.state}", lang)
    code = tag("span", row.code, class_="rs-quiet") if who != row.code else None
    extra = (
        tag("span", ui("left-of-hers", lang, n=minutes(seat.clock.left)), class_="rs-quiet")
        if seat.clock.phase == drills.RUNNING
        else None
    )
    return tag(
        "tr",
        tag("th", tag("b", who), " ", code, scope="row"),
        tag(
            "td",
            tag("span", SIGNS[row.state], aria_hidden="true"),
            " ",
            state,
            _lost_for(off[row.code], lang) if _is_lost(row, off) else None,
            class_=f"rs-is-{row.state}",
            data_head=ui("state", lang),
        ),
        tag("td", _where(row, plan, book, lang), data_head=ui("where", lang)),
        tag("td", f"{row.right}/{row.answered}", data_head=ui("answers-right", lang)),
        tag(
            "td",
            fold(
                tag("span", ui("for-one", lang), class_="rs-small"),
                extra,
                _acts(row, seat, who, lang),
                data_key=f"seat-{row.code}",
                look="rs-acts",
            ),
        ),
    )


def _lost_for(seconds, lang):
    """For how long a line has been lost; the page lets it run on."""
    runs = tag("span", minutes(seconds), data_left=f"{seconds:.1f}", data_runs="up", class_="rs-time-lost")
    return tag(
        "span", tag("span", LOST, aria_hidden="true"), " ", ui("line-lost", lang), " ", runs, class_="rs-is-lost"
    )


def _where(row, plan, book, lang):
    if not row.case:
        return ui("between-cases", lang) if row.answered and row.state not in ("finished", "absent") else "–"
    at = f"{plan.cases.index(row.case) + 1}/{len(plan.cases)} " if len(plan.cases) > 1 else ""
    return f"{at}{asked(book, row.case, row.step, lang)}"


def _acts(row, seat, who, lang):
    """More time, close or open again, withdraw: for one seat."""
    closed = seat.clock.phase == drills.CLOSED
    acts = [("extend", "drill-extend"), ("reopen", "reopen-one") if closed else ("ask-close", "close-one")]
    acts += [("revoke", "revoke-one")] if row.state != "revoked" else []
    named = [(do, ui(key, lang, n=5) if key == "drill-extend" else ui(key, lang)) for do, key in acts]
    return tag(
        "div",
        [button(words, do, row.code, "rs-small-button", aria_label=f"{words}: {who}") for do, words in named],
        class_="rs-moves",
    )


def steps(board, book, lang, right=True):
    """Each step that was answered: how many rightly at once, and what was chosen. `right`: whether that may be seen."""
    if not board.steps:
        return tag("p", ui("no-answers-yet", lang), class_="rs-quiet")
    items = [_step(step, lang, right) for step in board.steps]
    return join(tag("h3", ui("answers-by-step", lang)), items)


def _step(step, lang, right):
    here = tag("span", ui("stand-here", lang, n=step.here), class_="rs-quiet") if step.here else None
    told = (
        ui("right-at-once", lang, n=step.right, of=step.answered) if right else ui("answered-n", lang, n=step.answered)
    )
    handle = join(tag("span", capital(say(step.ask, lang))), " ", tag("b", told) if step.answered else None, " ", here)
    bars = [_bar(share, step.answered, lang, right) for share in step.shares]
    return fold(handle, tag("ul", bars, class_="rs-bars") if bars else None, data_key=f"{step.case}-{step.step}")


def _bar(share, of, lang, right):
    sign = ("✓ " if share.right else "") if right else ""
    return tag(
        "li",
        tag("span", sign, capital(say(share.says, lang))),
        tag("span", tag("span", style=f"width:{round(100 * share.n / of)}%"), class_="rs-bar", aria_hidden="true"),
        tag("b", str(share.n)),
    )


def asked(book, id, step, lang):
    """What a step asks, in its first variant."""
    case = cases.load(id, book)
    return say(cases.fill(case.steps[step].ask, case, cases.variants(case)[0]), lang) if step in case.steps else step
