"""PDF → text set for a page (the `print` layout), as people take it out of the archive's PDFs.

The stages, one file each:

    extraction.py   bytes → text: the door; starts the process below with limits, and words its failures as findings
    worker.py       the process: what it reads, what it answers, the limits it sets itself
    pages.py        bytes → glyphs of each page, by PDFium
    rows.py         glyphs → rows of one baseline, blanks between words
    lines.py        rows → lines, with columns and blank lines that keep the look of the page

Native code reads files of unknown origin, so it runs in a process of its own (decision 10). This file imports
nothing: the process must start quickly.
"""
