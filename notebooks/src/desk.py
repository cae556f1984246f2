# %% [markdown] lang="zh"
# # 案件工作台
#
# 当事人坐在你面前的时候，打开这一页。它一次问一个问题，先问最要紧的；不知道就选“不知道”。问完，或者你想先看的时候，它给出方案：先保安全，再按次序找哪几扇门、电话、找哪一级、带什么、多久有回音，门关了怎么办，留什么证据，哪些事做不得。最后可以写成举报信下载，补齐空白再寄。
#
# 想下次接着做，在方案里下载“你的回答”，下次在这一页打开它。
#
# 这里的方案来自法条，不能代替对具体案件的法律意见。拿不准的，请打 12348。
# %% [markdown] lang="en"
# # Case desk
#
# Open this page when a client is sitting in front of you. It asks one question at a time, the most important first; "I don't know" is an answer. When all is asked, or as soon as you want to see it, there is a plan: safety first, then the doors in order with telephone, level, what to bring and when they must answer; what to do if a door is shut; which evidence to keep; and what not to do. At the end you can download a letter of report, fill in its gaps and send it.
#
# To continue another time, download “your answers” with the plan and open that file here.
#
# The plan is drawn from the articles of law and is no substitute for advice on a particular case. When in doubt, call legal aid on 12348.
# %% [markdown] lang="zh"
# <p class="rd-lab-only">你正在 JupyterLab 里看这一页：请打开上面的“运行”菜单，选“运行所有单元格”，工作台就会出现。</p>
# %% [markdown] lang="en"
# <p class="rd-lab-only">You are reading this page in JupyterLab: open the “Run” menu above and choose “Run All Cells”, and the desk appears.</p>
# %%
from rightdoor import lesson
# %%
lesson.desk(lang="{lang}")
