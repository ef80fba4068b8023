#!/usr/bin/env python3
"""Inspect the inverted index of a Lucene 8.x index (codec "Lucene87").

Reads .fnm .tmd .tip .tim .doc .pos .pay of every segment (stand-alone files or
a compound .cfs/.cfe pair), following the postings notes (section numbers
in the comments refer to that document).  Python 3 stdlib only.

  inspect_postings.py DIR                      summary of segments and fields
  inspect_postings.py DIR --field F            every term of F with its statistics
  inspect_postings.py DIR --field F --term T   seek T through the FST, show postings
  inspect_postings.py DIR --field F --hex-term 00ff10
  inspect_postings.py DIR --blocks             shape of the terms dictionary blocks
  inspect_postings.py DIR --fst                dump the terms index entries
  inspect_postings.py DIR --verify             walk and cross-check everything
  inspect_postings.py DIR --digest OUT         one line with CRC32s per term
  inspect_postings.py DIR --coverage           which block encodings occur

Options that narrow things down: --segment _0, --limit N.
"""

import argparse
import collections
import os
import struct
import sys
import zlib

NO_MORE_DOCS = 0x7FFFFFFF
BLOCK = 128                 # values per packed block
SKIP_MULTIPLIER = 8
MAX_SKIP_LEVELS = 10
CODEC_MAGIC = 0x3FD76C17
FOOTER_MAGIC = 0xC02893E8
OPTIONS = ["NONE", "DOCS", "DOCS_AND_FREQS", "DOCS_AND_FREQS_AND_POSITIONS",
           "DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS"]

COVERAGE = collections.Counter()


class FormatError(Exception):
    pass


def check(cond, msg):
    if not cond:
        raise FormatError(msg)


# ---------------------------------------------------------------- primitives

class Buf:
    """Forward reader over bytes; integers in files are big-endian (8.x)."""

    __slots__ = ("d", "p")

    def __init__(self, data, pos=0):
        self.d, self.p = data, pos

    def u8(self):
        v = self.d[self.p]
        self.p += 1
        return v

    def be32(self):
        v = struct.unpack_from(">i", self.d, self.p)[0]
        self.p += 4
        return v

    def be64(self):
        v = struct.unpack_from(">q", self.d, self.p)[0]
        self.p += 8
        return v

    def vint(self):
        """vInt / vLong: 7 bits per byte, least significant group first."""
        d, p = self.d, self.p
        b = d[p]
        p += 1
        v = b & 0x7F
        s = 7
        while b & 0x80:
            b = d[p]
            p += 1
            v |= (b & 0x7F) << s
            s += 7
        self.p = p
        return v

    def zlong(self):
        v = self.vint()
        return (v >> 1) ^ -(v & 1)

    def take(self, n):
        v = self.d[self.p:self.p + n]
        check(len(v) == n, "read past end")
        self.p += n
        return v

    def string(self):
        return bytes(self.take(self.vint())).decode("utf-8")

    def string_map(self):
        return {self.string(): self.string() for _ in range(self.vint())}

    def string_set(self):
        return [self.string() for _ in range(self.vint())]


class RevBuf(Buf):
    """Reader that walks towards lower addresses (FST bytes, section 7)."""

    def u8(self):
        v = self.d[self.p]
        self.p -= 1
        return v

    def vint(self):
        b = self.u8()
        v = b & 0x7F
        s = 7
        while b & 0x80:
            b = self.u8()
            v |= (b & 0x7F) << s
            s += 7
        return v

    def take(self, n):
        v = bytes(self.d[self.p - i] for i in range(n))
        self.p -= n
        return v


# ---------------------------------------------------------------- containers

def header(b, codec, lo, hi, index_id=None, suffix=None):
    check(b.be32() & 0xFFFFFFFF == CODEC_MAGIC, "bad header magic for " + codec)
    name = b.string()
    check(name == codec, "codec name %r, expected %r" % (name, codec))
    version = b.be32()
    check(lo <= version <= hi, "version %d of %s not in [%d,%d]" % (version, codec, lo, hi))
    if suffix is not None:
        ident = bytes(b.take(16))
        check(index_id is None or ident == index_id, "segment id mismatch in " + codec)
        sfx = bytes(b.take(b.u8())).decode()
        check(sfx == suffix, "suffix %r, expected %r" % (sfx, suffix))
        return version, ident
    return version


def footer(data, name):
    magic, algo, crc = struct.unpack_from(">IIQ", data, len(data) - 16)
    check(magic == FOOTER_MAGIC and algo == 0, "bad footer in " + name)
    check(zlib.crc32(data[:-8]) == crc, "checksum mismatch in " + name)


def load(directory, name):
    with open(os.path.join(directory, name), "rb") as f:
        data = f.read()
    footer(data, name)
    return data


def load_compound(directory, segment, ident):
    """{file name: bytes} of a .cfs/.cfe pair (01-containers.md)."""
    data = load(directory, segment + ".cfs")
    b = Buf(load(directory, segment + ".cfe"))
    header(b, "Lucene50CompoundEntries", 0, 0, ident, "")
    table = {}
    for _ in range(b.vint()):
        name, offset, length = segment + b.string(), b.be64(), b.be64()
        table[name] = data[offset:offset + length]
        footer(table[name], name)
    return table


FieldInfo = collections.namedtuple(
    "FieldInfo", "name number payloads norms options attributes")


class Segment:
    """One segment: its .si facts and .fnm field infos (see the container notes)."""

    def __init__(self, directory, name, ident, del_count):
        self.dir, self.name, self.id, self.del_count = directory, name, ident, del_count
        b = Buf(load(directory, name + ".si"))
        header(b, "Lucene86SegmentInfo", 0, 0, ident, "")
        b.take(12)
        if b.u8():
            b.take(12)
        self.max_doc = b.be32()
        self.compound = b.u8() == 1
        self.fields = {}
        self.table = load_compound(directory, name, ident) if self.compound else {}
        b = Buf(self.read(name + ".fnm"))
        header(b, "Lucene60FieldInfos", 2, 2, ident, "")
        for _ in range(b.vint()):
            fname = b.string()
            number = b.vint()
            bits = b.u8()
            options = b.u8()
            b.u8()
            b.be64()
            attrs = b.string_map()
            if b.vint():
                b.vint()
                b.vint()
            self.fields[fname] = FieldInfo(
                fname, number, bool(bits & 4), options != 0 and not bits & 2, options, attrs)

    def read(self, name):
        return self.table[name] if self.compound else load(self.dir, name)

    def norms(self):
        """{field number: [norm per doc, 1 where absent]}, or None if it needs the
        companion script inspect_columns.py (sparse norms) and that is not there."""
        out = {}
        if not any(f.norms for f in self.fields.values()):
            return out
        data = self.read(self.name + ".nvd")
        b = Buf(self.read(self.name + ".nvm"))
        header(b, "Lucene80NormsMetadata", 0, 0, self.id, "")
        while True:
            number = b.be32()
            if number == -1:
                return out
            offset, length = b.be64(), b.be64()
            jumps, rank = struct.unpack(">hb", b.take(3))
            count, width, where = b.be32(), b.u8(), b.be64()
            docs = range(self.max_doc)
            if offset == -2:
                docs = []
            elif offset >= 0:
                try:
                    import inspect_columns
                    docs = inspect_columns.docset_read(data, offset, length, jumps, rank,
                                                       argparse.Namespace(verify=False, meta=False))
                except Exception as e:
                    sys.stderr.write("norms not available: %r\n" % e)
                    return None
            values = [where] * count if width == 0 else struct.unpack_from(
                ">%d%s" % (count, {1: "b", 2: "h", 4: "i", 8: "q"}[width]), data, where)
            full = [1] * self.max_doc
            for d, v in zip(docs, values):
                full[d] = v
            out[number] = full

    def groups(self):
        """{file suffix: [FieldInfo]} of the fields that own postings (section 8)."""
        out = {}
        for fi in self.fields.values():
            fmt = fi.attributes.get("PerFieldPostingsFormat.format")
            if fi.options == 0 or fmt is None:
                continue
            sfx = fmt + "_" + fi.attributes["PerFieldPostingsFormat.suffix"]
            check(fmt == "Lucene84", "postings format %s not supported" % fmt)
            out.setdefault(sfx, []).append(fi)
        return out


def open_index(directory):
    gens = [f for f in os.listdir(directory) if f.startswith("segments_")]
    check(gens, "no segments_N file")
    name = max(gens, key=lambda f: int(f[9:], 36))
    b = Buf(load(directory, name))
    header(b, "segments", 9, 10, None, name[9:])
    version = struct.unpack_from(">i", b.d, 4 + 1 + len("segments"))[0]
    for _ in range(4):
        b.vint()
    b.be64()
    b.vint()
    count = b.be32()
    if count:
        for _ in range(3):
            b.vint()
    segs = []
    for _ in range(count):
        seg = b.string()
        ident = bytes(b.take(16))
        codec = b.string()
        check(codec == "Lucene87", "codec %s not supported" % codec)
        b.be64()
        del_count = b.be32()
        b.be64()
        b.be64()
        b.be32()
        if version > 9 and b.u8():
            b.take(16)
        b.string_set()
        for _ in range(b.be32()):
            b.be32()
            b.string_set()
        segs.append(Segment(directory, seg, ident, del_count))
    return segs


# ------------------------------------------- packed blocks (sections 2.1-2.4)

def _replicate(value, lane):
    return sum(value << (lane * i) for i in range(64 // lane))


def for_decode(d, p, bits):
    """128 values of `bits` bits at offset p; 16*bits bytes are consumed."""
    lane = 8 if bits <= 8 else 16 if bits <= 16 else 32
    words = struct.unpack_from("<%dQ" % (2 * bits), d, p)
    mask = _replicate((1 << bits) - 1, lane)
    coll = []                                   # 2*lane "collapsed" longs
    shift = lane - bits
    while shift >= 0:                           # whole groups
        coll += [(w >> shift) & mask for w in words]
        shift -= bits
    rest = shift + bits                         # lane mod bits
    i, left = 0, rest
    while len(coll) < 2 * lane:                 # leftovers: MSB-first bit stream per lane
        v, need = 0, bits
        while need:
            t = min(need, left)
            v = (v << t) | ((words[i] >> (left - t)) & _replicate((1 << t) - 1, lane))
            need -= t
            left -= t
            if left == 0:
                i, left = i + 1, rest
        coll.append(v)
    one = (1 << lane) - 1
    out = []
    for s in range(64 - lane, -1, -lane):       # top lane first
        out += [(c >> s) & one for c in coll]
    return out


def pfor_decode(b):
    """Patched block: freqs, position deltas, payload lengths, offsets."""
    token = b.u8()
    bits, exceptions = token & 31, token >> 5
    COVERAGE["pfor bits=%d exceptions=%d" % (bits, exceptions)] += 1
    if bits == 0:
        out = [b.vint()] * BLOCK
    else:
        out = for_decode(b.d, b.p, bits)
        b.p += 16 * bits
    for _ in range(exceptions):
        i = b.u8()
        out[i] |= b.u8() << bits
    return out


def fordelta_decode(b, base):
    """Doc ids: gaps, prefix-summed on top of base."""
    bits = b.u8()
    COVERAGE["fordelta bits=%d" % bits] += 1
    if bits == 0:
        return list(range(base + 1, base + 1 + BLOCK))
    gaps = for_decode(b.d, b.p, bits)
    b.p += 16 * bits
    out = []
    for g in gaps:
        base += g
        out.append(base)
    return out


# ----------------------------------------------- suffix compression (6.4)

def lowercase_ascii_decode(b, n):
    saved = n >> 2
    packed = n - saved
    out = bytearray(b.take(packed)) + bytearray(saved)
    for i in range(saved):
        out[packed + i] = ((out[i] & 0xC0) >> 2 | (out[saved + i] & 0xC0) >> 4
                           | (out[2 * saved + i] & 0xC0) >> 6)
    for i in range(n):
        c = out[i]
        out[i] = ((c & 0x1F) | 0x20 | (c & 0x20) << 1) - 1
    i = 0
    for _ in range(b.vint()):
        i += b.u8()
        out[i] = b.u8()
    return bytes(out)


def lz4_decode(b, n):
    out = bytearray()
    while True:
        token = b.u8()
        lit = token >> 4
        if lit == 15:
            while True:
                x = b.u8()
                lit += x
                if x != 255:
                    break
        out += b.take(lit)
        if len(out) >= n:
            break
        dist = b.u8() | b.u8() << 8
        length = token & 15
        if length == 15:
            while True:
                x = b.u8()
                length += x
                if x != 255:
                    break
        for _ in range(length + 4):
            out.append(out[-dist])
    check(len(out) == n, "LZ4 length")
    return bytes(out)


# ------------------------------------------------------------- FST (section 7)

Arc = collections.namedtuple("Arc", "label output final final_output target")


class FST:
    FINAL, LAST, TARGET_NEXT, STOP, OUTPUT, FINAL_OUTPUT = 1, 2, 4, 8, 16, 32

    def __init__(self, meta):
        """meta: Buf over .tmd positioned at the FST meta data."""
        header(meta, "FST", 6, 7)
        self.empty = None
        if meta.u8() == 1:
            raw = bytes(meta.take(meta.vint()))[::-1]
            r = Buf(raw)
            self.empty = bytes(r.take(r.vint()))
        check(meta.u8() == 0, "FST input type must be BYTE1")
        self.start = meta.vint()
        self.num_bytes = meta.vint()
        self.data = None
        self.cache = {}

    def _arc(self, r, flags, label):
        out = r.take(r.vint()) if flags & self.OUTPUT else b""
        fout = r.take(r.vint()) if flags & self.FINAL_OUTPUT else b""
        if flags & self.STOP:
            target = -1
        elif flags & self.TARGET_NEXT:
            target = None                       # patched when the node's end is known
        else:
            target = r.vint()
        return Arc(label, out, bool(flags & self.FINAL), fout, target)

    def arcs(self, address):
        if address <= 0:
            return []
        got = self.cache.get(address)
        if got is not None:
            return got
        r = RevBuf(self.data, address)
        flags = r.u8()
        out = []
        if flags == 32:                         # fixed-length arcs, binary search
            COVERAGE["fst node binary-search"] += 1
            n, size = r.vint(), r.vint()
            base = r.p
            for i in range(n):
                r.p = base - i * size
                f = r.u8()
                out.append(self._arc(r, f, r.u8()))
            end = base - n * size
        elif flags == 64:                       # fixed-length arcs, direct addressing
            COVERAGE["fst node direct"] += 1
            n, size = r.vint(), r.vint()
            bits = r.take((n + 7) >> 3)
            first = r.u8()
            base, k = r.p, 0
            for i in range(n):
                if bits[i >> 3] >> (i & 7) & 1:
                    r.p = base - k * size
                    out.append(self._arc(r, r.u8(), first + i))
                    k += 1
            end = base - k * size
        else:
            COVERAGE["fst node list"] += 1
            while True:
                out.append(self._arc(r, flags, r.u8()))
                if flags & self.LAST:
                    break
                flags = r.u8()
            end = r.p
        out = [a._replace(target=end) if a.target is None else a for a in out]
        self.cache[address] = out
        return out

    def entries(self):
        """All (input, output) pairs in sorted order."""
        if self.empty is not None:
            yield b"", self.empty
        stack = [(self.start, b"", b"", 0)]
        while stack:
            node, prefix, acc, i = stack.pop()
            arcs = self.arcs(node)
            if i >= len(arcs):
                continue
            stack.append((node, prefix, acc, i + 1))
            a = arcs[i]
            p, o = prefix + bytes([a.label]), acc + a.output
            if a.final:
                yield p, o + a.final_output
            stack.append((a.target, p, o, 0))

    def longest_prefix(self, term):
        """Deepest accepted prefix of term -> (prefix length, output)."""
        best = (0, self.empty)
        node, acc = self.start, b""
        for i, label in enumerate(term):
            for a in self.arcs(node):
                if a.label == label:
                    break
            else:
                break
            acc += a.output
            if a.final:
                best = (i + 1, acc + a.final_output)
            node = a.target
        return best


def decode_block_code(code):
    """FST output -> (fp, has_terms, is_floor, [(lead byte, fp, has_terms)])."""
    b = Buf(code)
    v = b.vint()
    fp, has_terms, floor = v >> 2, bool(v & 2), bool(v & 1)
    subs = []
    if floor:
        for _ in range(b.vint()):
            lead = b.u8()
            s = b.vint()
            subs.append((lead, fp + (s >> 1), bool(s & 1)))
    check(b.p == len(code), "trailing bytes in block code")
    return fp, has_terms, floor, subs


# ------------------------------------------------ terms dictionary (section 6)

class TermState:
    __slots__ = ("df", "ttf", "doc_fp", "pos_fp", "pay_fp", "singleton",
                 "last_pos_offset", "skip_offset")

    def __str__(self):
        return " ".join("%s=%s" % (k, getattr(self, k)) for k in self.__slots__)


class Block:
    __slots__ = ("fp", "end", "last_in_floor", "leaf", "compression", "suffix_bytes",
                 "entries")          # entries: (suffix, TermState) or (suffix, sub block fp)


class Field:
    """Reader for one field: summary record, terms and postings."""

    def __init__(self, group, fi, meta):
        self.g, self.fi = group, fi
        self.num_terms = meta.vint()
        self.root_code = bytes(meta.take(meta.vint()))
        self.has_freqs = fi.options >= 2
        self.has_pos = fi.options >= 3
        self.has_offsets = fi.options >= 4
        self.has_payloads = fi.payloads
        self.sum_ttf = meta.vint() if self.has_freqs else None
        self.sum_df = meta.vint()
        if self.sum_ttf is None:
            self.sum_ttf = self.sum_df
        self.doc_count = meta.vint()
        self.min_term = bytes(meta.take(meta.vint()))
        self.max_term = bytes(meta.take(meta.vint()))
        self.index_fp = meta.vint()
        self.fst = FST(meta)

    # -- blocks

    def load_block(self, fp):
        b = Buf(self.g.tim, fp)
        blk = Block()
        blk.fp = fp
        code = b.vint()
        count, blk.last_in_floor = code >> 1, bool(code & 1)
        token = b.vint()
        n = token >> 3
        blk.leaf, blk.compression = bool(token & 4), token & 3
        COVERAGE["block %s compression=%d" % ("leaf" if blk.leaf else "inner",
                                              blk.compression)] += 1
        if blk.compression == 0:
            suffixes = b.take(n)
        elif blk.compression == 1:
            suffixes = lowercase_ascii_decode(b, n)
        else:
            check(blk.compression == 2, "compression code")
            suffixes = lz4_decode(b, n)
        blk.suffix_bytes = n
        v = b.vint()
        if v & 1:
            lengths = Buf(bytes([b.u8()]) * (v >> 1))
        else:
            lengths = Buf(b.take(v >> 1))
        stats = Buf(b.take(b.vint()))
        meta = Buf(b.take(b.vint()))
        blk.end = b.p

        blk.entries = []
        at = 0
        run = 0                                  # pending singleton run
        prev = None                              # previous TermState in this block
        for _ in range(count):
            ln = lengths.vint()
            sub = None
            if not blk.leaf:
                if ln & 1:
                    sub = fp - lengths.vint()
                ln >>= 1
            suffix = bytes(suffixes[at:at + ln])
            at += ln
            if sub is not None:
                blk.entries.append((suffix, sub))
                continue
            st = TermState()
            if run:
                run -= 1
                st.df = st.ttf = 1
            else:
                t = stats.vint()
                if t & 1:
                    run = t >> 1
                    st.df = st.ttf = 1
                else:
                    st.df = t >> 1
                    st.ttf = st.df + stats.vint() if self.has_freqs else st.df
            self.decode_meta(meta, st, prev)
            prev = st
            blk.entries.append((suffix, st))
        check(at == n and lengths.p == len(lengths.d) and stats.p == len(stats.d)
              and meta.p == len(meta.d) and run == 0, "block %d not consumed exactly" % fp)
        return blk

    def decode_meta(self, m, st, prev):
        """Section 4: term meta data; prev is None for the first term of a block."""
        code = m.vint()
        if code & 1:
            check(prev is not None and prev.singleton >= 0 and st.df == 1,
                  "singleton delta without a preceding singleton")
            st.doc_fp = prev.doc_fp
            z = code >> 1
            st.singleton = prev.singleton + ((z >> 1) ^ -(z & 1))
        else:
            st.doc_fp = (prev.doc_fp if prev else 0) + (code >> 1)
            st.singleton = m.vint() if st.df == 1 else -1
        st.pos_fp = st.pay_fp = 0
        st.last_pos_offset = st.skip_offset = -1
        if self.has_pos:
            st.pos_fp = (prev.pos_fp if prev else 0) + m.vint()
            if self.has_offsets or self.has_payloads:
                st.pay_fp = (prev.pay_fp if prev else 0) + m.vint()
            if st.ttf > BLOCK:
                st.last_pos_offset = m.vint()
        if st.df > BLOCK:
            st.skip_offset = m.vint()

    def chain(self, fp):
        """The block at fp and, when it is the head of a floor, its followers."""
        while True:
            blk = self.load_block(fp)
            yield blk
            if blk.last_in_floor:
                return
            fp = blk.end

    def terms(self, fp=None, prefix=b"", on_block=None):
        """Depth-first walk in term order, without using the FST."""
        if fp is None:
            fp = decode_block_code(self.root_code)[0]
        for n, blk in enumerate(self.chain(fp)):
            if on_block:
                on_block(prefix, fp, n, blk)
            for suffix, what in blk.entries:
                if isinstance(what, TermState):
                    yield prefix + suffix, what
                else:
                    yield from self.terms(what, prefix + suffix, on_block)

    def seek(self, term):
        """Exact lookup the way a searcher does it: FST, floor data, block scan."""
        if not self.min_term <= term <= self.max_term:
            return None
        plen, code = self.fst.longest_prefix(term)
        fp, has_terms, _, subs = decode_block_code(code)
        if len(term) > plen:
            for lead, sub_fp, sub_has in subs:
                if term[plen] < lead:
                    break
                fp, has_terms = sub_fp, sub_has
        if not has_terms:
            return None
        for suffix, what in self.load_block(fp).entries:
            if isinstance(what, TermState) and suffix == term[plen:]:
                return what
        return None

    # -- postings (section 3)

    def docs(self, st, starts=None):
        """([doc], [freq]); starts collects the file pointer of every block."""
        if st.df == 1:
            return [st.singleton], [st.ttf]
        b = Buf(self.g.doc, st.doc_fp)
        docs, freqs, last = [], [], 0
        for _ in range(st.df // BLOCK):
            if starts is not None:
                starts.append(b.p)
            docs += fordelta_decode(b, last)
            last = docs[-1]
            if self.has_freqs:
                freqs += pfor_decode(b)
        if starts is not None:
            starts.append(b.p)
        for _ in range(st.df % BLOCK):
            v = b.vint()
            if self.has_freqs:
                freqs.append(1 if v & 1 else b.vint())
                v >>= 1
            last += v
            docs.append(last)
        if st.df > BLOCK:
            check(b.p == st.doc_fp + st.skip_offset, "skip data does not follow the doc data")
        return docs, freqs if self.has_freqs else [1] * st.df

    def raw_positions(self, st, marks=None):
        """Flat per-position lists: position deltas, offset start deltas, offset
        lengths, payloads (empty lists for what the field lacks).  marks collects
        the (.pos, .pay) file pointers of every block."""
        b = Buf(self.g.pos, st.pos_fp)
        pay = Buf(self.g.pay, st.pay_fp) if self.has_offsets or self.has_payloads else None
        deltas, starts, lens, payloads = [], [], [], []
        for _ in range(st.ttf // BLOCK):
            if marks is not None:
                marks.append((b.p, pay.p if pay else None))
            deltas += pfor_decode(b)
            if self.has_payloads:
                sizes = pfor_decode(pay)
                blob = pay.take(pay.vint())
                check(sum(sizes) == len(blob), "payload block size")
                at = 0
                for s in sizes:
                    payloads.append(bytes(blob[at:at + s]))
                    at += s
            if self.has_offsets:
                starts += pfor_decode(pay)
                lens += pfor_decode(pay)
        if marks is not None:
            marks.append((b.p, pay.p if pay else None))
        if st.last_pos_offset >= 0:
            check(b.p == st.pos_fp + st.last_pos_offset, "lastPosBlockOffset")
        size = length = 0
        for _ in range(st.ttf % BLOCK):
            v = b.vint()
            if self.has_payloads:
                if v & 1:
                    size = b.vint()
                v >>= 1
                payloads.append(bytes(b.take(size)))
            deltas.append(v)
            if self.has_offsets:
                v = b.vint()
                if v & 1:
                    length = b.vint()
                starts.append(v >> 1)
                lens.append(length)
        return deltas, starts, lens, payloads

    def positions(self, st, freqs):
        """Flat lists: position, start offset, end offset, payload (b'' = none)."""
        deltas, starts, lens, payloads = self.raw_positions(st)
        pos, so, eo, i = [], [], [], 0
        for f in freqs:
            p = o = 0
            for _ in range(f):
                p += deltas[i]
                pos.append(p)
                if self.has_offsets:
                    o += starts[i]
                    so.append(o)
                    eo.append(o + lens[i])
                i += 1
        check(i == len(deltas), "totalTermFreq")
        n = len(pos)
        if not self.has_offsets:
            so, eo = [-1] * n, [-1] * n
        if not self.has_payloads:
            payloads = [b""] * n
        return pos, so, eo, payloads

    # -- skip data (section 5)

    def skip_levels(self, st):
        """List of levels; each level is a list of SkipEntry, level 0 first."""
        if st.df <= BLOCK:
            return []
        n = (st.df - 1 if st.df % BLOCK == 0 else st.df) // BLOCK    # level 0 entries
        counts = []
        while n and len(counts) < MAX_SKIP_LEVELS:
            counts.append(n)
            n //= SKIP_MULTIPLIER
        b = Buf(self.g.doc, st.doc_fp + st.skip_offset)
        starts, lengths = {}, {}
        for level in range(len(counts) - 1, 0, -1):
            lengths[level] = b.vint()
            starts[level] = b.p
            b.p += lengths[level]
        starts[0] = b.p
        out = []
        for level, count in enumerate(counts):
            b.p = starts[level]
            doc, dfp, pfp, yfp = 0, st.doc_fp, st.pos_fp, st.pay_fp
            entries = []
            for _ in range(count):
                e = SkipEntry()
                doc += b.vint()
                dfp += b.vint()
                e.doc, e.doc_fp = doc, dfp
                e.pos_fp = e.pos_upto = e.pay_fp = e.pay_upto = None
                if self.has_pos:
                    pfp += b.vint()
                    e.pos_fp, e.pos_upto = pfp, b.vint()
                    if self.has_payloads:
                        e.pay_upto = b.vint()
                    if self.has_offsets or self.has_payloads:
                        yfp += b.vint()
                        e.pay_fp = yfp
                e.impacts = decode_impacts(b.take(b.vint()))
                e.at = b.p - starts[level]       # what the parent level points at
                e.child = b.vint() if level else None
                entries.append(e)
            if level:
                check(b.p == starts[level] + lengths[level], "skip level length")
            out.append(entries)
        return out


class SkipEntry:
    __slots__ = ("doc", "doc_fp", "pos_fp", "pos_upto", "pay_fp", "pay_upto",
                 "impacts", "at", "child")

    def __str__(self):
        return " ".join("%s=%s" % (k, getattr(self, k)) for k in self.__slots__
                        if getattr(self, k) is not None and k != "at")


def decode_impacts(blob):
    b = Buf(blob)
    freq = norm = 0
    out = []
    while b.p < len(blob):
        v = b.vint()
        freq += 1 + (v >> 1)
        norm += 1 + (b.zlong() if v & 1 else 0)
        out.append((freq, norm))
    return out


def impacts_at(levels, target):
    """What a searcher sees for `target`: [(last doc covered, [(freq, norm)])] per level."""
    out = []
    for entries in levels:
        lo, hi = 0, len(entries)
        while lo < hi:
            mid = (lo + hi) // 2
            if entries[mid].doc < target:
                lo = mid + 1
            else:
                hi = mid
        if lo == len(entries):
            break
        out.append((entries[lo].doc, entries[lo].impacts))
    return out or [(NO_MORE_DOCS, [(0x7FFFFFFF, 1)])]


class Group:
    """All fields of one segment that share a set of postings files."""

    def __init__(self, seg, suffix):
        self.seg, self.suffix = seg, suffix
        infos = seg.fields.values()
        base = "%s_%s." % (seg.name, suffix)
        has_prox = any(f.options >= 3 for f in infos)
        has_pay = has_prox and any(f.payloads or f.options >= 4 for f in infos)

        def part(ext, codec, lo, hi):
            data = seg.read(base + ext)
            b = Buf(data)
            version, _ = header(b, codec, lo, hi, seg.id, suffix)
            return data, b, version

        self.doc, b, v = part("doc", "Lucene84PostingsWriterDoc", 1, 1)
        self.byte_order_mark = chr(b.u8())
        self.pos = part("pos", "Lucene84PostingsWriterPos", v, v)[0] if has_prox else None
        self.pay = part("pay", "Lucene84PostingsWriterPay", v, v)[0] if has_pay else None
        self.tim, _, tv = part("tim", "BlockTreeTermsDict", 6, 6)
        self.tip, _, _ = part("tip", "BlockTreeTermsIndex", tv, tv)
        tmd, b, _ = part("tmd", "BlockTreeTermsMeta", tv, tv)
        header(b, "Lucene84PostingsWriterTerms", v, v, seg.id, suffix)
        check(b.vint() == BLOCK, "block size")
        by_number = {f.number: f for f in infos}
        self.fields = {}
        for _ in range(b.vint()):
            fi = by_number[b.vint()]
            field = Field(self, fi, b)
            field.fst.data = self.tip[field.index_fp:field.index_fp + field.fst.num_bytes]
            check(len(field.fst.data) == field.fst.num_bytes, "FST bytes")
            self.fields[fi.name] = field
        check(b.be64() == len(self.tip) and b.be64() == len(self.tim), "file lengths in .tmd")
        check(b.p == len(tmd) - 16, ".tmd not consumed exactly")


# ------------------------------------------------------------------- commands

def show(term):
    try:
        s = term.decode("utf-8")
        if s.isprintable():
            return repr(s)
    except UnicodeDecodeError:
        pass
    return "[" + term.hex(" ") + "]"


def crc_ints(values):
    return "%08x" % zlib.crc32(struct.pack(">%di" % len(values), *values))


def digest_line(f, term, st):
    docs, freqs = f.docs(st)
    if f.has_pos:
        pos, so, eo, pays = f.positions(st, freqs)
        both = [x for pair in zip(so, eo) for x in pair]
        blob = b"".join(struct.pack(">i", len(p)) + p for p in pays)
    else:
        pos, both, blob = [], [], b""
    imp = "-"
    if st.df > BLOCK:
        levels = f.skip_levels(st)
        parts = []
        for step in (1, 3):
            for i in range(0, len(docs), BLOCK * step):
                view = impacts_at(levels, max(1, docs[i]))
                parts.append(struct.pack(">i", len(view)))
                for upto, pairs in view:
                    parts.append(struct.pack(">ii", upto, len(pairs)))
                    parts += [struct.pack(">iq", q, n) for q, n in pairs]
        imp = "%08x" % zlib.crc32(b"".join(parts))
    return "%s %d %d %s %s %s %s %08x %s" % (
        term.hex(), st.df, st.ttf, crc_ints(docs), crc_ints(freqs), crc_ints(pos),
        crc_ints(both), zlib.crc32(blob), imp)


def frontier(pairs):
    """Competitive (freq, norm) pairs (section 5.4)."""
    best = {}
    for f, n in pairs:
        n &= 0xFFFFFFFFFFFFFFFF
        if f > best.get(n, 0):
            best[n] = f
    out, top = [], 0
    for n in sorted(best):
        if best[n] > top:
            top = best[n]
            out.append((top, n - (1 << 64) if n >> 63 else n))
    return out


def verify_skips(f, term, st, norms):
    """Skip data of one term against the decoded postings; exact, unlike CheckIndex."""
    doc_starts, marks = [], []
    docs, freqs = f.docs(st, doc_starts)
    if f.has_pos:
        payloads = f.raw_positions(st, marks)[3]
        before = [0]
        for q in freqs:
            before.append(before[-1] + q)
    levels = f.skip_levels(st)
    for level, entries in enumerate(levels):
        span = BLOCK * SKIP_MULTIPLIER ** level
        for i, e in enumerate(entries):
            n = (i + 1) * span                  # postings up to and including e.doc
            check(e.doc == docs[n - 1], "skip doc of %r" % term)
            check(e.doc_fp == doc_starts[n // BLOCK], "skip doc pointer of %r" % term)
            if f.has_pos:
                block, upto = divmod(before[n], BLOCK)
                check((e.pos_fp, e.pos_upto) == (marks[block][0], upto),
                      "skip position pointer of %r" % term)
                check(e.pay_fp == marks[block][1], "skip payload pointer of %r" % term)
                if f.has_payloads:
                    size = sum(map(len, payloads[block * BLOCK:block * BLOCK + upto]))
                    check(e.pay_upto == size, "skip payload offset of %r" % term)
            if level:
                child = levels[level - 1][(i + 1) * SKIP_MULTIPLIER - 1]
                check(e.child == child.at, "child pointer of %r" % term)
            mine = freqs[i * span:n]
            check(e.impacts[-1][0] >= max(mine), "impacts of %r" % term)
            if norms is not None:
                ids = docs[i * span:n]
                want = frontier((q, norms[d] if norms else 1) for q, d in zip(mine, ids))
                if e.impacts != want:           # legal as long as it is an upper bound
                    COVERAGE["impacts not minimal"] += 1
                    for q, m in want:
                        check(any(a >= q and b & 0xFFFFFFFFFFFFFFFF <= m & 0xFFFFFFFFFFFFFFFF
                                  for a, b in e.impacts), "impacts of %r too low" % term)


def verify_field(f, out, max_doc, norms):
    """Cross-checks of section 9: statistics, order, FST against blocks, skip data.
    norms: list per doc, [] for a field without norms, None = unknown."""
    blocks = {}                                   # head fp -> [prefix, [(fp, block)]]

    def on_block(prefix, head, n, blk):
        blocks.setdefault(head, [prefix, []])[1].append(blk)

    n = sum_df = sum_ttf = 0
    seen = bytearray(max_doc)
    last = None
    for term, st in f.terms(on_block=on_block):
        check(last is None or last < term, "terms out of order")
        last = term
        if n == 0:
            check(term == f.min_term, "min term")
        n += 1
        sum_df += st.df
        docs, freqs = f.docs(st)
        check(sum(freqs) == st.ttf, "totalTermFreq of %r" % term)
        check(all(a < b for a, b in zip(docs, docs[1:])) and docs[0] >= 0
              and docs[-1] < max_doc, "docs of %r" % term)
        sum_ttf += st.ttf
        for d in docs:
            seen[d] = 1
        if f.has_pos:
            f.positions(st, freqs)
        if n % 37 == 0 or st.df > BLOCK:
            got = f.seek(term)
            check(got is not None and str(got) == str(st), "seek of %r" % term)
        if st.df > BLOCK:
            verify_skips(f, term, st, norms)
    check(last == f.max_term, "max term")
    check((n, sum_df, sum_ttf) == (f.num_terms, f.sum_df, f.sum_ttf), "field statistics")
    check(sum(seen) == f.doc_count, "docCount")

    entries = list(f.fst.entries())
    check([e[0] for e in entries] == sorted(e[0] for e in entries), "FST order")
    check(f.fst.empty == f.root_code, "root code")
    check(len(entries) == len(blocks), "%d FST entries, %d blocks" % (len(entries), len(blocks)))
    for prefix, code in entries:
        fp, has_terms, floor, subs = decode_block_code(code)
        check(blocks[fp][0] == prefix, "FST prefix")
        chain = blocks[fp][1]
        check(floor == (len(chain) > 1), "floor flag")
        want = [any(isinstance(w, TermState) for _, w in b.entries) for b in chain]
        check(has_terms == want[0], "hasTerms flag")
        check([(s[1], s[2]) for s in subs] == [(b.fp, h) for b, h in zip(chain[1:], want[1:])],
              "floor data")
        for s, b in zip(subs, chain[1:]):
            check(b.entries[0][0][0] == s[0], "floor lead byte")
    out.write("    verified: %d terms, %d blocks in %d FST entries\n"
              % (n, sum(len(c[1]) for c in blocks.values()), len(entries)))


def show_term(f, term, out, limit):
    st = f.seek(term)
    if st is None:
        out.write("    term %s not found\n" % show(term))
        return
    out.write("    term %s\n      %s\n" % (show(term), st))
    docs, freqs = f.docs(st)
    if f.has_pos:
        pos, so, eo, pays = f.positions(st, freqs)
    i = 0
    for n, (d, q) in enumerate(zip(docs, freqs)):
        if limit and n >= limit:
            out.write("      ... %d more documents\n" % (len(docs) - n))
            break
        out.write("      doc %d freq %d" % (d, q))
        if f.has_pos:
            for k in range(i, i + q):
                out.write(" %d" % pos[k])
                if f.has_offsets:
                    out.write("[%d-%d]" % (so[k], eo[k]))
                if pays[k]:
                    out.write("{%s}" % pays[k].hex())
        i += q
        out.write("\n")
    for level, entries in enumerate(f.skip_levels(st)):
        out.write("      skip level %d: %d entries\n" % (level, len(entries)))
        for e in entries[:limit or None]:
            out.write("        %s\n" % e)


def show_blocks(f, out):
    c = collections.Counter()
    depth = collections.Counter()

    def on_block(prefix, head, n, blk):
        kinds = {isinstance(w, TermState) for _, w in blk.entries}
        c["blocks"] += 1
        c["leaf blocks" if blk.leaf else "inner blocks"] += 1
        c["mixed blocks"] += kinds == {True, False}
        c["floor blocks"] += n > 0 or not blk.last_in_floor
        c["%s suffixes" % ("plain", "lowercase-ascii", "LZ4")[blk.compression]] += 1
        depth[len(prefix)] += 1

    for _ in f.terms(on_block=on_block):
        c["terms"] += 1
    out.write("    %s\n    by prefix length: %s\n" % (
        ", ".join("%s %d" % kv for kv in c.items()), dict(sorted(depth.items()))))


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("directory")
    ap.add_argument("--segment")
    ap.add_argument("--field")
    ap.add_argument("--term")
    ap.add_argument("--hex-term")
    ap.add_argument("--limit", type=int, default=20)
    for flag in ("--blocks", "--fst", "--verify", "--coverage"):
        ap.add_argument(flag, action="store_true")
    ap.add_argument("--digest", metavar="FILE")
    args = ap.parse_args()
    out = sys.stdout
    dig = open(args.digest, "w") if args.digest else None
    want = bytes.fromhex(args.hex_term) if args.hex_term else (
        args.term.encode() if args.term is not None else None)
    for seg in open_index(args.directory):
        if args.segment and seg.name != args.segment:
            continue
        out.write("segment %s maxDoc=%d deleted=%d%s\n"
                  % (seg.name, seg.max_doc, seg.del_count, " compound" if seg.compound else ""))
        norms = seg.norms() if args.verify else None
        if dig:
            dig.write("SEG %s maxDoc=%d\n" % (seg.name, seg.max_doc))
        fields = {}
        for suffix in seg.groups():
            fields.update(Group(seg, suffix).fields)
        for name in sorted(fields):
            if args.field is not None and name != args.field:
                continue
            f = fields[name]
            out.write("  field %r number=%d %s%s%s terms=%d sumTotalTermFreq=%d sumDocFreq=%d "
                      "docCount=%d min=%s max=%s fst=%d bytes at %d root=%s\n"
                      % (name, f.fi.number, OPTIONS[f.fi.options],
                         " payloads" if f.has_payloads else "", " norms" if f.fi.norms else "",
                         f.num_terms, f.sum_ttf, f.sum_df, f.doc_count, show(f.min_term),
                         show(f.max_term), f.fst.num_bytes, f.index_fp, f.root_code.hex()))
            if dig:
                dig.write("FIELD %s opts=%d pay=%d terms=%d sumTTF=%d sumDF=%d docCount=%d "
                          "min=%s max=%s\n" % (name, f.fi.options, f.has_payloads, f.num_terms,
                                               f.sum_ttf, f.sum_df, f.doc_count,
                                               f.min_term.hex(), f.max_term.hex()))
                for term, st in f.terms():
                    dig.write(digest_line(f, term, st) + "\n")
            if args.verify:
                verify_field(f, out, seg.max_doc, None if norms is None else
                             norms.get(f.fi.number, []))
            if args.blocks:
                show_blocks(f, out)
            if args.fst:
                for prefix, code in f.fst.entries():
                    out.write("    %s -> fp=%d hasTerms=%s floor=%s %s\n"
                              % ((show(prefix),) + decode_block_code(code)))
            if want is not None:
                show_term(f, want, out, args.limit)
            elif args.field and not (dig or args.verify or args.blocks or args.fst):
                for n, (term, st) in enumerate(f.terms()):
                    if args.limit and n >= args.limit:
                        out.write("    ... (use --limit 0 for all)\n")
                        break
                    out.write("    %s %s\n" % (show(term), st))
    if dig:
        dig.close()
    if args.coverage:
        if not (args.digest or args.verify):
            out.write("(coverage is only collected while terms are walked: add --verify)\n")
        for k in sorted(COVERAGE, key=lambda k: (k.split("=")[0], len(k), k)):
            out.write("  %-36s %d\n" % (k, COVERAGE[k]))


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        pass
