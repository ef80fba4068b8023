using System.Text;

namespace Search.Soak.Queries;

/// <summary>Regular expressions of the classic syntax, among them those whose automata explode.</summary>
internal sealed class RegexpTexts(Random random)
{
    private const int Deepest = 6;

    private static readonly string[] Explosive =
    [
        "(a|b)*a(a|b){18}", "(.*a){25}", "((a{1,100}){1,100}){1,100}", "(a*)*b", "(a|aa)+$", "~(.*a.{15})", "<1-999999999>", "<0-9>{1,30}",
        ".*a.*b.*c.*d.*e.*f.*", "(r|ra|rai|rain)*{0,50}", "([a-z]{0,20}){0,20}", "~(~(~(a.*b)))", "(a?){60}a{60}", "(.*.*.*)*x", "a{1000}", "a{0,99999}",
        "[^a]{50}.*[^b]{50}", "(<1-50>|<20-90>)&<30-40>", "@&~(a*)", "((((((((((a*)*)*)*)*)*)*)*)*)*)*",
    ];

    private readonly StringBuilder _text = new();

    /// <summary>The next one, without slashes.</summary>
    public string Next()
    {
        if (random.Next(5) == 0)
            return Explosive[random.Next(Explosive.Length)];
        _text.Clear();
        Union(0);
        return _text.ToString();
    }

    private void Union(int depth)
    {
        Sequence(depth);
        for (int i = random.Next(4) - 1; i > 0; i--)
        {
            _text.Append(random.Next(5) == 0 ? '&' : '|');
            Sequence(depth);
        }
    }

    private void Sequence(int depth)
    {
        for (int i = random.Next(1, 5); i > 0; i--)
            Repeated(depth);
    }

    private void Repeated(int depth)
    {
        if (random.Next(12) == 0)
            _text.Append('~');
        Atom(depth);
        _text.Append(random.Next(12) switch
        {
            0 => "*",
            1 => "+",
            2 => "?",
            3 => $"{{{random.Next(40)}}}",
            4 => $"{{{random.Next(10)},{random.Next(60)}}}",
            5 => $"{{{random.Next(4)},}}",
            _ => "",
        });
    }

    private void Atom(int depth)
    {
        if (depth < Deepest && random.Next(4) == 0)
        {
            _text.Append('(');
            Union(depth + 1);
            _text.Append(')');
            return;
        }
        _text.Append(random.Next(9) switch
        {
            0 => ".",
            1 => "[a-k]",
            2 => "[^r-t]",
            3 => "@",
            4 => "#",
            5 => $"<{random.Next(100)}-{random.Next(1000)}>",
            6 => "\"r\"",
            7 => "\\" + (char)random.Next(33, 127),
            _ => $"{(char)random.Next('a', 'f')}",
        });
    }
}
