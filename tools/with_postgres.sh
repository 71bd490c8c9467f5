#!/usr/bin/env bash
# Run a command with a private PostgreSQL cluster in a temporary folder: tools/with_postgres.sh COMMAND …
# The cluster listens on a socket in that folder only, and goes away with it.
set -euo pipefail
binaries=$(dirname "$(find /usr/lib/postgresql /usr/local -name initdb -type f 2>/dev/null | sort -V | tail -n 1)")
[ -x "$binaries/initdb" ] || { echo "PostgreSQL is not installed (initdb not found)." >&2; exit 1; }
folder=$(mktemp -d)
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
[ "$(id -u)" != 0 ] || chown postgres "$folder"
stop() { as "$binaries/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true; rm -rf "$folder"; }
trap stop EXIT
cd "$folder"
as "$binaries/initdb" -D "$folder/data" -U jumelage -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
as "$binaries/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
  -o "-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=off -c max_connections=60" start >/dev/null
cd - >/dev/null
JUMELAGE_DATABASE="postgres://jumelage@/postgres?host=$folder" "$@"
