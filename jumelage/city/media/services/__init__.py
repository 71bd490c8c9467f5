"""Acts of the room: keeping pictures, videos and subtitles, publishing videos."""
