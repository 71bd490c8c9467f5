"""The number of the request being answered, so that every line of the log can carry it."""

from contextvars import ContextVar

REQUEST_NUMBER: ContextVar[str] = ContextVar("request_number", default="")
