"""Being told of calls by e-mail: asking, confirming, ending."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
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


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def alerts(request: HttpRequest) -> HttpResponse:
    """Ask to be told. The answer is the same whether we know the address or not."""
    form = AlertForm(request.POST or None)
    asked = request.method == "POST" and form.is_valid()
    if asked and not form.cleaned_data["website"]:
        language = get_language() or "fr"
        subscribe(form.cleaned_data["email"], language=language, now=timezone.now())
    context = {"form": form, "asked": asked, "trail": [trail_start()]}
    status = UNPROCESSABLE if form.errors else 200
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
            subscription_of(number, token, purpose="confirm", now=now)
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
