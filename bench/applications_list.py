"""5,000 applications in one call: the clerk's list, the likely doubles of one file, and the weight of a step of the form.

    python -m bench.applications_list [--count 5000] [--folder FOLDER]

The first ones are deposited by the services; the rest are rows put in with their own texts, accounts, people and fingerprints.
The bounds: list ≤ 12 queries and ≤ 100 ms of CPU; doubles ≤ 200 ms of CPU; first view of a step ≤ 75 kB, all included.
"""

import argparse
import gzip
import json
import os
import re
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from bench.crowd import applicants
from bench.crowd.serving import ROOT, site

BY_SERVICES, ROUNDS, BATCH = 20, 15, 500
QUERIES, LIST_MS, DOUBLES_MS, STEP_BYTES = 12, 100, 200, 75_000
_ASSET = re.compile(rb'(?:href|src)="(/static/[^"#]+)')
_IMPORT = re.compile(rb'(?:from|import)\s*"(\./[^"]+)"')


def fill(count: int) -> None:
    """Applications of the call up to `count`."""
    from django.db import connection
    from django.utils import timezone

    from jumelage.programmes.applications.models import Application, Deposit
    from jumelage.programmes.intake.services.make_fictional import make_fictional_application

    call, now = applicants.the_call(), timezone.now()
    if Application.objects.filter(call=call).count() >= count:
        return
    for number in range(1, BY_SERVICES + 1):
        make_fictional_application(call, number, now=now)
    models = list(Deposit.objects.select_related("application__organisation__dossier"))
    for first in range(BY_SERVICES + 1, count + 1, BATCH):
        _copy(models, range(first, min(first + BATCH, count + 1)))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _copy(models: list[Any], numbers: range) -> None:
    """One application for each number, after one that the services made, with contents of its own."""
    from jumelage.programmes.applications.models import Application, Deposit, Fingerprint
    from jumelage.programmes.applications.rules.content import canonical, digest_of
    from jumelage.programmes.intake.queries.marks import fingerprints_in

    organisations, dossiers, made, deposits, prints = [], [], [], [], []
    for number in numbers:
        model = models[number % len(models)]
        content = _content(model, number)
        dossier = _dossier(model, number, name=content["organisation"]["name"])
        application = _fresh(Application, model.application, organisation=dossier.organisation)
        application.title = content["answers"]["title"]
        text = canonical(content)
        year = f"{model.year}-{90_000 + number}"
        deposit = _fresh(Deposit, model, application=application, number=year, content=text)
        deposit.sequence, deposit.key, deposit.sha256 = (
            90_000 + number,
            str(number),
            digest_of(text),
        )
        found = fingerprints_in(content)
        prints += [Fingerprint(application=application, kind=k, value=v) for k, v in found]
        organisations.append(dossier.organisation)
        dossiers.append(dossier)
        made.append(application)
        deposits.append(deposit)
    for rows in (organisations, dossiers, made, deposits, prints):
        rows[0].__class__._default_manager.bulk_create(rows)


def _dossier(model: Any, number: int, *, name: str) -> Any:
    """The dossier of a new organisation, neither of them kept yet, after that of who deposited `model`."""
    from jumelage.city.dossiers.models import Dossier
    from jumelage.city.organisations.models import Organisation

    old = model.application.organisation.dossier
    return Dossier(
        organisation=Organisation(
            slug=f"bench-{number}", name={"fr": name}, country="BE", published=False
        ),
        legal_form=old.legal_form,
        name=name,
        opened_at=old.opened_at,
        changed_at=old.changed_at,
    )


def _fresh(kind: Any, model: Any, **values: Any) -> Any:
    """A row like `model`, not kept yet, with other values."""
    names = [
        field.attname for field in kind._meta.concrete_fields if field.name not in {"id", "key"}
    ]
    row = kind(**{name: getattr(model, name) for name in names if name not in values})
    for name, value in values.items():
        setattr(row, name, value)
    return row


def _content(model: Any, number: int) -> dict[str, Any]:
    """What the applicant of that number would have deposited; one in ten shares something with the one before."""
    from jumelage.foundation.questionnaires.queries.forms import definition_of
    from jumelage.programmes.intake.rules import fiction
    from jumelage.programmes.intake.rules.fiction_answers import Answerer

    content: dict[str, Any] = json.loads(model.content)
    who = replace(fiction.applicant(number), language=content["language"])
    held = content["organisation"]
    held |= {"name": who.name, "enterprise_number": who.enterprise_number, "organisation": -number}
    held["account"] = {**(held["account"] or {}), "iban": who.iban}
    for officer, name in zip(held["officers"], who.people, strict=False):
        officer["name"] = name
    for address in held["addresses"]:
        address["street"] = who.street
    writer = Answerer(
        number=number, text_number=who.text_number, language=who.language,
        year=model.year, ask_cents=400_000,
    )  # fmt: skip
    fields = definition_of(model.form_version).by_code
    for code in content["answers"]:
        answer = writer.answer(fields[code])
        content["answers"][code] = content["answers"][code] if answer is None else answer
    return content


def clerk() -> Any:
    """A browser in which somebody who handles applications is signed in."""
    from allauth.mfa.models import Authenticator
    from django.test import Client

    from jumelage.foundation.accounts.models import Role, User
    from jumelage.programmes.applications.choices import Act

    acts = [Act.READ, Act.READ_ACCOUNTS, Act.HANDLE]
    role, _ = Role.objects.get_or_create(
        code="bench", defaults={"name": {"fr": "Essai"}, "staff": True, "acts": acts}
    )
    user, new = User.objects.get_or_create(
        email="bench@jumelage.example", defaults={"name": "Essai", "language": "fr"}
    )
    if new:
        user.roles.add(role)
        Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "x"})
    client = Client(headers={"host": "localhost"})
    client.force_login(user, backend="jumelage.foundation.accounts.adapters.StaffBackend")
    return client


def cost(client: Any, path: str) -> tuple[int, float]:
    """Queries of a page and its median CPU, in milliseconds."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200, path
    queries, times = len(asked), []
    for _ in range(ROUNDS):
        start = process_time()
        client.get(path)
        times.append((process_time() - start) * 1000)
    return queries, median(times)


def weight(folder: Path) -> int:
    """Bytes of the first view of each step of a form as a browser loads it: the page, styles, scripts, fonts, pictures."""
    from django.test import Client

    from jumelage.programmes.applications.models import Application

    draft = Application.objects.filter(state="draft").first()
    client = Client(headers={"host": "localhost", "accept-encoding": "gzip, deflate, br"})
    client.force_login(
        draft.created_by, backend="jumelage.foundation.accounts.adapters.StaffBackend"
    )
    heaviest = 0
    for section in draft.form_version.definition["sections"]:
        page = client.get(applicants.address("application-section", draft.key, section["code"]))
        body = page.content
        packed = page.headers.get("Content-Encoding")
        text = gzip.decompress(body) if packed == "gzip" else body
        names = {name.decode() for name in _ASSET.findall(text)}
        rest = sum(_sent(folder, name) for name in _with_imports(folder, names))
        print(
            f"  step {section['code']:<8} {len(body) + rest:>6} bytes: page {len(body)}"
            f" ({packed or 'not compressed'}; {len(text)}), {len(names)} files {rest}"
        )
        heaviest = max(heaviest, len(body) + rest)
    return heaviest


def _with_imports(folder: Path, names: set[str]) -> set[str]:
    """The files and, again and again, the modules that they import."""
    found, new = set(names), set(names)
    while new:
        texts = {name: (folder / name.lstrip("/")).read_bytes() for name in new if ".js" in name}
        inner = {
            str(Path(name).parent / one.decode())
            for name, text in texts.items()
            for one in _IMPORT.findall(text)
        }
        new = {os.path.normpath(one) for one in inner} - found
        found |= new
    return found


def _sent(folder: Path, name: str) -> int:
    """The bytes of a static file as they travel: compressed, where a compressed one is kept."""
    file = folder / name.lstrip("/")
    kept = [file, *(file.with_name(f"{file.name}.{ending}") for ending in ("br", "gz"))]
    return min(one.stat().st_size for one in kept if one.exists())


def measure(folder: Path, count: int) -> int:
    """1 when a bound is broken."""
    from django.urls import reverse
    from django.utils import timezone

    from jumelage.programmes.applications.models import Application
    from jumelage.programmes.intake.services.make_fictional import make_fictional_application

    fill(count)
    if not Application.objects.filter(state="draft").exists():
        make_fictional_application(
            applicants.the_call(), 900_000, now=timezone.now(), deposit=False, twins=False
        )
    client, broken = clerk(), 0
    listed = f"{reverse('desk-applications')}?call=2027"
    for path in (listed, f"{listed}&text=jardin", f"{listed}&sort=name&page=40"):
        asked, spent = cost(client, path)
        broken |= asked > QUERIES or spent > LIST_MS
        print(f"  {path}: {asked} queries (≤ {QUERIES}), {spent:.0f} ms CPU (≤ {LIST_MS})")
    deposited = Application.objects.filter(state="deposited").order_by("pk")
    for one in (deposited[5], deposited[count // 2], deposited[count - 2]):
        path = reverse("desk-application-doubles", args=[one.key])
        asked, spent = cost(client, path)
        broken |= spent > DOUBLES_MS
        print(f"  doubles of {one.pk}: {asked} queries, {spent:.0f} ms CPU (≤ {DOUBLES_MS})")
    return int(broken) | int(weight(folder) > STEP_BYTES)


def main() -> int:
    reader = argparse.ArgumentParser()
    reader.add_argument("--count", type=int, default=5_000)
    reader.add_argument("--folder", default="")
    given = reader.parse_args()
    with tempfile.TemporaryDirectory(prefix="jumelage-bench-") as temporary:
        folder = Path(given.folder or temporary).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        site(str(folder), 8393, "migrate", "-v0")
        if not (folder / "loaded").exists():
            site(str(folder), 8393, "load", "demo/brussels")
            (folder / "loaded").touch()
        site(str(folder), 8393, "collectstatic", "--noinput", "-v0")
        applicants.begin(str(folder))
        return measure(folder, given.count)


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
