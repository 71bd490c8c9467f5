"""Who may see and write a dossier, and who asks for it."""

from django.conf import settings
from django.db import models

from jumelage.city.dossiers.choices import Departure, RequestState, Right
from jumelage.city.dossiers.models.dossier import Dossier
from jumelage.city.organisations.models import Organisation


class DossierMember(models.Model):
    """Somebody who signs in and has a right over a dossier, from `since` to `ended_at` (None: today still).

    `checked` is what a clerk saw before appointing them; empty for who was let in by the members.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="dossier_memberships"
    )
    right = models.CharField(max_length=10, choices=Right)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    departure = models.CharField(max_length=12, choices=Departure, blank=True)
    checked = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["since", "id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "user"],
                condition=models.Q(ended_at=None),
                name="dossiers_member_once",
            )
        ]
        indexes = [models.Index(fields=["user", "ended_at"], name="dossiers_member_user")]

    def __str__(self) -> str:
        return str(self.user)


class AccessRequest(models.Model):
    """Somebody asks to be let into the dossier of an organisation, which may not have one yet.

    `because` is written for those who decide; `answer` for the one who asked.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="access_requests"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="access_requests"
    )
    because = models.TextField(max_length=1000, blank=True)
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=RequestState, default=RequestState.OPEN)
    answer = models.TextField(max_length=1000, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    # What the clerk saw before letting somebody in; empty when a member decided.
    checked = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["asked_at", "id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "user"],
                condition=models.Q(state="open"),
                name="dossiers_request_once",
            )
        ]
        indexes = [models.Index(fields=["state", "asked_at"], name="dossiers_requests")]

    def __str__(self) -> str:
        return f"{self.user}, {self.asked_at:%Y-%m-%d}"


class DossierInvitation(models.Model):
    """A manager asks somebody, by e-mail address, into a dossier; whoever signs in with that address may accept it.

    The letter holds no secret: `answered_at` is None until the person accepts or a manager withdraws it.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField()
    right = models.CharField(max_length=10, choices=Right)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["invited_at", "id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "email"],
                condition=models.Q(answered_at=None),
                name="dossiers_invited_once",
            )
        ]
        indexes = [models.Index(fields=["email"], name="dossiers_invited")]

    def __str__(self) -> str:
        return self.email
