package oracle;

import java.util.Map;
import org.apache.lucene.search.Query;

/** Kinds that change how matches are scored. */
final class ScoreForms {
    private ScoreForms() {
    }

    static Query parse(String kind, Map<String, Object> form) throws Exception {
        return null;
    }
}
