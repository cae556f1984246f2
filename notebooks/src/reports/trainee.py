# %% tags=["parameters"]
learner: str = None  # learner code
name: str = ""  # from the roster, if the report is made from one
lang: str = None  # zh-Hans, zh-Hant or en
made_on: str = None  # the day of the report, YYYY-MM-DD
record: str = "record.jsonl"  # events of the learner, one a line, in the folder in which the notebook runs
sample: bool = False  # True: made by the program, no person behind it

# %%
from rightdoor.reports import trainee

# %%
report = trainee.Trainee(learner, lang, made_on, record, sample, name)

# %%
report.head()

# %%
report.cases()

# %%
report.course()

# %%
report.skills()

# %%
report.practise_next()

# %%
report.steps()

# %%
report.articles()

# %%
report.law()

# %%
report.data_notice()
