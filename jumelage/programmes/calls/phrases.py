"""Refusals of the room, and its words for what is missing, what changed and what a field is."""

from datetime import datetime
from typing import Any

from babel.dates import get_timezone_location, get_timezone_name
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from jumelage.city.evidence.choices import TOLD
from jumelage.foundation.kernel.field_names import field_name
from jumelage.foundation.kernel.money import format_euros
from jumelage.foundation.kernel.wording import day_words

PHRASES = {
    "call-reversed": _(
        "The call closes ({end}) before it opens ({start}). Change one of the two days."
    ),
    "call-hour-without-day": _(
        "This hour needs its day: “{date}” is not one. Give the day, or leave the hour out."
    ),
    "call-hour-not-existing": _(
        "On {day} the clocks are put forward and skip {time}. Choose another hour."
    ),
    "call-hours-reversed": _(
        "The hour of end needs an hour of start that comes before it. Change one of the two."
    ),
    "call-incomplete": _("The call cannot be published yet. {lacks}"),
    "call-not-published": _("This call is not published yet."),
    "call-published": _("Visitors know this call: cancel it, which tells them why."),
    "call-over": _(
        "The time to apply is over: its rules cannot change any more."
        " Tell what must be known in the questions and answers."
    ),
    "call-unchanged": _(
        "Nothing differs from the version that visitors read. Change a text first, then publish the change."
    ),
    "call-not-open": _("The call stands at “{state}”: its end cannot be moved."),
    "extension-too-late": _(
        "The call has closed: its end cannot be moved any more. If the site was out of service at the hour, use"
        " “Breakdown at the hour” within {days} days; for one applicant alone, a late code."
    ),
    "call-cancelled": _(
        "This call is cancelled already: its page shows the reason that was given. Nothing was changed."
    ),
    "call-dates-published": _(
        "Visitors know these dates. Use “Extend the call” or “Breakdown at the hour”, which tell them why."
    ),
    "call-opening-over": _(
        "Visitors know this opening: it cannot be moved any more. To stop an open call, use “Cancel the call”."
    ),
    "call-slug-taken": _(
        "Another call has the short name “{slug}”. Choose another one, for example with the year."
    ),
    "outage-too-late": _(
        "The call closed more than {days} days ago: a breakdown at the hour cannot open it again. "
        "Use a completion window or a late code."
    ),
    "extension-not-later": _(
        "The new end must come after the old one, and after this moment. Choose a later hour."
    ),
    "reason-missing": _(
        "Give the reason, which stands in the public notice. Missing languages: {languages}."
    ),
    "row-gone": _(
        "Somebody removed this line meanwhile. What you wrote is kept below: add it anew."
    ),
    "row-known": _(
        "This call already has a line “{key}”. Change that one, or choose another name."
    ),
    "row-texts-missing": _(
        "Visitors read this at once, in every language. Complete first: {fields}."
    ),
    "track-published": _(
        "Visitors know the track “{track}”, and people may have applied for it. Change it, but do not remove it."
    ),
    "track-unknown": _("“{track}” is not a track of this call. The tracks are: {known}."),
    "condition-unreadable": _(
        "The condition “{condition}” cannot be read at “{at}”. An example: kind in asbl, ngo and persons >= 3."
    ),
    "subscription-link-dead": _(
        "This link does not work any more: it was used already, or it is older than {days} days. Ask for a new one."
    ),
}
# What a call lacks, by code.
LACKS = {
    "text-missing": _("text missing: {field} ({language})"),
    "opening-missing": _("the day when it opens is missing"),
    "closing-missing": _("the day and the hour when it closes are missing"),
    "articles-missing": _("it has no article"),
    "tracks-missing": _("it has no track: nobody would know what to apply for"),
    "article-unknown": _("it names the article {article}, which is not in the regulation"),
    "envelopes-above-budget": _("the envelopes pass the budget by {amount}"),
    "weights-off": _("the weights of its criteria make {total} points, not 100"),
    "too-many-questions": _("{count} questions; at most {most} are asked"),
    "question-unknown": _("it names the question “{question}”, which is not asked"),
    "answer-unknown": _("“{answer}” is not an answer to the question “{question}”"),
    "answer-no-number": _("the answer to “{question}” is not a number and cannot be compared"),
    "condition-unreadable": _("the condition “{condition}” cannot be read at “{at}”"),
    "form-missing": _("no form is chosen: nobody can apply online"),
    "form-unpublished": _("it has no published version"),
    "form-wrong": _("{place}: {sentence}"),
    "form-track-unknown": _(
        "“{track}” is no track of this call, yet these depend on it: {places}. Is the form meant for this call?"
    ),
    "check-missing": _(
        "visitors cannot check whether they may apply: no question, or no requirement"
    ),
    "criteria-missing": _("no criterion says how files are judged"),
    "contact-missing": _("no e-mail address for questions"),
    "session-missing": _("no information session is announced"),
    "file-missing": _("the file was not supplied"),
    "file-untagged": _("the PDF is not tagged: a screen reader cannot follow it"),
    "evidence-missing": _("said to be official, without a source"),
    "budget-unproven": _("the budget is said to be official, without a source"),
    "year-before": _("{field} ({language}) still names the year {year}"),
}
# The kinds of rows: one of them, several of them.
KINDS = {
    "article": (_("an article"), _("Articles")),
    "track": (_("a track"), _("Tracks")),
    "envelope": (_("an envelope"), _("Envelopes")),
    "criterion": (_("a criterion"), _("Criteria")),
    "asked-document": (_("a document to join"), _("Documents to join")),
    "question": (_("a question of the check"), _("Eligibility check: questions")),
    "requirement": (_("a requirement"), _("Eligibility check: requirements")),
    "date": (_("a date"), _("Calendar")),
    "faq": (_("a question and its answer"), _("Questions and answers")),
    "document": (_("a document"), _("Documents to read")),
}
LISTS = {
    "call": _("The call itself"),
    "articles": _("Articles"),
    "tracks": _("Tracks"),
    "envelopes": _("Envelopes"),
    "criteria": _("Criteria"),
    "asked_documents": _("Documents to join"),
    "questions": _("Eligibility check: questions"),
    "requirements": _("Eligibility check: requirements"),
    "dates": _("Calendar"),
    "faqs": _("Questions and answers"),
    "call_documents": _("Documents to read"),
    "form": _("Form"),
}
FIELDS: dict[str, Any] = {
    "amount_cents": _("Amount (euro)"),
    "answer": _("Answer"),
    "applicants": _("Asked of"),
    "article": _("Article of the regulation"),
    "authority": _("Whose rule"),
    "budget_authority": _("Budget: whose figure"),
    "budget_cents": _("Budget (euro)"),
    "budget_rules": _("Which costs count"),
    "cancelled": _("Cancelled"),
    "cap_cents": _("At most (euro)"),
    "choices": _("Possible answers"),
    "closes_hour": _("Closes at (hour)"),
    "closes_on": _("Closes on"),
    "completion_days": _("Days to complete a file, when asked"),
    "contact": _("Contact"),
    "contact_email": _("E-mail for questions"),
    "date": _("Date"),
    "de_facto_min_persons": _("De facto associations: least number of persons"),
    "demonstration": _("Demonstration"),
    "draft_retention_days": _("Days after the close until a draft never deposited is erased"),
    "eligibility": _("Who may apply"),
    "ends_at": _("Ends at (hour)"),
    "form": _("Form"),
    "grace_minutes": _("Minutes left to a draft in use at the hour"),
    "hint": _("Help"),
    "how_to_apply": _("How to apply"),
    "link": _("Address on the web (external)"),
    "minimum_cents": _("At least (euro)"),
    "needs": _("Condition"),
    "opens_hour": _("Opens at (hour)"),
    "opens_on": _("Opens on"),
    "place": _("Place"),
    "purpose": _("What the call is for"),
    "question": _("Question"),
    "reason": _("Reason, for the public notice"),
    "required": _("Required"),
    "sentence": _("For which projects"),
    "share_percent": _("At most this share of the eligible costs (%)"),
    "starts_at": _("Starts at (hour)"),
    "track": _("Track"),
    "weight": _("Weight (points of 100)"),
}
OF_ENVELOPES = {
    "minimum": pgettext_lazy(
        "envelope", "At least {amount} goes to these projects, as far as good ones are deposited."
    ),
    "maximum": pgettext_lazy("envelope", "At most {amount} goes to these projects."),
    "ring-fenced": pgettext_lazy(
        "envelope", "{amount} is for these projects alone: what is left over goes to no other."
    ),
}
ACTS = {
    "calls.keep": _("Call written"),
    "calls.load": _("Call loaded from data files"),
    "calls.clone": _("Call cloned from the one before"),
    "calls.make-from-model": _("Call made from a model"),
    "calls.publish": _("Call published"),
    "calls.amend": _("New version published"),
    "calls.extend": _("Call extended"),
    "calls.note-outage": _("Breakdown at the hour: the end was moved"),
    "calls.cancel": _("Call cancelled"),
    "calls.remove": _("Call in preparation removed"),
    "calls.attach-document": _("Document sent"),
    "calls.send-alerts": _("Subscribers told by e-mail"),
    **TOLD,
}
_KEPT, _REMOVED = _("Line written: {what}"), _("Line removed: {what}")


def act_words(act: str) -> str:
    """An act of this room, as the journal's readers read it."""
    if act in ACTS:
        return str(ACTS[act])
    for start, told in (("calls.keep-", _KEPT), ("calls.remove-", _REMOVED)):
        kind = act.removeprefix(start)
        if kind in KINDS:
            return str(told).format(what=KINDS[kind][0])
    return act


def words_of_field(code: str) -> str:
    """The name of a field of this room."""
    return str(FIELDS[code]) if code in FIELDS else field_name(code)


def words_of_lack(lack: Any) -> str:
    """What is missing or wrong, in words, with the row that it is about."""
    details = dict(lack.details)
    if "language" in details:
        details["field"] = words_of_field(details["field"])
        details["language"] = dict(settings.LANGUAGES)[details["language"]]
    if "cents" in details:
        details["amount"] = format_euros(details["cents"], settings.LANGUAGE_CODE)
    told = str(LACKS[lack.code]).format(**details)
    where = str(LISTS[lack.list])
    row = str(lack.row) if lack.row and lack.list != "call" else ""
    return ", ".join(filter(None, (where, row))) + gettext(": ") + told


class Lacking(tuple[Any, ...]):
    """What a call lacks, in words when shown."""

    __slots__ = ()

    def __str__(self) -> str:
        return " ".join(f"{words_of_lack(lack)}." for lack in self)


class MissingTexts(tuple[tuple[str, str], ...]):
    """Fields (codes) and the language that each lacks, in words when shown."""

    __slots__ = ()

    def __str__(self) -> str:
        names = dict(settings.LANGUAGES)
        return ", ".join(f"{words_of_field(code)} ({names[language]})" for code, language in self)


def envelope_sentence(kind: str, amount: str) -> str:
    """What an envelope of `kind` means for its `amount`, already in words."""
    return str(OF_ENVELOPES[kind]).format(amount=amount)


def moment_words(when: datetime | None) -> str:
    """A day and the hour of the city's clocks; nothing for None."""
    if when is None:
        return ""
    there = timezone.localtime(when)
    said = {"day": day_words(there, weekday=True), "hour": hour_words(there)}
    return gettext("%(day)s at %(hour)s") % said


def hour_words(there: datetime, pattern: str = "%H:%M") -> str:
    """The hour of a moment on the city's clocks; of one that comes twice in October, which of the two."""
    hour = there.strftime(pattern)
    if there.replace(fold=0).utcoffset() == there.replace(fold=1).utcoffset():
        return hour
    return f"{hour}, {get_timezone_name(there, locale=get_language() or 'fr')}"


def clocks_words() -> str:
    """Whose clocks: “local time in Brussels”."""
    reader = get_language() or "fr"
    city = get_timezone_location(settings.TIME_ZONE, locale=reader, return_city=True)
    return gettext("local time in %(city)s") % {"city": city}
