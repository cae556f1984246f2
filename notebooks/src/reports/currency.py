# %% tags=["parameters"]
lang: str = None  # zh-Hans, zh-Hant or en
made_on: str = None  # the day of the report, YYYY-MM-DD
since: str = None  # changes after this day are told, YYYY-MM-DD

# %%
from rightdoor.reports import currency

# %%
report = currency.Currency(lang, made_on, since)

# %%
report.head()

# %%
report.due()

# %%
report.changed()

# %%
report.law()

# %%
report.data_notice()
