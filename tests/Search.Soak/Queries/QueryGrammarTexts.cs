using System.Globalization;
using System.Text;

namespace Search.Soak.Queries;

/// <summary>Texts that the classic grammar derives: what people type when they know it.</summary>
internal sealed class QueryGrammarTexts(Random random)
{
    private const int DeepestGroup = 4;

    private static readonly string[] Words =
        ["rain", "storm", "river", "Wind", "the", "of", "k1", "k12", "42", "2024", "über", "can't", "U.S.", "a\\:b", "x\\ y", "foo\\*", "\\u0072ain", "naïve", "東京", "e-mail"];

    private static readonly string[] Fields = ["body", "key", "tag", "nothing", "bo\\dy", "*"];

    private readonly StringBuilder _text = new();

    /// <summary>The next text.</summary>
    public string Next()
    {
        _text.Clear();
        Clauses(0);
        return _text.ToString();
    }

    private void Clauses(int depth)
    {
        for (int i = random.Next(1, 5); i > 0; i--)
        {
            Clause(depth);
            _text.Append(random.Next(6) switch { 0 => " AND ", 1 => " OR ", 2 => " && ", _ => " " });
        }
        Clause(depth);
    }

    private void Clause(int depth)
    {
        _text.Append(random.Next(10) switch { 0 => "+", 1 => "-", 2 => "NOT ", 3 => "!", _ => "" });
        if (random.Next(4) == 0)
            _text.Append(Fields[random.Next(Fields.Length)]).Append(':');
        if (depth < DeepestGroup && random.Next(6) == 0)
        {
            _text.Append('(');
            Clauses(depth + 1);
            _text.Append(')');
        }
        else
        {
            Leaf();
        }
        if (random.Next(6) == 0)
            _text.Append(CultureInfo.InvariantCulture, $"^{Math.Round(random.NextDouble() * 10, random.Next(4))}");
    }

    private void Leaf()
    {
        switch (random.Next(10))
        {
            case 0:
                Phrase();
                break;
            case 1:
                Range();
                break;
            case 2:
                _text.Append(Word()).Append('~').Append(random.Next(3) switch { 0 => "", 1 => "1", _ => "0.6" });
                break;
            case 3:
                _text.Append(Word().AsSpan(0, 1)).Append(random.Next(2) == 0 ? "*" : "?a*n");
                break;
            case 4:
                _text.Append(random.Next(4) switch { 0 => "/r[a-e]in/", 1 => "/(st|r).*/", 2 => "/k<1-30>/", _ => "/~(rain)&r.*/" });
                break;
            case 5:
                _text.Append(random.Next(3) == 0 ? "*:*" : "*");
                break;
            default:
                _text.Append(Word());
                break;
        }
    }

    private void Phrase()
    {
        _text.Append('"').AppendJoin(' ', Enumerable.Range(0, random.Next(5)).Select(_ => Word())).Append('"');
        if (random.Next(2) == 0)
            _text.Append('~').Append(random.Next(5));
    }

    private void Range() => _text
        .Append(random.Next(2) == 0 ? '[' : '{').Append(random.Next(4) == 0 ? "*" : Word())
        .Append(" TO ")
        .Append(random.Next(4) == 0 ? "*" : $"\"{Word()}\"").Append(random.Next(2) == 0 ? ']' : '}');

    private string Word() => Words[random.Next(Words.Length)];
}
