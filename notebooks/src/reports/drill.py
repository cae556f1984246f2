# %% tags=["parameters"]
drill: str = None  # id of the drill
lang: str = None  # zh-Hans, zh-Hant or en
made_on: str = None  # the day of the report, YYYY-MM-DD
record: str = "record.jsonl"  # control events and events of the drill, one a line, in the folder of the notebook
names: dict = {}  # learner code: name, from a roster; empty: codes only

# %%
from rightdoor.reports.drill import Drill

# %%
report = Drill(drill, lang, made_on, record, names)

# %%
report.head()

# %%
report.expected()

# %%
report.again()

# %%
report.seats()

# %%
report.moments()

# %%
report.law()

# %%
report.data_notice()
