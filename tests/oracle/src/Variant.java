package oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.codecs.lucene87.Lucene87Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.SoftDeletesDirectoryReaderWrapper;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/** One small index that holds one variant of the format, and what Lucene reads from it. */
final class Variant {
    /** Fills an index; the writer is committed and closed afterwards. */
    interface Maker {
        void fill(IndexWriter writer) throws IOException;
    }

    /** Makes the n-th document. */
    interface Documents {
        void add(Document document, int n);
    }

    private static final int HITS = 10;

    final String name;
    final IndexWriterConfig config;
    private final Maker maker;
    private final List<Ask> asks = new ArrayList<>();
    private String softDeletes;
    private boolean dumpsCommits;

    Variant(String name, Maker maker) {
        this(name, new WhitespaceAnalyzer(), maker);
    }

    Variant(String name, Analyzer analyzer, Maker maker) {
        this.name = name;
        this.maker = maker;
        config = new IndexWriterConfig(analyzer).setUseCompoundFile(false).setRAMBufferSizeMB(512)
            .setMergePolicy(NoMergePolicy.INSTANCE).setMergeScheduler(new SerialMergeScheduler())
            .setCodec(new Lucene87Codec());
    }

    static Maker documents(int count, Documents each) {
        return writer -> add(writer, 0, count, each);
    }

    static void add(IndexWriter writer, int from, int to, Documents each) throws IOException {
        for (int i = from; i < to; i++) {
            Document document = new Document();
            each.add(document, i);
            writer.addDocument(document);
        }
    }

    Variant bestCompression() {
        config.setCodec(new Lucene87Codec(Lucene87Codec.Mode.BEST_COMPRESSION));
        return this;
    }

    Variant compound() {
        config.setUseCompoundFile(true);
        return this;
    }

    Variant softDeletes(String field) {
        config.setSoftDeletesField(field);
        softDeletes = field;
        return this;
    }

    Variant dumpsCommits() {
        dumpsCommits = true;
        return this;
    }

    Variant ask(Ask... more) {
        asks.addAll(List.of(more));
        return this;
    }

    void write(Path out) throws IOException {
        Path folder = out.resolve(name);
        delete(folder);
        Files.createDirectories(folder.resolve("index"));
        try (Directory directory = new MMapDirectory(folder.resolve("index"))) {
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                maker.fill(writer);
                writer.commit();
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                Files.write(folder.resolve("dump.jsonl"), Dump.all(reader));
                Files.write(folder.resolve("hits.jsonl"), hits(reader));
            }
            if (dumpsCommits) {
                for (IndexCommit commit : DirectoryReader.listCommits(directory)) {
                    try (DirectoryReader reader = DirectoryReader.open(commit)) {
                        Files.write(folder.resolve("dump." + commit.getGeneration() + ".jsonl"), Dump.all(reader));
                    }
                }
            }
        }
        Files.deleteIfExists(folder.resolve("index").resolve("write.lock"));
    }

    private byte[] hits(DirectoryReader plain) throws IOException {
        DirectoryReader reader = softDeletes == null ? plain : new SoftDeletesDirectoryReaderWrapper(plain, softDeletes);
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new BM25Similarity());
        searcher.setQueryCache(null);
        StringBuilder lines = new StringBuilder();
        for (Ask ask : asks) {
            TopScoreDocCollector collector = TopScoreDocCollector.create(HITS, Integer.MAX_VALUE);
            searcher.search(ask.query(), collector);
            TopDocs top = collector.topDocs();
            List<Object> hits = new ArrayList<>();
            for (ScoreDoc hit : top.scoreDocs) {
                hits.add(List.of(hit.doc, String.format("%08x", Float.floatToRawIntBits(hit.score))));
            }
            lines.append(Json.write(Json.map("query", ask.form, "total", top.totalHits.value, "top", hits))).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
                    Files.delete(path);
                }
            }
        }
    }
}
