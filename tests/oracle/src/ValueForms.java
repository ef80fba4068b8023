package oracle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;

/** Values of documents as JSON trees: columns, scores, and arithmetic on them in doubles. */
final class ValueForms {
    private ValueForms() {
    }

    /** Makes one value of several; null stands for a value that is missing, and comes out when there is none. */
    private interface Rule {
        Double of(Double[] values);
    }

    private interface Function {
        double of(double value);
    }

    static DoubleValuesSource parse(Object node) throws Exception {
        Map<String, Object> form = QueryForms.map(node);
        String kind = form.keySet().iterator().next();
        Object value = form.get(kind);
        switch (kind) {
            case "integers":
                return DoubleValuesSource.fromLongField((String) value);
            case "singles":
                return DoubleValuesSource.fromFloatField((String) value);
            case "doubles":
                return DoubleValuesSource.fromDoubleField((String) value);
            case "constant":
                return DoubleValuesSource.constant(((Number) value).doubleValue());
            case "scores":
                return DoubleValuesSource.SCORES;
            case "score_of":
                return DoubleValuesSource.fromQuery(QueryForms.parse(value));
            case "if_matches":
                return computed(values -> values[0] == null ? real(form, "otherwise") : real(form, "value"),
                    DoubleValuesSource.fromQuery(QueryForms.parse(value)));
            case "sum":
                return folded((a, b) -> a + b, all(value));
            case "product":
                return folded((a, b) -> a * b, all(value));
            case "min":
                return folded(Math::min, all(value));
            case "max":
                return folded(Math::max, all(value));
            case "or_else":
                return computed(values -> values[0] == null ? (Double) ((Number) value).doubleValue() : values[0], of(form));
            default:
                return function(kind, value, form);
        }
    }

    private static DoubleValuesSource function(String kind, Object value, Map<String, Object> form) throws Exception {
        switch (kind) {
            case "saturation":
                double pivot = ((Number) value).doubleValue();
                return mapped(x -> x / (x + pivot), of(form));
            case "sigmoid":
                double exponent = QueryForms.at(value, 1).doubleValue();
                double raised = Math.pow(QueryForms.at(value, 0).doubleValue(), exponent);
                return mapped(x -> Math.pow(x, exponent) / (Math.pow(x, exponent) + raised), of(form));
            case "log1p":
                return mapped(Math::log1p, parse(value));
            case "decay":
                return mapped(decay((String) value, real(form, "origin"), real(form, "scale"), real(form, "offset"), real(form, "rest")), of(form));
            default:
                throw new Args.Usage("unknown kind of value: " + kind);
        }
    }

    /** The formulas that Elasticsearch documents for its decay functions. */
    private static Function decay(String shape, double origin, double scale, double offset, double rest) {
        switch (shape) {
            case "exp":
                double lambda = Math.log(rest) / scale;
                return x -> Math.exp(lambda * Math.max(0, Math.abs(x - origin) - offset));
            case "gauss":
                double variance = 0.5 * scale * scale / Math.log(rest);
                return x -> {
                    double distance = Math.max(0, Math.abs(x - origin) - offset);
                    return Math.exp(0.5 * distance * distance / variance);
                };
            default:
                double slope = scale / (1 - rest);
                return x -> Math.max(0, (slope - Math.max(0, Math.abs(x - origin) - offset)) / slope);
        }
    }

    private static DoubleValuesSource mapped(Function function, DoubleValuesSource source) {
        return computed(values -> values[0] == null ? null : (Double) function.of(values[0]), source);
    }

    private static DoubleValuesSource folded(BinaryOperator<Double> operator, DoubleValuesSource... sources) {
        return computed(values -> Arrays.stream(values).filter(Objects::nonNull).reduce(operator).orElse(null), sources);
    }

    private static DoubleValuesSource computed(Rule rule, DoubleValuesSource... sources) {
        return new Computed(rule, sources);
    }

    private static DoubleValuesSource of(Map<String, Object> form) throws Exception {
        return parse(form.get("of"));
    }

    private static DoubleValuesSource[] all(Object nodes) throws Exception {
        List<DoubleValuesSource> sources = new ArrayList<>();
        for (Object node : QueryForms.list(nodes)) {
            sources.add(parse(node));
        }
        return sources.toArray(new DoubleValuesSource[0]);
    }

    private static double real(Map<String, Object> form, String key) {
        return ((Number) form.get(key)).doubleValue();
    }

    private static final class Computed extends DoubleValuesSource {
        private final Rule rule;
        private final DoubleValuesSource[] sources;

        Computed(Rule rule, DoubleValuesSource... sources) {
            this.rule = rule;
            this.sources = sources;
        }

        @Override
        public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
            DoubleValues[] parts = new DoubleValues[sources.length];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = sources[i].getValues(leaf, scores);
            }
            Double[] values = new Double[parts.length];
            return new DoubleValues() {
                private Double value;

                @Override
                public double doubleValue() {
                    return value;
                }

                @Override
                public boolean advanceExact(int doc) throws IOException {
                    for (int i = 0; i < parts.length; i++) {
                        values[i] = parts[i].advanceExact(doc) ? (Double) parts[i].doubleValue() : null;
                    }
                    value = rule.of(values);
                    return value != null;
                }
            };
        }

        @Override
        public boolean needsScores() {
            return Arrays.stream(sources).anyMatch(DoubleValuesSource::needsScores);
        }

        @Override
        public DoubleValuesSource rewrite(IndexSearcher searcher) throws IOException {
            DoubleValuesSource[] rewritten = new DoubleValuesSource[sources.length];
            for (int i = 0; i < sources.length; i++) {
                rewritten[i] = sources[i].rewrite(searcher);
            }
            return new Computed(rule, rewritten);
        }

        @Override
        public boolean isCacheable(LeafReaderContext leaf) {
            return false;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public String toString() {
            return "computed" + Arrays.toString(sources);
        }
    }
}
