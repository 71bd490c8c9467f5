"""Journeys of people through the site as it is served, in Chromium."""
