import java.nio.file.Paths;
import java.util.Random;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.codecs.lucene87.Lucene87Codec;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;

/** Writes an index with a column of every kind and encoding: ColumnsMaker FOLDER DOCUMENTS [best-compression | dimensions]. */
public class ColumnsMaker {
    private static final int[] WIDTHS = {1, 2, 4, 7, 8, 11, 16, 18, 24, 27, 32, 39, 48, 55, 62};

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[1]);
        IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
        config.setRAMBufferSizeMB(1000).setMergePolicy(NoMergePolicy.INSTANCE).setUseCompoundFile(false);
        config.setSimilarity(new Norms());
        if (args.length > 2 && args[2].equals("best-compression")) {
            config.setCodec(new Lucene87Codec(Lucene87Codec.Mode.BEST_COMPRESSION));
        }
        try (MMapDirectory dir = new MMapDirectory(Paths.get(args[0])); IndexWriter writer = new IndexWriter(dir, config)) {
            Random random = new Random(count);
            for (int i = 0; i < count; i++) {
                Document d = document(i, random);
                if (args.length > 2 && args[2].equals("dimensions")) {
                    dimensions(d, i, random);
                }
                writer.addDocument(d);
            }
            writer.commit();
        }
    }

    private static Document document(int i, Random random) {
        Document d = new Document();
        d.add(new StringField("id", "d" + i, Field.Store.NO));
        numbers(d, i, random);
        strings(d, i, random);
        points(d, i, random);
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(60); n >= 0; n--) {
            text.append("w").append(n).append(' ');
        }
        for (String norms : new String[] {"bm25", "wide2", "wide4", "wide8", "constant"}) {
            d.add(new TextField("norm_" + norms, text.toString(), Field.Store.NO));
        }
        if (i % 7 == 3) {
            d.add(new TextField("norm_bm25_sparse", text.toString(), Field.Store.NO));
        }
        if (i == 5) {
            d.add(new TextField("norm_bm25_one", "x", Field.Store.NO));
        }
        return d;
    }

    private static void numbers(Document d, int i, Random random) {
        for (int width : WIDTHS) {
            d.add(new NumericDocValuesField("n_bits" + width, random.nextLong() >>> (64 - width)));
        }
        for (int size : new int[] {2, 3, 5, 17, 200, 256, 257}) {
            d.add(new NumericDocValuesField("n_table" + size, random.nextInt(size) * 1_234_567L - 99));
        }
        d.add(new NumericDocValuesField("n_constant", -3));
        d.add(new NumericDocValuesField("n_gcd", 1_500_000_000_000L + random.nextInt(4000) * 86_400_000L));
        d.add(new NumericDocValuesField("n_negative_gcd", -30L * random.nextInt(100_000)));
        d.add(new NumericDocValuesField("n_blocks", i % 40_000 < 30_000 ? random.nextInt(3) : random.nextLong() >> 8));
        d.add(new NumericDocValuesField("n_blocks_gcd", 1000L * (i < 20_000 ? 7 : i < 40_000 ? random.nextInt(9) : random.nextInt())));
        d.add(new NumericDocValuesField("n_extreme", i % 3 == 0 ? Long.MIN_VALUE : i % 3 == 1 ? Long.MAX_VALUE : i));
        d.add(new NumericDocValuesField("n_positive", 1000 + random.nextInt(60_000)));
        d.add(new DoubleDocValuesField("n_double", random.nextGaussian()));
        if (random.nextInt(100) == 0) {
            d.add(new NumericDocValuesField("n_percent", random.nextInt(1000)));
        }
        if (random.nextInt(3) == 0) {
            d.add(new NumericDocValuesField("n_third", i < 40_000 ? 5 : random.nextLong()));
        }
        if (i != 777) {
            d.add(new NumericDocValuesField("n_all_but_one", i));
        }
        if (i == 70) {
            d.add(new NumericDocValuesField("n_one", Long.MIN_VALUE));
        }
        d.add(new SortedNumericDocValuesField("sn_single", i / 3));
        d.add(new SortedNumericDocValuesField("sn_constant", 9));
        d.add(new SortedNumericDocValuesField("sn_constant", 9));
        for (int n = random.nextInt(4); n > 0; n--) {
            d.add(new SortedNumericDocValuesField("sn_multi", random.nextInt(2000) - 1000));
            d.add(new SortedNumericDocValuesField("sn_blocks", i < 30_000 ? n : random.nextLong()));
        }
    }

    private static void strings(Document d, int i, Random random) {
        byte[] fixed = new byte[5];
        random.nextBytes(fixed);
        byte[] variable = new byte[random.nextInt(30)];
        d.add(new BinaryDocValuesField("b_fixed", new BytesRef(fixed)));
        d.add(new BinaryDocValuesField("b_variable", new BytesRef(variable)));
        d.add(new BinaryDocValuesField("b_empty", new BytesRef()));
        if (i % 11 == 0) {
            d.add(new BinaryDocValuesField("b_sparse", new BytesRef("value " + i + " of a sparse column")));
        }
        d.add(new SortedDocValuesField("s_one", new BytesRef("only")));
        d.add(new SortedDocValuesField("s_few", new BytesRef("few" + random.nextInt(40))));
        d.add(new SortedDocValuesField("s_many", new BytesRef("many/" + random.nextInt(9000) * 7919 % 100_003)));
        if (i % 5 == 0) {
            d.add(new SortedDocValuesField("s_long", new BytesRef("p".repeat(random.nextInt(50)) + i + "s".repeat(random.nextInt(400)))));
        }
        d.add(new SortedSetDocValuesField("ss_single", new BytesRef("single" + i % 33)));
        for (int n = random.nextInt(4); n > 0; n--) {
            d.add(new SortedSetDocValuesField("ss_multi", new BytesRef("tag" + random.nextInt(3000))));
        }
        d.add(new SortedSetDocValuesField("ss_all", new BytesRef("")));
        d.add(new SortedSetDocValuesField("ss_all", new BytesRef("t" + i % 2)));
    }

    private static void points(Document d, int i, Random random) {
        d.add(new IntPoint("p_int", random.nextInt()));
        d.add(new IntPoint("p_constant", 42));
        d.add(new LongPoint("p_ascending", 1_000_000_000_000L + i));
        d.add(new LongPoint("p_few", random.nextInt(5) * 1000));
        d.add(new LongPoint("p_cardinality", random.nextInt(3000) * 7919L));
        d.add(new DoublePoint("p_double", random.nextGaussian()));
        d.add(new BinaryPoint("p_address", new byte[][] {{10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) random.nextInt(4), 0, 0, (byte) i}}));
        for (int n = random.nextInt(3); n > 0; n--) {
            d.add(new LongPoint("p_multi", random.nextInt(100_000) - 50_000));
        }
        if (i < 600) {
            d.add(new LongPoint("p_some", -i));
        }
    }

    /** Points of several dimensions: random, few distinct ones, one constant dimension, fewer index dimensions than dimensions. */
    private static void dimensions(Document d, int i, Random random) {
        d.add(new IntPoint("d_two", random.nextInt(), random.nextInt(100)));
        d.add(new LongPoint("d_three", random.nextInt(50), 7, -random.nextInt(1000)));
        d.add(new IntPoint("d_few", random.nextInt(3), random.nextInt(3)));
        d.add(new IntPoint("d_constant", 1, 2, 3));
        FieldType type = new FieldType();
        type.setDimensions(4, 2, 4);
        type.freeze();
        byte[] packed = new byte[16];
        random.nextBytes(packed);
        d.add(new BinaryPoint("d_four_by_two", packed, type));
        if (i % 3 == 0) {
            packed = packed.clone();
            packed[0] = packed[5] = packed[9] = 0;
            d.add(new BinaryPoint("d_four_by_two", packed, type));
        }
    }

    /** Norms wider than those of the built-in similarities. */
    private static final class Norms extends Similarity {
        @Override
        public long computeNorm(FieldInvertState state) {
            switch (state.getName()) {
                case "norm_wide2":
                    return state.getLength() * -300L;
                case "norm_wide4":
                    return state.getLength() * 1_000_000L;
                case "norm_wide8":
                    return state.getLength() * 1_000_000_000_000L;
                case "norm_constant":
                    return 11;
                default:
                    return (byte) org.apache.lucene.util.SmallFloat.intToByte4(state.getLength());
            }
        }

        @Override
        public SimScorer scorer(float boost, CollectionStatistics field, TermStatistics... terms) {
            throw new UnsupportedOperationException();
        }
    }
}
