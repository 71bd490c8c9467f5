"""Pages for one person alone travel compressed; files and finished pages are left as they are."""

import gzip

import pytest
from django.http import FileResponse, HttpResponse, HttpResponseNotModified
from django.test import RequestFactory

from jumelage.public.site.middleware.page_cache import PageCache

PAGE = b"<p>Mon brouillon</p>" * 200


def answered(response, encoding="gzip, br"):
    request = RequestFactory().get("/desk/", headers={"accept-encoding": encoding})
    return PageCache(lambda _: response)(request)


def test_a_page_is_compressed_for_those_who_can_read_it():
    answer = answered(HttpResponse(PAGE))
    assert answer["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.content) == PAGE
    assert int(answer["Content-Length"]) == len(answer.content) < len(PAGE) / 4
    assert "Accept-Encoding" in answer["Vary"]
    assert answered(HttpResponse(PAGE), "identity").content == PAGE


@pytest.mark.parametrize(
    "response",
    [
        HttpResponse(PAGE, headers={"Content-Encoding": "br"}),
        HttpResponse(PAGE, content_type="application/pdf"),
        HttpResponseNotModified(),
    ],
)
def test_what_is_packed_or_no_page_is_left_alone(response):
    before = response.content
    assert answered(response).content == before


def test_a_file_keeps_its_length(tmp_path):
    (tmp_path / "a.html").write_bytes(PAGE)
    with (tmp_path / "a.html").open("rb") as file:
        answer = answered(FileResponse(file))
        assert "Content-Encoding" not in answer
        assert b"".join(answer.streaming_content) == PAGE
