package oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.search.SortedSetSortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopDocsCollector;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.util.BytesRef;

/**
 * Orders and pages: {"sort":[{"kind":"long","field":"date","reverse":true,"missing":5}],"pages":3}. Kinds are score, doc, int, long,
 * float, double and string; "selector" (MIN, MAX, MIDDLE_MIN, MIDDLE_MAX) says that the column is multi-valued; "missing" of a
 * string is "first" or "last".
 */
final class OrderForms {
    private OrderForms() {
    }

    /** Null without "sort": by score. */
    static Sort sort(Object form) {
        if (form == null) {
            return null;
        }
        List<SortField> fields = new ArrayList<>();
        for (Object field : QueryForms.list(form)) {
            fields.add(field(QueryForms.map(field)));
        }
        return new Sort(fields.toArray(new SortField[0]));
    }

    private static SortField field(Map<String, Object> form) {
        String kind = QueryForms.text(form, "kind", "score");
        boolean reverse = QueryForms.flag(form, "reverse", false);
        if (kind.equals("score") || kind.equals("doc")) {
            return new SortField(null, kind.equals("score") ? SortField.Type.SCORE : SortField.Type.DOC, reverse);
        }
        SortField.Type type = SortField.Type.valueOf(kind.toUpperCase());
        String selector = QueryForms.text(form, "selector", null);
        SortField field;
        if (selector == null) {
            field = new SortField(QueryForms.text(form, "field", null), type, reverse);
        } else if (type == SortField.Type.STRING) {
            field = new SortedSetSortField(QueryForms.text(form, "field", null), reverse, SortedSetSelector.Type.valueOf(selector));
        } else {
            field = new SortedNumericSortField(QueryForms.text(form, "field", null), type, reverse, SortedNumericSelector.Type.valueOf(selector));
        }
        Object missing = form.get("missing");
        if (missing != null) {
            field.setMissingValue(missing(type, missing));
        }
        return field;
    }

    private static Object missing(SortField.Type type, Object value) {
        switch (type) {
            case INT:
                return ((Number) value).intValue();
            case LONG:
                return ((Number) value).longValue();
            case FLOAT:
                return ((Number) value).floatValue();
            case DOUBLE:
                return ((Number) value).doubleValue();
            default:
                return value.equals("last") ? SortField.STRING_LAST : SortField.STRING_FIRST;
        }
    }

    /** The first pages, k hits each; sorted ones with what was compared. */
    static void answer(IndexSearcher searcher, Query query, Map<String, Object> request, int k, Map<String, Object> answer) throws Exception {
        Sort sort = sort(request.get("sort"));
        List<Object> hits = new ArrayList<>();
        ScoreDoc after = null;
        for (int page = 0; page < QueryForms.number(request, "pages", 1); page++) {
            TopDocsCollector<?> collector = sort == null
                ? TopScoreDocCollector.create(k, after, Integer.MAX_VALUE)
                : TopFieldCollector.create(sort, k, (FieldDoc) after, Integer.MAX_VALUE);
            searcher.search(query, collector);
            TopDocs top = collector.topDocs();
            answer.put("total", top.totalHits.value);
            if (top.scoreDocs.length == 0) {
                break;
            }
            after = top.scoreDocs[top.scoreDocs.length - 1];
            if (sort != null) {
                TopFieldCollector.populateScores(top.scoreDocs, searcher, query);
            }
            hits.addAll(Requests.hits(searcher, top.scoreDocs));
        }
        answer.put("hits", hits);
    }

    /** What was compared of a hit, floats as their bits. */
    static List<Object> keys(FieldDoc hit) {
        List<Object> keys = new ArrayList<>();
        for (Object key : Arrays.asList(hit.fields)) {
            if (key instanceof Float) {
                keys.add(String.format("%08x", Float.floatToIntBits((Float) key)));
            } else if (key instanceof Double) {
                keys.add(String.format("%016x", Double.doubleToLongBits((Double) key)));
            } else {
                keys.add(key instanceof BytesRef ? ((BytesRef) key).utf8ToString() : String.valueOf(key));
            }
        }
        return keys;
    }
}
