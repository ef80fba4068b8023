package oracle;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;

/** The command search-json: requests with queries as trees (see QueryForms), answers as JSON lines. */
final class Requests {
    private Requests() {
    }

    static int search(Args args) throws Exception {
        int k = args.number("k", 10);
        try (Directory dir = Oracle.open(args.word(0, "INDEX")); DirectoryReader reader = DirectoryReader.open(dir)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new BM25Similarity());
            searcher.setQueryCache(null);
            PrintWriter out = Oracle.out();
            for (String line : Files.readAllLines(Paths.get(args.word(1, "REQUESTS.jsonl")), StandardCharsets.UTF_8)) {
                if (!line.isBlank()) {
                    out.println(Json.write(answer(searcher, QueryForms.map(Json.parse(line)), k)));
                }
            }
            out.flush();
        }
        return 0;
    }

    /** What Lucene refuses is an answer too: {"error": "..."}. */
    private static Map<String, Object> answer(IndexSearcher searcher, Map<String, Object> request, int k) throws Exception {
        try {
            Query query = QueryForms.parse(request.get("query"));
            Map<String, Object> answer = Json.map("parsed", query.toString());
            if (request.get("collapse") != null) {
                CollapseForms.answer(searcher, query, request, answer);
            } else if (request.get("facets") != null) {
                FacetForms.answer(searcher, query, request, answer);
            } else {
                OrderForms.answer(searcher, query, request, QueryForms.number(request, "k", k), answer);
            }
            return answer;
        } catch (Args.Usage e) {
            throw e;
        } catch (RuntimeException e) {
            return Json.map("error", e.toString());
        }
    }

    /** [id, score, bits of the score] a hit, and what was compared of a sorted one. */
    static List<Object> hits(IndexSearcher searcher, ScoreDoc[] docs) throws Exception {
        List<Object> hits = new ArrayList<>();
        for (ScoreDoc hit : docs) {
            List<Object> one = new ArrayList<>();
            one.add(searcher.doc(hit.doc, Set.of("id")).get("id"));
            one.add(hit.score);
            one.add(String.format("%08x", Float.floatToRawIntBits(hit.score)));
            if (hit instanceof FieldDoc && ((FieldDoc) hit).fields != null) {
                one.add(OrderForms.keys((FieldDoc) hit));
            }
            hits.add(one);
        }
        return hits;
    }
}
