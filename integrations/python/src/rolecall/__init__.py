"""Whom to hire for your social presence, at what pay, and with which job description.

Questions and answers are those of the API, as dictionaries. See https://github.com/rolecall/rolecall.
"""

from __future__ import annotations

import atexit
from collections.abc import Iterable
from typing import Any

from ._errors import BinaryNotFound, ChildDied, InvalidInput, RolecallError
from ._session import Answer, Question, Session

__all__ = [
    "Answer",
    "BinaryNotFound",
    "ChildDied",
    "InvalidInput",
    "Question",
    "RolecallError",
    "Session",
    "audit",
    "compare",
    "cost",
    "draft",
    "offer",
    "recommend",
    "salary",
]

_shared = Session()
atexit.register(_shared.close)


def recommend(profile: Question, *, lang: str = "en", as_of: str | None = None) -> Answer:
    """Whom to hire, how many, in which order, and why: `{"presence_stage": …, "goals": […], …}`."""
    return _shared.ask("recommend", profile, lang=lang, as_of=as_of)


def compare(
    roles: Iterable[str] = ("cm", "smm"), place: Question | None = None, *, lang: str = "en", as_of: str | None = None
) -> Answer:
    """Roles side by side; `place` has `country`, `region` or `city`."""
    body: dict[str, Any] = {"roles": list(roles), **(place or {})}
    return _shared.ask("compare", body, lang=lang, as_of=as_of)


def salary(question: Question, *, lang: str = "en", as_of: str | None = None) -> Answer:
    """What a role pays: `{"role": "cm", "level": "mid", "city": "Lyon"}`."""
    return _shared.ask("salary", question, lang=lang, as_of=as_of)


def offer(question: Question, *, lang: str = "en", as_of: str | None = None) -> Answer:
    """Where an offer stands: role, place, `amount`, `currency`, `period`."""
    return _shared.ask("offer", {"amount": None, **question}, lang=lang, as_of=as_of)


def cost(question: Question, *, lang: str = "en", as_of: str | None = None) -> Answer:
    """What a person costs the employer: `{"country": "FR", "gross": 32000}`."""
    return _shared.ask("cost", question, lang=lang, as_of=as_of)


def draft(question: Question, *, lang: str = "en", as_of: str | None = None) -> Answer:
    """A job description and an ad: `{"role": "cm", "brief": {…}}`."""
    return _shared.ask("draft", question, lang=lang, as_of=as_of)


def audit(ad: str | Question, *, lang: str = "en", as_of: str | None = None) -> Answer:
    """What an ad describes, and what to change in it: its text, or `{"text": …, "country": …}`."""
    body: Question = {"text": ad} if isinstance(ad, str) else ad
    return _shared.ask("audit", body, lang=lang, as_of=as_of)
