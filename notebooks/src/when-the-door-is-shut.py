# %% [markdown] lang="zh"
# # 门关了怎么办
#
# 学完这一课，你能够：
#
# - 听出来访人碰到的是哪一种“关门”；
# - 分清刑事的路、行政的路、监察的路，不走岔；
# - 在七日、十日、六十日当中，替她数出最后一天；
# - 知道哪些话到“应当”“可以”为止。
# %% [markdown] lang="en"
# # When the door is shut
#
# By the end of this lesson you can
#
# - tell which kind of shut door a client has met;
# - keep the criminal, the administrative and the supervision road apart;
# - count the last day for her, in seven, ten or sixty days;
# - stop where the law stops: at “must” and “may”.
# %% [markdown] lang="zh"
# <p class="rd-lab-only">你正在 JupyterLab 里看这一页：请打开上面的“运行”菜单，选“运行所有单元格”，练习就会出现。</p>
# %% [markdown] lang="en"
# <p class="rd-lab-only">You are reading this page in JupyterLab: open the “Run” menu above and choose “Run All Cells”, and the exercises appear.</p>
# %%
from rightdoor import lesson
# %%
lesson.begin("when-the-door-is-shut", lang="{lang}")
# %% [markdown] lang="zh"
# ## 先听清，是哪一种“关门”
#
# “他们不管！”这句话背后，至少有六种情形。下一步完全不同，所以先问三样：**有没有一张纸？纸上写的什么？哪天拿到的？**
#
# | 发生了什么 | 往哪里走 |
# |---|---|
# | **不接**：窗口不收材料、不给回执 | 请他写明理由；打 12389 找督察；找上级公安机关 |
# | **不立案**：给了《不予立案通知书》 | 七日内向原公安机关复议；检察院立案监督 |
# | **没回音**：收了，一直没有消息 | 先问进展；公安机关的，找检察院、督察；行政机关的，复议 |
# | **不处罚**：答复“不构成、不处罚” | 行政复议，再到法院 |
# | **转了**：交给了别的机关 | 问清转给谁、哪天转的，到那边去问 |
# | **不起诉**：检察院的决定 | 向上一级检察院申诉，或者自诉 |
#
# 没有纸，就先要一张纸。没有日子，什么期限都数不起来。
#
# ## 三条路，不要走岔
#
# **刑事的路**：公安机关按刑事诉讼法办的事，去行政复议、去告行政诉讼，都会被退回来。它有自己的复议、复核，还有检察院：
# %% [markdown] lang="en"
# ## First find out in which way it is shut
#
# Behind “they won't do anything!” there are at least six different things, and the next step differs for each. So ask three questions: **is there a paper? What does it say? When was it received?**
#
# | What happened | Where to go |
# |---|---|
# | **Not accepted**: the counter takes nothing and gives no receipt | Ask for the reason in writing; the inspectorate on 12389; the superior police organ |
# | **Not filed**: a notice of non-filing was given | Reconsideration by the same police organ within seven days; the procuratorate's supervision of filing |
# | **No answer**: it was taken, and then silence | Ask first; for police, the procuratorate and the inspectorate; for a regulator, reconsideration |
# | **No penalty**: the answer is “no violation” | Administrative reconsideration, then court |
# | **Transferred**: it went to another organ | Ask to whom and on which day, and go and ask there |
# | **Not prosecuted**: the procuratorate's decision | Complain to the next higher procuratorate, or prosecute privately |
#
# Without a paper, ask for one. Without a day, no time limit can be counted.
#
# ## Three roads that must not be mixed
#
# **The criminal road**: a challenge to what the police do under the Criminal Procedure Law will be turned away in administrative reconsideration and in the administrative courts. This road has a reconsideration and a review of its own, and the procuratorate:
# %%
lesson.quote("police-criminal-procedure/179:1", "criminal-procedure/113")
# %% [markdown] lang="zh"
# **行政的路**：监管部门不办、不答、不罚，走行政复议。2024 年起，说它“不履行法定职责”的，要先复议，不服再起诉。网上还有人教“直接去告”，那是旧办法：
# %% [markdown] lang="en"
# **The administrative road**: a regulator that does nothing, does not answer, or does not penalise is a matter for administrative reconsideration. Since 2024 a complaint of inaction has to go there first, and to court only after. The web still says “sue at once”; that is the old way:
# %%
lesson.quote("reconsideration-law/23:1(3)", "reconsideration-law/20:1")
# %% [markdown] lang="zh"
# **监察的路**：监委不是行政机关，它怎么办理举报，不能复议，也不能告。先问它的信访部门，再找上一级监委。
#
# 还有一扇一直开着的门：要求停止、道歉、赔偿，随时可以到民事法院，不用等谁立案。
#
# ## 数日子
#
# - 收到的当天不算，第二天是第一天。
# - 最后一天碰上放假，可能顺延；不要赌，提前办。
# - 七日、十日、六十日各管各的事。拿不准是哪一个，就按最短的那个办。
# %% [markdown] lang="en"
# **The supervision road**: a supervision commission is no administrative organ; how it handles a report is open neither to reconsideration nor to suit. Ask its petition office first, then the commission above.
#
# And one door has been open all along: a civil court can be asked at any time to order the other side to stop, apologise and pay, whether or not anybody files a case.
#
# ## Counting days
#
# - The day of receipt does not count; the next day is the first.
# - If the last day is a holiday, the time may run on; do not bet on it, and act before.
# - Seven, ten and sixty days belong to different matters. If you are not sure which, act within the shortest.
# %% [markdown] lang="zh"
# ## 看一遍
#
# 窗口说“没损失，不受理”。接下来的门、日子，一步一步看。
# %% [markdown] lang="en"
# ## Watch it done
#
# “No loss, no report,” says the clerk. The doors and the days that follow, one at a time.
# %%
lesson.worked("window-refused", "letter", "receipt", "explain")
# %% [markdown] lang="zh"
# 把这件事所有的门画在一张图上：
# %% [markdown] lang="en"
# All the doors of this matter in one picture:
# %%
lesson.picture("window-refused", "doors")
# %% [markdown] lang="zh"
# ## 轮到你了
#
# 第一个案子：来访人拿着不予立案通知书，下个月才有空。你要先让她看清日历。
# %% [markdown] lang="en"
# ## Your turn
#
# In the first case the client has a notice of non-filing in his hand and no time until next month. First get him to look at the calendar.
# %%
lesson.practise()
# %% [markdown] lang="zh"
# ## 不要用这几种办法顶门
#
# 信访可以反映情况，但有法定途径的，按规定要导入法定途径，等的时候日子就过了。堵门、拉横幅、网上点名，会把有理变成没理。花钱找人“疏通”的，多半是骗子。
#
# 对来访人，话说到“可以申请”“应当答复”为止。立不立、罚不罚，由机关和法院决定。
# %% [markdown] lang="en"
# ## How not to force a door
#
# A petition can draw attention to a problem; but where the law has a route, a petition is to be led back to it, and the days run meanwhile. Blocking gates, banners, naming people online put a client in the wrong. Those who take money to “arrange it” are mostly frauds.
#
# To the client, stop at “you may apply” and “they must answer”. Whether a case is filed or a penalty given is for the organs and courts to decide.
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
lesson.articles("police-criminal-procedure/179", "criminal-procedure/112", "criminal-procedure/180", "criminal-procedure/210", "supervision-regulations/209", "interp-2018-1/1")
# %% [markdown] lang="zh"
# ## 现在你能够
#
# 现在你能够从“他们不管”里问出是哪一种关门、有没有纸、哪天拿到；能够把刑事、行政、监察三条路分开；能够在日历上圈出七日的最后一天，并且提前去办；能够在门关上以后，不许愿，也不让来访人绝望。
# %% [markdown] lang="en"
# ## You can now
#
# You can now find out what “they won't do anything” means, whether there is a paper and from which day; keep the criminal, the administrative and the supervision road apart; mark the last of the seven days and act before it; and, when a door is shut, neither promise anything nor leave your client without a road.
