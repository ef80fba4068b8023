package oracle;

import java.util.Map;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;

/** Kinds that stand for many terms of the dictionary. */
final class TermForms {
    private TermForms() {
    }

    static Query parse(String kind, Map<String, Object> form) {
        Object value = form.get(kind);
        switch (kind) {
            case "prefix":
                return new PrefixQuery(QueryForms.term(value));
            case "wildcard":
                return new WildcardQuery(QueryForms.term(value));
            case "term_range":
                return TermRangeQuery.newStringRange(QueryForms.string(value, 0), QueryForms.string(value, 1),
                    QueryForms.string(value, 2), (Boolean) QueryForms.list(value).get(3), (Boolean) QueryForms.list(value).get(4));
            default:
                return null;
        }
    }
}
