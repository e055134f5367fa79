"""PDFs made on purpose to exhaust or confuse a reader; each maker takes a seeded source of chance."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from random import Random

Maker = Callable[[Random], bytes]
Objects = dict[int, bytes]

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"


def _write(objects: Mapping[int, bytes], *, trailer: bytes = b"/Root 1 0 R") -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n" % size
    for number in range(size):
        out += b"%010d %05d %c \n" % (places.get(number, 0), 0 if number in places else 65535, b"fn"[number in places])
    return bytes(out + b"trailer << /Size %d %s >>\nstartxref\n%d\n%%%%EOF" % (size, trailer, start))


def _stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content)


def _page(content: bytes = b"", *, extra: bytes = b"", resources: bytes = b"/Font << /F1 5 0 R >>") -> Objects:
    text = b"BT /F1 18 Tf 72 700 Td (JAPAN) Tj 0 -30 Td (2031 National Trade Estimate) Tj ET\n" + content
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << %s >> %s >>"
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: page % (resources, extra),
        4: _stream(text),
        5: _FONT,
    }


def cyclic_pages(chance: Random) -> bytes:
    """A page tree whose leaves are its own root."""
    objects = _page()
    objects[2] = b"<< /Type /Pages /Kids [%s 3 0 R] /Count %d >>" % (
        b"2 0 R " * chance.randrange(1, 50),
        chance.choice((1, 2, 1000, 2**31 - 1)),
    )
    return _write(objects)


def deep_pages(chance: Random) -> bytes:
    """A page tree thousands of levels deep."""
    objects = _page()
    depth = chance.choice((50, 1000, 20_000))
    objects[2] = b"<< /Type /Pages /Kids [10 0 R] /Count 1 >>"
    for level in range(10, 10 + depth):
        objects[level] = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>" % (level + 1, level - 1)
    objects[10 + depth] = objects[3]
    return _write(objects)


def huge_counts(chance: Random) -> bytes:
    """Counts, sizes and lengths that nothing in the file bears out."""
    count = chance.choice((-1, 0, 4999, 5001, 100_000, 2**31 - 1, 2**40))
    objects = _page()
    objects[2] = b"<< /Type /Pages /Kids [3 0 R] /Count %d >>" % count
    if chance.random() < 0.5:
        objects[4] = objects[4].replace(b"/Length ", b"/Length %d" % chance.choice((9, 10**9, 2**40)), 1)
    return _write(objects, trailer=b"/Root 1 0 R /Size %d" % count)


def many_pages(chance: Random) -> bytes:
    """Thousands of pages that share one content."""
    objects = _page()
    count = chance.choice((300, 2000, 6000))
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * count, count)
    return _write(objects)


def deep_nesting(chance: Random) -> bytes:
    """Arrays and dictionaries within one another."""
    depth = chance.choice((500, 5000, 100_000))
    opening, closing = chance.choice(((b"[", b"]"), (b"<< /A ", b" >>"), (b"[<< /A ", b" >>]")))
    nested = opening * depth + b"0" + closing * depth
    if chance.random() < 0.5:
        return _write(_page(extra=b"/Annots " + nested))
    return _write(_page(b"/A " + nested + b" DP\n"))


def bomb(chance: Random) -> bytes:
    """A content stream that inflates a thousandfold, or twice."""
    objects = _page()
    unit = chance.choice((b" ", b"0 0 m 9 9 l S ", b"BT /F1 9 Tf (x) Tj ET ", b"q "))
    packed = zlib.compress(unit * (chance.choice((2, 40, 150)) * 2**20 // len(unit)), 9)
    filters = b"/FlateDecode"
    for _ in range(chance.randrange(2)):
        packed, filters = zlib.compress(packed, 9), filters + b" /FlateDecode"
    objects[4] = _stream(packed, b"/Filter [%s]" % filters)
    return _write(objects)


def calling_itself(chance: Random) -> bytes:
    """Forms that draw themselves and each other, many times."""
    times = chance.choice((1, 2, 10))
    objects = _page(b"/X Do\n", resources=b"/Font << /F1 5 0 R >> /XObject << /X 6 0 R /Y 7 0 R >>")
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R /Y 7 0 R >> >>"
    for number in (6, 7):
        objects[number] = _stream(b"/X Do /Y Do " * times, form)
    return _write(objects)


def xref_loop(chance: Random) -> bytes:
    """A chain of cross-reference tables that comes back to itself, or leads nowhere."""
    plain = _write(_page())
    at = chance.choice((int(plain.rsplit(b"startxref", 1)[1].split()[0]), 0, 9, len(plain) + 99, 2**33))
    return plain.replace(b"trailer <<", b"trailer << /Prev %d /XRefStm %d" % (at, at), 1)


def object_streams(chance: Random) -> bytes:
    """Object streams that hold or extend themselves, and say they hold millions."""
    objects = _page()
    count = chance.choice((1, 100, 2**31 - 1))
    body = b"6 0 3 40 " + b"<< /Type /Pages >> " * 9
    objects[6] = _stream(body, b"/Type /ObjStm /N %d /First %d /Extends 6 0 R" % (count, chance.choice((0, 9, 10**9))))
    objects[3] = objects[3].replace(b"/Contents 4 0 R", b"/Contents [4 0 R 6 0 R %s]" % (b"3 0 R " * 50))
    return _write(objects)


def fonts(chance: Random) -> bytes:
    """Embedded fonts of noise, maps of every code to long texts, widths without end."""
    objects = _page(b"BT /F1 12 Tf 72 600 Td <%s> Tj ET\n" % bytes(chance.choices(b"0123456789ABCDEF", k=4000)))
    noise = chance.randbytes(chance.choice((10, 4000, 200_000)))
    header = chance.choice((b"", b"\x00\x01\x00\x00\x00\xff", b"OTTO\xff\xff", b"%!PS-AdobeFont-1.0\n", b"ttcf"))
    ranges = b"".join(
        b"<%04X> <FFFF> <%s>\n" % (chance.randrange(65536), b"00410042" * chance.choice((1, 60)))
        for _ in range(chance.choice((1, 100, 5000)))
    )
    objects |= {
        5: b"<< /Type /Font /Subtype /%s /BaseFont /Noise /Encoding %s /ToUnicode 8 0 R /FontDescriptor 7 0 R "
        b"/DescendantFonts [6 0 R] /FirstChar -9 /LastChar %d /Widths [%s] >>"
        % (
            chance.choice((b"Type0", b"TrueType", b"Type1", b"Type3", b"MMType1")),
            chance.choice((b"/Identity-H", b"8 0 R", b"5 0 R", b"/UniJIS-UCS2-H")),
            chance.choice((255, -1, 2**31 - 1)),
            b"9 " * chance.choice((1, 300, 100_000)),
        ),
        6: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Noise /FontDescriptor 7 0 R /DW 1000 "
        b"/W [0 %d 500 1 [%s]] /CIDToGIDMap 9 0 R >>" % (2**31 - 1, b"7 " * 10_000),
        7: b"<< /Type /FontDescriptor /FontName /Noise /Flags 4 /FontFile2 9 0 R /FontFile 9 0 R /FontFile3 9 0 R >>",
        8: _stream(
            b"/CIDInit begincmap 1 begincodespacerange <00> <FFFF> endcodespacerange\n"
            b"%d beginbfrange\n%sendbfrange endcmap" % (2**31 - 1, ranges),
            b"/UseCMap 8 0 R",
        ),
        9: _stream(header + noise),
    }
    return _write(objects)


def boxes(chance: Random) -> bytes:
    """Pages without size, or of astronomical size."""
    side = chance.choice((b"0", b"-1", b"1e38", b"1e-38", b"99999999999", b"nan", b"/A"))
    extra = b"/Rotate %d /UserUnit %s /CropBox [%s 0 0 %s]" % (chance.choice((0, 90, 45, -1)), side, side, side)
    objects = _page(b"", extra=extra)
    objects[3] = objects[3].replace(b"[0 0 612 792]", b"[0 0 %s %s]" % (side, side))
    return _write(objects)


def bookmarks(chance: Random) -> bytes:
    """Bookmarks in a ring, in a hole, or with a title of a megabyte."""
    objects = _page()
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>"
    title = b"JAPAN" * chance.choice((1, 200_000))
    objects[6] = b"<< /First %d 0 R /Last 7 0 R /Count %d >>" % (chance.choice((6, 7)), chance.choice((1, -1, 2**31)))
    objects[7] = b"<< /Title (%s) /Parent 6 0 R /Next %d 0 R /First %d 0 R /Dest [%d 0 R /Fit] >>" % (
        title,
        chance.choice((7, 8)),
        chance.choice((6, 7, 99)),
        chance.choice((3, 7, 99)),
    )
    objects[8] = b"<< /Title (CHILE) /Parent 6 0 R /Next 7 0 R /Dest [3 0 R /XYZ null null null] >>"
    return _write(objects)


def rules(chance: Random) -> bytes:
    """Grids of thousands of strokes, or strokes without order."""
    count = chance.choice((50, 400, 9000))
    if chance.random() < 0.5:
        step = 500 / count
        drawn = [f"50 {100 + step * i:.2f} m 550 {100 + step * i:.2f} l S" for i in range(count)]
        drawn += [f"{50 + step * i:.2f} 100 m {50 + step * i:.2f} 600 l S" for i in range(count)]
    else:
        places = [[chance.uniform(0, 700) for _ in range(4)] for _ in range(count)]
        drawn = ["{:.1f} {:.1f} {:.1f} {:.1f} re S".format(*place) for place in places]
    return _write(_page("\n".join(drawn).encode()))


def words(chance: Random) -> bytes:
    """Text that is long, out of order, turned, or made of nothing but chapter names."""
    kind = chance.randrange(4)
    if kind == 0:
        said = [b"(%s) Tj" % (chance.choice((b"a", b". ", b"\\001", b"JAPAN ", b"\\376\\377")) * 30_000)]
    elif kind == 1:
        said = [
            b"1 0 0 1 %d %d Tm (JAPAN CHILE row %d) Tj" % (chance.randrange(600), chance.randrange(790), n)
            for n in range(chance.choice((500, 5000)))
        ]
    elif kind == 2:
        said = [b"0 1 -1 0 %d 72 Tm (Quotas bind %d) Tj" % (10 + n % 580, n) for n in range(2000)]
    else:
        said = [b"1 0 0 1 72 %d Tm (%s) Tj" % (n % 790, chance.choice((b"JAPAN", b"CHILE"))) for n in range(4000)]
    return _write(_page(b"BT /F1 18 Tf\n" + b"\n".join(said) + b"\nET"))


def filters(chance: Random) -> bytes:
    """Noise behind filters of every kind."""
    objects = _page()
    kinds = (b"LZWDecode", b"ASCII85Decode", b"ASCIIHexDecode", b"RunLengthDecode", b"JBIG2Decode", b"DCTDecode",
             b"JPXDecode", b"CCITTFaxDecode", b"Crypt", b"FlateDecode", b"Nothing")  # fmt: skip
    chosen = b" ".join(b"/" + chance.choice(kinds) for _ in range(chance.choice((1, 2, 300))))
    parameters = b"/DecodeParms << /Predictor %d /Colors %d /Columns %d >>" % (
        chance.choice((2, 12, 99)), chance.choice((1, 2**31 - 1)), chance.choice((1, 2**31 - 1)))  # fmt: skip
    objects[4] = _stream(chance.randbytes(chance.choice((10, 5000))), b"/Filter [%s] %s" % (chosen, parameters))
    return _write(objects)


def encrypted(chance: Random) -> bytes:
    """An encryption that makes no sense."""
    objects = _page()
    objects[6] = b"<< /Filter /Standard /V %d /R %d /Length %d /O (%s) /U (u) /P -4 >>" % (
        chance.choice((0, 1, 4, 5, 99)), chance.choice((2, 3, 6, 99)), chance.choice((0, 40, 128, 2**31 - 1)),
        b"o" * chance.choice((1, 32, 9999)))  # fmt: skip
    return _write(objects, trailer=b"/Root 1 0 R /Encrypt 6 0 R /ID [(a) (b)]")


MAKERS: tuple[Maker, ...] = (
    cyclic_pages, deep_pages, huge_counts, many_pages, deep_nesting, bomb, calling_itself, xref_loop, object_streams,
    fonts, boxes, bookmarks, rules, words, filters, encrypted)  # fmt: skip
