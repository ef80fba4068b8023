using System.Globalization;

namespace Search.Soak.Language;

/// <summary>Writes a model query as somebody would type it, one of many ways at random.</summary>
internal sealed class ModelQueryText(Random random)
{
    public string Write(ModelQuery query) => query switch
    {
        ModelQuery.Stem stem => random.Next(8) == 0 ? stem.Word.Text.ToUpperInvariant() : stem.Word.Text,
        ModelQuery.Exact exact => Quoted(exact.Word.Text),
        ModelQuery.Cased cased => "=" + (random.Next(3) == 0 ? Quoted(cased.Written) : cased.Written),
        ModelQuery.Glob glob => glob.Pattern,
        ModelQuery.Fuzzy fuzzy => fuzzy is { Edits: 2 } && random.Next(2) == 0 ? fuzzy.Word.Text + "~" : $"{fuzzy.Word.Text}~{fuzzy.Edits}",
        ModelQuery.Regex regex => $"/{regex.First.Text}|{regex.Second.Text}/",
        ModelQuery.Phrase phrase => Quoted(string.Join(' ', phrase.Items.Select(Item))),
        ModelQuery.Movable movable => string.Create(CultureInfo.InvariantCulture, $"{Quoted(string.Join(' ', movable.Items.Select(Item)))}~{movable.Slop}"),
        ModelQuery.Near near => WriteNear(near),
        ModelQuery.All all => WriteAll(all),
        ModelQuery.Any any => string.Join(random.Next(6) == 0 ? " | " : " OR ", any.Parts.Select(Single)),
        ModelQuery.Rather rather => $"+{Single(rather.Required)} OR {Single(rather.Optional)}",
        ModelQuery.Sentence sentence => $"s:({Write(sentence.Inner)})",
        ModelQuery.Paragraph paragraph => $"p:({Write(paragraph.Inner)})",
        ModelQuery.Article article => $"a:({Write(article.Inner)})",
        ModelQuery.AtLeast atLeast => $"atleast{atLeast.Count}({Write(atLeast.Inner)})",
        ModelQuery.Headline headline => $"{(random.Next(4) == 0 ? "intitle" : "headline")}:{Single(headline.Inner)}",
        ModelQuery.Lead lead => $"lead:{Single(lead.Inner)}",
        ModelQuery.Outlet outlet => "outlet:" + (outlet.IsWhole ? Quoted(outlet.Text) : outlet.Text),
        ModelQuery.Published published => string.Create(CultureInfo.InvariantCulture, $"published:{published.Year}") + (published.Month is { } month ? $"-{month:D2}" : ""),
        _ => "*",
    };

    // A chain needs no brackets on its left; everything else that is made of parts gets them.
    private string WriteNear(ModelQuery.Near near)
    {
        string left = near.Left is ModelQuery.Near && random.Next(2) == 0 ? Write(near.Left) : Single(near.Left);
        string[] names = near.IsOrdered ? ["pre/{0}", "PRE/{0}", "onear/{0}", "pre{0}"] : ["near/{0}", "NEAR/{0}", "w/{0}", "/{0}", "near{0}"];
        string name = random.Next(2) == 0 ? names[0] : names[random.Next(names.Length)];
        return $"{left} {string.Format(CultureInfo.InvariantCulture, name, near.Distance)} {Single(near.Right)}";
    }

    private string WriteAll(ModelQuery.All all)
    {
        bool isSpelled = random.Next(3) == 0;
        IEnumerable<string> parts = all.Required.Select(Single).Concat(all.Excluded.Select(part => (isSpelled ? "NOT " : "-") + Single(part)));
        return string.Join(isSpelled ? " AND " : " ", parts);
    }

    private string Item(ModelQuery item) => item switch
    {
        ModelQuery.Exact exact => exact.Word.Text,
        ModelQuery.Cased cased => "=" + cased.Written,
        ModelQuery.Glob glob => glob.Pattern,
        ModelQuery.Gap => "*",
        ModelQuery.Any any => $"({string.Join(" OR ", any.Parts.Select(Item))})",
        ModelQuery.Phrase phrase => string.Join(' ', phrase.Items.Select(Item)),
        _ => throw new ArgumentException($"{item} cannot stand in a phrase", nameof(item)),
    };

    private string Quoted(string text) => random.Next(6) switch
    {
        0 => $"“{text}”",
        1 => $"„{text}“",
        2 => $"«{text}»",
        _ => $"\"{text}\"",
    };

    private string Single(ModelQuery query) => query is ModelQuery.All or ModelQuery.Any or ModelQuery.Rather or ModelQuery.Near ? $"({Write(query)})" : Write(query);
}
