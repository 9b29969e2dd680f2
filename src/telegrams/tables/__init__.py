"""A table of records, one in each row → Documents: the public scrape of the archive, or any CSV, JSON Lines, SQLite.

rows → cells by column (`rows`) → which column holds which fact (`columns`) → a document of each row (`record`)
"""
