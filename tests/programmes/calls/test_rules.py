"""States at the second, conditions, the eligibility check, changes, envelopes."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.calls.rules.changes import (
    Piece,
    changes,
    differs_in,
    pieces,
    texts_by_language,
)
from jumelage.programmes.calls.rules.conditions import comparisons, read_condition
from jumelage.programmes.calls.rules.eligibility import (
    Asked,
    Needed,
    readable_answers,
    slips,
    verdicts,
)
from jumelage.programmes.calls.rules.envelopes import (
    Reserved,
    excess_cents,
    reserved_cents,
    weights_off,
)
from jumelage.programmes.calls.rules.reasons import check_reason
from jumelage.programmes.calls.rules.states import (
    Facts,
    check_hours,
    check_new_end,
    is_outage_news,
    moment_of,
    state_at,
)

ZONE = "Europe/Brussels"


def facts(**more) -> Facts:
    return Facts(
        **{
            "published": True,
            "cancelled": False,
            "opens_on": PartialDate(2027, 2, 1),
            "opens_hour": None,
            "closes_on": PartialDate(2027, 4, 1),
            "closes_hour": time(16),
            "zone": ZONE,
            **more,
        }
    )


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(ZONE))


@pytest.mark.parametrize(
    ("more", "now", "state"),
    [
        ({"published": False}, "2027-03-01T12:00", "draft"),
        ({"cancelled": True}, "2027-03-01T12:00", "cancelled"),
        ({}, "2027-01-31T23:59:59", "coming"),
        ({}, "2027-02-01T00:00", "open"),
        ({"opens_hour": time(9)}, "2027-02-01T08:59:59", "coming"),
        ({"opens_hour": time(9)}, "2027-02-01T09:00", "open"),
        ({}, "2027-04-01T16:00:00", "open"),
        ({}, "2027-04-01T16:00:01", "closed"),
        ({"closes_hour": None}, "2027-04-01T23:59:59", "open"),
        ({"closes_hour": None}, "2027-04-02T00:00", "closed"),
        ({"closes_on": PartialDate(2027, 4), "closes_hour": None}, "2027-04-30T23:00", "open"),
        ({"closes_on": PartialDate(2027, 4), "closes_hour": None}, "2027-05-01T00:00", "closed"),
        ({"closes_on": None, "closes_hour": None}, "2030-01-01T00:00", "open"),
        ({"opens_on": None}, "2020-01-01T00:00", "open"),
    ],
)
def test_where_a_call_stands(more: dict, now: str, state: str) -> None:
    assert state_at(facts(**more), now=at(now)) == state


@pytest.mark.parametrize(
    ("day", "hour", "utc"),
    [
        # The last day of winter time and the first of summer time: one hour apart in UTC.
        (PartialDate(2027, 3, 27), time(16), datetime(2027, 3, 27, 15, tzinfo=UTC)),
        (PartialDate(2027, 3, 28), time(16), datetime(2027, 3, 28, 14, tzinfo=UTC)),
        # 02:30 comes twice on 31 October: the second, so that nobody loses an hour.
        (PartialDate(2027, 10, 31), time(2, 30), datetime(2027, 10, 31, 1, 30, tzinfo=UTC)),
        (PartialDate(2027, 10, 31), None, None),
    ],
)
def test_hours_are_those_of_the_citys_clocks(day, hour, utc) -> None:
    assert moment_of(day, hour, zone=ZONE) == utc


def test_a_call_closes_right_in_the_night_when_clocks_go_back() -> None:
    closing = facts(closes_on=PartialDate(2027, 10, 31), closes_hour=time(2, 30))
    assert state_at(closing, now=datetime(2027, 10, 31, 0, 31, tzinfo=UTC)) == "open"
    assert state_at(closing, now=datetime(2027, 10, 31, 1, 30, tzinfo=UTC)) == "open"
    assert state_at(closing, now=datetime(2027, 10, 31, 1, 30, 1, tzinfo=UTC)) == "closed"


@pytest.mark.parametrize(
    ("day", "hour", "code"),
    [
        (PartialDate(2027, 3, 28), time(2, 30), "call-hour-not-existing"),
        (PartialDate(2027, 3), time(16), "call-hour-without-day"),
        (None, time(16), "call-hour-without-day"),
    ],
)
def test_impossible_hours_are_refused(day, hour, code: str) -> None:
    with pytest.raises(Refused) as caught:
        moment_of(day, hour, zone=ZONE)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "more",
    [
        {"closes_on": PartialDate(2027, 1, 31)},
        {"closes_on": PartialDate(2027, 2, 1), "opens_hour": time(16)},
    ],
)
def test_a_call_does_not_close_before_it_opens(more: dict) -> None:
    with pytest.raises(Refused) as caught:
        facts(**more).check()
    assert caught.value.code == "call-reversed"
    facts().check()
    facts(opens_on=None).check()


def test_hours_of_a_date_come_in_order() -> None:
    day = PartialDate(2027, 3, 1)
    check_hours(day, (time(18), time(19)), zone=ZONE)
    check_hours(day, (None, None), zone=ZONE)
    for hours in ((None, time(19)), (time(19), time(18))):
        with pytest.raises(Refused) as caught:
            check_hours(day, hours, zone=ZONE)
        assert caught.value.code == "call-hours-reversed"


@pytest.mark.parametrize(
    ("moment", "now", "outage", "code"),
    [
        (None, "2027-03-01T12:00", False, "extension-not-later"),
        ("2027-04-01T16:00", "2027-03-01T12:00", False, "extension-not-later"),
        ("2027-04-02T16:00", "2027-04-02T17:00", True, "extension-not-later"),
        ("2027-04-08T16:00", "2027-04-04T16:00:01", True, "outage-too-late"),
    ],
)
def test_a_new_end_that_is_refused(moment, now: str, outage: bool, code: str) -> None:
    with pytest.raises(Refused) as caught:
        check_new_end(facts(), at(moment) if moment else None, now=at(now), outage=outage)
    assert caught.value.code == code


def test_a_new_end_that_is_accepted() -> None:
    check_new_end(facts(), at("2027-04-02T16:00"), now=at("2027-03-01T12:00"))
    check_new_end(facts(), at("2027-04-02T16:00"), now=at("2027-04-01T16:30"), outage=True)
    unknown = facts(closes_on=None, closes_hour=None)
    check_new_end(unknown, at("2027-04-02T16:00"), now=at("2027-03-01T12:00"), outage=True)


def test_a_day_without_its_hour_ends_at_midnight() -> None:
    known = facts(closes_hour=None)
    with pytest.raises(Refused, match="extension-not-later"):
        check_new_end(known, at("2027-04-01T16:00"), now=at("2027-03-01T12:00"))
    check_new_end(known, at("2027-04-02T16:00"), now=at("2027-03-01T12:00"))
    assert is_outage_news(known, now=at("2027-04-05T00:00"))
    assert not is_outage_news(known, now=at("2027-04-05T00:00:01"))


@pytest.mark.parametrize(
    ("text", "answers", "holds"),
    [
        ("kind = asbl", {"kind": "asbl"}, True),
        ("kind = asbl", {"kind": "ngo"}, False),
        ("kind = asbl", {}, None),
        ("kind != asbl", {"kind": "ngo"}, True),
        ("kind in asbl, ngo", {"kind": "ngo"}, True),
        ("persons >= 3", {"persons": "3"}, True),
        ("persons > 3", {"persons": "3"}, False),
        ("persons <= 3", {"persons": "4"}, False),
        ("persons < 3", {"persons": "2"}, True),
        ("persons >= 3", {"persons": "three"}, None),
        ("not kind = de-facto or persons >= 3", {"kind": "asbl"}, True),
        ("not kind = de-facto or persons >= 3", {"kind": "de-facto"}, None),
        ("not kind = de-facto or persons >= 3", {"kind": "de-facto", "persons": "2"}, False),
        ("kind = asbl and seat = here", {"kind": "ngo"}, False),
        ("kind = asbl and seat = here", {"kind": "asbl"}, None),
        ("kind = asbl and seat = here", {"kind": "asbl", "seat": "here"}, True),
        ("kind = a or kind = b", {"kind": "c"}, False),
        ("(kind = a or kind = b) and seat = here", {"kind": "b", "seat": "here"}, True),
        ("not kind = a", {}, None),
    ],
)
def test_conditions_hold_fail_or_stay_open(text: str, answers: dict, holds) -> None:
    assert read_condition(text).holds(answers) is holds


@pytest.mark.parametrize(
    ("text", "at_"),
    [
        ("", "…"),
        ("kind", "…"),
        ("kind ~ asbl", "~ asbl"),
        ("kind asbl", "asbl"),
        ("kind = ", "…"),
        ("kind = and", "and"),
        ("kind in asbl,", "…"),
        ("(kind = asbl", "…"),
        ("kind = asbl seat = here", "seat = here"),
        ("persons >= three", "three"),
        ("= asbl", "= asbl"),
    ],
)
def test_an_unreadable_condition_is_refused_with_its_place(text: str, at_: str) -> None:
    with pytest.raises(Refused) as caught:
        read_condition(text)
    assert caught.value.code == "condition-unreadable"
    assert caught.value.details == {"condition": text, "at": at_}


def test_every_comparison_of_a_condition_is_known() -> None:
    found = comparisons(read_condition("not a = b and (c in d, e or f >= 2)"))
    assert [(one.on, one.values) for one in found] == [
        ("a", ("b",)),
        ("c", ("d", "e")),
        ("f", ("2",)),
    ]


ASKED = [Asked(code="kind", choices=("asbl", "ngo")), Asked(code="persons")]


def test_a_verdict_for_each_track_with_its_reasons() -> None:
    needed = [
        Needed(code="who", needs="kind in asbl, ngo", article="3"),
        Needed(code="many", needs="persons >= 3", track="b", article="4"),
    ]
    first, second = verdicts(["a", "b"], needed, {"kind": "asbl"})
    assert (first.outcome, second.outcome) == ("yes", "unsure")
    assert [reason.met for reason in second.reasons] == [True, None]
    assert verdicts(["b"], needed, {"kind": "other"})[0].outcome == "no"
    assert verdicts(["a"], [], {})[0].outcome == "yes"


@pytest.mark.parametrize(
    ("given", "met"),
    [
        ({"kind": "asbl"}, []),
        ({"kind": "asbl", "persons": "2"}, []),
        ({"kind": "de-facto", "persons": "3"}, [True]),
        ({"kind": "de-facto", "persons": "2"}, [False]),
        ({"kind": "de-facto"}, [None]),
        ({}, [None]),
    ],
)
def test_a_requirement_is_a_reason_only_for_those_whom_it_concerns(
    given: dict[str, str], met: list[bool | None]
) -> None:
    needed = [Needed(code="many", needs="not kind = de-facto or persons >= 3", article="3")]
    (verdict,) = verdicts(["a"], needed, given)
    assert [reason.met for reason in verdict.reasons] == met
    assert verdict.outcome == {True: "yes", False: "no", None: "unsure"}[met[0] if met else True]


@pytest.mark.parametrize(
    "needs", ["not seat = abroad", "seat = here or not seat = abroad", "(not seat = abroad)"]
)
def test_any_other_requirement_is_told_as_met(needs: str) -> None:
    (verdict,) = verdicts(["a"], [Needed(code="seat", needs=needs)], {"seat": "here"})
    assert [reason.met for reason in verdict.reasons] == [True]


def test_only_possible_answers_count() -> None:
    given_ = {"kind": "asbl", "persons": " 3 ", "other": "x"}
    assert readable_answers(ASKED, given_) == {"kind": "asbl", "persons": "3"}
    assert readable_answers(ASKED, {"kind": "no", "persons": "many"}) == {}
    assert readable_answers(ASKED, {"persons": "1" * 5000}) == {}


@pytest.mark.parametrize(
    ("needs", "code"),
    [
        ("kind ~", "condition-unreadable"),
        ("seat = here", "question-unknown"),
        ("kind = school", "answer-unknown"),
        ("kind >= 3", "answer-no-number"),
    ],
)
def test_a_mistake_in_the_check_is_found_with_its_place(needs: str, code: str) -> None:
    (slip,) = slips(ASKED, [Needed(code="who", needs=needs)], [])
    assert (slip.at, slip.code) == ("who", code)


def test_unknown_articles_and_too_many_questions_are_mistakes() -> None:
    needed = [Needed(code="who", needs="kind = asbl and persons = 3", article="9")]
    (slip,) = slips(ASKED, needed, ["1"])
    assert (slip.code, dict(slip.details)) == ("article-unknown", {"article": "9"})
    assert slips(ASKED, needed, ["9"]) == []
    nine = [Asked(code=f"q{number}") for number in range(9)]
    assert [slip.code for slip in slips(nine, [], [])] == ["too-many-questions"]


def row(number: int, **more) -> dict:
    return {"id": number, "order": number, "number": str(number), "title": {"fr": "T"}, **more}


def test_changes_are_told_row_by_row() -> None:
    before = {"call": {"budget_cents": 1, "summary": {}}, "articles": [row(1, text="a"), row(2)]}
    after = {
        "call": {"budget_cents": 2, "summary": None},
        "articles": [row(1, text="b", order=9), row(3)],
        "tracks": [],
    }
    found = changes(before, after)
    assert [(one["list"], one["kind"], one["number"]) for one in found] == [
        ("call", "changed", ""),
        ("articles", "changed", "1"),
        ("articles", "added", "3"),
        ("articles", "removed", "2"),
    ]
    assert found[0]["fields"] == [{"name": "budget_cents", "before": 1, "after": 2}]
    assert found[1]["fields"] == [{"name": "text", "before": "a", "after": "b"}]
    assert changes(after, after) == []


def test_a_track_is_told_by_its_title() -> None:
    tracks = [row(1, title={"fr": "Un"}), row(2, title={"fr": "Deux"})]
    before = {"call": {}, "tracks": tracks, "criteria": [row(7, track_id=1), row(9, track_id=2)]}
    after = {"call": {}, "tracks": tracks, "criteria": [row(7, track_id=None), row(8, track_id=2)]}
    told = [
        (one["kind"], field["before"], field["after"])
        for one in changes(before, after)
        for field in one["fields"]
        if field["name"] == "track"
    ]
    assert told == [
        ("changed", {"fr": "Un"}, None),
        ("added", "", {"fr": "Deux"}),
        ("removed", {"fr": "Deux"}, ""),
    ]


def test_texts_are_compared_language_by_language() -> None:
    assert texts_by_language({"fr": "Un"}) == {"fr": "Un"}
    answers = [
        {"code": "a", "text": {"fr": "Oui", "nl": "Ja"}},
        {"code": "b", "text": {"fr": "Non"}},
    ]
    assert texts_by_language(answers) == {"fr": "Oui, Non", "nl": "Ja, "}
    assert texts_by_language(["asbl"]) == texts_by_language(None) == texts_by_language(8) == {}
    before, after = {"fr": "Un", "nl": "Een"}, {"fr": "Deux", "nl": "Een", "en": ""}
    assert differs_in(before, after, ["en", "nl", "fr"]) == "fr"
    assert differs_in(before, before, ["nl", "fr"]) == "nl"
    assert differs_in(before, {"fr": "Deux"}, ["nl", "fr"]) == "fr"
    assert (
        differs_in(before, {"fr": "Un"}, ["fr", "nl"])
        == differs_in(before, {}, ["nl", "fr"])
        == "nl"
    )


def test_words_that_went_and_came() -> None:
    assert pieces("at most 8 000 euros", "at most 9 000 euros") == [
        Piece("same", "at most"),
        Piece("out", "8"),
        Piece("in", "9"),
        Piece("same", "000 euros"),
    ]
    assert pieces("a b", "a") == [Piece("same", "a"), Piece("out", "b")]


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_pieces_give_both_texts_back(one: list[str], other: list[str]) -> None:
    before, after = " ".join(one), " ".join(other)
    found = pieces(before, after)
    assert " ".join(piece.words for piece in found if piece.kind != "in") == before
    assert " ".join(piece.words for piece in found if piece.kind != "out") == after


def test_what_envelopes_reserve() -> None:
    some = [
        Reserved(kind="minimum", amount_cents=60),
        Reserved(kind="ring-fenced", amount_cents=30),
        Reserved(kind="maximum", amount_cents=100),
    ]
    assert reserved_cents(some) == 90
    assert excess_cents(some, 100) == 0
    assert excess_cents(some, 80) == 20
    assert excess_cents(some, None) == 0
    assert excess_cents([], 10) == 0


def test_weights_that_are_not_100() -> None:
    assert weights_off({"a": [60, 40], "b": [60, 30], "c": [60, None], "d": []}) == {"b": 90}


def test_a_reason_is_needed_in_the_languages_of_the_law() -> None:
    check_reason({"fr": "Panne", "nl": "Storing"}, required=["fr", "nl"])
    for reason in (None, {"fr": "Panne", "nl": " "}):
        with pytest.raises(Refused) as caught:
            check_reason(reason, required=["fr", "nl"])
        assert caught.value.code == "reason-missing"
        assert "nl" in caught.value.details["languages"]
