package oracle;

import java.util.Map;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;

/** Kinds that stand for many terms of the dictionary. */
final class TermForms {
    private TermForms() {
    }

    static Query parse(String kind, Map<String, Object> form) {
        MultiTermQuery query = query(kind, form);
        if (query != null && form.containsKey("rewrite")) {
            query.setRewriteMethod(rewrite((String) form.get("rewrite")));
        }
        return query;
    }

    private static MultiTermQuery query(String kind, Map<String, Object> form) {
        Object value = form.get(kind);
        switch (kind) {
            case "prefix":
                return new PrefixQuery(QueryForms.term(value));
            case "wildcard":
                return new WildcardQuery(QueryForms.term(value));
            case "regexp":
                return new RegexpQuery(QueryForms.term(value));
            case "fuzzy":
                return new FuzzyQuery(QueryForms.term(value), QueryForms.number(form, "maxEdits", 2),
                    QueryForms.number(form, "prefixLength", 0), QueryForms.number(form, "maxExpansions", 50),
                    QueryForms.flag(form, "transpositions", true));
            case "term_range":
                return TermRangeQuery.newStringRange(QueryForms.string(value, 0), QueryForms.string(value, 1),
                    QueryForms.string(value, 2), (Boolean) QueryForms.list(value).get(3), (Boolean) QueryForms.list(value).get(4));
            default:
                return null;
        }
    }

    /** A name, and behind a colon how many terms. */
    private static MultiTermQuery.RewriteMethod rewrite(String text) {
        String[] parts = text.split(":");
        switch (parts[0]) {
            case "constant_score":
                return MultiTermQuery.CONSTANT_SCORE_REWRITE;
            case "scoring_boolean":
                return MultiTermQuery.SCORING_BOOLEAN_REWRITE;
            case "constant_score_boolean":
                return MultiTermQuery.CONSTANT_SCORE_BOOLEAN_REWRITE;
            case "top_terms":
                return new MultiTermQuery.TopTermsScoringBooleanQueryRewrite(Integer.parseInt(parts[1]));
            case "top_terms_boost":
                return new MultiTermQuery.TopTermsBoostOnlyBooleanQueryRewrite(Integer.parseInt(parts[1]));
            case "top_terms_blended":
                return new MultiTermQuery.TopTermsBlendedFreqScoringRewrite(Integer.parseInt(parts[1]));
            default:
                throw new Args.Usage("unknown rewrite: " + text);
        }
    }
}
