"""Strategies over the whole fact space of the contract, and completions of what is left open."""

from datetime import date, timedelta

from hypothesis import strategies as st

from rightdoor.law import terms

FIRST, LAST = date(2009, 1, 1), date(2026, 11, 24)
TODAY = LAST
CHANGES = [
    date(2009, 2, 28),
    date(2015, 11, 1),
    date(2017, 6, 1),
    date(2018, 3, 20),
    date(2021, 11, 1),
    date(2025, 6, 1),
    date(2026, 1, 1),
]
DAYS = st.one_of(
    st.dates(FIRST, LAST), st.sampled_from(CHANGES).flatmap(lambda d: st.sampled_from([d - timedelta(days=1), d]))
)
COUNTS = st.one_of(
    st.sampled_from([0, 1, 24, 25, 49, 50, 249, 250, 499, 500, 2499, 2500, 4999, 5000, 25000, 50000]),
    st.integers(0, 100_000),
)
YUAN = st.one_of(st.sampled_from([0, 2499, 2500, 4999, 5000, 24999, 25000, 49999, 50000]), st.integers(0, 200_000))


def some(known):
    """Lists of words of a closed list."""
    return st.lists(st.sampled_from(known), unique=True, max_size=3)


def with_unknowns(**fields):
    """Objects in which each field may be absent."""
    return st.fixed_dictionaries({}, optional=fields)


LEAKER = with_unknowns(
    actor=st.sampled_from(terms.ACTOR), sector=st.sampled_from(terms.SECTOR), through_duty=st.booleans()
)
DATA = st.lists(
    with_unknowns(kind=st.sampled_from(terms.DATA_KIND), count=COUNTS, from_id_card=st.booleans()), max_size=3
)
REPORTS = st.lists(
    with_unknowns(
        door=st.sampled_from(terms.DOOR), result=st.sampled_from(terms.REPORT_RESULT), on=st.dates(FIRST, LAST).map(str)
    ),
    max_size=2,
)
FIELDS = {
    "leaker": LEAKER,
    "conduct": some(terms.CONDUCT),
    "data": DATA,
    "count_note": st.sampled_from(terms.COUNT_NOTE),
    "gains_yuan": YUAN,
    "profit_yuan": YUAN,
    "purpose": st.sampled_from(terms.PURPOSE),
    "used_in_crime": st.sampled_from(terms.USED_IN_CRIME),
    "prior": st.sampled_from(terms.PRIOR),
    "harm": some(terms.HARM),
    "mitigation": some(terms.MITIGATION),
    "victims": st.integers(0, 10_000),
    "victim_minor": st.booleans(),
    "victim_under_14": st.booleans(),
    "victim_poor": st.booleans(),
    "urgency": some(terms.URGENCY),
    "wishes": some(terms.WISH),
    "prior_report": REPORTS,
    "anonymous": st.booleans(),
    "known_on": st.dates(FIRST, LAST).map(str),
}


@st.composite
def facts(draw, later=True):
    """A JSON object of the contract with any of its fields left out; decided some time after the conduct, or today."""
    obj = draw(with_unknowns(**FIELDS))
    on = draw(DAYS)
    obj["on"] = str(on)
    if later and draw(st.booleans()):
        obj["decided_on"] = str(draw(st.dates(on, max(LAST, on))))
    return obj


# ---- completions ----

GRAVE, HUGE = ["death"], 10**9
ONE_OF_EACH_CONDUCT = (
    ["negligent_publication"],
    ["bought"],
    ["obtained_illegally"],
    ["sold"],
    ["sold", "obtained_illegally"],
)


def completions(obj):
    """Completions of everything the tier depends on: all low and all high, for each kind of act, purpose and class."""
    for conduct in [obj["conduct"]] if obj.get("conduct") else ONE_OF_EACH_CONDUCT:
        for purpose in [obj["purpose"]] if obj.get("purpose") else ("profit", "lawful_business"):
            for kind in ("location_track", "contact"):
                for high in (False, True):
                    yield complete(obj, conduct, purpose, kind, high)


def complete(obj, conduct, purpose, kind, high):
    """One completion: numbers and grounds at their low or high end."""
    leaker = {
        "actor": "police_officer" if high else "individual",
        "sector": "finance" if high else "other",
        "through_duty": high,
        **obj.get("leaker", {}),
    }
    if leaker["actor"] == "unknown":
        leaker["actor"] = "police_officer" if high else "individual"
    data = [{"kind": kind, "count": HUGE if high else 0, **row} for row in obj.get("data") or [{}]]
    low = {"gains_yuan": 0, "profit_yuan": 0, "used_in_crime": "no", "prior": "none"}
    top = {"gains_yuan": HUGE, "profit_yuan": HUGE, "used_in_crime": "known_to_leaker", "prior": "criminal"}
    done = {**(top if high else low), **obj, "leaker": leaker, "data": data, "conduct": conduct, "purpose": purpose}
    done["harm"] = obj.get("harm") or (GRAVE if high else ["none"])
    return done


def random_completion(obj, draw):
    """A completion with every open field of the contract filled in at random."""
    done = {
        name: draw(field) for name, field in FIELDS.items() if not obj.get(name) and obj.get(name) not in (False, 0)
    } | {k: v for k, v in obj.items() if v not in (None, [])}
    done["conduct"] = done["conduct"] or [draw(st.sampled_from(terms.CONDUCT))]
    done["harm"] = done["harm"] or [draw(st.sampled_from(terms.HARM))]
    leaker = {
        "actor": draw(st.sampled_from(terms.ACTOR[:-1])),
        "sector": draw(st.sampled_from(terms.SECTOR)),
        "through_duty": draw(st.booleans()),
    }
    known = {k: v for k, v in obj.get("leaker", {}).items() if v != "unknown"}
    rows = done["data"] or [{}]
    done["data"] = [
        {
            "kind": draw(st.sampled_from(terms.DATA_KIND)),
            "count": draw(COUNTS),
            "from_id_card": draw(st.booleans()),
            **row,
        }
        for row in rows
    ]
    return {**done, "leaker": leaker | known}
