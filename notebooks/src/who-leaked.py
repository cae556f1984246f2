# %% [markdown] lang="zh"
# # 是谁泄露的
#
# 学完这一课，你能够：
#
# - 把泄露信息的人和收到信息的人分开；
# - 用三个问题认清泄露人的身份，不凭工作服和称呼；
# - 说得出为什么身份定了，门也就定了一大半；
# - 不知道的时候写“待查”，还知道下一句该问什么。
# %% [markdown] lang="en"
# # Who leaked it
#
# By the end of this lesson you can
#
# - keep the person who leaked apart from the person who received;
# - place the leaker with three questions, without going by uniform or title;
# - say why the choice of doors is half made once you know who leaked;
# - write "to be established" when you do not know, and know what to ask next.
# %% [markdown] lang="zh"
# <p class="rd-lab-only">你正在 JupyterLab 里看这一页：请打开上面的“运行”菜单，选“运行所有单元格”，练习就会出现。</p>
# %% [markdown] lang="en"
# <p class="rd-lab-only">You are reading this page in JupyterLab: open the “Run” menu above and choose “Run All Cells”, and the exercises appear.</p>
# %%
from rightdoor import lesson
# %%
lesson.begin("who-leaked", lang="{lang}")
# %% [markdown] lang="zh"
# ## 先分开两个人
#
# 来访人最恨的，往往是拿着信息来找她的那个人：前男友、债主、推销的、骗子。可是门是按**把信息放出去的人**来找的。收到信息的人可能另有责任，那是另一条线，不要混在一起写。
#
# 所以听完第一遍，在纸上写两行：“谁给的：＿＿”“谁拿到的：＿＿”。两行都填了，再往下问。
#
# ## 三个问题认人
#
# **一、是一个人，还是一个单位？** 柜员私下卖名单，是人；医院系统没保护好被人攻破、街道把没遮挡的名单贴出来，是单位。单位的事先找单位自己和管它的部门。
#
# **二、他干的是不是公家的事？** 看他有没有行使公权力，不看编制、工资单，也不看穿什么衣服。
#
# **三、信息是不是他办公事、办业务的时候得到的？** 是，卖出去或者给别人，标准减半，还要从重。自己下班以后从别处买来的，就不是。
#
# | 你听到的 | 要再问的 | 填哪一类 |
# |---|---|---|
# | “派出所的人” | 有没有警号？是民警还是聘用的辅警？ | 人民警察／辅警 |
# | “法院的人” | 他审案子吗？还是书记员、后勤？ | 司法工作人员／法院其他人员 |
# | “窗口的人” | 是公务员，还是外包公司派来的？ | 公务员／受委托组织的人员 |
# | “医院的人”“学校的人” | 公办还是民营？管人管事，还是看病教书？ | 公办单位管理人员／普通工作人员／行业工作人员 |
# | “村里的人” | 是村委会管事的，还是普通村民？ | 村居管理人员／个人 |
# | “快递的人”“银行的人” | 是员工自己卖的，还是公司泄露的？ | 行业工作人员／公司 |
# | “不知道谁” | 信息都交给过哪些地方？ | 待查 |
#
# 第二个问题的依据在这里。六项都读一遍，注意第四项写的是“从事管理的人员”：公办医院的护士、教师，一般不在里面。
# %% [markdown] lang="en"
# ## First, two people
#
# The person your client is angry with is often the one who came to her with the data: a former boyfriend, a creditor, a salesman, a fraudster. But the doors depend on **who let the data out**. The one who received it may have to answer too; that is a separate matter, and the two should not be mixed on paper.
#
# So after the first interview write two lines: "Given by: ____" and "Received by: ____". Fill in both before you go on.
#
# ## Three questions to place the leaker
#
# **One: a person, or a body?** A counter clerk who sells a list is a person. A hospital whose system was broken into, or a subdistrict office that posts an unmasked list, is a body; go to the body itself and to those who supervise it.
#
# **Two: was it public business?** Ask whether that person exercised public power, not who pays the wages and not what uniform is worn.
#
# **Three: did the data come from the job?** If it was obtained on duty or while serving customers and then sold or passed on, the standards are halved and the punishment is heavier. If it was bought elsewhere after work, they are not.
#
# | What you hear | What to ask | Where it belongs |
# |---|---|---|
# | "somebody at the police station" | Is there a badge number? A regular officer, or a hired auxiliary? | police officer / auxiliary police |
# | "somebody at the court" | Does this person try cases? Or a clerk, or the back office? | judicial officer / other court staff |
# | "the one at the counter" | A civil servant, or sent by a contractor? | civil servant / staff of an entrusted organisation |
# | "from the hospital", "from the school" | Public or private? Managing, or nursing and teaching? | manager / ordinary staff of a public institution / industry staff |
# | "from the village" | In charge on the village committee, or a villager? | village cadre / private person |
# | "the courier", "the bank" | Did an employee sell it, or did the company leak it? | industry staff / company |
# | "no idea who" | To whom has she given this information? | to be established |
#
# The second question rests on this article. Read all six items, and note that item (4) says "persons engaged in management": nurses and teachers of public institutions are, as a rule, not among them.
# %%
lesson.quote("supervision-law/15", "police-law/2:2", "criminal-law/94")
# %% [markdown] lang="zh"
# ## 身份定了，门就定了一大半
#
# 把身份认错，最常见的后果是白跑：
#
# - 把**辅警**当民警写：督察和他的用人单位能管，但材料里写“民警某某”，对方一句“查无此人”就退回来了。辅警在公安机关从事公务的，监委也可以管。
# - 把**护士**写成“公职人员”交给监委：她不管人不管事，监委会说不归他们。该走的是公安机关、卫生健康部门和医院自己。
# - 把**外包客服**当作普通公司员工：她替政府接热线，做的是受委托的公共事务，监委可能管得到。
# - 把**公司**和**员工**混为一谈：员工偷卖，公司可能同时是没有保护好信息的一方。两条线各写各的。
#
# 司法解释说的“侦查、检察、审判、监管职责”，看的是职责。派出所里管户籍的民警和办案的民警，在这一点上可能不同，来访人说不清，你就不往前推。
#
# ## 不知道，就写不知道
#
# 来访人说“肯定是物业”，你要问：“您怎么知道的？”猜的，就写成猜的。写错一个人的名字，受害的可能是另一个无辜的人，材料的可信度也没有了。查不清来源的时候，该走的门并不少：公安机关有责任去查，来访人也可以向每一个可能的信息持有人要求查阅、问清来源。
#
# 看一个做好的例子：用的是民警的数字证书，人却不是民警。
# %% [markdown] lang="en"
# ## Half the choice of doors
#
# The usual price of placing somebody wrongly is a wasted journey:
#
# - An **auxiliary** written down as an officer: the inspectorate and his employer are still competent, but "Officer So-and-so" comes back with "no such officer". An auxiliary who does public business in a police organ may also be under the supervision commission.
# - A **nurse** reported to the commission as an official: she manages nobody, and the commission will say that she is not within its remit. The police, the health authority and the hospital are.
# - A **contractor's hotline clerk** taken for an ordinary company employee: she answers calls for the government, which is entrusted public business, and the commission may be competent.
# - **Company** and **employee** taken for one: the employee sold the list, and the company may have failed to protect it. Two matters, each on its own.
#
# Judicial staff are those with duties of investigating, prosecuting, judging or guarding; duties count. An officer at the household-registration counter and one who investigates cases may differ in this. If your client cannot say, do not go further than she does.
#
# ## If you do not know, write so
#
# When she says "it must be the property managers", ask: "How do you know?" A guess is written down as a guess. A wrong name may hurt somebody innocent, and it ruins the report. Not knowing the source closes few doors: the police have the duty to trace it, and she may ask every likely holder what they hold and where it came from.
#
# Here is an example, worked out: the certificate belonged to an officer; the person who used it was not one.
# %%
lesson.worked("auxiliary-borrowed-certificate", "leaker", "doors")
# %% [markdown] lang="zh"
# ## 轮到你了
# %% [markdown] lang="en"
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
lesson.articles("supervision-law/15", "supervision-regulations/42", "supervision-regulations/44", "supervision-regulations/45", "supervision-regulations/46", "criminal-law/94", "civil-code/1039", "civil-code/1191", "pipl/45")
# %% [markdown] lang="zh"
# ## 现在你能够
#
# 现在你能够在纸上把“谁给的”和“谁拿到的”分成两行；听到“派出所的人”“医院的人”，知道下一句问什么；分得清人和单位、管理和业务、正式和聘用；不知道的写“待查”，不替来访人猜。
#
# 下一课量轻重：够不够罪，差多少。
# %% [markdown] lang="en"
# ## You can now
#
# You can now put "given by" and "received by" on two lines; hear "somebody at the station" or "from the hospital" and know what to ask next; tell person from body, managing from nursing or teaching, regular from hired; and write "to be established" instead of guessing for your client.
#
# The next lesson measures: is it a crime, and how far from it?
