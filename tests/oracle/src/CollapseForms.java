package oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.queries.function.valuesource.LongFieldSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.grouping.GroupDocs;
import org.apache.lucene.search.grouping.GroupingSearch;
import org.apache.lucene.search.grouping.TopGroups;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.mutable.MutableValue;

/**
 * Collapsing: {"collapse":{"field":"article","type":"string","groups":5,"offset":0,"hits":2,"within":[…]}}; "type" is string or long,
 * "within" an order as in "sort", which orders the groups.
 */
final class CollapseForms {
    private CollapseForms() {
    }

    static void answer(IndexSearcher searcher, Query query, Map<String, Object> request, Map<String, Object> answer) throws Exception {
        Map<String, Object> form = QueryForms.map(request.get("collapse"));
        String field = QueryForms.text(form, "field", null);
        GroupingSearch grouping = QueryForms.text(form, "type", "string").equals("string")
            ? new GroupingSearch(field)
            : new GroupingSearch(new LongFieldSource(field), new HashMap<>());
        Sort sort = OrderForms.sort(request.get("sort"));
        Sort within = OrderForms.sort(form.get("within"));
        grouping.setGroupSort(sort == null ? Sort.RELEVANCE : sort);
        grouping.setSortWithinGroup(within != null ? within : sort == null ? Sort.RELEVANCE : sort);
        grouping.setGroupDocsLimit(QueryForms.number(form, "hits", 1));
        grouping.setAllGroups(true);
        grouping.setIncludeMaxScore(true);
        TopGroups<Object> top = grouping.search(searcher, query, QueryForms.number(form, "offset", 0), QueryForms.number(form, "groups", 10));
        // Lucene counts no hits when there are no groups on the page.
        answer.put("total", searcher.count(query));
        answer.put("groupTotal", grouping.getAllMatchingGroups().size());
        List<Object> groups = new ArrayList<>();
        for (GroupDocs<Object> group : top == null ? List.<GroupDocs<Object>>of() : List.of(top.groups)) {
            List<Object> one = new ArrayList<>();
            one.add(key(group.groupValue));
            one.add(group.totalHits.value);
            one.add(String.format("%08x", Float.floatToRawIntBits(group.maxScore)));
            TopFieldCollector.populateScores(group.scoreDocs, searcher, query);
            one.add(Requests.hits(searcher, group.scoreDocs));
            groups.add(one);
        }
        answer.put("groups", groups);
    }

    private static String key(Object value) {
        if (value instanceof MutableValue) {
            value = ((MutableValue) value).toObject();
        }
        return value == null ? null : value instanceof BytesRef ? ((BytesRef) value).utf8ToString() : value.toString();
    }
}
