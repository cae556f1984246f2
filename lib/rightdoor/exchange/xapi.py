"""Events as xAPI 1.0.3 statements with the verbs of ADL, one a line.

The actor is an account that holds the learner code and nothing else; case, step and registration stand in the context.
(Experience API 1.0.3, part two: Experience API Data; vocabulary of ADL)
"""

import json
import uuid
from functools import partial

HOME = "https://rightdoor.invalid"  # a name that nobody can own, until the class says where it lives
ADL = "http://adlnet.gov/expapi/"
VERBS = {
    "started": ("initialized", "开始", "initialized"),
    "restarted": ("initialized", "重新开始", "initialized"),
    "answered": ("answered", "回答", "answered"),
    "hint": ("interacted", "看提示", "interacted"),
    "back": ("interacted", "退回", "interacted"),
    "finished": ("completed", "完成", "completed"),
    "news": ("experienced", "收到消息", "experienced"),
}
LANGUAGE = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "en": "en"}
NAMED_IN_CONTEXT = ("kind", "attempt", "certainty", "version", "snapshot", "seed", "offered", "basis", "drill")


def statement_line(row, home=HOME):
    """A row of the log (JSON values) as a line of statements."""
    return json.dumps(statement(row, home), ensure_ascii=False, sort_keys=True) + "\n"


def statement(row, home=HOME):
    """A row of the log as an xAPI statement (a dict). `home` is the address that the class goes by."""
    verb, zh, en = VERBS[row["kind"]]
    made = {
        "id": _uuid(row["id"]),
        "actor": {"objectType": "Agent", "account": {"homePage": home, "name": row["learner"]}},
        "verb": {"id": f"{ADL}verbs/{verb}", "display": {"zh-CN": zh, "en": en}},
        "object": _activity(row, home),
        "context": _context(row, home),
        "timestamp": row["at"],
        "version": "1.0.3",
    }
    return made | ({"result": result} if (result := _result(row)) else {})


def _uuid(id):
    """The id itself where it is a UUID; otherwise one that is always the same for it."""
    try:
        return str(uuid.UUID(id))
    except ValueError:
        return str(uuid.uuid5(uuid.NAMESPACE_URL, f"rightdoor:{id}"))


def _case(row, home):
    return {
        "objectType": "Activity",
        "id": f"{home}/cases/{row['case']}",
        "definition": {"type": f"{ADL}activities/simulation", "name": {"en": row["case"]}},
    }


def _activity(row, home):
    """The step where there is one, otherwise the case."""
    if not row["step"]:
        return _case(row, home)
    definition = {"type": f"{ADL}activities/cmi.interaction", "name": {"en": f"{row['case']}: {row['step']}"}}
    if row["kind"] == "answered":
        definition["interactionType"] = _interaction(row["response"])
    return {
        "objectType": "Activity",
        "id": f"{home}/cases/{row['case']}/steps/{row['step']}",
        "definition": definition,
    }


def _interaction(response):
    if isinstance(response, dict):
        return "matching"
    if isinstance(response, int):
        return "numeric"
    return "choice"


def _result(row):
    if row["kind"] != "answered":
        return {"completion": True} if row["kind"] == "finished" else None
    made = {"response": _response(row["response"])}
    if row["score"] is not None:
        made |= {"score": {"scaled": row["score"]}, "success": row["score"] >= 1}
    if row["seconds"] is not None:
        made["duration"] = f"PT{row['seconds']:.2f}S"
    return made


def _response(response):
    if isinstance(response, dict):
        return "[,]".join(f"{item}[.]{place}" for item, place in response.items())
    return "[,]".join(map(str, response)) if isinstance(response, list) else str(response)


def _context(row, home):
    told = partial("{}/extensions/{}".format, home)
    made = {
        "registration": _uuid(row["walk"]),
        "platform": "RightDoor",
        "contextActivities": {"grouping": [{"objectType": "Activity", "id": home}]},
        "extensions": {told(n): row[n] for n in NAMED_IN_CONTEXT if row[n] not in (None, "", [], 0)},
    }
    if row["step"]:
        made["contextActivities"]["parent"] = [_case(row, home)]
    if row["lang"] in LANGUAGE:
        made["language"] = LANGUAGE[row["lang"]]
    if row["kind"] in ("started", "restarted") and row["response"]:
        made["extensions"][told("variant")] = row["response"]
    return made
