"""Note how the texts stand of records that nobody noted yet: kept before the table was, or before a language was."""

from django.conf import settings
from django.db.models import Count

from jumelage.foundation.audit.queries import history_of
from jumelage.foundation.kernel.register import Register
from jumelage.foundation.registers.models import RecordTexts
from jumelage.foundation.registers.queries.registry import registers
from jumelage.foundation.registers.services.note_texts import note_texts

_BLOCK_ROWS = 500


def note_all_texts() -> tuple[int, int]:
    """Note every record that lacks a language's row, and forget records that are gone; how many of each.

    The same again changes nothing: what was noted stays, with what was seen of it.
    """
    noted = sum(_note(register) for register in registers())
    return noted, _forget_gone()


def _note(register: Register) -> int:
    whole = _noted_whole(register.label)
    records = register.model._default_manager.order_by("pk").iterator(chunk_size=_BLOCK_ROWS)
    missing = [record for record in records if str(record.pk) not in whole]
    for record in missing:
        # As old as its last change: what changes later in one language makes the others outdated.
        last = history_of(record).values_list("pk", flat=True).first()
        note_texts(register, record, act=last or 0)
    return len(missing)


def _noted_whole(label: str) -> set[str]:
    """Keys of the records that have a row in every language."""
    codes = [code for code, _ in settings.LANGUAGES]
    rows = RecordTexts.objects.filter(kind=label, language__in=codes)
    counted = rows.order_by().values("record").annotate(number=Count("pk"))
    return {
        name.partition(":")[2]
        for name, number in counted.values_list("record", "number")
        if number == len(codes)
    }


def _forget_gone() -> int:
    gone: set[str] = set()
    for register in registers():
        rows = RecordTexts.objects.filter(kind=register.label).order_by()
        names = set(rows.values_list("record", flat=True).distinct())
        keys = register.model._default_manager.values_list("pk", flat=True)
        gone |= names - {f"{register.label}:{key}" for key in keys}
    for name in gone:
        RecordTexts.objects.filter(record=name).delete()
    return len(gone)
