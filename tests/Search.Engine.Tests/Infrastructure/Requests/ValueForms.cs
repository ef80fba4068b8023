using System.Text.Json;
using Search.Engine.Search.Values;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Values of documents as JSON trees: an object whose first key is the kind.</summary>
internal static class ValueForms
{
    public static ValueSource Parse(JsonElement form)
    {
        JsonProperty kind = form.EnumerateObject().First();
        JsonElement value = kind.Value;
        return kind.Name switch
        {
            "integers" => ValueSource.Integers(value.GetString()!),
            "singles" => ValueSource.Singles(value.GetString()!),
            "doubles" => ValueSource.Doubles(value.GetString()!),
            "constant" => ValueSource.Constant(value.GetDouble()),
            "scores" => ValueSource.Score,
            "score_of" => ValueSource.ScoreOf(QueryForms.Parse(value)),
            "if_matches" => ValueSource.IfMatches(QueryForms.Parse(value), Real(form, "value"), Real(form, "otherwise")),
            "sum" => ValueSource.Sum(All(value)),
            "product" => ValueSource.Product(All(value)),
            "min" => ValueSource.Smallest(All(value)),
            "max" => ValueSource.Largest(All(value)),
            "or_else" => Of(form).OrElse(value.GetDouble()),
            "saturation" => Of(form).Saturated(value.GetDouble()),
            "sigmoid" => Of(form).Sigmoid(value[0].GetDouble(), value[1].GetDouble()),
            "log1p" => Parse(value).Log1P(),
            "decay" => Of(form).Decay(Shape(value.GetString()!), Real(form, "origin"), Real(form, "scale"), Real(form, "offset"), Real(form, "rest")),
            _ => throw new UnknownKindException(kind.Name),
        };
    }

    private static DecayShape Shape(string name) => name switch
    {
        "exp" => DecayShape.Exponential,
        "gauss" => DecayShape.Gaussian,
        _ => DecayShape.Linear,
    };

    private static ValueSource Of(JsonElement form) => Parse(form.GetProperty("of"));

    private static ValueSource[] All(JsonElement forms) => [.. forms.EnumerateArray().Select(Parse)];

    private static double Real(JsonElement form, string key) => form.GetProperty(key).GetDouble();
}
