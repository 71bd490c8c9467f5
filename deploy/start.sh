#!/bin/sh
# Bring tables, the table of languages and static files up to date, then serve.
set -eu
jumelage migrate --verbosity 0
jumelage note_texts
jumelage collectstatic --noinput --verbosity 0
exec gunicorn -c deploy/gunicorn.conf.py config.wsgi
