# %% [markdown] lang="zh"
# # 演练控制台
# %% [markdown] lang="en"
# # Drill console
# %%
from rightdoor import lesson
# %%
lesson.console("{lang}")
