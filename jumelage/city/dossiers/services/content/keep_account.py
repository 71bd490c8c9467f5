"""Add an account to a dossier, or change its holder."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from jumelage.city.dossiers.models import BankAccount, Dossier
from jumelage.city.dossiers.rules.iban import payee_iban
from jumelage.city.dossiers.rules.national_number import refuse_national_number
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused


def keep_account(
    dossier: Dossier,
    *,
    iban: str,
    holder: str,
    preferred: bool = False,
    number: int | None = None,
    actor: Any,
) -> BankAccount:
    """The account `iban` (as it was typed) in the name of `holder`; `number` is the row that is changed, None adds one.

    The first account, and one that is `preferred`, is the one to be paid on. Another IBAN in a row that stands needs a
    new proof: the proofs of the old one no longer count. Raises Refused("account-twice"), Refused("national-number") or
    what `payee_iban` refuses.
    """
    read = payee_iban(iban)
    refuse_national_number(holder=holder)
    with transaction.atomic():
        kept = Dossier.objects.select_for_update().get(pk=dossier.pk)
        if kept.accounts.filter(iban=read.number, closed_at=None).exclude(pk=number or 0).exists():
            raise Refused("account-twice")
        account = _row(kept, read.number, number)
        new, other = account.pk is None, account.iban != read.number
        account.iban, account.bank_known = read.number, read.bank_known
        account.holder, account.closed_at = holder, None
        alone = not kept.accounts.filter(closed_at=None).exclude(pk=account.pk).exists()
        account.preferred = preferred or alone or account.preferred
        if account.preferred:
            kept.accounts.exclude(pk=account.pk).update(preferred=False)
        account.save()
        if other and not new:
            account.proofs.update(account=None)
        Dossier.objects.filter(pk=kept.pk).update(changed_at=timezone.now())
        write_line("dossiers.keep-account", kept, actor=actor, account=account.pk, new=new)
    return account


def close_account(account: BankAccount, *, actor: Any) -> None:
    """Nothing is paid on `account` from now on; it stays in the dossier. A second time changes nothing."""
    with transaction.atomic():
        kept = Dossier.objects.select_for_update().get(pk=account.dossier_id)
        account.refresh_from_db()
        if account.closed_at:
            return
        account.closed_at, account.preferred = timezone.now(), False
        account.save(update_fields=["closed_at", "preferred"])
        if heir := kept.accounts.filter(closed_at=None).first():
            heir.preferred = True
            heir.save(update_fields=["preferred"])
        Dossier.objects.filter(pk=kept.pk).update(changed_at=timezone.now())
        write_line("dossiers.close-account", kept, actor=actor, account=account.pk)


def _row(dossier: Dossier, iban: str, number: int | None) -> BankAccount:
    """The row to write: the one asked for, one that was closed and comes back, or a new one."""
    found = dossier.accounts.filter(pk=number) if number else dossier.accounts.filter(iban=iban)
    return found.first() or BankAccount(dossier=dossier, kept_at=timezone.now())
