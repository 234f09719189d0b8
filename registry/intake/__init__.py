"""The world coming in: pages and files become text and facts about it. Nothing here opens a connection."""
