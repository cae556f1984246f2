# %% [markdown] lang="zh"
# # 怎么举报
#
# 学完这一课，你能够：
#
# - 替来访人选一种递得进去、也留得下凭据的办法；
# - 讲清署名和不署名各得什么、各失什么，让她自己定；
# - 写一封把事实和猜测分开、请求写得明白的信；
# - 说得出该拿哪一张回执，日子从哪一天起数。
# %% [markdown] lang="en"
# # How to report
#
# By the end of this lesson you can
#
# - choose a way to report that is sure to be received, and leaves proof of it;
# - say what a client gains and loses by signing, and let her decide;
# - write a letter that keeps facts apart from guesses and asks for something definite;
# - name the receipt to ask for, and the day from which the clock runs.
# %% [markdown] lang="zh"
# <p class="rd-lab-only">你正在 JupyterLab 里看这一页：请打开上面的“运行”菜单，选“运行所有单元格”，练习就会出现。</p>
# %% [markdown] lang="en"
# <p class="rd-lab-only">You are reading this page in JupyterLab: open the “Run” menu above and choose “Run All Cells”, and the exercises appear.</p>
# %%
from rightdoor import lesson
# %%
lesson.begin("how-to-report", lang="{lang}")
# %% [markdown] lang="zh"
# ## 递进去，还要留得下凭据
#
# 门找对了，接下来要把话递进去。很多人以为非写信不可。先看法条怎么说。
# %% [markdown] lang="en"
# ## It must be received, and leave proof
#
# The door is found; now the report has to get through it. Many people think that only a letter will do. See what the law says first.
# %%
lesson.quote("criminal-procedure/111")
# %% [markdown] lang="zh"
# 不会写字的人可以口头说，由接待的人记下来。办法有四种，离开以前要拿到的东西各不相同：
#
# | 办法 | 什么时候用 | 离开以前拿到什么 |
# |---|---|---|
# | 当面说 | 报案；不会写、写不清的人 | 受案回执；笔录读一遍，对了再签名 |
# | 打电话 | 事情正在发生，或者先问归谁管 | 自己记下：哪天几点、谁接的、怎么答、有没有编号 |
# | 寄信 | 材料多，写给监委、检察院、上级机关 | 挂号或者快递的单子；自己留一份复印件 |
# | 网上填 | 那扇门有网站、手机应用的 | “提交成功”那一页和查询码，连日期一起截图 |
#
# 每扇门收哪几种，以这张表和当地公布的为准：
# %% [markdown] lang="en"
# Anybody who cannot write may report by word of mouth, and the person at the counter writes it down. There are four ways, and each leaves you with something different in hand:
#
# | Way | When | What to have before you leave |
# |---|---|---|
# | In person | To report to the police; for those who cannot write it down | The receipt of the report; the record read over, then signed |
# | By telephone | While it is happening, or to ask who deals with it | Your own note: date and time, who answered, what was said, any number given |
# | By letter | Much material; to a supervision commission, a procuratorate, a superior organ | The slip of registered post or courier, and a copy of your own |
# | Online | Where that door has a website or an app | The page that says “submitted” and the query code, in a screenshot with the date |
#
# What each door takes is in this table, and as published where you are:
# %%
lesson.doors("police", "police-inspectorate", "supervision-commission", "procuratorate", "data-handler")
# %% [markdown] lang="zh"
# ## 一张回执，值后面所有的路
#
# “报过了”三个字，没有凭据就等于没说。复议、立案监督、赔偿，都要先证明自己报过。所以窗口这一关，一定要等到这张纸：
# %% [markdown] lang="en"
# ## One receipt, and every road that follows
#
# “I did report it” is worth nothing without proof. Reconsideration, supervision by the procuratorate, compensation: each begins with showing that you reported. So do not leave the counter without this paper:
# %%
lesson.quote("police-criminal-procedure/171")
# %% [markdown] lang="zh"
# 窗口不给怎么办，是第七课的事。今天先记住：客气、站住、请他写明理由。
#
# ## 署名，还是不署名
#
# 来访人最怕的是报复。不要替她决定，也不要吓她。先看监察机关的规定：
# %% [markdown] lang="en"
# What to do if you are given none is for lesson 7. For today: be polite, stay, and ask for the reason in writing.
#
# ## To sign or not to sign
#
# What clients fear most is retaliation. Do not decide for her, and do not frighten her. Here is the rule of the supervision organs:
# %%
lesson.quote("supervision-regulations/209")
# %% [markdown] lang="zh"
# 说给来访人听，就是三句话：
#
# - 写真实姓名、留电话，应当优先办理、依法答复；信里可以写一句“请求为本人姓名保密”。
# - 不署名，属于受理范围的也会按程序处理，但是没有人能把结果告诉她。
# - 冒用别人的名字，不是第三种办法：信成了假的，还害了那个人。
#
# ## 一封信，写六样
#
# 写给谁都一样，收信的人要在一分钟里看懂：**谁写的、说的是谁、什么事、怎么知道的、有什么凭据、请求什么。** 难的是第四样。把听来的写成看见的，把猜的写成真的，一封好信就毁了。
#
# | 别这样写 | 这样写 |
# |---|---|
# | “他肯定收了钱。” | “他为什么这样做，我不知道。” |
# | “他把全县人的信息都卖了。” | “我看到的那张表有四十行，我拍了照。” |
# | “听说他老干这种事。” | “一位邻居 3 月 2 日对我说，她也接到过同样的电话。别的我不知道。” |
# | “他犯了罪，请判他坐牢。” | “3 月 12 日，他把名单发给了卖床的人。请依法查处，并把结果告诉我。” |
#
# 写错了怎么办？只要不是编的，就不要怕。上面第一百一十一条第二款说得很清楚：和捏造事实的诬告要严格区别。写明“这是我猜的”，正是在保护自己。
#
# 请求也要写得对方做得到：对公安机关，请求受理、给回执、查处、告知结果；对监委，请求处理并告知；对单位和平台，请求查明、删除、告知去向。赔偿走另外一条路，第八课再说。
# %% [markdown] lang="en"
# Told to a client, that is three sentences:
#
# - With your real name and a telephone number it must be dealt with first and answered; and the letter may say “please keep my name secret”.
# - Unsigned, a report within their remit is handled all the same, but nobody can tell you the result.
# - Somebody else's name is no third way: it makes the letter untrue and brings that person trouble.
#
# ## Six things in a letter
#
# Whoever the addressee is, a minute must be enough to see **who writes, about whom, what happened, how it is known, what there is to show for it, and what is asked.** The fourth is the hard one. What was heard, written as if seen, or a guess written as a fact, ruins a good letter.
#
# | Not this | But this |
# |---|---|
# | “He was surely paid.” | “Why he did it, I do not know.” |
# | “He has sold the whole county's data.” | “The sheet I saw had forty rows. I took a photo.” |
# | “They say he always does it.” | “On 2 March a neighbour told me that she had had the same call. I know no more.” |
# | “He is a criminal. Put him in prison.” | “On 12 March he sent the list to the people who sell beds. Please deal with it under the law and tell me the result.” |
#
# And if something in it turns out wrong? As long as it was not invented, there is nothing to fear: paragraph 2 of article 111 above keeps honest error strictly apart from false accusation. To write “this is my guess” is to protect yourself.
#
# Ask for what the addressee can do: of the police, to take the report, give the receipt, deal with it and tell the result; of a commission, to deal with it and tell; of a company or platform, to find out, delete, and say where the data went. Compensation is another road, and comes in lesson 8.
# %% [markdown] lang="zh"
# ## 看一遍
#
# 民警好奇，查了住在楼上的人，没有外传。这封信写给谁、里面有什么？
# %% [markdown] lang="en"
# ## Watch it done
#
# An officer was curious and looked up the man upstairs; he told nobody. To whom does the letter go, and what does it say?
# %%
lesson.worked("officer-only-looked", "doors", "letter")
# %% [markdown] lang="zh"
# ## 轮到你了
#
# 两个案子，先做第一个，大约一刻钟。另一个留到明天。
# %% [markdown] lang="en"
# ## Your turn
#
# Two cases. Take the first, about a quarter of an hour, and leave the other for tomorrow.
# %%
lesson.practise()
# %% [markdown] lang="zh"
# ## 日子从哪一天起数
#
# 寄出去以后，来访人会天天来问。两件事要数清：**从收到的第二天起数；“工作日”要去掉周末和放假、加上补班。** 看一个例子。全部期限在[期限卡](clocks.ipynb)上，可以打印。
# %% [markdown] lang="en"
# ## From which day the clock runs
#
# Once it is sent, your client will ask every day. Two things to get right: **count from the day after receipt; and for “working days” leave out weekends and holidays but count the weekend days that are worked instead.** See an example. All the time limits are on the [clock card](clocks.ipynb), which prints.
# %%
lesson.worked("outsourced-hotline", "date")
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
lesson.articles("police-criminal-procedure/169", "criminal-procedure/110", "criminal-law/243")
# %% [markdown] lang="zh"
# ## 现在你能够
#
# 现在你能够陪来访人走到窗口，等到那张回执；能够讲清署名的得失，不替她做主；能够把“他肯定收了钱”改成“我不知道”；能够在日历上圈出对方应当答复的那一天。
# %% [markdown] lang="en"
# ## You can now
#
# You can now go to the counter with a client and wait for the receipt; say what signing gains and costs without deciding for her; turn “he was surely paid” into “I do not know”; and mark on the calendar the day by which they must answer.
