package oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.FloatPoint;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BM25FQuery;
import org.apache.lucene.search.CoveringQuery;
import org.apache.lucene.search.DocValuesNumbersQuery;
import org.apache.lucene.search.DocValuesTermsQuery;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.LongValuesSource;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Kinds that change how matches are scored, and kinds that look into columns. */
final class ScoreForms {
    private ScoreForms() {
    }

    static Query parse(String kind, Map<String, Object> form) throws Exception {
        Object value = form.get(kind);
        switch (kind) {
            case "function_score_replace_by_field":
                return new FunctionScoreQuery(inner(form), DoubleValuesSource.fromDoubleField((String) value));
            case "function_score_multiply_by_field":
                return FunctionScoreQuery.boostByValue(inner(form), DoubleValuesSource.fromDoubleField((String) value));
            case "function_score_boost_by_query":
                return FunctionScoreQuery.boostByQuery(inner(form), QueryForms.parse(form.get("boostQuery")), ((Number) value).floatValue());
            case "function_score":
                return new FunctionScoreQuery(inner(form), ValueForms.parse(value));
            case "function_boost":
                return FunctionScoreQuery.boostByValue(inner(form), ValueForms.parse(value));
            case "boosting":
                return FunctionScoreQuery.boostByQuery(inner(form), QueryForms.parse(form.get("negative")), ((Number) value).floatValue());
            case "bm25f":
                return combined(texts(value, 0), QueryForms.list(form.get("fields")));
            case "covering":
                return new CoveringQuery(QueryForms.queries(value), minimum(form));
            case "terms_set":
                List<Query> terms = new ArrayList<>();
                texts(value, 1).distinct().forEach(term -> terms.add(new TermQuery(new Term(QueryForms.string(value, 0), term))));
                return new CoveringQuery(terms, minimum(form));
            default:
                Query points = points(kind, value);
                return points != null ? points : columns(kind, value);
        }
    }

    private static Query points(String kind, Object value) {
        switch (kind) {
            case "int_set":
                return IntPoint.newSetQuery(QueryForms.string(value, 0), numbers(value).mapToInt(Number::intValue).toArray());
            case "long_set":
                return LongPoint.newSetQuery(QueryForms.string(value, 0), numbers(value).mapToLong(Number::longValue).toArray());
            case "float_set":
                return FloatPoint.newSetQuery(QueryForms.string(value, 0), numbers(value).map(Number::floatValue).toList());
            case "double_box":
                return DoublePoint.newRangeQuery(QueryForms.string(value, 0), doubles(QueryForms.list(value).get(1)), doubles(QueryForms.list(value).get(2)));
            case "double_set":
                return DoublePoint.newSetQuery(QueryForms.string(value, 0), numbers(value).mapToDouble(Number::doubleValue).toArray());
            default:
                return null;
        }
    }

    /** The forms for several values read columns of one value too. */
    private static Query columns(String kind, Object value) {
        switch (kind) {
            case "column_range":
                return SortedNumericDocValuesField.newSlowRangeQuery(QueryForms.string(value, 0), QueryForms.whole(value, 1), QueryForms.whole(value, 2));
            case "column_numbers":
                return new DocValuesNumbersQuery(QueryForms.string(value, 0), numbers(value).map(Number::longValue).toList());
            case "column_text_range":
                return SortedSetDocValuesField.newSlowRangeQuery(QueryForms.string(value, 0), bytes(QueryForms.string(value, 1)),
                    bytes(QueryForms.string(value, 2)), (Boolean) QueryForms.list(value).get(3), (Boolean) QueryForms.list(value).get(4));
            case "column_terms":
                return new DocValuesTermsQuery(QueryForms.string(value, 0), texts(value, 1).toArray(String[]::new));
            default:
                return null;
        }
    }

    private static Query combined(Stream<String> terms, List<Object> fields) {
        BM25FQuery.Builder builder = new BM25FQuery.Builder();
        terms.forEach(term -> builder.addTerm(new BytesRef(term)));
        for (Object field : fields) {
            builder.addField(QueryForms.string(field, 0), QueryForms.at(field, 1).floatValue());
        }
        return builder.build();
    }

    private static LongValuesSource minimum(Map<String, Object> form) throws Exception {
        return ValueForms.parse(form.get("minimum")).toLongValuesSource();
    }

    private static Query inner(Map<String, Object> form) throws Exception {
        return QueryForms.parse(form.get("query"));
    }

    private static double[] doubles(Object list) {
        return QueryForms.list(list).stream().mapToDouble(number -> ((Number) number).doubleValue()).toArray();
    }

    private static Stream<Number> numbers(Object fieldAndNumbers) {
        return QueryForms.list(fieldAndNumbers).stream().skip(1).map(number -> (Number) number);
    }

    private static Stream<String> texts(Object list, int from) {
        return QueryForms.list(list).stream().skip(from).map(text -> (String) text);
    }

    private static BytesRef bytes(String text) {
        return text == null ? null : new BytesRef(text);
    }
}
