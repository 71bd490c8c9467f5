#!/bin/sh
# Bring tables and static files up to date, then serve.
set -eu
jumelage migrate --verbosity 0
jumelage collectstatic --noinput --verbosity 0
exec gunicorn -c deploy/gunicorn.conf.py config.wsgi
