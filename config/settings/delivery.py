"""How pages reach visitors: the memory of finished pages."""

from config.settings import env

# Whether the nightly look at links may ask other sites.
ASK_OTHER_SITES = env.ASK_OTHER_SITES
# Bytes of finished pages that each server process may keep; 0 keeps none.
PAGE_CACHE_BYTES = 64 * 1024 * 1024
# Finished pages heavier than this are made each time.
PAGE_CACHE_LARGEST_BYTES = 2 * 1024 * 1024
