"""Who enters the desk, and the guard of every staff view."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.cache import never_cache

from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.kernel.register import Register
from jumelage.foundation.registers.choices import Act

View = Callable[..., HttpResponseBase]


def may_enter(user: Any) -> bool:
    """Whether `user` works here: signed in, with an open account and a staff role."""
    return bool(user.is_authenticated and user.is_active and user.is_staff)


def staff_view(*acts: str) -> Callable[[View], View]:
    """Guard a view of the desk: signed-in staff holding one of `acts` ("room.act"); any staff without acts.

    Strangers are led to sign in, others get 403; the second factor is asked by the accounts' middleware.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            user = request.user
            if not may_enter(user) or (acts and not any(may(user, act) for act in acts)):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return never_cache(login_required(guarded))

    return guard


def may_read(user: Any, register: Register) -> bool:
    """Whether `user` may look into the register: all registers, or the one they keep or publish."""
    acts = (Act.READ, register.act, register.publish_act)
    return any(act and may(user, act) for act in acts)
