package oracle;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Writes intervals.json: interval queries on the bodies of the golden corpus, one segment. See README.md. */
public final class IntervalGolden {
    private static final int RANDOM_ROWS = 260;
    private static final int DOCS_WITH_INTERVALS = 4;

    private static final Random random = new Random(8811);
    private static final List<String[]> texts = new ArrayList<>();
    private static String[] words;

    private IntervalGolden() {
    }

    public static void main(String[] args) throws Exception {
        Path folder = Paths.get(args[0]);
        ByteBuffersDirectory dir = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(dir, new IndexWriterConfig(new StandardAnalyzer()))) {
            for (String line : Files.readAllLines(folder.resolve("corpus.jsonl"), StandardCharsets.UTF_8)) {
                Map<String, Object> row = QueryForms.map(Json.parse(line));
                Document doc = new Document();
                doc.add(new StringField("id", (String) row.get("id"), Field.Store.YES));
                doc.add(new TextField("body", (String) row.get("body"), Field.Store.NO));
                doc.add(new TextField("title", (String) row.get("title"), Field.Store.NO));
                writer.addDocument(doc);
                String[] split = ((String) row.get("body")).toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z ]", "").trim().split(" +");
                if (split.length >= 5) {
                    texts.add(split);
                }
            }
            writer.forceMerge(1);
        }
        List<String> rows = new ArrayList<>();
        try (DirectoryReader reader = DirectoryReader.open(dir)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            for (String source : sources()) {
                rows.add(row(searcher, "{\"intervals\":" + source + ",\"field\":\"body\"" + scoring(rows.size()) + "}"));
            }
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve("intervals.json"), StandardCharsets.US_ASCII)) {
            out.write("{\"about\": \"interval queries on the golden corpus, single segment index; intervals of the first hits\",\n\"rows\": [\n");
            out.write(String.join(",\n", rows));
            out.write("\n]}\n");
        }
        System.out.println("intervals.json " + rows.size() + " rows");
    }

    private static String row(IndexSearcher searcher, String form) throws Exception {
        Query query = QueryForms.parse(Json.parse(form));
        TopScoreDocCollector collector = TopScoreDocCollector.create(10, Integer.MAX_VALUE);
        searcher.search(query, collector);
        TopDocs top = collector.topDocs();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("query", Json.parse(form));
        // Alternatives are printed in an order that changes from run to run.
        if (!query.toString().contains("or(")) {
            row.put("toString", query.toString());
        }
        row.put("totalHits", top.totalHits.value);
        List<Object> hits = new ArrayList<>();
        Map<String, Object> intervals = new LinkedHashMap<>();
        for (ScoreDoc hit : top.scoreDocs) {
            String id = searcher.doc(hit.doc).get("id");
            hits.add(Arrays.asList(id, hit.score, String.format("0x%08x", Float.floatToRawIntBits(hit.score))));
            if (intervals.size() < DOCS_WITH_INTERVALS) {
                intervals.put(id, intervals(searcher, QueryForms.map(Json.parse(form)).get("intervals"), hit.doc));
            }
        }
        row.put("top", hits);
        row.put("intervals", intervals);
        return Json.write(row);
    }

    private static List<Object> intervals(IndexSearcher searcher, Object form, int doc) throws Exception {
        IntervalsSource source = IntervalForms.source(form);
        LeafReaderContext leaf = searcher.getIndexReader().leaves().get(0);
        IntervalIterator iterator = source.intervals("body", leaf);
        iterator.advance(doc);
        List<Object> found = new ArrayList<>();
        while (iterator.nextInterval() != IntervalIterator.NO_MORE_INTERVALS) {
            found.add(Arrays.asList(iterator.start(), iterator.end()));
        }
        return found;
    }

    private static List<String> sources() {
        List<String> all = new ArrayList<>();
        String[] pairs = {"ordered", "unordered", "unordered_no_overlaps", "phrase", "or", "containing", "not_containing", "contained_by",
            "not_contained_by", "overlapping", "non_overlapping", "before", "after"};
        String[] operands = {"\"the\"", "\"rain\"", "{\"ordered\":[\"the\",\"rain\"]}", "{\"phrase\":[\"of\",\"the\"]}", "{\"unordered\":[\"and\",\"the\"]}"};
        for (String pair : pairs) {
            for (int i = 0; i < operands.length; i++) {
                all.add("{\"" + pair + "\":[" + operands[i] + "," + operands[(i * 2 + 1) % operands.length] + "]}");
            }
        }
        for (int n = 0; n < 5; n++) {
            all.add("{\"max_gaps\":[" + n + ",{\"ordered\":[\"the\",\"and\",\"of\"]}]}");
            all.add("{\"max_width\":[" + (n * 3 + 1) + ",{\"unordered\":[\"the\",\"the\",\"of\"]}]}");
            all.add("{\"within\":[\"rain\"," + n + ",\"the\"]}");
            all.add("{\"not_within\":[\"rain\"," + n + ",\"the\"]}");
            all.add("{\"extend\":[\"rain\"," + n + "," + (4 - n) + "]}");
        }
        all.add("{\"at_least\":[\"rain\",\"storm\",\"wind\",\"river\"],\"minimum\":2}");
        all.add("{\"at_least\":[\"rain\",\"storm\",\"wind\",\"river\"],\"minimum\":3}");
        all.add("{\"prefix\":\"ra\"}");
        all.add("{\"phrase\":[\"the\",{\"prefix\":\"r\"}]}");
        all.add("{\"wildcard\":\"r*n\"}");
        all.add("{\"fix_field\":[\"title\",\"rain\"]}");
        all.add("{\"ordered\":[{\"fix_field\":[\"title\",\"rain\"]},\"the\"]}");
        all.add("{\"or\":[]}");
        all.add("\"absentword\"");
        for (int i = 0; i < RANDOM_ROWS; i++) {
            window();
            all.add(source(1 + random.nextInt(2)));
        }
        return all;
    }

    private static String scoring(int row) {
        switch (row % 5) {
            case 1:
                return ",\"pivot\":" + (1 + row % 13) / 4.0;
            case 2:
                return ",\"pivot\":" + (1 + row % 11) / 4.0 + ",\"exponent\":" + (1 + row % 7) / 2.0;
            default:
                return "";
        }
    }

    private static void window() {
        String[] text = texts.get(random.nextInt(texts.size()));
        int length = Math.min(text.length, 8);
        int start = random.nextInt(text.length - length + 1);
        words = Arrays.copyOfRange(text, start, start + length);
    }

    private static String source(int depth) {
        if (depth == 0) {
            return leaf();
        }
        switch (random.nextInt(10)) {
            case 0:
                return "{\"max_width\":[" + (1 + random.nextInt(15)) + "," + source(depth - 1) + "]}";
            case 1:
                return "{\"max_gaps\":[" + random.nextInt(6) + ",{\"" + (random.nextBoolean() ? "ordered" : "unordered") + "\":[" + several(depth - 1) + "]}]}";
            case 2:
                return "{\"extend\":[" + source(depth - 1) + "," + random.nextInt(4) + "," + random.nextInt(4) + "]}";
            case 3:
                return "{\"" + (random.nextBoolean() ? "within" : "not_within") + "\":[" + source(depth - 1) + "," + random.nextInt(6) + "," + source(depth - 1) + "]}";
            case 4:
            case 5:
                String[] relations = {"not_containing", "contained_by", "not_contained_by", "overlapping", "non_overlapping", "before", "after", "unordered_no_overlaps"};
                return "{\"" + relations[random.nextInt(relations.length)] + "\":[" + source(depth - 1) + "," + source(depth - 1) + "]}";
            default:
                String[] combinations = {"ordered", "unordered", "or", "phrase"};
                return "{\"" + combinations[random.nextInt(combinations.length)] + "\":[" + several(depth - 1) + "]}";
        }
    }

    private static String several(int depth) {
        List<String> parts = new ArrayList<>();
        for (int n = 2 + random.nextInt(2); n > 0; n--) {
            parts.add(source(depth));
        }
        return String.join(",", parts);
    }

    private static String leaf() {
        int at = random.nextInt(words.length - 1);
        switch (random.nextInt(6)) {
            case 0:
                return "{\"phrase\":[\"" + words[at] + "\",\"" + words[at + 1] + "\"]}";
            case 1:
                return words[at].length() > 2 ? "{\"prefix\":\"" + words[at].substring(0, 2) + "\"}" : "\"" + words[at] + "\"";
            default:
                return "\"" + words[at] + "\"";
        }
    }
}
