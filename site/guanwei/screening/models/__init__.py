"""Answers to findings, what became of them, marks on items, and the word lists that agencies keep."""

from guanwei.screening.models.answers import Answer, AnswerKind
from guanwei.screening.models.marks import Marking
from guanwei.screening.models.outcomes import Became, Outcome
from guanwei.screening.models.word_lists import Edition, Finds, WordList

__all__ = ["Answer", "AnswerKind", "Became", "Edition", "Finds", "Marking", "Outcome", "WordList"]
