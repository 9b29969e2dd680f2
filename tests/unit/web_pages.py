"""A page of a record with the marks of the archive's pages, in words of our own."""

TEXT = """
<p>Dear Comrade <em>Ek</em>,</p>
<div>I got your letter of&nbsp;28 April<sup>1</sup>.<br>It was <b> long </b>.</div>
<h3>On tin</h3>
<ul><li>ore</li><li><p>coal</p><p>and <a href="https://x.org/a">more</a></p></li></ul>
<ol start="3"><li>third</li><li>fourth</li></ol>
<blockquote>No.</blockquote>
<table><thead><tr><th>Ore</th><th>Tons</th></tr></thead><tbody><tr><td>tin</td><td>3</td></tr></tbody></table>
<script>var x = "never";</script>
<p>Ada Berg</p>
"""


def page(
    text: str = TEXT, head: str = '<link rel="canonical" href="https://digitalarchive.wilsoncenter.org/document/4711">'
) -> bytes:
    """The page as a browser saves it."""
    return f"""<!DOCTYPE html>
<!-- saved from url=(0053)https://digitalarchive.wilsoncenter.org/document/4711 -->
<html lang="en"><head><meta charset="utf-8"><title>Letter | Digital Archive</title>{head}<style>.x {{}}</style></head>
<body><nav><a href="/">Home</a></nav>
<main><p class="date">May 3, 1951</p><h1 class="title big">Letter from Ada Berg to Bo Ek</h1>
<p class="donated">This document was made possible with support from the Tin Fund</p>
<ul class="tabs"><li>English</li><li>Russian</li></ul>
<div class="tab-pane active">{text}</div>
<div class="tab-pane"><p>Дорогой товарищ Эк</p></div>
<div class="text-block"><p>Berg thanks Ek.</p><p>She asks for ore.</p></div>
<h2 class="title">Author(s):</h2><ul><li class="pill"><div class="name"><span>Berg, Ada</span></div></li></ul>
<h2 class="title">Associated Places</h2>
<ul><li class="pill"><a class="name"><span>Tin Oblast</span></a></li>
<li class="pill"><a class="name"><span>Ruritania</span></a></li></ul>
<h2 class="title">Related Documents</h2>
<h3 class="title">Document Information</h3>
<div class="information-block"><p class="sub-title">Source</p><div class="text"><p>AVPRF, f. 100, op. 2.</p></div></div>
<div class="information-block"><p class="sub-title">Rights</p><div class="text"><p>Free.</p><p>To all.</p></div></div>
<div class="information-block"><p class="sub-title">Original Uploaded Date</p><div class="text">2023-10-05</div></div>
<div class="information-block"><p class="sub-title">Language</p><div class="text">Russian</div></div>
<div class="information-block"><p class="sub-title">Record ID</p><div class="text">4711</div></div>
<div class="information-block"><p class="sub-title">Ward</p><div class="text">North</div></div>
</main><script>track()</script></body></html>""".encode()
