"""Engages the staff: logins, the rules in force, posts, a written delegation."""

from datetime import timedelta

from django.contrib.auth.hashers import make_password

from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.console.demo.county import IN_POST_SINCE, Built
from guanwei.console.demo.refused import must
from guanwei.console.demo.staff import BOOKS, POSTS
from guanwei.organisations.models import Appointment, Person
from guanwei.organisations.services import appoint, delegate, switch_on

# Everybody's, and printed on the terminal: the demo listens on this machine alone.
PASSWORD = "Qinghe-river-2026"  # noqa: S105


def engage(built: Built) -> None:
    """Everybody with a login. One hash for all: hashing each would take longer than building the rest."""
    hashed = make_password(PASSWORD)
    with acting(None, "建立演示县"):
        for post in POSTS:
            person = Person(
                username=post.username,
                display_name=post.name,
                email=f"{post.username}@qinghe.example",
                contractor=post.contractor,
                password=hashed,
            )
            person.save()
            built.people[post.username] = person


def put_in_posts(built: Built) -> None:
    """The rules in force first, then posts: a role exists once its plugin declares it."""
    administrator = built.people["county-administrator"]
    for agency, book, reason in BOOKS:
        must(switch_on(built.units[agency], book, by=administrator, reason=reason))
    for post in POSTS:
        _made, refusals = appoint(
            built.people[post.username],
            post.role,
            built.units[post.unit],
            IN_POST_SINCE,
            by=administrator,
            oversees=[built.units[post.oversees]] if post.oversees else [],
            subjects=post.subjects,
            basis="清人社任〔2024〕1号",
        )
        must(refusals)


def delegate_in_writing(built: Built) -> None:
    """The water bureau's leader is away: the head of its office signs, in writing and for a time."""
    held = Appointment.objects.get(person=built.people["water-leader"])
    _made, refusals = delegate(
        held,
        built.people["water-chief"],
        clock.today(),
        clock.today() + timedelta(days=180),
        "清水函〔2026〕3号 关于委托代签政务新媒体稿件的函",
        by=built.people["water-leader"],
    )
    must(refusals)
