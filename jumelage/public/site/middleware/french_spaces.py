"""The spaces that French asks for, in every page that visitors read."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import get_language

from jumelage.public.site.rules.french_spaces import bind_french

Answer = Callable[[HttpRequest], HttpResponseBase]


def french_spaces(get_response: Answer) -> Answer:
    """No line of a French page begins with its punctuation; at the desk texts stay as typed, to be compared."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        kind = response.get("Content-Type", "")
        read = kind.startswith("text/html") and not request.path_info.startswith("/desk/")
        if read and isinstance(response, HttpResponse) and get_language() == "fr":
            response.content = bind_french(response.content.decode()).encode()
        return response

    return answer
