package oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocValuesFieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.NormsFieldExistsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Queries as JSON trees: an object whose first key is the kind, for what the classic syntax cannot say. The dialect is that
 * of the golden vectors (queries-programmatic.json). Kinds of a group stand in a file of their own.
 */
final class QueryForms {
    private QueryForms() {
    }

    static Query parse(Object node) throws Exception {
        Map<String, Object> form = map(node);
        String kind = form.keySet().iterator().next();
        Query query = basic(kind, form);
        if (query == null) {
            query = TermForms.parse(kind, form);
        }
        if (query == null) {
            query = IntervalForms.parse(kind, form);
        }
        if (query == null) {
            query = ScoreForms.parse(kind, form);
        }
        if (query == null) {
            query = JoinForms.parse(kind, form);
        }
        if (query == null) {
            throw new Args.Usage("unknown kind of query: " + kind);
        }
        return query;
    }

    private static Query basic(String kind, Map<String, Object> form) throws Exception {
        Object value = form.get(kind);
        switch (kind) {
            case "classic":
                return new Schema.Parser(text(form, "field", "body"), Schema.analyzer()).parse((String) value);
            case "term":
                return new TermQuery(term(value));
            case "bool":
                return bool(list(value), number(form, "minShouldMatch", 0));
            case "dismax":
                return new DisjunctionMaxQuery(queries(value), real(form, "tie", 0f));
            case "boost":
                return new BoostQuery(parse(form.get("query")), ((Number) value).floatValue());
            case "constant":
                return new ConstantScoreQuery(parse(value));
            case "matchall":
                return new MatchAllDocsQuery();
            case "matchnone":
                return new MatchNoDocsQuery();
            case "phrase":
                return phrase(form);
            case "multiphrase":
                return multiPhrase(form);
            case "synonym":
                return synonym(form);
            case "terms_in_set":
                return termsInSet(list(value));
            case "int_range":
                return IntPoint.newRangeQuery(string(value, 0), integer(value, 1), integer(value, 2));
            case "long_range":
                return LongPoint.newRangeQuery(string(value, 0), whole(value, 1), whole(value, 2));
            case "double_range":
                return DoublePoint.newRangeQuery(string(value, 0), at(value, 1).doubleValue(), at(value, 2).doubleValue());
            case "point_box":
                return pointBox(value);
            case "norms_field_exists":
                return new NormsFieldExistsQuery((String) value);
            case "docvalues_field_exists":
                return new DocValuesFieldExistsQuery((String) value);
            default:
                return null;
        }
    }

    /** {@code [field, bytes of a dimension, lower, upper]}, the packed bounds in hex. */
    private static Query pointBox(Object value) {
        byte[] low = java.util.HexFormat.of().parseHex(string(value, 2));
        byte[] high = java.util.HexFormat.of().parseHex(string(value, 3));
        return new PointRangeQuery(string(value, 0), low, high, low.length / integer(value, 1)) {
            @Override
            protected String toString(int dimension, byte[] bound) {
                return java.util.HexFormat.of().formatHex(bound);
            }
        };
    }

    private static Query bool(List<Object> clauses, int minimum) throws Exception {
        BooleanQuery.Builder builder = new BooleanQuery.Builder().setMinimumNumberShouldMatch(minimum);
        for (Object clause : clauses) {
            builder.add(parse(list(clause).get(1)), BooleanClause.Occur.valueOf(string(clause, 0)));
        }
        return builder.build();
    }

    /** Words follow one another; {@code word@5} stands at position 5. */
    private static Query phrase(Map<String, Object> form) {
        PhraseQuery.Builder builder = new PhraseQuery.Builder().setSlop(number(form, "slop", 0));
        String field = text(form, "field", "body");
        for (Object word : list(form.get("phrase"))) {
            String[] parts = ((String) word).split("@");
            if (parts.length > 1) {
                builder.add(new Term(field, parts[0]), Integer.parseInt(parts[1]));
            } else {
                builder.add(new Term(field, parts[0]));
            }
        }
        return builder.build();
    }

    private static Query multiPhrase(Map<String, Object> form) {
        MultiPhraseQuery.Builder builder = new MultiPhraseQuery.Builder().setSlop(number(form, "slop", 0));
        String field = text(form, "field", "body");
        for (Object place : list(form.get("multiphrase"))) {
            builder.add(list(place).stream().map(word -> new Term(field, (String) word)).toArray(Term[]::new));
        }
        return builder.build();
    }

    private static Query synonym(Map<String, Object> form) {
        String field = text(form, "field", "body");
        SynonymQuery.Builder builder = new SynonymQuery.Builder(field);
        for (Object weighted : list(form.get("synonym"))) {
            builder.addTerm(new Term(field, string(weighted, 0)), at(weighted, 1).floatValue());
        }
        return builder.build();
    }

    private static Query termsInSet(List<Object> fieldAndTexts) {
        List<BytesRef> terms = new ArrayList<>();
        for (Object one : fieldAndTexts.subList(1, fieldAndTexts.size())) {
            terms.add(new BytesRef((String) one));
        }
        return new TermInSetQuery((String) fieldAndTexts.get(0), terms);
    }

    static List<Query> queries(Object nodes) throws Exception {
        List<Query> queries = new ArrayList<>();
        for (Object node : list(nodes)) {
            queries.add(parse(node));
        }
        return queries;
    }

    static Term term(Object pair) {
        return new Term(string(pair, 0), string(pair, 1));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    static String string(Object list, int i) {
        return (String) list(list).get(i);
    }

    static Number at(Object list, int i) {
        return (Number) list(list).get(i);
    }

    static int integer(Object list, int i) {
        return at(list, i).intValue();
    }

    static long whole(Object list, int i) {
        return at(list, i).longValue();
    }

    static String text(Map<String, Object> form, String key, String otherwise) {
        return (String) form.getOrDefault(key, otherwise);
    }

    static int number(Map<String, Object> form, String key, int otherwise) {
        return ((Number) form.getOrDefault(key, otherwise)).intValue();
    }

    static float real(Map<String, Object> form, String key, float otherwise) {
        return ((Number) form.getOrDefault(key, otherwise)).floatValue();
    }

    static boolean flag(Map<String, Object> form, String key, boolean otherwise) {
        return (Boolean) form.getOrDefault(key, otherwise);
    }
}
