# %% [markdown] lang="zh"
# # 什么是个人信息
#
# 学完这一课，你能够：
#
# - 听来访人说完，判断传出去的东西是不是“个人信息”；
# - 说出三部法律各用哪一个定义，不把定罪的定义拿去要求删除；
# - 认出敏感个人信息、隐私和身份证上的信息，知道各多了一层什么保护；
# - 把信息放进司法解释的三档里。
# %% [markdown] lang="en"
# # What personal information is
#
# By the end of this lesson you can
#
# - hear a client out and tell whether what got out is "personal information";
# - say which of three definitions belongs to which law, and not use the criminal one to ask for deletion;
# - recognise sensitive data, private matters and identity-card data, and the extra protection that each has;
# - sort data into the three classes of the judicial interpretation.
# %% [markdown] lang="zh"
# <p class="rd-lab-only">你正在 JupyterLab 里看这一页：请打开上面的“运行”菜单，选“运行所有单元格”，练习就会出现。</p>
# %% [markdown] lang="en"
# <p class="rd-lab-only">You are reading this page in JupyterLab: open the “Run” menu above and choose “Run All Cells”, and the exercises appear.</p>
# %%
from rightdoor import lesson
# %%
lesson.begin("what-is-personal-information", lang="{lang}")
# %% [markdown] lang="zh"
# ## 先问一句：从它能不能找到这个人？
#
# 来访人很少说“个人信息”四个字。他们说：“我的电话传出去了”“他知道我住哪家旅馆”“群里有我孩子的名单”。你要做的第一件事，是问清楚传出去的到底是什么，再想一个问题：**单看它，或者把它跟别的信息放在一起，能不能认出是哪一个人？** 能，就是个人信息。纸上的、照片里的、聊天截图里的，都算。
#
# 名字涂掉了，还算不算？如果剩下的车牌、楼号、病床号凑在一起仍然认得出人，还是个人信息。只有处理到谁也认不出、也恢复不回来，才不算。
#
# ## 三个定义，三种用处
#
# 三部法律各写了一个定义，意思相近，宽窄不同。引错了，窗口会说“您这条不管这件事”。
#
# | 你要做的事 | 用哪一个定义 | 特点 |
# |---|---|---|
# | 报案，追究犯罪 | 2017 年两高司法解释第一条 | 认出身份，**或者**反映一个人的活动情况 |
# | 起诉，要求停止、道歉、赔偿 | 民法典第一千零三十四条 | 认得出特定的人；其中私密的部分先按隐私保护 |
# | 向信息处理者要求查阅、删除，向监管部门投诉 | 个人信息保护法第四条 | 最宽：跟已识别或者可识别的人“有关”就算 |
#
# 原文在这里，逐字读一遍，比听别人转述可靠：
# %% [markdown] lang="en"
# ## One question first: does it lead to a person?
#
# Clients seldom say "personal information". They say: "My number got out", "He knows which hotel I stayed at", "There is a list in the chat group with my child on it". The first thing to do is to find out what exactly was passed on. Then ask yourself: **can a particular person be recognised from it, alone or together with other information?** If so, it is personal information, whether it stands on paper, in a photo or in a screenshot of a chat.
#
# And if the name is blacked out? If the number plate, the building and the bed number that remain still lead to somebody, it is personal information all the same. Only what nobody can trace back to a person any more, and what cannot be restored, falls outside.
#
# ## Three definitions, three uses
#
# Three laws define it, in similar words but not equally broadly. Quote the wrong one and the clerk at the counter will say: "That article is not about this."
#
# | What you want to do | Definition to use | How wide it is |
# |---|---|---|
# | Report a crime | art. 1 of the judicial interpretation of 2017 | identifies a person **or** reflects what a person does |
# | Sue for an end to it, an apology, damages | Civil Code art. 1034 | identifies a particular person; private details within it are protected as privacy first |
# | Ask a handler for access or deletion, complain to a regulator | Personal Information Protection Law art. 4 | the widest: whatever "relates to" an identified or identifiable person |
#
# Here they are. Read them word for word; it is safer than anybody's summary:
# %%
lesson.quote("interp-2017-10/1", "civil-code/1034", "pipl/4")
# %% [markdown] lang="zh"
# ## 四种信息多一层保护
#
# **敏感个人信息。** 人脸、健康、账户、行踪这些，一出去就可能伤到人；不满十四周岁孩子的信息，不管是哪一种，都算敏感。处理它们要有特定目的和充分必要，孩子的还要家长同意。来访人说到孩子，先问年龄。
#
# **私密信息。** 病历、感情、住在家里的样子，既是个人信息也是隐私。这一部分先按隐私权的规定走。
#
# **身份证上记着的信息。** 号码、住址、照片是从身份证、户籍系统里出来的，居民身份证法另有一条，机关和金融、电信、交通、教育、医疗单位的工作人员泄露，处罚写得很明确。所以要多问一句：“这些是从身份证上来的吗？”
#
# **已经公开的信息。** 网上能查到，不等于谁都可以拿去卖。先别急着说“公开了就没事”。
#
# 还有一种情形反过来：**家里人、朋友之间为私事处理信息，个人信息保护法不管**，要用民法典、治安管理处罚法和刑法。合租的人把她的身份证发到网上，找监管部门投诉“违反个人信息保护法”，走不通。
# %% [markdown] lang="en"
# ## Four kinds with an extra layer of protection
#
# **Sensitive personal information.** A face, an illness, an account, a track of movements: once out, such data can hurt. Any information about a child under fourteen is sensitive, whatever its kind. It may be handled only for a particular purpose and where truly needed, a child's only with a parent's consent. When a client mentions a child, ask how old the child is first.
#
# **Private matters.** An illness, a relationship, what goes on at home: personal information and privacy at once. The rules on privacy come first here.
#
# **What an identity card records.** If number, address or picture came from the card or the household register, the Resident Identity Cards Law has an article of its own, with clear penalties for staff of state organs, finance, telecom, transport, education and medicine. So ask one thing more: "Did this come from the identity card?"
#
# **What is public already.** That it can be found online does not mean that anybody may sell it. Do not tell her too soon that "public means free".
#
# And one case the other way round: **where relatives or friends handle data for private affairs, the Personal Information Protection Law does not apply**; use the Civil Code, the Public Security law and the Criminal Law. If a flatmate posts her identity card, a complaint to a regulator under that law leads nowhere.
# %%
lesson.quote("pipl/28", "civil-code/1032", "pipl/72")
# %% [markdown] lang="zh"
# ## 三档：定罪时怎么分
#
# 只有在说“够不够罪”的时候，才要分档。档次越高，够罪要的条数越少：
#
# - **第一档只有四种**：行踪轨迹、通信内容、征信信息、财产信息。
# - **第二档**：住宿、通信记录、健康生理、交易，以及其他可能影响人身、财产安全的信息。
# - **第三档**：前两档都不算的，比如姓名加电话。
#
# 常见的错：看见“从公安系统里查的”就往上放。分档看的是**信息本身**，不看它从哪里来，也不看来访人有多难受。户籍、车辆、机主信息放哪一档，各地法院看法不一，你不必替法院定，照实写就行。
#
# 下面看一个做好的例子。
# %% [markdown] lang="en"
# ## Three classes, when it comes to crime
#
# Classes matter only for the question "is it a crime?" The higher the class, the fewer items it takes:
#
# - **Class A holds four kinds only**: location tracks, content of communications, credit reports, property.
# - **Class B**: lodging, communication records, health, transactions, and other data that may affect the safety of person or property.
# - **Class C**: what belongs to neither, such as a name with a telephone number.
#
# A common mistake is to move data up because "it came from a police system". The class depends on **the data itself**, not on its source and not on how upset the client is. Courts differ on household-register, vehicle and phone-owner data; you need not decide for them. Write down what it is.
#
# Here is an example, worked out.
# %%
lesson.worked("nurse-sold-records", "data")
# %% [markdown] lang="zh"
# ## 轮到你了
#
# 先做第一个。做的时候只想一件事：这是什么信息，属于哪一种。
# %% [markdown] lang="en"
# ## Your turn
#
# Take the first one. Keep one thing in mind as you go: what data is this, and of which kind?
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
lesson.articles("interp-2017-10/1", "civil-code/1034", "pipl/4", "pipl/28", "pipl/31", "pipl/73", "civil-code/1032", "resident-id-law/19")
# %% [markdown] lang="zh"
# ## 现在你能够
#
# 现在你能够问出“传出去的到底是什么”，判断它是不是个人信息；写报案材料、起诉状和删除请求的时候，各引对自己的那一条定义；看见孩子、人脸、病历、身份证，会多问一句；也能把信息分进三档，分不准的照实写，不替法院下结论。
#
# 下一课认人：是谁把它传出去的。
# %% [markdown] lang="en"
# ## You can now
#
# You can now ask what exactly got out and tell whether it is personal information; quote the right definition in a crime report, a statement of claim and a request for deletion; ask one question more when a child, a face, an illness or an identity card comes up; and sort data into the three classes, writing down plainly what you cannot sort.
#
# The next lesson is about the person: who passed it on.
