# %% tags=["parameters"]
lang: str = None  # zh-Hans, zh-Hant or en
made_on: str = None  # the day of the report, YYYY-MM-DD
record: str = "record.jsonl"  # events of the class, one a line, in the folder in which the notebook runs
members: int = 0  # people in the roster; 0: there is none
sample: bool = False  # True: made by the program, no person behind it

# %%
from rightdoor.reports import cohort

# %%
report = cohort.Cohort(lang, made_on, record, members, sample)

# %%
report.head()

# %%
report.taking_part()

# %%
report.skills()

# %%
report.look_first()

# %%
report.certainty()

# %%
report.cases()

# %%
report.law()

# %%
report.data_notice()
