"""The way out to other programs: xAPI statements, a spreadsheet, and single questions as Moodle XML and QTI 3."""

from rightdoor.exchange.moodle import quiz
from rightdoor.exchange.qti import item
from rightdoor.exchange.question import NoQuestion, Question, question, questions
from rightdoor.exchange.spreadsheet import HEAD, line
from rightdoor.exchange.xapi import HOME, statement, statement_line

__all__ = [
    "HEAD",
    "HOME",
    "NoQuestion",
    "Question",
    "item",
    "line",
    "question",
    "questions",
    "quiz",
    "statement",
    "statement_line",
]
