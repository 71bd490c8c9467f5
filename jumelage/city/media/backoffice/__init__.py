"""Staff pages of pictures, videos and subtitles."""
