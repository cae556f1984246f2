# %% [markdown] lang="zh"
# # 从这里开始
#
# 有人来到你们的法律援助点：“我的信息被人泄露了，该去哪里告？”这本练习册教你回答这个问题——先问什么，怎么认清是谁泄露的，该敲哪几扇门，先敲哪一扇，以及关着的门后面还有什么路。
#
# 你会遇到一位来访人，一步一步替她想；每一步之后，都会看到为什么，还有当天有效的法条原文。答错没有关系，错的地方正是要学的地方。
# %% [markdown] lang="en"
# # Start here
#
# Somebody comes to your legal aid desk: "My personal information has been leaked. Where do I complain?" This workbook teaches you to answer: what to ask first, how to tell who leaked it, which doors to go to and in what order, and what to do when a door stays shut.
#
# You meet a client and think through her case one step at a time. After each step you see the reason, and the article of law in force on that day. Mistakes are welcome here; they show what there is to learn.
# %% [markdown] lang="zh"
# <p class="rd-lab-only">你正在 JupyterLab 里看这一页：请打开上面的“运行”菜单，选“运行所有单元格”，练习就会出现。</p>
# %% [markdown] lang="en"
# <p class="rd-lab-only">You are reading this page in JupyterLab: open the “Run” menu above and choose “Run All Cells”, and the exercises appear.</p>
# %%
from rightdoor import lesson
# %%
lesson.course(lang="{lang}")
# %% [markdown] lang="zh"
# ## 工作时用
#
# - [案件工作台](desk.ipynb)：照着问题问来访人，得出该走的门、期限、证据清单和一封可以改的举报信。打的字不保存。
# - [该走哪个门](doors.ipynb)：按泄露人、行为和愿望查渠道。
# - [条文](statutes.ipynb)：查某一天有效的条文，比较新旧版本。
# - [期限卡](clocks.ipynb)：谁该在多少天内答复。
# - [两页速查](crib.ipynb)：打印在 A4 纸上带走。
# %% [markdown] lang="en"
# ## At work
#
# - [The case desk](desk.ipynb): the questions to ask your client, then the doors, the dates, the evidence list and a letter that you can edit. What you type is not kept.
# - [Which door?](doors.ipynb): find the right authority by who leaked, what was done and what your client wants.
# - [Statutes](statutes.ipynb): an article as it stood on any day, old and new versions side by side.
# - [The clock card](clocks.ipynb): who must answer within how many days.
# - [Two-page crib sheet](crib.ipynb): print it on A4 and take it along.
# %% [markdown] lang="zh"
# ## 怎么用
#
# - **一次一个问题。** 看完来访人说的话，选你的答案，再看反馈，然后按“下一步”。想改，按“上一步”。
# - **随时可以停。** 关掉网页就行。下次打开，会回到你停下的那一步。
# - **只用键盘也行。** Tab 键往下走，方向键换选项，空格键选中，回车键按下。
# - **换文字。** 页面最上面可以换成简体、繁體或者 English，做到哪一步都不会丢。
#
# ## 会留下什么
#
# 留下的只有一个学习代码和你选过的答案，都存在这台电脑里，不会发到别处。没有地方要填姓名，请也不要把真实来访人的信息写进来。
#
# ## 关于法条
#
# 法条逐字引用官方文本，注明哪天起有效、从哪里来、哪天核对过。没有核实的地方写着“以当地公布为准”。练习里的人和事都是编的。这里教的是方法，不能代替对具体案件的法律意见。
# %% [markdown] lang="en"
# ## How it works
#
# - **One question at a time.** Read what the client says, choose your answer, read the feedback, then press "Next". To change your mind, press "Back".
# - **Stop whenever you like.** Just close the page. Next time it opens at the step where you stopped.
# - **The keyboard is enough.** Tab moves on, the arrow keys change the option, the space bar selects, Enter presses.
# - **Change the language** at the top of the page: 简体, 繁體 or English. You keep your place.
#
# ## What is kept
#
# A learner code and the answers you chose, on this computer and nowhere else. You are never asked for a name; please do not enter a real client's data either.
#
# ## About the law
#
# Articles are quoted word for word from the official Chinese text, with the date from which they apply, their source and the day they were checked. The English beside them is an unofficial explanation. What could not be verified says "confirm locally". The people and events are invented. This teaches a method; it is no substitute for advice on a particular case.
