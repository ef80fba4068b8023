package oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.search.Query;

/** A query that an index is asked, as QueryForms reads it. */
final class Ask {
    final Map<String, Object> form;

    private Ask(Object... pairs) {
        form = Json.map(pairs);
    }

    Query query() {
        try {
            return QueryForms.parse(form);
        } catch (Exception e) {
            throw new IllegalStateException(Json.write(form), e);
        }
    }

    static Ask all() {
        return new Ask("matchall", true);
    }

    static Ask term(String field, String text) {
        return new Ask("term", List.of(field, text));
    }

    static Ask prefix(String field, String text) {
        return new Ask("prefix", List.of(field, text));
    }

    static Ask terms(String field, String low, String high) {
        return new Ask("term_range", Arrays.asList(field, low, high, true, false));
    }

    static Ask phrase(String field, int slop, String... words) {
        return new Ask("phrase", List.of(words), "field", field, "slop", slop);
    }

    static Ask ints(String field, int low, int high) {
        return new Ask("int_range", List.of(field, low, high));
    }

    static Ask doubles(String field, double low, double high) {
        return new Ask("double_range", List.of(field, low, high));
    }

    static Ask box(String field, int bytes, byte[] low, byte[] high) {
        return new Ask("point_box", List.of(field, bytes, HexFormat.of().formatHex(low), HexFormat.of().formatHex(high)));
    }

    static Ask intBox(String field, int[] low, int[] high) {
        return box(field, Integer.BYTES, IntPoint.pack(low).bytes, IntPoint.pack(high).bytes);
    }

    /** Clauses: MUST, SHOULD, FILTER, MUST_NOT, each followed by its query. */
    static Ask bool(Object... clauses) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < clauses.length; i += 2) {
            list.add(List.of(clauses[i], ((Ask) clauses[i + 1]).form));
        }
        return new Ask("bool", list, "minShouldMatch", 0);
    }
}
