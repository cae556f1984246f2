# %% [markdown] lang="zh"
# # 该找哪个门
#
# 学完这一课，你能够：
#
# - 问出该问的几件事：人安不安全、谁泄露的、泄露了什么、给了谁、怎么知道的；
# - 把泄露信息的民警和收到信息的人分开看；
# - 替来访人选对门、排好先后，说得出每一扇门的依据；
# - 告诉她哪些证据可以留，哪些事做不得，哪些话不能打包票。
# %% [markdown] lang="en"
# # Which door?
#
# By the end of this lesson you can
#
# - ask what has to be asked: is she safe, who leaked it, what was leaked, to whom, and how does she know;
# - keep the officer who leaked the data apart from the person who received it;
# - choose the right doors for her, put them in order, and name the article behind each;
# - tell her what evidence she may keep, what she must not do, and what nobody can promise her.
# %% [markdown] lang="zh"
# <p class="rd-lab-only">你正在 JupyterLab 里看这一页：请打开上面的“运行”菜单，选“运行所有单元格”，练习就会出现。</p>
# %% [markdown] lang="en"
# <p class="rd-lab-only">You are reading this page in JupyterLab: open the “Run” menu above and choose “Run All Cells”, and the exercises appear.</p>
# %%
from rightdoor import lesson
# %%
lesson.begin("which-door", lang="{lang}")
# %% [markdown] lang="zh"
# ## 两个常见的错
#
# 网上流传的一篇文章问：公安人员私自查询、透露公民个人信息怎么办？它给的第一条路是“实体消费过程中发生的，向工商行政部门、消费者协会投诉”。可是民警查人不是做买卖，来访人也不是他的顾客。市场监管部门（2018 年起接替了工商）和消费者协会管的是经营者，**管不到民警**。
#
# 同一篇文章又说：写成书面材料，“去同级监察局反映”。这里有两个错。第一，**监察局 2018 年就没有了**，现在是监察委员会，和纪委合署办公。第二，**不是看“同级”**，而是看谁管理这个干部、他在哪里任职：普通的县里的民警，一般找县监委；由市委管理的干部，找市监委。
#
# ## 先问：谁能判他？
#
# 一个民警私自查了别人的信息，又给了朋友，可能同时要负几种责任。不同的责任归不同的机关判断，一扇门代替不了另一扇门：
#
# | 要判断的事 | 谁来判断 | 为什么是它 |
# |---|---|---|
# | 是不是犯罪、该不该治安处罚 | 公安机关，但要请他所在单位**以外的**公安机关或者上级来办 | 自己人不该查自己人，可以要求回避、指定管辖 |
# | 是不是违反警察纪律 | 公安督察机构（12389） | 专门管民警的违法违纪 |
# | 是不是职务违法、职务犯罪 | 监察委员会（12388） | 民警是公职人员，归监委监督 |
# | 公安该立案却不立案 | 人民检察院（12309） | 检察院对立案活动进行监督 |
#
# 这几扇门可以同时走。向公安报案，不妨碍向监委检举；要求赔偿，又是另外一条路。
# %% [markdown] lang="en"
# ## Two common mistakes
#
# A page that circulates on the Chinese web asks what to do when police officers look up and disclose personal information. Its first advice: if it happened "in the course of consumption", complain to the administration for industry and commerce or the consumer association. But an officer who looks somebody up is not selling anything, and your client is not his customer. The market regulator (which replaced industry and commerce in 2018) and the consumer association deal with businesses. **They have no power over a police officer.**
#
# The same page then says: put it in writing and take it to the "supervision bureau at the same level". That is wrong twice. **The supervision bureaus have not existed since 2018**; there is now a supervision commission, which works as one office with the party's discipline inspection commission. And the test is **not "the same level"** but who manages the official and where he serves: for an ordinary officer in a county, as a rule, the county commission; for an official managed by the city party committee, the city commission.
#
# ## First ask: who judges him?
#
# An officer who looks up somebody's data in private and hands it to a friend may have to answer in several ways at once. Each is judged by a different body, and no door replaces another:
#
# | What has to be judged | Who judges it | Why that body |
# |---|---|---|
# | Is it a crime, or punishable under the Public Security law? | The police, but an organ **other than his own**, or its superior | Nobody should investigate his own colleague; she may ask for recusal and for another organ to be designated |
# | Did he break police discipline? | The police inspection body (12389) | It exists to deal with misconduct by officers |
# | Is it a duty-related violation or crime? | The supervision commission (12388) | An officer is a public official and under its supervision |
# | The police should have opened a case and did not | The people's procuratorate (12309) | It supervises whether cases are opened |
#
# These doors may be used side by side. A report to the police does not stand in the way of a report to the commission, and compensation is a separate road.
# %% [markdown] lang="zh"
# ## 每扇门收什么，不收什么
# %% [markdown] lang="en"
# ## What each door takes, and what it does not
# %%
lesson.doors("police-other-organ", "police-inspectorate", "supervision-commission", "procuratorate", "market-regulator")
# %% [markdown] lang="zh"
# ## 找哪一级、先后怎么排
#
# 门找对了，还要找对级别。三条规矩够用：
#
# - **报案**：犯罪地或者嫌疑人居住地的公安机关；到哪个派出所，它都要先接下来，不归自己管的再移送。泄露人就在那里上班的，请上级或者别的公安机关来办。
# - **检举公职人员**：谁管理这个干部，看他在哪里任职，不看“同级”。
# - **投诉单位**：管这个行业的部门，一般从县级开始。
#
# 先后也有规矩：**人身安全和止损永远第一**，正在发生的威胁、诈骗，先打 110；接着是主要的门；互不妨碍的可以同时走；检察院监督立案、复议、诉讼这些，等门关上了再用。每一扇门都问一句：“请给我一张回执。”
#
# ## 做给你看：户籍窗口的公务员卖身份证照片
#
# 这次泄露的不是民警，是户籍窗口的公务员，还收了钱。看门怎么变：
# %% [markdown] lang="en"
# ## Which level, and in what order
#
# The right body also has a right level. Three rules will do:
#
# - **Reporting a crime**: the police where it was committed or where the suspect lives. Any station must accept it first and pass it on if another is competent. If the leaker works there, ask for the superior or another police organ.
# - **Reporting a public official**: whoever manages that official, and where the post is. "The same level" is not the test.
# - **Complaining about a business or body**: the department in charge of that trade, as a rule from the county upwards.
#
# The order has rules too. **Safety and stopping the loss always come first**: a threat or a fraud that is going on means 110. Then the primary doors; those that do not exclude each other may be used side by side. Supervision of case filing, reconsideration and lawsuits are for later, when a door has been shut. At every door say: "Please give me a receipt."
#
# ## Worked example: a civil servant at the household-registration counter sells identity-card pictures
#
# This time the leaker is no officer but a civil servant at that counter, and money changed hands. See how the doors change:
# %%
lesson.worked("household-clerk-sold", "tier", "doors", count=250)
# %% [markdown] lang="zh"
# 同一件事，画成图：从上往下走，划掉的是会让她白跑的门。
# %% [markdown] lang="en"
# The same matter as a map: from the top down; the doors that are crossed out would send her away.
# %%
lesson.picture("household-clerk-sold", "doors", count=250)
# %% [markdown] lang="zh"
# ## 轮到你了：林女士来了
#
# 下面的案子里，条数和信息种类每次可能不一样，答案也会跟着变。先听她怎么说。
# %% [markdown] lang="en"
# ## Your turn: Ms Lin is here
#
# The kind of data and the number of records may differ each time you play, and the answer changes with them. First hear what she has to say.
# %%
lesson.practise()
# %% [markdown] lang="zh"
# ## 五题小测
#
# 五件小事，互不相干。拿不准的，回到上面看一眼再答也行。
# %% [markdown] lang="en"
# ## Check yourself: five questions
#
# Five small matters that have nothing to do with one another. If you are unsure, look back above before you answer.
# %%
lesson.check()
# %% [markdown] lang="zh"
# ## 这一课用到的法条
# %% [markdown] lang="en"
# ## The articles of this lesson
# %%
lesson.articles("police-law/46", "police-law/45", "supervision-regulations/48", "supervision-regulations/49", "police-criminal-procedure/15", "police-inspection-regulations/4", "criminal-procedure/113", "pipl/65")
# %% [markdown] lang="zh"
# ## 现在你能够
#
# 现在你能够听完来访人的第一句话，先确认她是不是安全；能够认出泄露信息的是民警，并且不把她带到市场监管部门或者早已撤销的监察局去；能够写出几扇门的名字、电话、先后和依据；能够告诉她多久之内应当有回音，哪些证据不能自己去找，哪些结果谁也不能打包票。
#
# 换一种情形再做一遍，看看条数变了以后，哪些答案变，哪些不变。
# %% [markdown] lang="en"
# ## You can now
#
# You can now hear a client's first sentence and make sure that she is safe; see that the leaker is a police officer, and not send her to the market regulator or to a bureau that was abolished years ago; write down the doors with their telephone numbers, their order and their articles; and tell her when she must hear back, which evidence she must not go looking for, and which outcomes nobody can promise.
#
# Play it once more with another variant and see which answers change with the number of records, and which do not.
