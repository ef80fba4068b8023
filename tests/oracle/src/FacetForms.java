package oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.range.LongRange;
import org.apache.lucene.facet.range.LongRangeFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;

/**
 * Counts over all hits: {"facets":[{"strings":"source"},{"numbers":"ordinal"},{"ranges":"date","bounds":[[0,9],[5,20]]},{"months":"date"}]};
 * {"sideways":[{"filter":{…query…},"facets":[…]}]} narrows the hits by all filters and counts each one's facets without its own.
 * Ranges are counted and near misses found by Lucene's facet module. Its string facets need fields of their own, its integer facets a
 * library that is not installed with it: strings, integers and months (of days since 1970) are counted here from doc values.
 */
final class FacetForms {
    private static final int MOST_STRINGS = 50;

    private FacetForms() {
    }

    static void answer(IndexSearcher searcher, Query query, Map<String, Object> request, Map<String, Object> answer) throws Exception {
        if (request.get("sideways") != null) {
            sideways(searcher, query, request, answer);
            return;
        }
        FacetsCollector hits = new FacetsCollector();
        searcher.search(query, hits);
        answer.put("facets", counts(request.get("facets"), hits));
    }

    private static void sideways(IndexSearcher searcher, Query query, Map<String, Object> request, Map<String, Object> answer) throws Exception {
        DrillDownQuery narrowed = new DrillDownQuery(new FacetsConfig(), query);
        List<Object> dimensions = QueryForms.list(request.get("sideways"));
        for (int i = 0; i < dimensions.size(); i++) {
            narrowed.add("d" + i, QueryForms.parse(QueryForms.map(dimensions.get(i)).get("filter")));
        }
        List<Object> near = new ArrayList<>();
        new DrillSideways(searcher, new FacetsConfig(), (SortedSetDocValuesReaderState) null) {
            @Override
            protected Facets buildFacetsResult(FacetsCollector hits, FacetsCollector[] misses, String[] dims) {
                try {
                    answer.put("facets", counts(request.get("facets"), hits));
                    for (int i = 0; i < dimensions.size(); i++) {
                        near.add(counts(QueryForms.map(dimensions.get(i)).get("facets"), misses[i]));
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                return null;
            }
        }.search(narrowed, 1);
        answer.put("sideways", near);
    }

    private static List<Object> counts(Object forms, FacetsCollector hits) throws Exception {
        List<Object> all = new ArrayList<>();
        if (forms != null) {
            for (Object form : QueryForms.list(forms)) {
                all.add(one(QueryForms.map(form), hits));
            }
        }
        return all;
    }

    private static List<Object> one(Map<String, Object> form, FacetsCollector hits) throws Exception {
        String kind = form.keySet().iterator().next();
        String field = (String) form.get(kind);
        switch (kind) {
            case "strings":
                return strings(field, hits);
            case "numbers":
                return integers(field, hits, value -> value);
            case "ranges":
                return ranges(field, QueryForms.list(form.get("bounds")), hits);
            case "months":
                return integers(field, hits, value -> LocalDate.ofEpochDay(value).withDayOfMonth(1).toEpochDay());
            default:
                throw new Args.Usage("unknown kind of facet: " + kind);
        }
    }

    private static List<Object> ranges(String field, List<Object> bounds, FacetsCollector hits) throws Exception {
        LongRange[] ranges = new LongRange[bounds.size()];
        for (int i = 0; i < ranges.length; i++) {
            ranges[i] = new LongRange("r" + i, QueryForms.whole(bounds.get(i), 0), true, QueryForms.whole(bounds.get(i), 1), true);
        }
        return labels(new LongRangeFacetCounts(field, hits, ranges).getTopChildren(10, field));
    }

    private static List<Object> labels(FacetResult result) {
        List<Object> labels = new ArrayList<>();
        for (LabelAndValue entry : result.labelValues) {
            labels.add(entry.label + "=" + entry.value);
        }
        return labels;
    }

    private static List<Object> strings(String field, FacetsCollector hits) throws Exception {
        Map<BytesRef, Integer> counts = new TreeMap<>();
        for (FacetsCollector.MatchingDocs segment : hits.getMatchingDocs()) {
            LeafReader reader = segment.context.reader();
            SortedSetDocValues values = DocValues.getSortedSet(reader, field);
            DocIdSetIterator docs = segment.bits.iterator();
            for (int doc = docs == null ? DocIdSetIterator.NO_MORE_DOCS : docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                if (!values.advanceExact(doc)) {
                    continue;
                }
                for (long ord = values.nextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.nextOrd()) {
                    counts.merge(BytesRef.deepCopyOf(values.lookupOrd(ord)), 1, Integer::sum);
                }
            }
        }
        List<Map.Entry<BytesRef, Integer>> entries = new ArrayList<>(counts.entrySet());
        entries.sort((left, right) -> Integer.compare(right.getValue(), left.getValue()));
        List<Object> labels = new ArrayList<>();
        for (Map.Entry<BytesRef, Integer> entry : entries.subList(0, Math.min(MOST_STRINGS, entries.size()))) {
            labels.add(entry.getKey().utf8ToString() + "=" + entry.getValue());
        }
        return labels;
    }

    /** A document counts once for an integer, whatever several of its own come to it. */
    private static List<Object> integers(String field, FacetsCollector hits, LongUnaryOperator bucket) throws Exception {
        Map<Long, Integer> counts = new TreeMap<>();
        for (FacetsCollector.MatchingDocs segment : hits.getMatchingDocs()) {
            SortedNumericDocValues values = DocValues.getSortedNumeric(segment.context.reader(), field);
            DocIdSetIterator docs = segment.bits.iterator();
            for (int doc = docs == null ? DocIdSetIterator.NO_MORE_DOCS : docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                if (!values.advanceExact(doc)) {
                    continue;
                }
                Set<Long> distinct = new HashSet<>();
                for (int left = values.docValueCount(); left > 0; left--) {
                    distinct.add(bucket.applyAsLong(values.nextValue()));
                }
                distinct.forEach(value -> counts.merge(value, 1, Integer::sum));
            }
        }
        List<Object> labels = new ArrayList<>();
        counts.forEach((value, count) -> labels.add(value + "=" + count));
        return labels;
    }
}
