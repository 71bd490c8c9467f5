"""People who sign in and their roles."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils import timezone

from jumelage.foundation.kernel.translated import TranslatedField


class Role(models.Model):
    """A named set of acts, as data: a city may add its own. `acts` are codes such as "accounts.reset-second-factor".

    People in a `staff` role must use a second factor.
    """

    code = models.SlugField(max_length=40, unique=True)
    name = TranslatedField()
    staff = models.BooleanField(default=False)
    acts = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return str(self.name)


class UserManager(BaseUserManager["User"]):
    """Finds and makes people by e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A person; without a password they sign in by a code sent to them."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """Whatever the capitals."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in. The name is how they wish to be called; mails go in `language`."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=10, default=settings.LANGUAGE_CODE)
    roles = models.ManyToManyField(Role, blank=True, related_name="users")
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = UserManager()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        ordering = ["email"]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def is_staff(self) -> bool:
        """Whether one of the roles is a staff role; Wagtail asks for this name."""
        return self.is_superuser or any(role.staff for role in self.roles.all())

    def get_full_name(self) -> str:
        """The name, as the frameworks ask for it."""
        return str(self)


class CacheRow(models.Model):
    """The table behind Django's database cache: rate limits counted once for all server processes."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "cache"
        default_permissions = ()

    def __str__(self) -> str:
        return self.cache_key
