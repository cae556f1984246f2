"""docs/how-to/lawyer.md, done as it says: a door's new period, a new version of an article, an article that ends."""

import copy

from workshop import as_csv, as_yaml

DAY, LAW = "2026-12-01", "statutes/pipl.yaml"


def found(workshop, name, raw):
    """`place: sentence` of every Problem, with the file mended afterwards."""
    problems = workshop.problems(name, raw)
    workshop.mend(name)
    return [f"{p.place} {p.says.en}" for p in problems]


def with_new_period(rows, begins):
    """The rows with the postal administration's old row ended on the day and a copy of it from the day `begins`."""
    rows = copy.deepcopy(rows)
    at = next(i for i, row in enumerate(rows) if row["id"] == "postal-authority" and row["until"] == "open")
    rows.insert(at + 1, {**rows[at], "from": begins, "phone": "12305"})
    rows[at]["until"] = DAY
    return rows


def test_a_door_changes_by_ending_one_row_and_copying_it(workshop):
    assert found(workshop, "channels.csv", as_csv(with_new_period(workshop.rows, DAY))) == []
    late = found(workshop, "channels.csv", as_csv(with_new_period(workshop.rows, "2026-12-05")))
    assert len(late) == 1 and "postal-authority" in late[0] and f"no row covers {DAY} to 2026-12-05" in late[0]


def test_a_new_version_stands_beside_the_old_one(workshop):
    law = copy.deepcopy(workshop.contents[LAW])
    article = next(a for a in law["articles"] if a["id"] == "pipl/4")
    old = article["versions"][-1]
    article["versions"].append({**old, "from": DAY, "text": {"zh": "新的文本。", "en": "The new text."}})
    old["until"] = DAY
    assert found(workshop, LAW, as_yaml(law)) == []


def test_an_article_that_ends_points_to_what_still_leans_on_it(workshop):
    law = copy.deepcopy(workshop.contents[LAW])
    next(a for a in law["articles"] if a["id"] == "pipl/65")["versions"][-1]["until"] = DAY
    told = found(workshop, LAW, as_yaml(law))
    assert any("channels.csv" in line and "cyberspace-administration" in line and "pipl/65" in line for line in told), (
        told[:3]
    )
