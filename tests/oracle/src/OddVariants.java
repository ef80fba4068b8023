package oracle;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** What is rare: nothing at all, fields without content, term vectors, attributes of the application. */
final class OddVariants {
    private OddVariants() {
    }

    static void add(List<Variant> all) {
        all.add(new Variant("empty-index", writer -> writer.setLiveCommitData(Map.of("only", "data").entrySet())).ask(Ask.all()));
        all.add(new Variant("empty-documents", Variant.documents(7, (d, n) -> { })).ask(Ask.all(), Ask.term("any", "thing")));
        all.add(new Variant("fields-without-terms", Variant.documents(20, OddVariants::withoutTerms))
            .ask(Ask.term("blank", "x"), Ask.term("some", "word"), Ask.phrase("some", 0, "word", "word")));
        Variant emptied = new Variant("fields-emptied-by-merge", OddVariants::emptied).ask(Ask.all(), Ask.term("gone", "word"));
        emptied.config.setMergePolicy(new LogDocMergePolicy());
        all.add(emptied);
        all.add(new Variant("term-vectors", Variant.documents(60, OddVariants::vectors)).ask(Ask.term("text", "odd")));
        all.add(new Variant("term-vectors-compound", Variant.documents(60, OddVariants::vectors)).compound().ask(Ask.term("text", "odd")));
        all.add(new Variant("attributes", Variant.documents(20, OddVariants::attributes)).ask(Ask.term("text", "w0")));
        all.add(new Variant("many-fields", Variant.documents(30, (d, n) -> {
            for (int field = n % 2; field < 60; field += 2) {
                d.add(new StringField("field " + field, "value " + n % 3, Field.Store.YES));
            }
        })).ask(Ask.term("field 7", "value 1")));
    }

    private static void withoutTerms(Document d, int n) {
        d.add(new TextField("blank", "", Field.Store.YES));
        d.add(new TextField("blank", "   ", Field.Store.YES));
        d.add(new StringField("empty", "", Field.Store.YES));
        d.add(new TextField("some", n % 2 == 0 ? "" : "word word", Field.Store.NO));
        d.add(new BinaryDocValuesField("bytes", new BytesRef()));
        d.add(new SortedSetDocValuesField("set", new BytesRef()));
        d.add(new StoredField("stored", new byte[0]));
    }

    /** Documents of two kinds, of which a merge keeps one: its fields stay, without content. */
    private static void emptied(IndexWriter writer) throws IOException {
        for (int part = 0; part < 2; part++) {
            for (int n = 0; n < 20; n++) {
                Document d = new Document();
                d.add(new StringField("id", part + "-" + n, Field.Store.YES));
                if (n == 5) {
                    d.add(new StringField("kind", "gone", Field.Store.NO));
                    d.add(new TextField("gone", "word of a document that goes", Field.Store.YES));
                    d.add(new NumericDocValuesField("number", n));
                    d.add(new SortedSetDocValuesField("set", new BytesRef("s" + n)));
                    d.add(new BinaryDocValuesField("bytes", new BytesRef("b" + n)));
                    d.add(new IntPoint("point", n));
                }
                writer.addDocument(d);
            }
            writer.flush();
        }
        writer.deleteDocuments(new Term("kind", "gone"));
        writer.forceMerge(1);
    }

    private static void vectors(Document d, int n) {
        FieldType type = new FieldType(TextField.TYPE_STORED);
        type.setStoreTermVectors(true);
        type.setStoreTermVectorPositions(n % 2 == 0);
        type.setStoreTermVectorOffsets(n % 2 == 0);
        d.add(new Field("text", "number " + (n % 2 == 0 ? "even" : "odd") + " of " + n, type));
        d.add(new TextField("plain", "without vectors", Field.Store.NO));
    }

    private static void attributes(Document d, int n) {
        FieldType type = new FieldType(TextField.TYPE_STORED);
        type.putAttribute("application.key", "its value \ud83d\ude80");
        type.putAttribute("application.empty", "");
        type.freeze();
        d.add(PostingVariants.text("text", n, 5, type));
    }
}
