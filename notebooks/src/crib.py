# %% [markdown] lang="zh"
# # 随身两页纸
#
# 先问什么，谁泄露的先走哪些门，哪些红线不能碰，有多严重，多久之内，电话多少。
# %% [markdown] lang="en"
# # Two pages to keep at hand
#
# What to ask first, which doors for which leaker, the red lines, how serious it is, by when, and the telephone numbers.
# %% [markdown] lang="zh"
# <p class="rd-lab-only">你正在 JupyterLab 里看这一页：请打开上面的“运行”菜单，选“运行所有单元格”，内容就会出现。</p>
# %% [markdown] lang="en"
# <p class="rd-lab-only">You are reading this page in JupyterLab: open the “Run” menu above and choose “Run All Cells”, and the page appears.</p>
# %%
from rightdoor import lesson
# %%
lesson.crib(lang="{lang}")
