"""What proves what a dossier says: documents, and what a clerk saw in a register."""

from django.conf import settings
from django.db import models

from jumelage.city.dossiers.choices import DocumentKind, DocumentState, RegisterAnswer
from jumelage.city.dossiers.models.dossier import BankAccount, Dossier


class DossierDocument(models.Model):
    """A document of the organisation. Both days of its validity are included; unknown ones are None.

    `file` is private, under a name that nobody guesses; `name` is the one it came with. `year` is the financial year
    of accounts. `confirmed_on` is the day on which a member last said that it is still valid.
    A document that a newer one replaces stays, for the files that were deposited with it.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="documents")
    kind = models.CharField(max_length=12, choices=DocumentKind)
    account = models.ForeignKey(
        BankAccount, on_delete=models.SET_NULL, null=True, blank=True, related_name="proofs"
    )
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    file = models.FileField(upload_to="dossiers/", max_length=200)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size_bytes = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_on = models.DateField()
    replaced_by = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="replaces"
    )
    state = models.CharField(max_length=10, choices=DocumentState, default=DocumentState.NEW)
    checked_at = models.DateTimeField(null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    remark = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["kind", "-sent_at", "-id"]
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["state", "valid_until"],
                condition=models.Q(replaced_by=None),
                name="dossiers_documents_due",
            )
        ]

    def __str__(self) -> str:
        return self.name


class RegisterCheck(models.Model):
    """What a public register said of the number on a day, and who looked: a valid number proves nothing."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="register_checks")
    number = models.CharField(max_length=10)
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=12, choices=RegisterAnswer)
    name_found = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-on", "-id"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.get_answer_display()} ({self.on})"
