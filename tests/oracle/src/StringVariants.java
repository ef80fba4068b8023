package oracle;

import java.util.List;
import java.util.Random;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.util.BytesRef;

/** Columns of strings: plain and compressed bytes, dictionaries of one block and of several keys, sets. */
final class StringVariants {
    private StringVariants() {
    }

    static void add(List<Variant> all) {
        all.add(new Variant("binary-plain", Variant.documents(300, StringVariants::binary)));
        all.add(new Variant("binary-compressed", Variant.documents(300, StringVariants::binary)).bestCompression());
        all.add(new Variant("sorted", Variant.documents(2300, StringVariants::sorted)));
        all.add(new Variant("sorted-best-compression", Variant.documents(300, StringVariants::sorted)).bestCompression());
        all.add(new Variant("sorted-sets", Variant.documents(300, StringVariants::sets)));
        all.add(new Variant("sorted-huge", Variant.documents(20, (d, n) ->
            d.add(new SortedDocValuesField("key", new BytesRef(n == 7 ? "h".repeat(32_766) : "k" + n))))));
    }

    private static void binary(Document d, int n) {
        Random random = new Random(n);
        byte[] fixed = new byte[5];
        random.nextBytes(fixed);
        byte[] variable = new byte[random.nextInt(30)];
        random.nextBytes(variable);
        d.add(new BinaryDocValuesField("fixed", new BytesRef(fixed)));
        d.add(new BinaryDocValuesField("variable", new BytesRef(variable)));
        d.add(new BinaryDocValuesField("empty", new BytesRef()));
        d.add(new BinaryDocValuesField("text", new BytesRef("value " + n % 10 + " of a column with many words that repeat")));
        if (n % 11 == 0) {
            d.add(new BinaryDocValuesField("sparse", new BytesRef("value " + n + " of a sparse column")));
        }
        if (n >= 20 && n < 40) {
            d.add(new BinaryDocValuesField("run", new BytesRef(n % 2 == 0 ? "" : "x".repeat(n))));
        }
    }

    private static void sorted(Document d, int n) {
        d.add(new SortedDocValuesField("one", new BytesRef("only")));
        d.add(new SortedDocValuesField("few", new BytesRef("few" + n * 7 % 40)));
        d.add(new SortedDocValuesField("many", new BytesRef("many/" + n * 7919 % 100_003)));
        if (n % 50 == 0) {
            d.add(new SortedDocValuesField("long", new BytesRef("p".repeat(n % 50) + n + "s".repeat(n % 400))));
        }
        if (n % 100 == 9) {
            d.add(new SortedDocValuesField("odd", new BytesRef(n % 200 == 9 ? "" : "\ud83d\ude80" + n)));
        }
    }

    private static void sets(Document d, int n) {
        Random random = new Random(n);
        d.add(new SortedSetDocValuesField("single", new BytesRef("single" + n % 33)));
        for (int i = random.nextInt(4); i > 0; i--) {
            d.add(new SortedSetDocValuesField("sets", new BytesRef("tag" + random.nextInt(200))));
        }
        d.add(new SortedSetDocValuesField("two", new BytesRef("")));
        d.add(new SortedSetDocValuesField("two", new BytesRef("t" + n % 2)));
        if (n % 30 == 1) {
            d.add(new SortedSetDocValuesField("rare", new BytesRef("r" + n)));
        }
    }
}
