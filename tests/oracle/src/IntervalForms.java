package oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Interval queries, and phrases whose last word is a beginning: {@code {"intervals":SOURCE,"field":"body"}} with perhaps
 * {@code pivot} and {@code exponent}. A source is a word, or an object whose first key is the kind.
 */
final class IntervalForms {
    private IntervalForms() {
    }

    static Query parse(String kind, Map<String, Object> form) throws Exception {
        switch (kind) {
            case "intervals":
                return intervals(form);
            case "phrase_prefix":
                return new PhrasePrefix(QueryForms.text(form, "field", "body"), QueryForms.list(form.get(kind)),
                    QueryForms.number(form, "slop", 0), QueryForms.number(form, "max", 50));
            default:
                return null;
        }
    }

    private static Query intervals(Map<String, Object> form) {
        String field = QueryForms.text(form, "field", "body");
        IntervalsSource source = source(form.get("intervals"));
        if (form.containsKey("exponent")) {
            return new IntervalQuery(field, source, QueryForms.real(form, "pivot", 1f), QueryForms.real(form, "exponent", 1f));
        }
        return form.containsKey("pivot")
            ? new IntervalQuery(field, source, QueryForms.real(form, "pivot", 1f))
            : new IntervalQuery(field, source);
    }

    static IntervalsSource source(Object node) {
        if (node instanceof String) {
            return Intervals.term((String) node);
        }
        Map<String, Object> form = QueryForms.map(node);
        String kind = form.keySet().iterator().next();
        Object value = form.get(kind);
        switch (kind) {
            case "prefix":
                return Intervals.prefix(new BytesRef((String) value), QueryForms.number(form, "max", 128));
            case "wildcard":
                return Intervals.wildcard(new BytesRef((String) value), QueryForms.number(form, "max", 128));
            case "phrase":
                return Intervals.phrase(sources(value));
            case "or":
                return Intervals.or(QueryForms.flag(form, "split", true), sources(value));
            case "ordered":
                return Intervals.ordered(sources(value));
            case "unordered":
                return Intervals.unordered(sources(value));
            case "at_least":
                return Intervals.atLeast(QueryForms.number(form, "minimum", 1), sources(value));
            case "max_width":
                return Intervals.maxwidth(QueryForms.integer(value, 0), source(at(value, 1)));
            case "max_gaps":
                return Intervals.maxgaps(QueryForms.integer(value, 0), source(at(value, 1)));
            case "extend":
                return Intervals.extend(source(at(value, 0)), QueryForms.integer(value, 1), QueryForms.integer(value, 2));
            case "within":
                return Intervals.within(source(at(value, 0)), QueryForms.integer(value, 1), source(at(value, 2)));
            case "not_within":
                return Intervals.notWithin(source(at(value, 0)), QueryForms.integer(value, 1), source(at(value, 2)));
            case "fix_field":
                return Intervals.fixField(QueryForms.string(value, 0), source(at(value, 1)));
            default:
                return pair(kind, source(at(value, 0)), source(at(value, 1)));
        }
    }

    private static IntervalsSource pair(String kind, IntervalsSource one, IntervalsSource other) {
        switch (kind) {
            case "unordered_no_overlaps":
                return Intervals.unorderedNoOverlaps(one, other);
            case "containing":
                return Intervals.containing(one, other);
            case "not_containing":
                return Intervals.notContaining(one, other);
            case "contained_by":
                return Intervals.containedBy(one, other);
            case "not_contained_by":
                return Intervals.notContainedBy(one, other);
            case "overlapping":
                return Intervals.overlapping(one, other);
            case "non_overlapping":
                return Intervals.nonOverlapping(one, other);
            case "before":
                return Intervals.before(one, other);
            case "after":
                return Intervals.after(one, other);
            default:
                throw new Args.Usage("unknown kind of interval source: " + kind);
        }
    }

    private static IntervalsSource[] sources(Object nodes) {
        return QueryForms.list(nodes).stream().map(IntervalForms::source).toArray(IntervalsSource[]::new);
    }

    private static Object at(Object list, int i) {
        return QueryForms.list(list).get(i);
    }

    /** A multi-phrase whose last place has the first terms, in order, that start with a prefix. */
    private static final class PhrasePrefix extends Query {
        private final String field;
        private final List<Object> words;
        private final int slop;
        private final int max;

        PhrasePrefix(String field, List<Object> words, int slop, int max) {
            this.field = field;
            this.words = words;
            this.slop = slop;
            this.max = max;
        }

        @Override
        public Query rewrite(IndexReader reader) throws java.io.IOException {
            Term[] last = expand(reader);
            if (last.length == 0) {
                return new MatchNoDocsQuery("no term starts with the last word");
            }
            MultiPhraseQuery.Builder builder = new MultiPhraseQuery.Builder().setSlop(slop);
            for (Object word : words.subList(0, words.size() - 1)) {
                builder.add(new Term(field, (String) word));
            }
            return builder.add(last).build();
        }

        private Term[] expand(IndexReader reader) throws java.io.IOException {
            List<Term> found = new ArrayList<>();
            Terms terms = MultiTerms.getTerms(reader, field);
            BytesRef prefix = new BytesRef((String) words.get(words.size() - 1));
            TermsEnum at = terms == null ? TermsEnum.EMPTY : terms.iterator();
            if (at.seekCeil(prefix) != TermsEnum.SeekStatus.END) {
                BytesRef term = at.term();
                for (; term != null && found.size() < max && StringHelper.startsWith(term, prefix); term = at.next()) {
                    found.add(new Term(field, BytesRef.deepCopyOf(term)));
                }
            }
            return found.toArray(new Term[0]);
        }

        @Override
        public void visit(QueryVisitor visitor) {
            visitor.visitLeaf(this);
        }

        @Override
        public String toString(String f) {
            return "PhrasePrefix(" + words + ")";
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
