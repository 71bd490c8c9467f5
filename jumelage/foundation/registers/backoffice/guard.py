"""From the name of a register in an address to the register, for those who may."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase

from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.kernel.register import Register
from jumelage.foundation.registers.permissions import may_read, staff_view
from jumelage.foundation.registers.queries.records import record_of
from jumelage.foundation.registers.queries.registry import registers

View = Callable[..., HttpResponseBase]


def register_view(view: View) -> View:
    """Give a view its register instead of the name; 404 for an unknown one, 403 for those who may not read it."""

    @wraps(view)
    def guarded(request: HttpRequest, name: str, **kwargs: Any) -> HttpResponseBase:
        register = next((one for one in registers() if one.name == name), None)
        if register is None:
            raise Http404
        if not may_read(request.user, register):
            raise PermissionDenied
        return view(request, replace(register, viewer=request.user), **kwargs)

    return staff_view()(guarded)


def record_or_404(register: Register, key: str) -> Any:
    """The record, or no page."""
    record = record_of(register, key)
    if record is None:
        raise Http404
    return record


def must(request: HttpRequest, act: str) -> None:
    """Whoever asks holds `act`, or gets 403."""
    if not may(request.user, act):
        raise PermissionDenied
