# %% [markdown] lang="zh"
# # 要赔偿、要删除、要法律援助
#
# 学完这一课，你能够：
#
# - 先留证再删除，写得出一份平台不好推的通知；
# - 说清三种钱各向谁要：企业的、个人的、国家的；
# - 不拿精神损害、公益诉讼许愿；
# - 知道谁能申请法律援助，谁要先问本省的规定。
# %% [markdown] lang="en"
# # Money, deletion and legal aid
#
# By the end of this lesson you can
#
# - secure the evidence first, and write a notice that a platform cannot easily brush off;
# - say from whom each kind of money is claimed: a company, a person, the State;
# - promise nothing on mental harm or public-interest suits;
# - tell who may apply for legal aid, and who must first ask about the rules of the province.
# %% [markdown] lang="zh"
# <p class="rd-lab-only">你正在 JupyterLab 里看这一页：请打开上面的“运行”菜单，选“运行所有单元格”，练习就会出现。</p>
# %% [markdown] lang="en"
# <p class="rd-lab-only">You are reading this page in JupyterLab: open the “Run” menu above and choose “Run All Cells”, and the exercises appear.</p>
# %%
from rightdoor import lesson
# %%
lesson.begin("money-and-deletion", lang="{lang}")
# %% [markdown] lang="zh"
# ## 删除：先问该问的人
#
# 来访人最急的往往不是罚谁，是“快拿下来”。拿着信息的那一方，自己就是第一扇门：
# %% [markdown] lang="en"
# ## Deletion: ask the right one first
#
# What a client wants most is often not a penalty but “take it down”. Whoever holds the data is the first door:
# %%
lesson.quote("pipl/47:1", "pipl/50:2")
# %% [markdown] lang="zh"
# 东西挂在别人的网站、群里，就通知平台。通知缺了两样就会被退回来，看看是哪两样：
# %% [markdown] lang="en"
# If it is posted on somebody else's site or in a chat group, give notice to the platform. A notice that lacks either of two things comes back. See which two:
# %%
lesson.quote("civil-code/1195:1")
# %% [markdown] lang="zh"
# 一份推不掉的通知有四行：**我是谁**（真实身份）；**在哪里**（网址、账号、时间，附截图）；**为什么是侵权**（写的是我的什么信息，我没有同意）；**请你做什么**（删除、屏蔽、断开链接，做完告诉我）。
#
# 三件事记在前面：先截图后删除；请求删除不花钱，“付费删帖”的不要找；有人正在威胁、正在诈骗，先打 110。
#
# ## 钱：先问是谁
#
# | 谁泄露的 | 向谁要 | 要注意 |
# |---|---|---|
# | 企业、平台、医院、学校 | 这个单位 | 过错是推定的：它要证明自己没有过错 |
# | 个人，或者公职人员的私事 | 本人 | 由受害的一方证明对方有过错 |
# | 机关和公职人员行使职权 | 国家赔偿，先向那个机关提出 | 管能证明的人身、财产损害；两年 |
# %% [markdown] lang="en"
# A notice that stands has four lines: **who I am** (real identity); **where it is** (address, account, time, with a screenshot); **why it infringes** (which data of mine, to which I did not agree); **what you are to do** (delete, block, disconnect, and tell me when it is done).
#
# Three things come before it: screenshot first, deletion after; asking costs nothing, so keep away from paid deletion; and if somebody is being threatened or cheated right now, call 110 first.
#
# ## Money: who leaked it?
#
# | Who leaked | Claim from | Bear in mind |
# |---|---|---|
# | A company, platform, hospital, school | That body | Its fault is presumed: it has to prove that it had none |
# | A person, or an official in a private matter | That person | The injured side has to show fault |
# | An organ or official exercising power | State compensation, from that organ first | Proven harm to body or property; two years |
# %%
lesson.quote("pipl/69")
# %% [markdown] lang="zh"
# 赔多少，看损失、看对方得了多少，都说不清的由法院定。所以从今天起，把误工、车费、换锁、换号、看病的单子一张一张留好。
#
# **三句不能许的愿：**
#
# - “精神损失也能赔。”要达到**严重**，有诊断、有事实。接了几个骚扰电话，通常不够。
# - “等刑事案子判了，附带民事全赔。”附带民事只管物质损失，精神损失一般不受理。
# - “检察院打公益诉讼，大家都能分到钱。”公益诉讼求的是停止和整改。自己的损失自己起诉。
#
# 日子也要记：赔偿一般三年，从知道的那天起；要求停止、道歉，没有期限。
#
# ## 请不起律师
#
# 咨询对谁都免费，打 12348。请援助律师，先看国家的清单：
# %% [markdown] lang="en"
# The amount follows the loss, or the other side's gain, and where neither can be shown the court decides. So from today keep every slip: lost wages, fares, a changed lock, a new number, the doctor.
#
# **Three promises not to make:**
#
# - “Mental harm is paid as well.” It has to be **grave**, with a diagnosis and facts. Some nuisance calls are as a rule not enough.
# - “When the criminal case is decided, the attached claim pays it all.” It covers material loss only; mental harm is as a rule not heard.
# - “The procuratorate sues and everybody gets a share.” Public-interest suits aim at an end and at change. For your own loss, sue yourself.
#
# And the days: for damages as a rule three years from the day you knew; to stop and to apologise there is no limit.
#
# ## No money for a lawyer
#
# Advice is free for everybody: 12348. For a lawyer through legal aid, look at the national list:
# %%
lesson.quote("legal-aid-law/31")
# %% [markdown] lang="zh"
# 普通的隐私侵权官司不在这张全国清单上。各省可以补充，所以不要说“不行”，要说“我们问一问”。刑事案件的被害人、自诉人、申请国家赔偿的人，经济困难的可以申请。
#
# ## 看一遍
#
# 平台被攻破，几十万人的订单流出。来访人要它删、将来要它赔。
# %% [markdown] lang="en"
# An ordinary privacy suit is not on the national list. A province may add to it, so do not say “no”; say “let us ask”. Victims of crime, private prosecutors and claimants of State compensation may apply if they lack means.
#
# ## Watch it done
#
# A platform was hacked and hundreds of thousands of order records got out. The client wants his deleted, and compensation if he is cheated later.
# %%
lesson.worked("platform-breach", "refusal", "sort", "limit")
# %% [markdown] lang="zh"
# ## 轮到你了
#
# 第一个案子：健身房要刷脸，退了卡还不删。
# %% [markdown] lang="en"
# ## Your turn
#
# The first case: a gym collects face scans, and keeps them after the membership has ended.
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
lesson.articles("civil-code/1182", "civil-code/1183", "legal-aid-law/29", "civil-code/995", "civil-code/188", "state-compensation-law/9", "state-compensation-law/39", "criminal-procedure/101")
# %% [markdown] lang="zh"
# ## 现在你能够
#
# 现在你能够陪来访人先截图、再写通知，让它写得推不掉；能够先问是谁泄露的，再说钱向谁要；能够把“肯定能赔”换成“我们把单子留好，由法院定”；能够说出什么时候打 12348，问哪一句。
# %% [markdown] lang="en"
# ## You can now
#
# You can now sit with a client over the screenshots and then over a notice that stands; ask who leaked it before saying who pays; say “let us keep every slip, and the court decides” instead of “you are sure to be paid”; and say when to call 12348, and what to ask.
