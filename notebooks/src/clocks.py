# %% [markdown] lang="zh"
# # 时钟卡
#
# 谁要在多久之内做什么。先看对方欠你什么回音，再看你自己不能错过什么。
# %% [markdown] lang="en"
# # Clock card
#
# Who must do what by when: first what they owe you, then what you must not miss.
# %% [markdown] lang="zh"
# <p class="rd-lab-only">你正在 JupyterLab 里看这一页：请打开上面的“运行”菜单，选“运行所有单元格”，内容就会出现。</p>
# %% [markdown] lang="en"
# <p class="rd-lab-only">You are reading this page in JupyterLab: open the “Run” menu above and choose “Run All Cells”, and the page appears.</p>
# %%
from rightdoor import lesson
# %%
lesson.clock_card(lang="{lang}")
