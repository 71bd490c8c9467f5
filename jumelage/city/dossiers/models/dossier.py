"""What an organisation tells of itself, once for every year: read by its members and by clerks alone."""

from django.db import models

from jumelage.city.dossiers.choices import AddressKind, LegalForm, Office
from jumelage.city.organisations.models import Organisation


class Dossier(models.Model):
    """The dossier of an organisation; its enterprise number is an `Identifier` of the organisation.

    `name` is the one of the statutes. `persons_count` is asked of de facto associations only. `version` grows with
    every change of the dossier's own fields, so that two people who write at once are told apart.
    """

    organisation = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, related_name="dossier"
    )
    legal_form = models.CharField(max_length=10, choices=LegalForm)
    name = models.CharField(max_length=200)
    acronym = models.CharField(max_length=30, blank=True)
    purpose = models.TextField(max_length=1500, blank=True)
    founded_year = models.PositiveSmallIntegerField(null=True, blank=True)
    persons_count = models.PositiveIntegerField(null=True, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    website = models.URLField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)
    opened_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    retention_warned_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]
        default_permissions = ()
        indexes = [models.Index(fields=["-changed_at"], name="dossiers_dossier_recent")]

    def __str__(self) -> str:
        return self.name


class Address(models.Model):
    """Where the organisation has its seat, works, or receives its post; one of each kind."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="addresses")
    kind = models.CharField(max_length=10, choices=AddressKind)
    street = models.CharField(max_length=200)
    postal_code = models.CharField(max_length=12)
    town = models.CharField(max_length=100)
    country = models.CharField(max_length=2, default="BE")

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["dossier", "kind"], name="dossiers_address_once")
        ]

    def __str__(self) -> str:
        return f"{self.street}, {self.postal_code} {self.town}"


class BankAccount(models.Model):
    """An account that the organisation may be paid on. `iban` is without spaces; `bank_known` says whether the bank's
    code is in the list of banks (None: no list for this country). One that is closed stays, for what was paid on it.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="accounts")
    iban = models.CharField(max_length=34)
    holder = models.CharField(max_length=140)
    bank_known = models.BooleanField(null=True, blank=True)
    preferred = models.BooleanField(default=False)
    kept_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-preferred", "id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["dossier", "iban"], name="dossiers_account_once"),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=models.Q(preferred=True),
                name="dossiers_account_preferred",
            ),
        ]
        indexes = [models.Index(fields=["iban"], name="dossiers_iban")]

    def __str__(self) -> str:
        return self.iban


class Officer(models.Model):
    """Somebody with a mandate in the organisation. No national number, birth date or private address is ever asked.

    Unlike `Person`, which the staff's registers list, an officer is seen in the dossier only.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="officers")
    name = models.CharField(max_length=120)
    office = models.CharField(max_length=12, choices=Office)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    signs = models.BooleanField(default=False)
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
