#!/bin/sh
# What runs every night: `nightly.sh` once, or `nightly.sh forever` at 02:30 in a container without cron.
# A command that fails does not hold up the others; the whole then fails, for whoever watches.
set -u
folder=${BACKUPS:-/backups}
kept_days=${BACKUPS_KEPT_DAYS:-30}

night() {
    failed=0
    # Every room's reminders and endings are found by their name.
    rooms=$(jumelage help --commands | grep -E '^(remind|withdraw)_')
    for command in audit_verify check_links clearsessions "prune_db_task_results --min-age-days 14" note_texts $rooms; do
        # shellcheck disable=SC2086
        jumelage $command || { echo "nightly: $command failed" >&2; failed=1; }
    done
    file=$folder/jumelage-$(date +%Y-%m-%d).backup
    rm -f "$file"
    if jumelage backup "$file"; then
        find "$folder" -maxdepth 1 -name 'jumelage-*.backup' -mtime "+$kept_days" -delete
    else
        echo "nightly: backup failed; no older one was removed" >&2
        failed=1
    fi
    return $failed
}

if [ "${1:-}" != forever ]; then
    night
    exit
fi
while :; do
    sleep $(( ($(date -d 'tomorrow 02:30' +%s) - $(date +%s)) % 86400 + 1 ))
    night || :
done
