# %% [markdown] lang="zh"
# # 演练
# %% [markdown] lang="en"
# # Drill
# %%
from rightdoor import lesson
# %%
lesson.seat("{lang}")
