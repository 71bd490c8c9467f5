"""Pictures and videos of the city, in words too: alternative texts, subtitles, transcripts.

Used by every room that shows some. It must never show a picture without its words, nor call a third party's player.
"""
