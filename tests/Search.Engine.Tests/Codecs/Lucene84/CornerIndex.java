import java.io.IOException;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.*;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.store.*;
import org.apache.lucene.util.BytesRef;

/**
 * Lets Lucene write one segment whose inverted index reaches corners that text does not: java CornerIndex.java FOLDER DOCUMENTS SEED.
 * Fields k<kind of term>o<index option>p<payloads>, and two of ids.
 */
public class CornerIndex {
    private static final IndexOptions[] OPTIONS = {
        IndexOptions.DOCS, IndexOptions.DOCS_AND_FREQS,
        IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS };

    private final Random random;

    private CornerIndex(long seed) { random = new Random(seed); }

    public static void main(String[] arguments) throws IOException {
        int documents = Integer.parseInt(arguments[1]);
        CornerIndex maker = new CornerIndex(Long.parseLong(arguments[2]));
        IndexWriterConfig config = new IndexWriterConfig(new Analyzer() {
            @Override protected TokenStreamComponents createComponents(String field) { throw new IllegalStateException(); }
        });
        config.setUseCompoundFile(false).setRAMBufferSizeMB(512).setMergePolicy(NoMergePolicy.INSTANCE);
        try (Directory directory = FSDirectory.open(Paths.get(arguments[0])); IndexWriter writer = new IndexWriter(directory, config)) {
            for (int i = 0; i < documents; i++) writer.addDocument(maker.document(i));
            writer.commit();
        }
    }

    private Document document(int number) {
        Document document = new Document();
        for (int kind = 0; kind < 4; kind++) {
            for (int option = 0; option < OPTIONS.length; option++) {
                for (int payloads = 0; payloads < (option >= 2 ? 2 : 1); payloads++) {
                    if (random.nextInt(10) == 0) continue;
                    FieldType type = new FieldType();
                    type.setTokenized(true);
                    type.setIndexOptions(OPTIONS[option]);
                    type.setOmitNorms((kind + option + payloads) % 2 == 0);
                    document.add(new Field("k" + kind + "o" + option + "p" + payloads, tokens(kind, payloads == 1), type));
                }
            }
        }
        document.add(new StringField("id", "s0-" + number, Field.Store.NO));
        document.add(new StringField("mod", "m" + number % 1000, Field.Store.NO));
        return document;
    }

    private TokenStream tokens(int kind, boolean payloads) {
        List<Token> tokens = new ArrayList<>();
        int count = random.nextInt(50) == 0 ? random.nextInt(300) : random.nextInt(12);
        int position = 0, start = 0;
        for (int i = 0; i < count; i++) {
            position += random.nextInt(200) == 0 ? random.nextInt(1 << 16) : i == 0 ? 0 : random.nextInt(3);
            start += random.nextInt(200) == 0 ? random.nextInt(1 << 18) : random.nextInt(9);
            byte[] payload = null;
            if (payloads && random.nextInt(3) > 0) {
                payload = new byte[random.nextInt(100) == 0 ? 300 : 1 + random.nextInt(5)];
                random.nextBytes(payload);
            }
            tokens.add(new Token(term(kind), position, start, start + random.nextInt(20), payload));
        }
        return new Tokens(tokens);
    }

    /** Few terms are frequent, many are rare. */
    private BytesRef term(int kind) {
        int n = (int) (Math.pow(random.nextDouble(), 4) * 3000);
        switch (kind) {
            case 0: return new BytesRef("w" + Integer.toString(n * 7919 % 100003, 36));
            case 1: return new BytesRef("http://www.example.org/path/of/things/" + n % 17 + "/the-long-name-of-item/" + Integer.toString(n, 30) + "/index.html");
            case 2: { byte[] bytes = new byte[n % 7]; new Random(n).nextBytes(bytes); return new BytesRef(bytes); }
            default: return new BytesRef("Prefix" + (char) ('A' + n % 26) + "lower case words number" + n);
        }
    }

    private record Token(BytesRef term, int position, int start, int end, byte[] payload) { }

    private static final class Tokens extends TokenStream {
        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private final PayloadAttribute payload = addAttribute(PayloadAttribute.class);
        private final List<Token> tokens;
        private int next;
        private int last;

        Tokens(List<Token> tokens) { this.tokens = tokens; }

        @Override public void reset() { next = 0; last = -1; }

        @Override public boolean incrementToken() {
            if (next == tokens.size()) return false;
            clearAttributes();
            Token token = tokens.get(next++);
            term.setBytesRef(token.term());
            increment.setPositionIncrement(token.position() - last);
            last = token.position();
            offset.setOffset(token.start(), token.end());
            if (token.payload() != null) payload.setPayload(new BytesRef(token.payload()));
            return true;
        }
    }
}
