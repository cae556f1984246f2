# %% [markdown] lang="zh"
# # 案例门诊
#
# 学完这一课，你能够：
#
# - 不管来访人从哪一句说起，都按同一个次序想完一件事；
# - 在事实还不全的时候，知道下一句最该问什么；
# - 看清自己哪里还不稳，专挑那里练；
# - 从练习走到工作台，接待真正的来访人。
# %% [markdown] lang="en"
# # Case clinic
#
# By the end of this lesson you can
#
# - think a matter through in the same order, wherever a client begins;
# - know what to ask next while the facts are still thin;
# - see where you are not yet firm, and practise just there;
# - go from practice to the desk, and to real clients.
# %% [markdown] lang="zh"
# <p class="rd-lab-only">你正在 JupyterLab 里看这一页：请打开上面的“运行”菜单，选“运行所有单元格”，练习就会出现。</p>
# %% [markdown] lang="en"
# <p class="rd-lab-only">You are reading this page in JupyterLab: open the “Run” menu above and choose “Run All Cells”, and the exercises appear.</p>
# %%
from rightdoor import lesson
# %%
lesson.begin("case-clinic", lang="{lang}")
# %% [markdown] lang="zh"
# ## 十步，一件事
#
# 前面九课，其实是一件事的十步。来访人不会按这个次序说，你按这个次序想。
#
# 1. **安全。** 有没有人正在威胁、正在诈骗？有，先 110。
# 2. **谁泄露的。** 什么身份，是不是工作中得来的。
# 3. **泄露了什么。** 种类、条数，给了谁，收没收钱。
# 4. **哪一天。** 行为那天的法律，和今天的法律。
# 5. **有多重。** 够不够犯罪；不够的，治安、纪律、民事还在。
# 6. **哪扇门。** 先后、级别；自己人不判自己人。
# 7. **怎么递。** 署不署名，请求什么，拿哪张回执。
# 8. **证据和红线。** 今天就留什么，什么碰都不能碰。
# 9. **日子。** 圈出最近的那一个。
# 10. **关了怎么办。** 先说在前面，来访人才不慌。
#
# 不知道的，写“不知道”。“不知道”不是“没有”：它告诉你下一句问什么。
# %% [markdown] lang="en"
# ## Ten steps, one matter
#
# The nine lessons before this one are ten steps of one matter. A client will not tell it in this order; you think in it.
#
# 1. **Safety.** Is anybody being threatened or cheated right now? Then call 110 first.
# 2. **Who leaked it.** What is he, and did he have it from his work?
# 3. **What was leaked.** Kind, number, to whom, for money or not.
# 4. **On which day.** The law of that day, and the law of today.
# 5. **How serious.** Is it a crime? If not, public-security law, discipline and civil law remain.
# 6. **Which door.** Order and level; nobody investigates his own colleagues.
# 7. **How to report.** Signed or not, what is asked, which receipt.
# 8. **Evidence and red lines.** What to keep today, and what not to touch.
# 9. **The days.** Mark the nearest one.
# 10. **If a door is shut.** Say so beforehand, and the client will not despair.
#
# What is not known is written down as not known. “Not known” is not “no”: it tells you what to ask next.
# %% [markdown] lang="zh"
# ## 看一遍：从身份到关门
#
# 公办医院的科长，把产妇名单给了亲戚。四步，每一步都由法律作答。
# %% [markdown] lang="en"
# ## Watch it done: from the leaker to the shut door
#
# The head of an office in a public hospital gave a list of new mothers to a relative. Four steps, each answered by the law.
# %%
lesson.worked("hospital-manager", "leaker", "tier", "doors", "hearsay")
# %% [markdown] lang="zh"
# 同一件事，画成一条路：
# %% [markdown] lang="en"
# The same matter as a route:
# %%
lesson.picture("hospital-manager", "doors")
# %% [markdown] lang="zh"
# 那一天的法律，是哪几部、哪一版：
# %% [markdown] lang="en"
# And the law of that day, in its versions:
# %%
lesson.picture("hospital-manager", "timeline")
# %% [markdown] lang="zh"
# ## 轮到你了：为你挑的三个案子
#
# 下面三个案子，是照你到今天为止的答题挑的：没练过的、练过但还不稳的、到了该复习的日子的。做完一个，回来再看，挑的会变。
# %% [markdown] lang="en"
# ## Your turn: three cases chosen for you
#
# These three are chosen by your answers so far: what you have not tried, what is not yet firm, what is due for review. When you have done one, come back: the choice will have changed.
# %%
lesson.practise(3)
# %% [markdown] lang="zh"
# ## 结业小测：一案到底
# %% [markdown] lang="en"
# ## The final check: one case from end to end
# %%
lesson.check()
# %% [markdown] lang="zh"
# ## 从这里到工作台
#
# 真的来访人来了，打开[案件工作台](desk.ipynb)。它一次问一句，可以答“不知道”；问完给出门、日子、证据清单和一封可以改的信。打进去的字不留下来。法条变了，这里的课和案子会跟着变；过些日子回[开始页](start.ipynb)看看，它会告诉你哪几步该再练。
# %% [markdown] lang="en"
# ## From here to the desk
#
# When a real client comes, open the [case desk](desk.ipynb). It asks one thing at a time, and “I don't know” is an answer; then it gives doors, days, a list of evidence and a letter that you can edit. What you type there is not kept. When the law changes, lessons and cases change with it; come back to the [start page](start.ipynb) now and then, and it will tell you which steps to practise again.
# %% [markdown] lang="zh"
# ## 这一课用到的法条
# %% [markdown] lang="en"
# ## The articles of this lesson
# %%
lesson.articles("criminal-law/253-1", "interp-2017-10/5", "public-security-penalties/56")
# %% [markdown] lang="zh"
# ## 现在你能够
#
# 现在你能够在来访人坐下来的头几分钟里，想好这十步走到了哪一步，下一句问什么；能够把一件事从身份、情节、门、信、证据、日子一直说到门关以后；也知道自己哪里还要再练。谢谢你学到这里。下一个推门进来的人，会因为你少走一段冤枉路。
# %% [markdown] lang="en"
# ## You can now
#
# You can now, in the first minutes after a client sits down, tell which of the ten steps she has reached and what to ask next; take a matter from leaker and seriousness through door, letter, evidence and days to what follows a shut door; and you know where to practise more. Thank you for coming this far. Because of you, the next person through your door will be sent the wrong way one time fewer.
