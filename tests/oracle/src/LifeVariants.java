package oracle;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.NoDeletionPolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SoftDeletesRetentionMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.search.SortedSetSortField;
import org.apache.lucene.util.BytesRef;

/** What happens to an index: deletions, updates of columns, soft deletions, commits, compound files, sorted segments. */
final class LifeVariants {
    private LifeVariants() {
    }

    static void add(List<Variant> all) {
        all.add(new Variant("deletes", LifeVariants::deletes).ask(Ask.all(), Ask.term("text", "even"), Ask.term("id", "d5")));
        all.add(new Variant("updates", w -> updates(w)).ask(Ask.term("text", "even")));
        all.add(new Variant("updates-compound", w -> updates(w)).compound().ask(Ask.term("text", "even")));
        Variant soft = new Variant("soft-deletes", LifeVariants::softDeletes).softDeletes("__soft_deletes")
            .ask(Ask.all(), Ask.term("text", "odd"), Ask.term("id", "d14"), Ask.bool("MUST", Ask.term("text", "even"), "MUST_NOT", Ask.term("id", "d0")));
        soft.config.setMergePolicy(new SoftDeletesRetentionMergePolicy("__soft_deletes", MatchAllDocsQuery::new, NoMergePolicy.INSTANCE));
        all.add(soft);
        Variant commits = new Variant("commits", LifeVariants::commits).dumpsCommits().ask(Ask.all());
        commits.config.setIndexDeletionPolicy(NoDeletionPolicy.INSTANCE);
        all.add(commits);
        all.add(new Variant("compound", writer -> {
            for (int part = 0; part < 3; part++) {
                Variant.add(writer, part * 40, part * 40 + 40, LifeVariants::document);
                writer.flush();
            }
            writer.deleteDocuments(new Term("id", "d50"));
        }).compound().ask(Ask.term("text", "odd"), Ask.phrase("text", 0, "number", "even")));
        sorted(all, "index-sort-numbers", new Sort(new SortField("few", SortField.Type.INT, true), missing(new SortField("rare", SortField.Type.LONG), -1L)));
        sorted(all, "index-sort-floats", new Sort(missing(new SortField("float", SortField.Type.FLOAT), 0.5f), new SortField("double", SortField.Type.DOUBLE, true)));
        sorted(all, "index-sort-strings", new Sort(missing(new SortField("string", SortField.Type.STRING), SortField.STRING_LAST), new SortField("few", SortField.Type.LONG)));
        sorted(all, "index-sort-selected", new Sort(new SortedSetSortField("set", true, SortedSetSelector.Type.MAX),
            new SortedNumericSortField("numbers", SortField.Type.LONG, false, SortedNumericSelector.Type.MAX)));
    }

    private static void document(Document d, int n) {
        d.add(new StringField("id", "d" + n, Field.Store.YES));
        d.add(new TextField("text", "number " + (n % 2 == 0 ? "even" : "odd") + " of many", Field.Store.YES));
        d.add(new NumericDocValuesField("count", n));
        d.add(new BinaryDocValuesField("bytes", new BytesRef("b" + n)));
        if (n % 4 == 0) {
            d.add(new NumericDocValuesField("some", -n));
        }
        d.add(new SortedDocValuesField("kept", new BytesRef("k" + n % 5)));
    }

    private static void deletes(IndexWriter writer) throws IOException {
        Variant.add(writer, 0, 100, LifeVariants::document);
        writer.commit();
        Variant.add(writer, 100, 170, LifeVariants::document);
        writer.deleteDocuments(new Term("id", "d169"), new Term("id", "d168"));
        writer.commit();
        for (int n = 0; n < 100; n += 9) {
            writer.deleteDocuments(new Term("id", "d" + n));
        }
        writer.commit();
        writer.deleteDocuments(new Term("id", "d5"), new Term("id", "d99"), new Term("id", "d100"));
    }

    private static void updates(IndexWriter writer) throws IOException {
        Variant.add(writer, 0, 60, LifeVariants::document);
        writer.commit();
        Variant.add(writer, 60, 100, LifeVariants::document);
        writer.commit();
        for (int round = 0; round < 3; round++) {
            for (int n = round; n < 100; n += 7) {
                writer.updateNumericDocValue(new Term("id", "d" + n), "count", 1_000_000_000_000L * (round + 1) + n);
                writer.updateBinaryDocValue(new Term("id", "d" + (n + 1)), "bytes", new BytesRef("updated ".repeat(round) + n));
            }
            writer.commit();
        }
        writer.updateNumericDocValue(new Term("id", "d5"), "some", 77);
        writer.updateDocValues(new Term("text", "even"), new NumericDocValuesField("added", 3));
        writer.commit();
        writer.deleteDocuments(new Term("id", "d61"));
        writer.updateDocValues(new Term("id", "d12"), new NumericDocValuesField("some", (Long) null), new NumericDocValuesField("count", -12));
    }

    private static void softDeletes(IndexWriter writer) throws IOException {
        Variant.add(writer, 0, 60, LifeVariants::document);
        writer.commit();
        Variant.add(writer, 60, 80, LifeVariants::document);
        writer.commit();
        Variant.add(writer, 80, 120, LifeVariants::document);
        writer.commit();
        for (int n = 0; n < 60; n += 7) {
            replace(writer, n);
        }
        // All of the second segment: readers that hide soft deletions leave it out.
        for (int n = 60; n < 80; n++) {
            replace(writer, n);
        }
        writer.commit();
        writer.deleteDocuments(new Term("id", "d14"), new Term("id", "d81"));
        writer.softUpdateDocument(new Term("id", "d90"), new Document(), new NumericDocValuesField("__soft_deletes", 1));
        writer.commit();
        replace(writer, 7);
    }

    private static void replace(IndexWriter writer, int n) throws IOException {
        Document d = new Document();
        document(d, n);
        writer.softUpdateDocument(new Term("id", "d" + n), d, new NumericDocValuesField("__soft_deletes", 1));
    }

    private static void commits(IndexWriter writer) throws IOException {
        Variant.add(writer, 0, 30, LifeVariants::document);
        writer.setLiveCommitData(Map.of("step", "first", "why", "caf\u00e9").entrySet());
        writer.commit();
        Variant.add(writer, 30, 50, LifeVariants::document);
        writer.deleteDocuments(new Term("id", "d3"));
        writer.setLiveCommitData(Map.of("step", "second").entrySet());
        writer.commit();
        writer.updateNumericDocValue(new Term("id", "d4"), "count", 44);
        writer.setLiveCommitData(Map.of("step", "third").entrySet());
        writer.commit();
        writer.deleteDocuments(new Term("id", "d3"), new Term("id", "d33"));
        writer.setLiveCommitData(Map.of("step", "last").entrySet());
    }

    private static SortField missing(SortField field, Object value) {
        field.setMissingValue(value);
        return field;
    }

    private static void sorted(List<Variant> all, String name, Sort sort) {
        Variant variant = new Variant(name, Variant.documents(150, (d, n) -> {
            document(d, n);
            d.add(new NumericDocValuesField("few", n * 31 % 11));
            if (n % 3 == 0) {
                d.add(new NumericDocValuesField("rare", n * 7 % 50 - 20));
                d.add(new NumericDocValuesField("float", org.apache.lucene.util.NumericUtils.floatToSortableInt(n * 13 % 40 / 8f)));
                d.add(new SortedDocValuesField("string", new BytesRef("s" + n * 7 % 40)));
                d.add(new SortedSetDocValuesField("set", new BytesRef("s" + n % 4)));
                d.add(new SortedSetDocValuesField("set", new BytesRef("s" + n % 5)));
                d.add(new SortedNumericDocValuesField("numbers", n * 11 % 30));
                d.add(new SortedNumericDocValuesField("numbers", n * 3 % 40));
            }
            d.add(new NumericDocValuesField("double", org.apache.lucene.util.NumericUtils.doubleToSortableLong(n * 17 % 60 / 4.0 - 5)));
        })).ask(Ask.term("text", "odd"), Ask.all());
        variant.config.setIndexSort(sort);
        all.add(variant);
    }
}
