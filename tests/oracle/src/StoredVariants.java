package oracle;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LogDocMergePolicy;

/** Stored fields: both modes, several chunks, sliced chunks, every kind of value, chunks that a merge copied. */
final class StoredVariants {
    private static final int CHUNK = 614_400;
    private static final int HIGH_CHUNK = 491_520;

    private StoredVariants() {
    }

    static void add(List<Variant> all) {
        all.add(new Variant("stored-fast", Variant.documents(2600, StoredVariants::words)).ask(Ask.term("mod", "m3")));
        all.add(new Variant("stored-best-compression", Variant.documents(4500, StoredVariants::words)).bestCompression()
            .ask(Ask.term("mod", "m3")));
        all.add(new Variant("stored-sliced", Variant.documents(5, (d, n) -> large(d, n, CHUNK))).ask(Ask.term("id", "d2")));
        all.add(new Variant("stored-sliced-best-compression", Variant.documents(5, (d, n) -> large(d, n, HIGH_CHUNK)))
            .bestCompression().ask(Ask.term("id", "d2")));
        all.add(new Variant("stored-values", Variant.documents(120, StoredVariants::values)).ask(Ask.all()));
        Variant merged = new Variant("stored-merged", StoredVariants::merge).ask(Ask.term("mod", "m5"));
        merged.config.setMergePolicy(new LogDocMergePolicy());
        all.add(merged);
    }

    private static void words(Document d, int n) {
        d.add(new StringField("mod", "m" + n % 97, Field.Store.NO));
        if (n % 50 != 7) {
            d.add(new StoredField("text", "paragraph " + n % 13 + " of " + n / 100));
        }
    }

    /** The third document fills more than two chunks, so that its chunk is sliced; the fourth a little more than one. */
    private static void large(Document d, int n, int chunk) {
        d.add(new StringField("id", "d" + n, Field.Store.YES));
        int length = n == 2 ? 2 * chunk + 1234 : n == 3 ? chunk + 77 : 40;
        StringBuilder text = new StringBuilder();
        Random random = new Random(n);
        while (text.length() < length) {
            text.append("sentence ").append(random.nextInt(4)).append(". ".repeat(20_000));
        }
        text.setLength(length);
        d.add(new StoredField("text", text.toString()));
    }

    private static void values(Document d, int n) {
        Random random = new Random(n);
        long[] longs = {0, 1, -1, 16, 1000L * n, 3_600_000L * n, 86_400_000L * n, Long.MIN_VALUE, Long.MAX_VALUE, random.nextLong()};
        float[] floats = {0f, -0f, -1f, 125f, 126f, 0.1f, Float.NaN, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, n};
        double[] doubles = {0d, -0d, -1d, 124d, 125d, 0.1d, 0.5d, Double.NaN, Double.POSITIVE_INFINITY, Double.MAX_VALUE, n};
        d.add(new StoredField("int", n % 3 == 0 ? random.nextInt() : n - 60));
        d.add(new StoredField("long", longs[n % longs.length]));
        d.add(new StoredField("float", floats[n % floats.length]));
        d.add(new StoredField("double", doubles[n % doubles.length]));
        d.add(new StoredField("bytes", new byte[] {(byte) n, 0, -1}));
        d.add(new StoredField("bytes", new byte[0]));
        d.add(new StoredField("string", ""));
        d.add(new StoredField("string", "caf\u00e9 \ud83d\ude80 \u0000 " + (char) ('a' + n % 26)));
    }

    private static void merge(IndexWriter writer) throws IOException {
        for (int part = 0; part < 3; part++) {
            Variant.add(writer, part * 700, part * 700 + 700, StoredVariants::words);
            writer.flush();
        }
        writer.forceMerge(1);
    }
}
