# %% [markdown] lang="zh"
# # 证据和红线
#
# 学完这一课，你能够：
#
# - 分清证据在谁手里：自己的、对方的、机关的，各用各的办法；
# - 把截图、录音、笔记留成别人看得懂、推不翻的样子；
# - 认得十条红线，听到“好主意”的时候知道停在哪里；
# - 管好来访人交给你的材料。
# %% [markdown] lang="en"
# # Evidence and red lines
#
# By the end of this lesson you can
#
# - tell whose hands the evidence is in (the client's, the other side's, the organ's) and what to do with each;
# - keep screenshots, recordings and notes so that others can follow them and nobody can knock them down;
# - recognise ten red lines, and stop when a “good idea” comes up;
# - look after the papers that a client leaves with you.
# %% [markdown] lang="zh"
# <p class="rd-lab-only">你正在 JupyterLab 里看这一页：请打开上面的“运行”菜单，选“运行所有单元格”，练习就会出现。</p>
# %% [markdown] lang="en"
# <p class="rd-lab-only">You are reading this page in JupyterLab: open the “Run” menu above and choose “Run All Cells”, and the exercises appear.</p>
# %%
from rightdoor import lesson
# %%
lesson.begin("evidence-and-red-lines", lang="{lang}")
# %% [markdown] lang="zh"
# ## 证据在谁手里
#
# 来访人常说：“我没有证据。”多半有，只是不在一处。
#
# | 在谁手里 | 是什么 | 怎么办 |
# |---|---|---|
# | 自己手里 | 短信、来电记录、聊天、信封、看到的名单、当天的笔记 | 留好原件，今天就留 |
# | 对方单位手里 | 本人被收集了哪些信息、给过谁 | 书面申请查阅、复制，请它说明 |
# | 机关手里 | 系统的查询日志、登录账号、监控 | **自己不去拿。** 在信里写明“请调取”，写清系统、时间 |
#
# 最要紧的往往是第三样。谁在几点几分、用哪个账号查过这个人，系统里有记录。它可能被覆盖，所以要早报、早请求调取；可是请人去看一眼，就又多了一次违法的查询。
#
# 本人有权查阅、复制自己的信息：
# %% [markdown] lang="en"
# ## Whose hands is it in?
#
# “I have no evidence,” clients say. Most of them do have some; it is just not in one place.
#
# | In whose hands | What | What to do |
# |---|---|---|
# | The client's own | Messages, call lists, chats, envelopes, a list she saw, notes of the day | Keep the originals, today |
# | The other side's | What they collected about her, and to whom they gave it | Ask in writing for access and a copy, and for an explanation |
# | The organ's | The system's look-up log, the account used, cameras | **Do not fetch it yourself.** Write “please obtain”, with the system and the time |
#
# The third is often the one that decides. Who looked this person up, at which minute, with which account: the system knows. The log may be overwritten, so report early and ask for it early; but to have a friend take a glance is one more unlawful look-up.
#
# A person has a right to see and copy what is held about her:
# %%
lesson.quote("pipl/45:1")
# %% [markdown] lang="zh"
# ## 留成推不翻的样子
#
# - **截图要截全**：网址或者群名、账号、时间、内容，四样在一张图里。能录屏就从打开开始录。
# - **原件不动**：手机别换、聊天别删、信封别扔。截图之外，原来的那条留着。
# - **当天写下来**：几点、在哪里、谁说了什么、还有谁在场。只写看到、听到的。
# - **先留证，再删除**：网上的东西，删了就难证明了。留好以后马上请求删除。
# - **列一张清单**：编号、是什么、哪天得到、怎么得到。交材料的时候，请对方在清单上签收。
#
# ## 有些办法，碰都不能碰
#
# 最容易踩的，是好心的那一步：花几块钱买一份“证明他在卖”。
# %% [markdown] lang="en"
# ## So that nobody can knock it down
#
# - **The whole screen**: address or group, account, time, content, all four in one picture. Record the screen from the moment of opening if you can.
# - **Leave originals alone**: keep the phone, the chat, the envelope. The screenshot does not replace the thing itself.
# - **Write it down the same day**: when, where, who said what, who else was there. Only what was seen and heard.
# - **Evidence first, deletion after**: once it is gone it is hard to prove. When it is safe, ask for deletion at once.
# - **Make a list**: number, what it is, when it came and how. When you hand things in, have the list signed.
#
# ## Some ways are off limits
#
# The step most easily taken is the well-meant one: to buy a few records “to prove that he sells”.
# %%
lesson.quote("interp-2017-10/4", "criminal-law/253-1:3")
# %% [markdown] lang="zh"
# 买，就是非法获取。请熟人再查一次、翻别人的手机、装窃听、跟踪，也都是。拿到了，多半不能用；自己先要回答公安机关的问题。
#
# ## 十条红线
#
# 下面每一条都有依据。既是说给来访人听的，也是说给你自己听的。
# %% [markdown] lang="en"
# To buy is to obtain illegally. So is having a friend look again, going through somebody's phone, bugging, tailing. What it yields is hard to use, and the first to be questioned is your client.
#
# ## Ten red lines
#
# Each rests on an article. They are for your client, and for you.
# %%
lesson.red_lines()
# %% [markdown] lang="zh"
# 记不住十条，就记三个问题：**这样做，会不会把信息又传出去一次？会不会拿了不该我拿的东西？会不会说了谁也保证不了的话？** 有一个“会”，就停下来。
#
# ## 你手里的材料，也是别人的信息
#
# 来访人把名单放在你桌上，名单上还有另外三十户人家。材料装进信封，封好，写案号不写姓名；要给机关，先请她书面同意；同事讨论用遮住电话、门牌的复印件；不拍进自己的手机，不发到群里。案子结了，按你们单位的规定退还或者销毁。
# %% [markdown] lang="en"
# If ten are too many, keep three questions: **does this pass the data on once more? Does it take what is not mine to take? Does it say what nobody can promise?** One yes, and you stop.
#
# ## What lies on your desk is other people's data too
#
# The client puts the list on your desk, and thirty other households are on it. Put it in an envelope under a file number without a name; have her written consent before it goes to any organ; talk it over on a copy with telephones and addresses covered; no photos on your own phone, nothing in chat groups. When the matter is over, return or destroy it as your office prescribes.
# %% [markdown] lang="zh"
# ## 看一遍
#
# 监狱民警卖了会见登记表。桌上的几样东西，各能证明什么？哪些事可以教来访人做？
# %% [markdown] lang="en"
# ## Watch it done
#
# A prison officer sold the visitors' register. What does each thing on the table show, and what may the client be told to do?
# %%
lesson.worked("guard-visitor-list", "proof", "tell-him")
# %% [markdown] lang="zh"
# ## 轮到你了
#
# 第一个案子里，来访人已经把钱准备好了，要去买一份名单。
# %% [markdown] lang="en"
# ## Your turn
#
# In the first of these cases the client already has the money in his hand and is on his way to buy a list.
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
lesson.articles("pipl/45", "public-security-penalties/50", "criminal-law/274", "criminal-law/284")
# %% [markdown] lang="zh"
# ## 现在你能够
#
# 现在你能够把来访人的“我没有证据”变成一张清单；能够在信里写明请机关去调哪个系统、哪一天的日志；能够在“买一份样本”“请人再查一下”面前拦住她；能够让她放心把材料留在你这里。
# %% [markdown] lang="en"
# ## You can now
#
# You can now turn “I have no evidence” into a list; write which log of which system on which day the organ should obtain; stop a client before “just a sample” or “just one more look”; and let her leave her papers with you without worry.
