package oracle;

import java.util.Map;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.ParentChildrenBlockJoinQuery;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;

/** Kinds that join the documents of a block. */
final class JoinForms {
    private JoinForms() {
    }

    static Query parse(String kind, Map<String, Object> form) throws Exception {
        Object value = form.get(kind);
        switch (kind) {
            case "to_parent":
                return new ToParentBlockJoinQuery(QueryForms.parse(value), parents(form), ScoreMode.valueOf((String) form.get("scores")));
            case "to_child":
                return new ToChildBlockJoinQuery(QueryForms.parse(value), parents(form));
            case "children_of":
                return new ParentChildrenBlockJoinQuery(parents(form), QueryForms.parse(value), QueryForms.number(form, "parent", 0));
            default:
                return null;
        }
    }

    private static BitSetProducer parents(Map<String, Object> form) throws Exception {
        return new QueryBitSetProducer(QueryForms.parse(form.get("parents")));
    }
}
