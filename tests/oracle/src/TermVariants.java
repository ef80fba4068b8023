package oracle;

import java.util.List;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Terms dictionaries: how suffixes are stored, which form the nodes of the terms index have, terms at the limits. */
final class TermVariants {
    static final FieldType DOCS = new FieldType();

    static {
        DOCS.setIndexOptions(IndexOptions.DOCS);
        DOCS.setOmitNorms(true);
        DOCS.setTokenized(false);
        DOCS.freeze();
    }

    private TermVariants() {
    }

    static void add(List<Variant> all) {
        all.add(new Variant("terms-lz4", Variant.documents(700, TermVariants::addresses))
            .ask(Ask.prefix("url", "http://www.example.org/path/of/things/11/"), Ask.term("url", address(30)), Ask.terms("url", address(5), address(7))));
        all.add(new Variant("terms-lowercase", Variant.documents(900, (d, n) -> d.add(new StringField("word", word(n), Field.Store.NO))))
            .ask(Ask.term("word", word(77)), Ask.prefix("word", word(5).substring(0, 4)), Ask.term("word", "absent")));
        all.add(new Variant("terms-equal-lengths", Variant.documents(600, (d, n) ->
            d.add(new StringField("id", String.format("%08d", n * 37), Field.Store.NO))))
            .ask(Ask.term("id", "00000370"), Ask.prefix("id", "0000")));
        all.add(new Variant("terms-direct-nodes", Variant.documents(1040, (d, n) ->
            d.add(bytes("code", 'a' + n / 40, '0' + n % 40, 'x')))).ask(Ask.prefix("code", "b"), Ask.term("code", "c7x")));
        all.add(new Variant("terms-binary-nodes", Variant.documents(900, TermVariants::sparse))
            .ask(Ask.prefix("code", "a"), Ask.term("code", "s7x"), Ask.term("id", "d899")));
        all.add(new Variant("terms-long-path", Variant.documents(400, TermVariants::deep)).ask(Ask.term("key", "z"), Ask.prefix("key", "kk")));
        all.add(new Variant("terms-singletons", Variant.documents(300, TermVariants::pulsed))
            .ask(Ask.term("id", "d299"), Ask.term("text", "only17"), Ask.phrase("text", 0, "only17", "both")));
        all.add(new Variant("terms-huge", Variant.documents(3, TermVariants::huge)).ask(Ask.prefix("key", "hhhh")));
        all.add(new Variant("terms-unicode", Variant.documents(40, TermVariants::unicode))
            .ask(Ask.term("key", ""), Ask.term("key", "\ud83d\ude80"), Ask.prefix("key", "\uffee"), Ask.terms("key", "\ud83d\ude80", null)));
    }

    static Field bytes(String field, int... bytes) {
        byte[] term = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            term[i] = (byte) bytes[i];
        }
        return new Field(field, new BytesRef(term), DOCS);
    }

    private static String address(int n) {
        return "http://www.example.org/path/of/things/" + n % 17 + "/the-long-name-of-item/" + Integer.toString(n * 7919, 30) + "/index.html";
    }

    private static void addresses(Document d, int n) {
        d.add(new StringField("url", address(n), Field.Store.NO));
        if (n % 2 == 0) {
            d.add(new StringField("url", address(n / 2), Field.Store.NO));
        }
    }

    private static String word(int n) {
        Random random = new Random(n);
        StringBuilder word = new StringBuilder("word-" + (char) ('a' + n % 3));
        for (int i = 3 + random.nextInt(5); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return n % 200 == 9 ? word.append('L').toString() : word.toString();
    }

    /** 18 first bytes far apart with 50 terms each: binary-searched nodes. */
    private static void sparse(Document d, int n) {
        d.add(bytes("code", n / 50 * 14 + (n / 50) % 3, n % 50 * 5, 'x'));
        d.add(new StringField("id", "d" + n, Field.Store.NO));
    }

    /** Blocks behind a prefix of 300 bytes, and around it. */
    private static void deep(Document d, int n) {
        d.add(new StringField("key", n < 200 ? "k".repeat(300) + n : n < 399 ? "kk" + n : "z", Field.Store.NO));
    }

    /** Every term in one document only, and one in all. */
    private static void pulsed(Document d, int n) {
        d.add(new StringField("id", "d" + n, Field.Store.NO));
        d.add(new TextField("text", "only" + n + " both only" + n, Field.Store.NO));
    }

    private static void huge(Document d, int n) {
        d.add(new StringField("key", n == 0 ? "a" : n == 1 ? "h".repeat(32_766) : "z", Field.Store.NO));
    }

    private static void unicode(Document d, int n) {
        String[] keys = {"", "a", "\u00e9", "e\u0301", "\uffee", "\ud83d\ude80", "\ud83d\ude81\ud800\udc00", "\u0000", "\u65e5\u672c", "\ud800"};
        d.add(new StringField("key", keys[n % keys.length], Field.Store.YES));
        d.add(new StringField("\u540d\u524d \ud83d\ude80", "field name " + n, Field.Store.YES));
    }
}
