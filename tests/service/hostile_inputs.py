"""Inputs that were made to do harm, built here so that none has to be kept. Used by tests/service/hostile.

`inputs(long)` is the table. Each input has the ending of its name as its kind. Nothing here is larger than a few MB: what
unfolds to gigabytes is written packed, block by block.
"""

import dataclasses
import io
import random
import struct
import zipfile
import zlib

KB, MB = 1000, 1000 * 1000


@dataclasses.dataclass(frozen=True)
class Input:
    name: str
    make: object  # () -> bytes
    to: str = ""  # of JSON: the address of the API
    profile: bool = False  # of JSON: the command line reads it too
    deadly: bool = False  # did the most harm: used where time is short

    @property
    def kind(self):
        return self.name.rsplit(".", 1)[1]


# Packed data that never existed unfolded.


@dataclasses.dataclass(frozen=True)
class Packed:
    raw: bytes  # DEFLATE without a frame
    size: int
    crc: int
    adler: int


def packed(*parts):
    """Pieces and how often each comes, deflated. A block that ends in a full flush stands alone, so it can be repeated."""
    raw, size, crc, adler = [], 0, 0, 1
    for piece, times in parts:
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
        raw.append((deflate.compress(piece) + deflate.flush(zlib.Z_FULL_FLUSH)) * times)
        size += len(piece) * times
        for _ in range(times):
            crc, adler = zlib.crc32(piece, crc), zlib.adler32(piece, adler)
    return Packed(b"".join(raw) + b"\x03\x00", size, crc, adler)


def zlibbed(*parts):
    data = packed(*parts)
    return b"\x78\xda" + data.raw + struct.pack(">I", data.adler)


# PDF


def stream(body, entries=b""):
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(body), body)


def pdf(objects, trailer=b"/Root 1 0 R", start=None, after=b""):
    """A file of these objects with a true cross-reference table, unless `start` and `after` put another in its place."""
    out, places = io.BytesIO(), {}
    out.write(b"%PDF-1.5\n")
    for number, body in objects.items():
        places[number] = out.tell()
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    table, size = out.tell(), max(objects) + 1
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
    for number in range(1, size):
        out.write(b"%010d 00000 n \n" % places.get(number, 0))
    # `TABLE` in a trailer is the place of the table itself: how files point at themselves.
    out.write(b"trailer\n<</Size %d %s>>\n" % (size, trailer.replace(b"TABLE", b"%d" % table)))
    out.write(after)
    out.write(b"startxref\n%d\n%%%%EOF\n" % (table if start is None else start))
    return out.getvalue()


TEXT = b"BT /F 12 Tf 72 700 Td (Community manager a Lyon, animer la communaute) Tj ET"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def page(contents=None, resources=b"", change=None, **more):
    """A page: 1 catalogue, 2 page tree, 3 page, 4 contents, 5 font; `change` replaces objects and adds others."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%s>>>>" % resources,
        4: stream(TEXT) if contents is None else contents,
        5: FONT,
    }
    return pdf(objects | (change or {}), **more)


def flated(*parts, times=1):
    """A stream that unfolds; with `times` 2 it is packed twice."""
    body = zlibbed(*parts)
    for _ in range(times - 1):
        body = zlib.compress(body, 9)
    return stream(body, b"/Filter[%s]" % (b"/FlateDecode" * times))


def form(shows, forms):
    resources = b"/Resources<</Font<</F 5 0 R>>/XObject<<%s>>>>" % forms
    return stream(shows, b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]" + resources)


def forms_in_a_circle(count):
    return page(
        stream(TEXT + b"\n/X Do"),
        b"/XObject<</X 6 0 R>>",
        {6 + at: form(b"/X Do", b"/X %d 0 R" % (6 + (at + 1) % count)) for at in range(count)},
    )


def forms_that_multiply(levels, times):
    shown = {6 + at: form(b"/X Do " * times, b"/X %d 0 R" % (7 + at)) for at in range(levels)}
    return page(stream(b"/X Do"), b"/XObject<</X 6 0 R>>", shown | {6 + levels: form(TEXT, b"")})


def font(entries, contents=TEXT, **objects):
    added = {int(name[1:]): body for name, body in objects.items()}
    return page(stream(contents), change={5: b"<</Type/Font %s>>" % entries} | added)


def composite(descendant, to_unicode=b"", **objects):
    entries = b"/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]" + to_unicode
    inner = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/FontDescriptor 8 0 R/CIDSystemInfo<<>>%s>>" % descendant
    described = b"<</Type/FontDescriptor/FontName/A/Flags 4>>"
    return font(entries, b"BT /F 12 Tf <00410042> Tj ET", _6=inner, _8=described, **objects)


CMAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange
1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange
endcmap end end"""


def object_stream(unfolded_mb):
    inside = [(b"10 0 11 99999999 ", 1), (b"[" + b"0 " * 499_999, 1), (b"0 " * 500_000, unfolded_mb)]
    body = stream(zlibbed(*inside), b"/Type/ObjStm/N 2/First 17/Filter/FlateDecode")
    return page(change={6: body})


def cross_reference_stream(entries):
    head = b"%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    entries = b"/Type/XRef/W[1 4 4]/Root 1 0 R/Filter/FlateDecode" + entries.replace(b"TABLE", b"%d" % len(head))
    body = stream(zlibbed((b"\0" * 10_000, 10)), entries)
    return head + b"7 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (body, len(head))


def noise(size, head=b""):
    return head + random.Random(4).randbytes(size)


PASSWORD = b"/Filter/Standard/V 2/R 3/Length 128/P -44/O<%s>/U<%s>" % (b"ab" * 32, b"cd" * 32)
PDFS = [
    Input("xobj_self.pdf", lambda: forms_in_a_circle(1), deadly=True),
    Input("xobj_circle.pdf", lambda: forms_in_a_circle(3), deadly=True),
    Input("xobj_laughs.pdf", lambda: forms_that_multiply(9, 10), deadly=True),
    Input("xobj_deep.pdf", lambda: forms_that_multiply(5_000, 1), deadly=True),
    Input("parent_cycle.pdf", lambda: page(change={
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1/Parent 3 0 R>>", 3: b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
    }), deadly=True),
    Input("parent_self.pdf", lambda: page(change={3: b"<</Type/Page/Parent 3 0 R/Contents 4 0 R>>"})),
    Input("kids_self.pdf", lambda: page(change={2: b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>"}), deadly=True),
    Input("kids_circle.pdf", lambda: page(change={
        2: b"<</Type/Pages/Kids[6 0 R 6 0 R]/Count 2>>", 6: b"<</Type/Pages/Kids[2 0 R 2 0 R]/Parent 2 0 R/Count 2>>",
    })),
    Input("same_page.pdf", lambda: page(
        stream(TEXT * 100), change={2: b"<</Type/Pages/Count 50000/Kids[%s]>>" % (b"3 0 R " * 50_000)})),
    Input("same_contents.pdf", lambda: page(flated((TEXT * 1000, 10)), change={
        3: b"<</Type/Page/Parent 2 0 R/Contents[%s]/Resources<</Font<</F 5 0 R>>>>>>" % (b"4 0 R " * 5000)})),
    Input("flate_double.pdf", lambda: page(flated((b" " * MB, 400), times=2)), deadly=True),
    Input("flate_thrice.pdf", lambda: page(flated((b" " * MB, 400), times=3))),
    Input("flate_text.pdf", lambda: page(flated(((TEXT + b"\n") * 10_000, 20)))),
    Input("ops_bomb.pdf", lambda: page(flated((b"q\n" * 500_000, 63))), deadly=True),
    Input("ops_numbers.pdf", lambda: page(flated((b"1 " * 500_000, 50)))),
    Input("ops_array.pdf", lambda: page(flated((b"[", 1), (b"(a) " * 250_000, 50), (b"] TJ", 1)))),
    Input("predictor.pdf", lambda: page(stream(zlibbed((b"\0" * MB, 1)), b"/Filter/FlateDecode/DecodeParms<</Predictor 15"
                                        b"/Columns 2147483647/Colors 2147483647/BitsPerComponent 2147483647>>"))),
    Input("many_filters.pdf", lambda: page(stream(TEXT, b"/Filter[%s]" % (b"/ASCIIHexDecode" * 20_000)))),
    Input("object_stream.pdf", lambda: object_stream(200), deadly=True),
    Input("object_stream_extends.pdf", lambda: page(change={
        6: stream(b"10 0 null", b"/Type/ObjStm/N 2147483647/First 5/Extends 6 0 R")})),
    Input("xref_prev_self.pdf", lambda: page(trailer=b"/Root 1 0 R/Prev TABLE"), deadly=True),
    Input("xref_huge_count.pdf", lambda: b"%PDF-1.5\nxref\n0 4294967295\n0000000000 65535 f \ntrailer\n"
          b"<</Size 4294967295/Root 1 0 R>>\nstartxref\n9\n%%EOF\n"),
    Input("xref_stream_huge.pdf", lambda: cross_reference_stream(b"/Size 2147483647/Index[0 2147483647]")),
    Input("xref_stream_prev.pdf", lambda: cross_reference_stream(b"/Size 9/Prev TABLE")),
    Input("start_nowhere.pdf", lambda: page(start=99_999_999_999)),
    Input("length_huge.pdf", lambda: page(b"<</Length 99999999999>>\nstream\nBT\nendstream")),
    Input("length_negative.pdf", lambda: page(b"<</Length -5>>\nstream\nBT\nendstream")),
    Input("length_of_itself.pdf", lambda: page(b"<</Length 4 0 R>>\nstream\nBT\nendstream")),
    Input("contents_of_itself.pdf", lambda: page(b"4 0 R")),
    Input("deep_array.pdf", lambda: page(change={6: b"[" * 200_000}), deadly=True),
    Input("deep_dictionary.pdf", lambda: page(change={6: b"<</A" * 100_000})),
    Input("deep_string.pdf", lambda: page(change={6: b"(" * 500_000})),
    Input("deep_contents.pdf", lambda: page(stream(b"[" * 200_000)), deadly=True),
    Input("cmap_range.pdf", lambda: composite(b"", b"/ToUnicode 7 0 R", _7=stream(CMAP)), deadly=True),
    Input("widths_range.pdf", lambda: composite(b"/W[0 2147483647 500]"), deadly=True),
    Input("widths_missing.pdf", lambda: font(
        b"/Subtype/Type1/BaseFont/A/FirstChar -2147483648/LastChar 2147483647/Widths[1]")),
    Input("huge_numbers.pdf", lambda: page(stream(
        b"BT /F 1e308 Tf 1e308 -1e308 9999999999999999999999 0 0 0 Tm " + b"9" * 300_000 + b" 0 Td (a) Tj ET"))),
    Input("locked.pdf", lambda: page(noise(2000), trailer=b"/Root 1 0 R/Encrypt<<%s>>/ID[<00><00>]" % PASSWORD)),
    Input("locked_by_itself.pdf", lambda: page(
        change={6: b"<</Filter 6 0 R/V 6 0 R>>"}, trailer=b"/Root 1 0 R/Encrypt 6 0 R/ID[<00><00>]")),
    Input("truncated.pdf", lambda: page()[:300]),
    Input("head_only.pdf", lambda: b"%PDF-1.7"),
    Input("noise.pdf", lambda: noise(200_000, b"%PDF-1.7\n")),
]

# DOCX

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = f'<?xml version="1.0" encoding="UTF-8"?><w:document {WORD}><w:body>'.encode()
TAIL = b"</w:body></w:document>"
OPEN, CLOSE = b"<w:p><w:r><w:t>", b"</w:t></w:r></w:p>"
MAIN = b"word/document.xml"


def archive(*entries):
    """A ZIP file of (name, Packed), with sizes and checksums as those say, true or not."""
    out, directory = io.BytesIO(), []
    for name, data in entries:
        fields = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, data.crc, len(data.raw), data.size, len(name), 0)
        directory.append(b"PK\1\2\x14\0" + fields + struct.pack("<HHHII", 0, 0, 0, 0, out.tell()) + name)
        out.write(b"PK\3\4" + fields + name + data.raw)
    start, size = out.tell(), sum(map(len, directory))
    out.write(b"".join(directory))
    out.write(b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), size, start, 0))
    return out.getvalue()


def docx(*parts):
    return archive((MAIN, packed(*parts)))


def written(words, size):
    chunk = words * (MB // len(words))
    return docx((HEAD + OPEN, 1), (chunk, size // len(chunk)), (CLOSE + TAIL, 1))


def many_entries(count):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for at in range(count):
            file.writestr(f"{at}", b"")
        file.writestr(MAIN.decode(), HEAD + OPEN + b"Community manager" + CLOSE + TAIL)
    return out.getvalue()


def entities():
    rows = ['<!ENTITY a0 "community manager ">'] + [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    kind = f'<?xml version="1.0"?><!DOCTYPE d [{"".join(rows)}]>'.encode()
    return docx((kind + HEAD[HEAD.index(b"<w:"):] + OPEN + b"&a9;" + CLOSE + TAIL, 1))


def lying(**changes):
    return archive((MAIN, dataclasses.replace(packed((HEAD + OPEN + b"Animer " * 90 + CLOSE + TAIL, 1)), **changes)))


DOCXS = [
    Input("bomb.docx", lambda: docx((HEAD + OPEN, 1), (b"a " * 500_000, 1100), (CLOSE + TAIL, 1)), deadly=True),
    Input("text_16mb.docx", lambda: written(b"community manager ", 16 * MB), deadly=True),
    Input("amp_64mb.docx", lambda: written(b"&amp;", 64 * MB), deadly=True),
    Input("breaks.docx", lambda: written(b"<w:br/>", 50 * MB)),
    Input("paragraphs.docx", lambda: docx((HEAD, 1), ((OPEN + b"animer" + CLOSE) * 1000, 1000), (TAIL, 1))),
    Input("empty_paragraphs.docx", lambda: docx((HEAD, 1), (b"<w:p/>" * 100_000, 100), (TAIL, 1))),
    Input("deep.docx", lambda: docx((HEAD, 1), (b"<w:p>" * 1000, 1000))),
    Input("attribute.docx", lambda: docx(
        (HEAD + b'<w:p><w:pPr><w:pStyle w:val="', 1), (b"Heading9" * 125_000, 30), (b'"/></w:pPr></w:p>' + TAIL, 1))),
    Input("attributes.docx", lambda: docx(
        (HEAD + b"<w:pStyle ", 1), (b" ".join(b'a%d="1"' % at for at in range(100_000)), 1), (b"/>" + TAIL, 1))),
    Input("entities.docx", entities),
    Input("many_entries.docx", lambda: many_entries(16_000)),
    Input("wrong_crc.docx", lambda: lying(crc=1)),
    Input("wrong_size.docx", lambda: lying(size=0xFFFF_FFF0)),
    Input("no_text.docx", lambda: archive((b"word/styles.xml", packed((b"<a/>", 1))))),
    Input("same_name.docx", lambda: archive(*[(MAIN, packed((HEAD + OPEN + b"a" + CLOSE + TAIL, 1)))] * 1000)),
    Input("truncated.docx", lambda: written(b"animer ", MB)[:1500]),
    Input("noise.docx", lambda: noise(200_000, b"PK\3\4")),
    Input("not_utf8.docx", lambda: docx((HEAD + OPEN + b"\xff\xfe" * 50 + CLOSE + TAIL, 1))),
]

# Text: what is repeated, by the name of the file.

WORDS = {
    "community_manager": "community manager ",
    "amas": "amas ",
    "anim": "anim ",
    "animer": "animer ",
    "pub": "pub ",
    "seo": "SEO ",
    "cm": "CM ",
    "smm": "social media manager ",
    "moderer": "modérer ",
    "and": "and ",
    "et": "et ",
    "hf": "H/F ",
    "cv": "CV ",
    "young": "young ",
    "ninja": "rockstar ninja ",
}
MARKS = {
    "euros": "25 000 € ",
    "salary": "salaire 30 k€ à 40 k€ brut annuel ",
    "digits": "9",
    "ones": "1 ",
    "dates": "01/02/2026 ",
    "dots": ".",
    "inclusive": "(e)",
    "middle_dots": "·e",
    "dashes": "---",
    "hashes": "#",
    "headings": "# a\n",
    "bullets": "- \n",
    "quotes": "> ",
    "links": "[](",
    "stars": "**",
    "pipes": "|",
    "new_lines": "\n",
    "addresses": "a@b.fr ",
    "zero_width": "\u200b",
    "zero_width_in_words": "a\u200bm\u200da\ufeffs ",
    "right_to_left": "\u202e\u200f",
    "accents": "e\u0301",
    "stacked_accents": "\u0301",
    "ligature": "\ufdfa",
    "no_break_spaces": "\u202f\u00a0",
    "nul": "\0",
}
DEADLY = ("amas", "seo", "ligature")
FULL, OVER = 150 * KB, 2 * MB


def again(text, size):
    data = text.encode()
    return data * (size // len(data))


def texts(table, size, end, names=None):
    return [
        Input(f"{name}_{size // KB}kb.{end}", lambda text=table[name]: again(text, size), deadly=name in DEADLY)
        for name in names or table
    ]


def html(text, size, head="<p>animer ", tail=""):
    return lambda: head.encode() + again(text, size) + tail.encode()


HTMLS = [
    Input("amp_run.html", html("&", 400 * KB, "<p>animer &amp; "), deadly=True),
    Input("open_entities.html", html("&#x41", 2 * MB - 100), deadly=True),
    Input("amp_names.html", html("&amp", 400 * KB)),
    Input("amp_numbers.html", html("&#", 400 * KB)),
    Input("amp_escaped.html", html("&amp;", 700 * KB)),
    Input("amp_long_name.html", html("&" + "a" * 5000, 400 * KB)),
    Input("nested.html", html("<div>", 250 * KB)),
    Input("nested_closed.html", lambda: b"<div>" * 50_000 + b"animer" + b"</div>" * 50_000),
    Input("open_script.html", html("<script>", 400 * KB)),
    Input("open_comment.html", html("<!--", 400 * KB)),
    Input("open_tags.html", html("<", 400 * KB)),
    Input("open_style.html", html("<style>a", 400 * KB)),
    Input("attribute.html", html("a", MB, '<p title="', '">animer</p>')),
    Input("open_attribute.html", html('<a b="', 400 * KB)),
    Input("attributes.html", html('a="1" ', 400 * KB, "<p ", ">animer</p>")),
    Input("items.html", html("<li>", 800 * KB)),
    Input("items_with_text.html", html("<li>animer</li>", 400 * KB)),
    Input("rows.html", html("<table><tr><td>", 400 * KB)),
]

# JSON: what the API reads beside documents. `profile` says that `recommend --profile` reads it as well.

RECOMMEND, COST, OFFER, INTERVIEW, DRAFT = (
    f"/v1/{name}" for name in ("recommendations", "employer-costs", "offer-assessments", "interview", "job-descriptions")
)
PROFILE = b'{"presence_stage":"growing","goals":[%s]%s}'


def profile(name, make, **more):
    return Input(name, make, to=RECOMMEND, profile=True, **more)


JSONS = [
    profile("wrong_goals.json", lambda: PROFILE % (b",".join([b'"zz"'] * 12_000), b""), deadly=True),
    profile("wrong_long_goals.json", lambda: PROFILE % (b",".join(b'"%s"' % (b"retentio" * 40) for _ in range(190)), b"")),
    profile("wrong_goal_objects.json", lambda: PROFILE % (b",".join([b'{"x":1}'] * 7_000), b"")),
    profile("one_long_goal.json", lambda: PROFILE % (b'"' + b"a" * 60_000 + b'"', b"")),
    profile("right_goals.json", lambda: PROFILE % (b",".join([b'"retention"'] * 5_000), b"")),
    profile("unknown_keys.json", lambda: b"{" + b",".join(b'"k%05d":1' % at for at in range(6_000)) + b"}"),
    profile("long_unknown_key.json", lambda: b'{"' + b"k" * 60_000 + b'":1}'),
    profile("deep.json", lambda: b"[" * 60_000),
    profile("deep_object.json", lambda: b'{"team":' * 8_000),
    profile("deep_value.json", lambda: PROFILE % (b"[" * 30_000 + b"]" * 30_000, b"")),
    profile("same_keys.json", lambda: b"{" + b",".join([b'"employees":1'] * 4_500) + b"}"),
    profile("huge_numbers.json", lambda: PROFILE % (b'"retention"', b',"employees":1e999999999,"max_hires":' + b"9" * 50_000)),
    profile("escapes.json", lambda: PROFILE % (b'"' + rb"\u202e\u001b" * 5_000 + b'"', b"")),
    profile("lone_surrogate.json", lambda: PROFILE % (rb'"\ud800"', b"")),
    profile("nul.json", lambda: b"\0" * 60_000),
    Input("tiny_share.json", lambda: b'{"role":"cm","level":"mid","country":"FR","amount":25000,"currency":"EUR",'
          b'"period":"year","fte":4.9e-324}', to=OFFER),
    Input("huge_amount.json", lambda: b'{"role":"cm","level":"mid","country":"FR","amount":1e308,"currency":"EUR",'
          b'"period":"hour","fte":1e-300,"variable":1e308}', to=OFFER),
    Input("tiny_share_cost.json", lambda: b'{"country":"FR","gross":32000,"headcount":30,"fte":4.9e-324}', to=COST),
    Input("huge_gross.json", lambda: b'{"country":"FR","gross":1e308,"headcount":4294967296}', to=COST),
    Input("skipped.json", lambda: b'{"profile":{},"skipped":[%s]}' % b",".join([b'"zz"'] * 12_000), to=INTERVIEW),
    Input("long_brief.json", lambda: b'{"role":"cm","language":"en","brief":{"benefits":[%s]}}'
          % b",".join([b'"a&b<c>"'] * 6_000), to=DRAFT),
    Input("wrong_brief.json", lambda: b'{"role":"cm","language":"en","brief":{"goals":[%s]}}'
          % b",".join([b'"zz"'] * 12_000), to=DRAFT),
]


def inputs(long):
    """The table; with `long` every text in both sizes."""
    over = None if long else ["community_manager", "amas", "ligature", "digits", "right_to_left"]
    known = WORDS | MARKS
    return [
        *PDFS,
        *DOCXS,
        *texts(WORDS, FULL, "txt"),
        *texts(MARKS, FULL, "txt"),
        *texts(known, OVER, "txt", over),
        *texts(known, FULL, "md", ["hashes", "headings", "bullets", "links", "stars", "community_manager"]),
        Input("one_line_190kb.txt", lambda: again("community manager et animation de communauté, ", 190 * KB)),
        Input("not_utf8.txt", lambda: b"Community manager \xff\xfe" * 5000),
        Input("empty.txt", lambda: b""),
        *HTMLS,
        *JSONS,
    ]
