"""What is logged: JSON lines on the standard error stream, for whatever collects them."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "config.logging.JsonLines"}},
    "handlers": {"stream": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stream"], "level": "WARNING"},
    "loggers": {
        # Its own handlers mail the failure, with everything that the person sent.
        "django": {"handlers": ["stream"], "level": "WARNING", "propagate": False},
        "jumelage": {"level": "INFO"},
    },
}
