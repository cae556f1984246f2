# %% [markdown] lang="zh"
# # 门的总表
#
# 有哪些门，电话多少，收什么，不收什么，多久回音，依据哪一条。可以按谁泄露的、来访人想要什么、找哪一级来缩小范围；选了泄露人，排在前面的就是法律给这类泄露人的路，最下面是不收这件事的门。
# %% [markdown] lang="en"
# # Table of doors
#
# Which doors there are, their numbers, what each takes and does not take, when it must answer, and under which article. Narrow the table by who leaked the data, what the client wants and which level to go to. Once you choose a leaker, the route that the law gives for such a leaker comes first, and the doors that do not take the matter stand at the end.
# %% [markdown] lang="zh"
# <p class="rd-lab-only">你正在 JupyterLab 里看这一页：请打开上面的“运行”菜单，选“运行所有单元格”，内容就会出现。</p>
# %% [markdown] lang="en"
# <p class="rd-lab-only">You are reading this page in JupyterLab: open the “Run” menu above and choose “Run All Cells”, and the page appears.</p>
# %%
from rightdoor import lesson
# %%
lesson.door_finder(lang="{lang}")
# %% [markdown] lang="zh"
# 想要过去某一天的规定，就改日期：门的名字、电话和依据会跟着变。写着“以当地公布为准”的，用之前先向当地问清。
# %% [markdown] lang="en"
# To see the rules of an earlier day, change the date: names, numbers and articles change with it. Where a row says “confirm locally”, ask before you rely on it.
