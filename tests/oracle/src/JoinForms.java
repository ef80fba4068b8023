package oracle;

import java.util.Map;
import org.apache.lucene.search.Query;

/** Kinds that join the documents of a block. */
final class JoinForms {
    private JoinForms() {
    }

    static Query parse(String kind, Map<String, Object> form) throws Exception {
        return null;
    }
}
