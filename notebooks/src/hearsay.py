# %% [markdown] lang="zh"
# # 网上说的，还能信吗
#
# 学完这一课，你能够：
#
# - 拿到一篇文章，先看日期，再看依据，最后看有没有说全；
# - 把一句话判成对、过时了、错、不完整，并且说出换成什么；
# - 认出几个早已不在了的机关，说得出今天是谁接了；
# - 来访人说“网上是这么写的”，不让她难堪，也不让她走错。
# %% [markdown] lang="en"
# # What the web says: can it be trusted?
#
# By the end of this lesson you can
#
# - take an article and look first at its date, next at its basis, and last at what it leaves out;
# - judge a sentence sound, stale, wrong or incomplete, and say what takes its place;
# - recognise bodies that have long been gone, and name who took over;
# - answer “but it says so on the web” without shaming a client, and without letting her go to the wrong door.
# %% [markdown] lang="zh"
# <p class="rd-lab-only">你正在 JupyterLab 里看这一页：请打开上面的“运行”菜单，选“运行所有单元格”，练习就会出现。</p>
# %% [markdown] lang="en"
# <p class="rd-lab-only">You are reading this page in JupyterLab: open the “Run” menu above and choose “Run All Cells”, and the exercises appear.</p>
# %%
from rightdoor import lesson
# %%
lesson.begin("hearsay", lang="{lang}")
# %% [markdown] lang="zh"
# ## 一张真实的网页
#
# 2022 年 6 月 24 日，网上登出一篇《公职人员泄露公民信息如何举报》，八节。照着它走会怎样？民警私自查了一个人，她到处找“工商”；材料写好了，寄给“监察局”。
#
# 这张网页不是胡编的。有的条文抄得很准，有的话当年是对的。正因为这样，才要一句一句审。
#
# ## 四种判词
#
# - **对**：今天照着做，没有问题。
# - **过时了**：当年对，后来法律或者机关变了。要说出哪天变的、换成什么。
# - **错**：什么时候都不对。
# - **不完整**：没说错，但照这半句做，会走岔。
#
# “错”和“过时了”为什么要分开？错的，扔掉就行；过时的，要替她换成新的。
#
# ## 先看三样
#
# 1. **日期。** 哪天写的？那天以后，哪些法律换了？这张网页登出来的时候，个人信息保护法已经施行了半年多，它一个字也没有提。
# 2. **依据。** 条号对不对？文字是不是那一条的？网页上的“刑法第二百五十三条”，文字其实是第二百五十三条之一的。看看真正的第二百五十三条讲什么：
# %% [markdown] lang="en"
# ## A real page from the web
#
# On 24 June 2022 a page appeared on the Chinese web, “How to report officials who leak citizens' information”, in eight sections. What becomes of somebody who follows it? An officer has looked her up, and she goes in search of “industry and commerce”; her letter is written, and posted to a “supervision bureau”.
#
# The page is not made up. Some articles are quoted with care, and some sentences were right at the time. For that very reason it has to be judged line by line.
#
# ## Four verdicts
#
# - **Sound**: do it today, and nothing goes wrong.
# - **Stale**: right at the time; then the law or the body changed. Say on which day, and into what.
# - **Wrong**: never right.
# - **Incomplete**: not wrong, but whoever acts on this half alone goes astray.
#
# Why keep wrong and stale apart? What is wrong is thrown away; what is stale has to be replaced for her.
#
# ## Three things to look at
#
# 1. **The date.** When was it written, and which laws have changed since? When this page appeared, the Personal Information Protection Law had been in force for more than half a year, and it does not say a word about it.
# 2. **The basis.** Is the number right, and is the wording that article's? What the page calls “Criminal Law art. 253” has the words of art. 253-1. Here is what art. 253 really says:
# %%
lesson.quote("criminal-law/253")
# %% [markdown] lang="zh"
# 3. **说全了没有。** 第三节说“造成严重后果公安机关会立案”。法律看的是种类、数量、违法所得、身份这些，不要求有损失；不够犯罪的，2026 年起还有治安处罚：
# %% [markdown] lang="en"
# 3. **Is it the whole?** Section III says that “with serious consequences the police will file a case”. The law looks at kind, number, gains and status, and asks for no loss; and below the line of crime there is, since 2026, a public-security penalty:
# %%
lesson.quote("public-security-penalties/56")
# %% [markdown] lang="zh"
# ## 看一遍
#
# 另一个案子里，来访人也带着几条“听说”。看法律怎么一条一条判。
# %% [markdown] lang="en"
# ## Watch it done
#
# In another case the client brings some things “people say”. See how the law judges them one by one.
# %%
lesson.worked("published-subsidy-list", "sayings")
# %% [markdown] lang="zh"
# ## 轮到你了：开庭
#
# 把整张网页一节一节审完，再把它指错的门改过来。大约二十分钟，可以分两次做，做到哪里都记得。
# %% [markdown] lang="en"
# ## Your turn: the trial
#
# Judge the whole page section by section, and put its wrong doors right. It takes some twenty minutes and may be done in two sittings; your place is kept.
# %%
lesson.practise()
# %% [markdown] lang="zh"
# ## 哪天过时的，换成了什么
#
# 判了“过时了”还不够。下面这几句从前都对过，请你说出从哪一年起不能再用、今天先找哪扇门。
# %% [markdown] lang="en"
# ## When it went stale, and what replaced it
#
# A verdict of “stale” is only half the work. Each of these lines was right once: say since which year it no longer is, and which door it is today.
# %%
lesson.replaced()
# %% [markdown] lang="zh"
# ## 来访人拿着网页来了，怎么说
#
# 别说“网上都是假的”。她为这件事查了一晚上，已经比大多数人认真。可以这样说：“这篇是 2022 年的，里面有几条现在还能用，有几条机关换了名字。我们对着今天的法条看一遍，好吗？”然后把该走的门写在一张新纸上，写上今天的日期。
# %% [markdown] lang="en"
# ## When a client brings the page
#
# Do not say “it is all lies on the web”. She has spent an evening on it and taken more care than most. Say: “This one is from 2022. Some of it still holds, and some of the bodies have changed. Shall we go through it with today's articles?” Then write the right doors on a fresh sheet, with today's date on it.
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
lesson.articles("pipl/60", "pipl/65", "criminal-procedure/112", "supervision-law/15", "police-law/46")
# %% [markdown] lang="zh"
# ## 现在你能够
#
# 现在你能够拿起任何一张“维权指南”，先翻到日期，再对条号，再问有没有说全；能够把监察局、工商局换成今天的门；能够把“过时了”说成“从哪天起、换成什么”；能够接过来访人手里的那张纸，再还给她一张新的。
# %% [markdown] lang="en"
# ## You can now
#
# You can now take up any “guide to your rights”, turn to its date, check its article numbers and ask what it leaves out; put today's doors in place of the supervision bureau and of industry and commerce; say of a stale line since when, and what instead; and take the sheet from a client's hand and give her a new one.
