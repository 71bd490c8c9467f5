"""Forms and their versions: written, published, loaded; who may, what is refused, what the journal tells."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.questionnaires.choices import Act
from jumelage.foundation.questionnaires.models import Form, FormVersion
from jumelage.foundation.questionnaires.permissions import (
    may_edit_forms,
    may_publish_forms,
    may_read_forms,
)
from jumelage.foundation.questionnaires.queries import forms as queries
from jumelage.foundation.questionnaires.queries.forms import (
    FormUse,
    current_version,
    definition_of,
    form_by_slug,
    mistakes_of,
    tracks_of,
    uses_of,
    working_copy,
)
from jumelage.foundation.questionnaires.rules.definition import Definition
from jumelage.foundation.questionnaires.rules.reading import written
from jumelage.foundation.questionnaires.services.add_form import add_form
from jumelage.foundation.questionnaires.services.change_form import change_form, write_definition
from jumelage.foundation.questionnaires.services.copy_form import copy_form
from jumelage.foundation.questionnaires.services.keep_form import keep_form
from jumelage.foundation.questionnaires.services.publish_form import publish_form
from jumelage.foundation.registers.queries.versions import marks_of
from tests.factories.staff import person
from tests.foundation.questionnaires.forms import form, text, words

pytestmark = pytest.mark.django_db
GOOD, BETTER = form(text("a")), form(text("a"), text("b"))


def acts() -> list[str]:
    return list(Entry.objects.order_by("id").values_list("act", flat=True))


@pytest.fixture
def made() -> Form:
    return add_form("appel", words("appel"), definition=GOOD, actor=None)


def use(monkeypatch: pytest.MonkeyPatch, *uses: FormUse) -> None:
    monkeypatch.setattr(queries, "declared", lambda *_: iter([lambda _form: list(uses), None]))


def test_a_form_is_added_with_its_working_copy(made: Form) -> None:
    copy = working_copy(made)
    assert copy
    assert definition_of(copy) == GOOD
    assert (copy.number, copy.is_published, current_version(made)) == (1, False, None)
    assert str(made) == "appel fr"
    assert str(copy) == "appel fr (1)"
    assert acts() == ["questionnaires.add"]
    with pytest.raises(Refused, match="form-slug-taken"):
        add_form("appel", {}, actor=None)
    empty = add_form("vide", {}, actor=None)
    assert definition_of(empty.versions.get()) == Definition()


@pytest.mark.parametrize("slug", ["Appel", "a b", "", "été", "-a", "a--b"])
def test_a_short_name_is_plain(slug: str) -> None:
    with pytest.raises(Refused, match="form-slug-unfit"):
        add_form(slug, {}, actor=None)


def test_publishing_fixes_a_version(made: Form) -> None:
    clerk = person(Act.PUBLISH)
    first = publish_form(made, actor=clerk)
    assert first.is_published
    assert working_copy(made) is None
    with pytest.raises(Refused, match="form-same"):
        publish_form(made)
    with pytest.raises(Refused, match="form-published-already"):
        write_definition(first, BETTER)
    second = change_form(made, lambda _: BETTER, part="b", actor=clerk)
    assert second.number == 2
    assert publish_form(made, actor=clerk).number == 2
    assert current_version(made) == second
    assert acts() == [
        "questionnaires.add",
        "questionnaires.publish",
        "questionnaires.edit",
        "questionnaires.publish",
    ]
    assert Entry.objects.filter(actor=str(clerk.pk)).count() == 3


def test_a_working_copy_like_the_published_version_is_not_published(made: Form) -> None:
    publish_form(made)
    change_form(made, lambda definition: definition, part="a", actor=None)
    with pytest.raises(Refused, match="form-same"):
        publish_form(made)


def test_a_form_with_mistakes_is_not_published(made: Form, monkeypatch: Any) -> None:
    circle = form(text("a", when={"on": "a", "op": "answered"}), text("b", label={"fr": "B"}))
    change_form(made, lambda _: circle, part="a", actor=None)
    with pytest.raises(Refused) as refused:
        publish_form(made)
    told = refused.value.details["mistakes"]
    assert "one › a – Les conditions tournent en rond : a → a." in told
    assert "one › b – Question : le texte manque en Nederlands." in told
    assert current_version(made) is None


def test_articles_are_looked_for_in_the_regulations_that_use_the_form(
    made: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    cited = form(text("a", article="4"), text("b", article="5"))
    assert mistakes_of(made, cited, languages=["fr"]) == []
    both = frozenset({"4", "5"})
    use(monkeypatch, FormUse(label="x", articles=both), FormUse(label="y"))
    assert mistakes_of(made, cited, languages=["fr"]) == []
    # What a second call does not have, the shared form may not cite.
    use(monkeypatch, FormUse(label="x", articles=both), FormUse(label="z", articles=frozenset("5")))
    assert [m.place for m in mistakes_of(made, cited, languages=["fr"])] == [("one", "a")]
    assert [one.label for one in uses_of(made)] == ["x", "z"]


def test_tracks_are_those_of_the_calls_and_those_that_conditions_name(
    made: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = form(
        text("a", when={"on": "context.track", "op": "eq", "value": "ecm"}),
        text("b", when={"on": "a", "op": "answered"}),
        when={"on": "context.track", "op": "answered"},
    )
    use(monkeypatch, FormUse(label="x", tracks={"coop": "Coopération"}), FormUse(label="y"))
    assert tracks_of(made, asked) == {"ecm": "ecm", "coop": "Coopération"}


def test_two_editors_on_one_part(made: Form) -> None:
    def now(definition: Definition) -> dict[str, str]:
        return {"label": definition.by_code["a"].label["fr"], "codes": ",".join(definition.by_code)}

    opened = marks_of(now(GOOD))
    theirs = form(text("a", label=words("autre")))
    change_form(made, lambda _: theirs, part="a", actor=None)
    mine = {"label": "le mien", "codes": "a"}
    with pytest.raises(Refused) as refused:
        change_form(made, lambda _: BETTER, part="a", actor=None, now=now, base=opened, mine=mine)
    assert (refused.value.code, refused.value.details["theirs"]) == (
        "form-changed",
        {"label": "autre fr"},
    )
    assert definition_of(working_copy(made)) == theirs  # type: ignore[arg-type]
    # The same wish is no clash; nor is a page that was opened after the other's save.
    same = {**mine, "label": "autre fr"}
    change_form(made, lambda _: theirs, part="a", actor=None, now=now, base=opened, mine=same)
    fresh = marks_of(now(theirs))
    change_form(made, lambda _: BETTER, part="a", actor=None, now=now, base=fresh, mine=mine)
    assert definition_of(working_copy(made)) == BETTER  # type: ignore[arg-type]


def test_a_text_that_the_other_took_away_or_added_is_told(made: Form) -> None:
    def now(definition: Definition) -> dict[str, str]:
        return dict.fromkeys(definition.by_code, "x")

    opened = marks_of({"a": "x", "lost": "x"})
    with pytest.raises(Refused) as refused:
        change_form(
            made,
            lambda _: GOOD,
            part="a",
            actor=None,
            now=now,
            base=opened,
            mine={"a": "x", "lost": "x"},
        )
    assert refused.value.details["theirs"] == {"lost": ""}
    with pytest.raises(Refused) as refused:
        change_form(
            made,
            lambda _: GOOD,
            part="a",
            actor=None,
            now=lambda _: {"a": "x", "new": "n"},
            base=marks_of({"a": "x"}),
            mine={"a": "x"},
        )
    assert refused.value.details["theirs"] == {"new": "n"}


def test_what_a_change_refuses_leaves_the_form(made: Form) -> None:
    def refuse(_definition: Definition) -> Definition:
        raise Refused("form-part-gone", code="x")

    with pytest.raises(Refused, match="form-part-gone"):
        change_form(made, refuse, part="x", actor=None)
    assert acts() == ["questionnaires.add"]


def test_one_working_copy_only(made: Form) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        FormVersion.objects.create(form=made, number=9)


def test_a_copy_begins_as_the_form_stands_and_lives_by_itself(made: Form) -> None:
    draft = copy_form(made, slug="appel-2028", title=words("appel 2028"))
    assert (current_version(draft), definition_of(working_copy(draft))) == (None, GOOD)  # type: ignore[arg-type]
    publish_form(made)
    change_form(made, lambda _: BETTER, part="b", actor=None)
    copy = copy_form(made, slug="appel-2028", title=words("appel 2028"))
    assert (copy.slug, copy.title, working_copy(copy)) == (
        "appel-2028-2",
        words("appel 2028"),
        None,
    )
    assert definition_of(current_version(copy)) == GOOD  # type: ignore[arg-type]
    line = Entry.objects.latest("id")
    assert (line.act, line.details["source"]) == ("questionnaires.add", made.pk)
    publish_form(copy, definition=BETTER)
    assert current_version(made).number == 1  # type: ignore[union-attr]
    long = copy_form(made, slug=f"{'a' * 69}-2028", title=words("long"))
    assert long.slug == "a" * 69


def data_file(definition: Definition) -> dict[str, Any]:
    return {"title": words("fichier"), "sections": written(definition)["sections"]}


def test_a_data_file_publishes_once() -> None:
    kept = keep_form("fichier", data_file(GOOD))
    assert (kept.title, [v.number for v in kept.versions.all()]) == (words("fichier"), [1])
    before = Entry.objects.count()
    keep_form("fichier", data_file(GOOD))
    assert Entry.objects.count() == before
    keep_form("fichier", data_file(BETTER))
    assert definition_of(current_version(kept)) == BETTER  # type: ignore[arg-type]
    assert form_by_slug("fichier") == kept


def test_a_data_file_leaves_the_working_copy_of_somebody() -> None:
    kept = keep_form("fichier", data_file(GOOD))
    mine = form(text("a"), text("mine"))
    change_form(kept, lambda _: mine, part="mine", actor=None)
    keep_form("fichier", data_file(BETTER))
    copy, current = working_copy(kept), current_version(kept)
    assert copy
    assert current
    assert (definition_of(copy), copy.number) == (mine, 3)
    assert (definition_of(current), current.number) == (BETTER, 2)


def test_a_data_file_that_cannot_be_published_changes_nothing() -> None:
    with pytest.raises(Refused, match="form-unpublishable"):
        keep_form("fichier", data_file(form(text("a", label={"fr": "A"}))))
    assert not Form.objects.exists()


@pytest.mark.parametrize(
    ("held", "edits", "publishes", "reads"),
    [
        ((), False, False, False),
        ((Act.EDIT,), True, False, True),
        ((Act.PUBLISH,), False, True, True),
    ],
)
def test_who_may(held: tuple[str, ...], edits: bool, publishes: bool, reads: bool) -> None:
    user = person(*held)
    assert (may_edit_forms(user), may_publish_forms(user), may_read_forms(user)) == (
        edits,
        publishes,
        reads,
    )
    assert not may_read_forms(SimpleNamespace(is_active=False))
