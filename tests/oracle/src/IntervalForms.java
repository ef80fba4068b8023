package oracle;

import java.util.Map;
import org.apache.lucene.search.Query;

/** Interval queries. */
final class IntervalForms {
    private IntervalForms() {
    }

    static Query parse(String kind, Map<String, Object> form) throws Exception {
        return null;
    }
}
