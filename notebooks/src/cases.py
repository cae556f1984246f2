# %% [markdown] lang="zh"
# # 全部案例
#
# 每个案例里都有一位来访人。挑一个来做：先听他们怎么说，再一步一步替他们想。做到哪里都可以停，下次从那里接着做；做完了可以换一种情形再练，也可以换一个事实，看看结论怎么变。
#
# 案例里的人和事都是编的。有没有律师审阅过，每个案例都照实写着。
# %% [markdown] lang="en"
# # All cases
#
# In every case somebody comes to your desk. Choose one, hear what they have to say, and think it through step by step. You can stop anywhere and go on from there next time. At the end you can practise it again with another variant, or change one fact and see how the outcome changes.
#
# The people and events are invented. Each case says plainly whether a lawyer has reviewed it.
# %% [markdown] lang="zh"
# <p class="rd-lab-only">你正在 JupyterLab 里看这一页：请打开上面的“运行”菜单，选“运行所有单元格”，案例就会出现。</p>
# %% [markdown] lang="en"
# <p class="rd-lab-only">You are reading this page in JupyterLab: open the “Run” menu above and choose “Run All Cells”, and the cases appear.</p>
# %%
from rightdoor import lesson
# %%
lesson.library(lang="{lang}")
# %% [markdown] lang="zh"
# ## 现在你能够
#
# 现在你能够自己挑案例来练：哪一项还生，就多做练那一项的；也能够把一个案例打印出来，几个人坐在一起讨论。
# %% [markdown] lang="en"
# ## You can now
#
# You can now choose your own practice: more of whatever is still hard. And you can print a case and talk it through with your colleagues.
