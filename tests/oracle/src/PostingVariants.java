package oracle;

import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PayloadAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;

/** Postings with all that they can hold, skip data of several levels, and norms of every width. */
final class PostingVariants {
    private PostingVariants() {
    }

    static void add(List<Variant> all) {
        Analyzer payloads = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new WhitespaceTokenizer();
                return new TokenStreamComponents(words, new Payloads(words));
            }
        };
        all.add(new Variant("postings-options", Variant.documents(300, PostingVariants::options))
            .ask(Ask.term("o1", "w1"), Ask.term("o2", "w1"), Ask.phrase("o3", 0, "w1", "w2"), Ask.phrase("o4", 1, "w2", "w1"), Ask.term("free", "w3")));
        all.add(new Variant("postings-payloads", payloads, Variant.documents(300, (d, n) -> d.add(text("text", n, 9, offsets()))))
            .ask(Ask.term("text", "w1"), Ask.phrase("text", 0, "w0", "w1")));
        all.add(new Variant("postings-skip-levels", Variant.documents(9000, PostingVariants::frequent))
            .ask(Ask.term("text", "all"), Ask.bool("MUST", Ask.term("text", "rare"), "MUST", Ask.term("text", "all")),
                Ask.phrase("text", 0, "all", "rare"), Ask.bool("SHOULD", Ask.term("text", "some"), "MUST_NOT", Ask.term("text", "rare"))));
        all.add(new Variant("postings-long-documents", payloads, Variant.documents(6, (d, n) -> d.add(text("text", n, n == 3 ? 3000 : 150, offsets()))))
            .ask(Ask.term("text", "w0"), Ask.phrase("text", 0, "w0", "w0", "w1")));
        all.add(new Variant("norms-omitted", Variant.documents(50, (d, n) -> {
            FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
            type.setOmitNorms(true);
            d.add(text("text", n, 1 + n % 5, type));
        })).ask(Ask.term("text", "w0")));
        Variant norms = new Variant("norms-every-width", Variant.documents(200, PostingVariants::lengths));
        norms.config.setSimilarity(new Norms());
        all.add(norms);
    }

    static FieldType offsets() {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        return type;
    }

    /** Words of which the first are frequent. */
    static Field text(String field, int seed, int words, FieldType type) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append('w').append((int) (Math.pow(random.nextDouble(), 4) * 60)).append(" ".repeat(1 + random.nextInt(3)));
        }
        return new Field(field, text.toString(), type);
    }

    private static void options(Document d, int n) {
        for (int option = 1; option <= 4; option++) {
            FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
            type.setIndexOptions(IndexOptions.values()[option]);
            d.add(text("o" + option, n, 5 + n % 20, type));
        }
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.setOmitNorms(true);
        d.add(text("free", n, 12, type));
        if (n % 3 == 1) {
            d.add(text("sparse", n, 3, TextField.TYPE_NOT_STORED));
            d.add(text("sparse", n + 1, 2, TextField.TYPE_NOT_STORED));
        }
    }

    private static void frequent(Document d, int n) {
        d.add(new TextField("text", (n % 3 == 0 ? "all" : n % 5 == 0 ? "all all" : "all") + (n % 7 < 3 ? " some" : "") + (n % 1000 == 499 ? " rare" : ""), Field.Store.NO));
        if (n % 1000 == 0) {
            d.add(new StringField("id", "d" + n, Field.Store.NO));
        }
    }

    private static void lengths(Document d, int n) {
        for (String field : new String[] {"n1", "n2", "n4", "n8", "constant"}) {
            d.add(text(field, n, 1 + n % 40, TextField.TYPE_NOT_STORED));
        }
        if (n % 9 == 4) {
            d.add(text("n1_sparse", n, 1 + n % 4, TextField.TYPE_NOT_STORED));
            d.add(text("n2_sparse", n, 1 + n % 4, TextField.TYPE_NOT_STORED));
        }
        if (n == 100) {
            d.add(text("n1_one", n, 4, TextField.TYPE_NOT_STORED));
        }
    }

    /** Payloads of 0 to 9 bytes on two of three tokens, one of 300 bytes on some. */
    private static final class Payloads extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PayloadAttribute payload = addAttribute(PayloadAttribute.class);
        private int count;
        private int total;

        Payloads(TokenStream input) {
            super(input);
        }

        @Override
        public boolean incrementToken() throws java.io.IOException {
            if (!input.incrementToken()) {
                return false;
            }
            count++;
            if (count % 3 != 0) {
                byte[] bytes = new byte[total++ % 700 == 90 ? 300 : count % 5];
                new Random(term.length() + count).nextBytes(bytes);
                payload.setPayload(new BytesRef(bytes));
            }
            return true;
        }

        @Override
        public void reset() throws java.io.IOException {
            super.reset();
            count = 0;
        }
    }

    private static final class Norms extends Similarity {
        @Override
        public long computeNorm(FieldInvertState state) {
            switch (state.getName().substring(0, 2)) {
                case "n2":
                    return state.getLength() * -300L;
                case "n4":
                    return state.getLength() * 1_000_000L;
                case "n8":
                    return state.getLength() * 1_000_000_000_000L;
                case "co":
                    return 11;
                default:
                    return SmallFloat.intToByte4(state.getLength());
            }
        }

        @Override
        public SimScorer scorer(float boost, CollectionStatistics field, TermStatistics... terms) {
            throw new UnsupportedOperationException();
        }
    }
}
