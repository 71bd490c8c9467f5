"""Being told of calls by e-mail: asking, confirming, ending."""

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.programmes.calls.forms.public import AlertForm
from jumelage.programmes.calls.queries.alerts import subscription_of
from jumelage.programmes.calls.queries.page import trail_start
from jumelage.programmes.calls.services.alerts.confirm_subscription import confirm_subscription
from jumelage.programmes.calls.services.alerts.subscribe import subscribe
from jumelage.programmes.calls.services.alerts.unsubscribe import unsubscribe

UNPROCESSABLE = 422
GONE = 410
TOO_MANY = 429
# Each request writes to an address that anybody may type: counted by connection, in the cache of all processes.
LIMIT = {"call_alerts": "10/h/ip"}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def alerts(request: HttpRequest) -> HttpResponse:
    """Ask to be told. The answer is the same whether we know the address or not."""
    form = AlertForm(request.POST or None)
    asked = request.method == "POST" and form.is_valid()
    status = 200 if asked or not form.errors else UNPROCESSABLE
    if asked and not ratelimit.consume(request, app="calls", action="call_alerts", config=LIMIT):
        form.add_error(
            None, gettext("Too many requests came from here. Wait an hour, then ask again.")
        )
        asked, status = False, TOO_MANY
    if asked and not form.cleaned_data["website"]:
        language = get_language() or "fr"
        subscribe(form.cleaned_data["email"], language=language, now=timezone.now())
    context = {"form": form, "asked": asked, "trail": [trail_start()]}
    return render(request, "calls/public/alerts.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, number: int, token: str) -> HttpResponse:
    """Confirm by a button: programs that only look at links of mails confirm nothing."""
    now = timezone.now()
    context = {"trail": [trail_start()], "act": "confirm", "done": request.method == "POST"}
    try:
        if request.method == "POST":
            confirm_subscription(number, token, now=now)
        else:
            found = subscription_of(number, token, purpose="confirm", now=now)
            # A link that was used says what it did, instead of asking again.
            context["done"] = found.confirmed_at is not None
    except Refused as refusal:
        context |= {"refused": sentence(refusal), "done": False}
        return render(request, "calls/public/alert-act.html", context, status=GONE)
    return render(request, "calls/public/alert-act.html", context)


# Mail programs post here by themselves (RFC 8058): the token of the address is what counts.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, number: int, token: str) -> HttpResponse:
    """End a subscription; the answer tells nobody whether there was one."""
    if request.method == "POST":
        unsubscribe(number, token, now=timezone.now())
    context = {"trail": [trail_start()], "act": "end", "done": request.method == "POST"}
    return render(request, "calls/public/alert-act.html", context)
