"""The application, what is written in it, and who writes."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from jumelage.city.organisations.models import Organisation
from jumelage.foundation.questionnaires.models import FormVersion
from jumelage.programmes.applications.choices import Channel, Right, State
from jumelage.programmes.calls.models import Call, Track

USER = settings.AUTH_USER_MODEL


class Application(models.Model):
    """What one association asks in one call. `key` stands in its address; only a deposit has a number.

    `title` is the project's title as last saved, for lists. `active_at` is the last save or page view by somebody
    who may write, noted up to the call's hour and not after it: the grace period asks for it.
    """

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="applications")
    track = models.ForeignKey(Track, on_delete=models.PROTECT, related_name="applications")
    form_version = models.ForeignKey(
        FormVersion, on_delete=models.PROTECT, related_name="applications"
    )
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="applications"
    )
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.ONLINE)
    language = models.CharField(max_length=10)
    title = models.CharField(max_length=300, blank=True)
    created_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    saved_at = models.DateTimeField(null=True, blank=True)
    active_at = models.DateTimeField(null=True, blank=True)
    retention_warned_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        default_permissions = ()
        indexes = [models.Index(fields=["call", "state", "-id"], name="applications_of_call")]

    def __str__(self) -> str:
        return self.title or str(self.key)[:8]


class Section(models.Model):
    """The answers of one section of the form as they stand; `number` rises by one with each save."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="sections")
    code = models.CharField(max_length=60)
    number = models.PositiveIntegerField(default=0)
    answers = models.JSONField(default=dict)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["application", "code"], name="applications_section_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.application_id} {self.code} {self.number}"


class SectionVersion(models.Model):
    """A section as somebody left it; saves by one person within a few minutes share a row."""

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    answers = models.JSONField(default=dict)
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-number"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["section", "number"], name="applications_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.section_id} {self.number}"


class Conflict(models.Model):
    """Two people, or two windows, changed the same field: `standing` was kept there, `other` came second.

    Both are kept here for good; `chosen` is what somebody settled on.
    """

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="conflicts")
    section = models.CharField(max_length=60)
    field = models.CharField(max_length=60)
    standing = models.JSONField(null=True)
    standing_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    standing_at = models.DateTimeField()
    other = models.JSONField(null=True)
    other_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    other_at = models.DateTimeField()
    chosen = models.JSONField(null=True)
    settled_by = models.ForeignKey(USER, null=True, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.application_id} {self.field}"


class Carry(models.Model):
    """A draft moved along to a new version of its form; `changes` is what its people are shown until `seen_at`."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="carries")
    before = models.ForeignKey(FormVersion, on_delete=models.PROTECT, related_name="+")
    after = models.ForeignKey(FormVersion, on_delete=models.PROTECT, related_name="+")
    changes = models.JSONField(default=list)
    at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.application_id} {self.before_id} {self.after_id}"


class Member(models.Model):
    """Somebody who works on an application. The one in the `lead` invites, removes and hands over."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="applications")
    right = models.CharField(max_length=10, choices=Right)
    lead = models.BooleanField(default=False)
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-lead", "id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["application", "user"], name="applications_member_once"
            ),
            models.UniqueConstraint(
                fields=["application"], condition=Q(lead=True), name="applications_one_lead"
            ),
            models.CheckConstraint(
                condition=Q(lead=False) | Q(right=Right.DEPOSIT), name="applications_lead_deposits"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.right}"


class Invitation(models.Model):
    """A colleague asked to join; the link in the mail is signed and kept nowhere."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="invitations"
    )
    email = models.EmailField()
    right = models.CharField(max_length=10, choices=Right)
    language = models.CharField(max_length=10)
    invited_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    accepted_by = models.ForeignKey(USER, null=True, on_delete=models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.email
