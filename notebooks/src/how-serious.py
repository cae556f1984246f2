# %% [markdown] lang="zh"
# # 情节有多重
#
# 学完这一课，你能够：
#
# - 用“哪一类、多少条、怎么得到的、传没传出去”四样，估出够不够罪；
# - 说出什么时候标准减半，什么时候不减；
# - 认出不数条数也够罪的情形；
# - 不够罪的时候，说得出下面还有哪几级责任；
# - 知道报案的人不用自己算，也不能替机关下结论。
# %% [markdown] lang="en"
# # How serious is it?
#
# By the end of this lesson you can
#
# - estimate from four things (which data, how many items, how obtained, passed on or not) whether it may be a crime;
# - say when the standards are halved and when they are not;
# - recognise the grounds that need no number;
# - name the rungs of liability below the crime;
# - leave the sum, and the conclusion, to those who have to decide.
# %% [markdown] lang="zh"
# <p class="rd-lab-only">你正在 JupyterLab 里看这一页：请打开上面的“运行”菜单，选“运行所有单元格”，练习就会出现。</p>
# %% [markdown] lang="en"
# <p class="rd-lab-only">You are reading this page in JupyterLab: open the “Run” menu above and choose “Run All Cells”, and the exercises appear.</p>
# %%
from rightdoor import lesson
# %%
lesson.begin("how-serious", lang="{lang}")
# %% [markdown] lang="zh"
# ## 责任是一架梯子
#
# 来访人问的是“他会不会坐牢”。答案在梯子上：最上面两级是犯罪，下面还有治安处罚、处分和民事责任。**够不上一级，不等于没有下一级**；几级还可以同时有。把整架梯子看一遍：
# %% [markdown] lang="en"
# ## Liability is a ladder
#
# "Will he go to prison?" is what clients ask. The answer stands on a ladder: the two upper rungs are crimes; below them are penalties under the Public Security law, discipline and civil liability. **Falling short of one rung does not take away the next**, and several may hold at once. Look over the whole ladder:
# %%
lesson.ladder()
# %% [markdown] lang="zh"
# ## 四样东西定轻重
#
# **哪一类。** 上一级的信息，少得多的条数就够。三档在第一课里分过。
#
# **多少条。** 几类混在一起，按比例加：每一类的条数除以它的标准，加起来满一就够。“以上”包括本数，差一条就是差一条。卖给三家，同一条算三次；先弄来再卖出去，只算一次。
#
# **怎么得到的，传没传出去。** 履行职责或者提供服务的时候得到，**又卖了或者给了别人**，标准减半。两个条件缺一个就不减：民警只查不传，不减半；路人转卖，也不减半。
#
# **到没到十倍。** 到了标准的十倍，是情节特别严重。标准减了半，十倍也从减半后的数算起。
#
# 有几种情形**不数条数**：行踪轨迹卖出去或者给了人，被拿去犯罪；明知或者应当知道对方要拿去犯罪还给；因为这类事受过刑罚，或者两年内受过行政处罚，又来一次。造成死亡、重伤、被绑架这样的后果，直接到最上面一级。
#
# 还有一句很多人不信的话：**这个罪不要求有损失**。“没损失，不受理”是错的。
#
# 数字都在这一条里：
# %% [markdown] lang="en"
# ## Four things decide
#
# **Which data.** The higher the class, the fewer items it takes. You sorted the three classes in lesson one.
#
# **How many items.** Where classes are mixed, add shares: the items of each class over its standard; a sum of one is enough. "Or more" includes the number itself, and one item short is one item short. The same item sold to three buyers counts three times; obtained and then sold, it counts once.
#
# **How obtained, and passed on or not.** Obtained on duty or while providing a service **and then sold or given away**, the standards are halved. Both conditions are needed: for an officer who only looks they are not halved, nor for a stranger who resells.
#
# **Ten times or not.** Ten times the standard is "especially serious". Where the standard is halved, it is ten times the half.
#
# Some grounds **need no number**: location tracks sold or given away and used in a crime; data given to somebody of whom one knows or should know that he will use it for a crime; a criminal punishment for the same thing before, or an administrative penalty within two years. Death, serious injury, kidnapping and the like lead straight to the top rung.
#
# And one thing that many do not believe: **the crime does not require a loss**. "No loss, no case" is wrong.
#
# The numbers stand in this article:
# %%
lesson.quote("interp-2017-10/5", "interp-2017-10/11")
# %% [markdown] lang="zh"
# ## 自己拨一拨
#
# 下面的计算器用的就是这些条文。已经填好一个例子：履行职责时得到的二百五十条住宿信息，给了别人。先看结果，再一样一样改，每次只改一处，改完按“算一算”：
#
# 1. 条数改成 249。差一条，梯子上的位置变了没有？下面那几级还在不在？
# 2. 条数改回 250，“做了什么”改成私自查询。为什么合计变成一半了？
# 3. 再加一类：行踪轨迹 12 条，住宿改成 130 条。哪一类都不够，合起来呢？
# 4. 把“造成了什么后果”改成“还不知道”。计算器会告诉你还缺什么：这就是你该问来访人的话。
# 5. 把日期改到 2014 年。那时候的法律不一样。
# %% [markdown] lang="en"
# ## Try it yourself
#
# This calculator works by those very articles. An example is filled in: 250 lodging records obtained on duty and given to somebody. Look at the result, then change one thing at a time and press "Work it out":
#
# 1. Make it 249. One item fewer: has its place on the ladder changed? Are the lower rungs still there?
# 2. Back to 250, and change "What was done" to looking up. Why does the sum fall to half?
# 3. Add a second kind: 12 location tracks, and make lodging 130. Neither is enough; what of the two together?
# 4. Set "What came of it" to "not known yet". The calculator tells you what is missing: that is what to ask your client.
# 5. Set the day to one in 2014. The law was different then.
# %%
lesson.calculator()
# %% [markdown] lang="zh"
# ## 法律看行为那一天
#
# 同一件事，早一天做和晚一天做，法律可能不同。治安管理处罚法新的第五十六条从 2026 年 1 月 1 日起施行：出售、提供、非法获取个人信息，不够罪的也可以处罚，没有条数门槛。前一天的事，用前一天的法律；后来的法律更轻，才用后来的。看这一笔跨年夜的转账：
# %% [markdown] lang="en"
# ## The law of the day
#
# The same act may fall under different law a day earlier or later. The new art. 56 of the Public Security Penalties Law applies from 1 January 2026: selling, giving or illegally obtaining personal information can be punished even where it is no crime, with no minimum number. What happened the day before falls under the law of the day before; a later law counts only where it is milder. Look at this transfer on New Year's Eve:
# %%
lesson.picture("new-year-eve", "timeline", day="2026-01-01")
# %% [markdown] lang="zh"
# ## 做给你看：三类信息混在一张表里
#
# 这是最绕的一种，慢慢看。
# %% [markdown] lang="en"
# ## Worked example: three kinds of data in one table
#
# This is the most tangled kind. Take your time.
# %%
lesson.worked("mixed-bag", "classes", "score", "tier")
# %% [markdown] lang="zh"
# ## 你会算，但不替他们算
#
# 学会估，是为了知道该走哪扇门、该问哪句话，也为了不被“条数不够，回去吧”一句话打发走。材料里写**你知道的事实**：看见多少、在哪里看见、怎么来的。条数由办案机关去查、去数；够不够罪、怎么罚，由机关依法决定。对来访人，不说“肯定够判”，也不说“这点事算了吧”。
#
# ## 轮到你了
# %% [markdown] lang="en"
# ## You can do the sum, but it is not yours to do
#
# You learn to estimate so that you know which door to take and what to ask, and so that nobody sends you home with "not enough items". In the report write **the facts you know**: how many you saw, where, and where they came from. The authorities find and count the items; whether it is a crime, and what follows, is for them to decide by law. To your client say neither "that will surely do" nor "too small, let it go".
#
# ## Your turn
# %%
lesson.practise()
# %% [markdown] lang="zh"
# ## 五题小测
# %% [markdown] lang="en"
# ## Check yourself: five questions
# %%
lesson.check()
# %% [markdown] lang="zh"
# ## 这一课用到的法条
# %% [markdown] lang="en"
# ## The articles of this lesson
# %%
lesson.articles("criminal-law/253-1", "interp-2017-10/3", "interp-2017-10/4", "interp-2017-10/5", "interp-2017-10/6", "interp-2017-10/11", "criminal-law/99", "criminal-law/12", "public-security-penalties/56")
# %% [markdown] lang="zh"
# ## 现在你能够
#
# 现在你能够看着一张截图，说出它大概在梯子的哪一级、还差什么事实；能够解释为什么民警传出去减半、只查不传不减半；能够在窗口说“没损失也要看情节”，并指出条文；也能够把数数和定罪留给该做的机关。
#
# 下一课选门。
# %% [markdown] lang="en"
# ## You can now
#
# You can now look at a screenshot and say roughly on which rung it stands and which facts are missing; explain why passing on halves the standards for an officer and merely looking does not; answer "no loss, no case" at the window with the article; and leave counting and judging to those whose task it is.
#
# The next lesson chooses the doors.
