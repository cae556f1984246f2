# %% [markdown] lang="zh"
# # 法条
#
# 按词或者条号找条文，简体、繁體都可以；也可以先选一部法，再选一条。一条有几个版本的，按版本看，会标出和前一版比删了什么（−）、加了什么（＋）。
# %% [markdown] lang="en"
# # Statutes
#
# Find an article by words or by its number, or choose a law and then an article. Where an article has several versions, look at each: what went since the version before is marked −, what came is marked ＋. The English is an unofficial gloss and comes first; the Chinese text is the law.
# %% [markdown] lang="zh"
# <p class="rd-lab-only">你正在 JupyterLab 里看这一页：请打开上面的“运行”菜单，选“运行所有单元格”，内容就会出现。</p>
# %% [markdown] lang="en"
# <p class="rd-lab-only">You are reading this page in JupyterLab: open the “Run” menu above and choose “Run All Cells”, and the page appears.</p>
# %%
from rightdoor import lesson
# %%
lesson.statute_browser(lang="{lang}")
