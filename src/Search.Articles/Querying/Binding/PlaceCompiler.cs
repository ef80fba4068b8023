using Search.Articles.Querying.Places;
using Search.Articles.Querying.Syntax;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;

namespace Search.Articles.Querying.Binding;

/// <summary>Makes queries that judge the places of words: nearness, phrases with more than words in them, letter case, sentences, counts.</summary>
/// <remarks>One query; one thread.</remarks>
internal sealed class PlaceCompiler
{
    /// <summary>Most words of a segment that a pattern stands for beside others.</summary>
    public const int MaxExpansions = 1024;

    private readonly List<IntervalSource> _words = [];

    /// <summary>The query of a node that has places.</summary>
    public Query Compile(QueryNode node, string field, OccurrenceScores scores = OccurrenceScores.Bm25)
    {
        if (node is QueryNode.Scope { Kind: ScopeKind.Sentence } scope)
            return CompileSentence(scope.Inner, field, scores);
        if (node is QueryNode.Phrase { Slop: > 0 } phrase)
            return CompileMovable(phrase, field, scores);
        PlacePlan plan = Plan(node);
        return Create(field, Required(plan), new PlaceRule(plan), scores);
    }

    private Query CompileSentence(QueryNode inner, string field, OccurrenceScores scores)
    {
        SentencePlan plan = SentenceOf(inner);
        return Create(field, Required(plan), new SentenceRule(plan), scores);
    }

    private Query CompileMovable(QueryNode.Phrase phrase, string field, OccurrenceScores scores)
    {
        var items = new List<(PlacePlan Plan, int Place)>();
        for (var i = 0; i < phrase.Items.Count; i++)
        {
            if (phrase.Items[i] is not QueryNode.Gap)
                items.Add((Plan(phrase.Items[i]), i));
        }
        return Create(field, [.. items.SelectMany(item => Required(item.Plan))], new MovableRule(items, phrase.Slop), scores);
    }

    // A word stands in the first group that has it: a group less only means more candidates.
    private OccurrenceQuery Create(string field, List<int[]> required, OccurrenceRule rule, OccurrenceScores scores)
    {
        var used = new HashSet<int>();
        var groups = new List<int[]>();
        foreach (int[] group in required)
        {
            int[] distinct = [.. group.Distinct()];
            if (!used.Overlaps(distinct))
                groups.Add(distinct);
            used.UnionWith(distinct);
        }
        return new OccurrenceQuery(field, _words, groups, rule, scores);
    }

    private PlacePlan Plan(QueryNode node) => node switch
    {
        QueryNode.Word word => PlanWord(word),
        QueryNode.Pattern pattern => new PlacePlan.Word(Add(Intervals.Wildcard(WordForms.Normalized(pattern.Text), MaxExpansions))),
        QueryNode.Fuzzy fuzzy => new PlacePlan.Word(Add(Intervals.Fuzzy(WordForms.Normalized(fuzzy.Text), fuzzy.Edits, prefixLength: 1, maxExpansions: MaxExpansions))),
        QueryNode.Regex regex => new PlacePlan.Word(Add(Intervals.Regexp(WordForms.Expression(regex.Expression), MaxExpansions))),
        QueryNode.Phrase phrase => PlanPhrase(phrase),
        QueryNode.Near near => new PlacePlan.Near(Plan(near.Left), Plan(near.Right), near.Distance, near.IsOrdered),
        QueryNode.Combination { IsChoice: true } choice => new PlacePlan.Choice([.. choice.Clauses.Select(clause => Plan(clause.Node))]),
        _ => throw new ArgumentException($"{node.GetType().Name} has no places", nameof(node)),
    };

    private PlacePlan PlanWord(QueryNode.Word word)
    {
        List<(PlacePlan, int)> parts = [.. WordBinder.Forms(word).Select(form =>
        {
            int index = Add(Intervals.Term(form.Text));
            return (word.IsCased ? new PlacePlan.Cased(index, word.Text[form.Start..form.End]) : (PlacePlan)new PlacePlan.Word(index), 0);
        })];
        return parts.Count == 1 ? parts[0].Item1 : new PlacePlan.Sequence(parts);
    }

    private PlacePlan.Sequence PlanPhrase(QueryNode.Phrase phrase)
    {
        var parts = new List<(PlacePlan, int)>();
        var gap = 0;
        foreach (QueryNode item in phrase.Items)
        {
            if (item is QueryNode.Gap)
            {
                gap++;
                continue;
            }
            parts.Add((Plan(item), gap));
            gap = 0;
        }
        return new PlacePlan.Sequence(parts);
    }

    private SentencePlan SentenceOf(QueryNode node)
    {
        if (node is not QueryNode.Combination combination || (combination.IsChoice && combination.Clauses.All(clause => Shaping.NearShaper.HasPlaces(clause.Node))))
            return new SentencePlan.Has(Plan(node));
        return combination.IsChoice
            ? new SentencePlan.Any([.. combination.Clauses.Select(clause => SentenceOf(clause.Node))])
            : new SentencePlan.All(Parts(combination, Occur.Must), Parts(combination, Occur.Should), Parts(combination, Occur.MustNot));
    }

    private IReadOnlyList<SentencePlan> Parts(QueryNode.Combination combination, Occur occur) => [.. combination.That(occur).Select(SentenceOf)];

    private int Add(IntervalSource word)
    {
        int known = _words.IndexOf(word);
        if (known >= 0)
            return known;
        _words.Add(word);
        return _words.Count - 1;
    }

    // Groups of words of each of which a match has one.
    private static List<int[]> Required(PlacePlan plan) => plan switch
    {
        PlacePlan.Word word => [[word.Index]],
        PlacePlan.Cased cased => [[cased.Index]],
        PlacePlan.Sequence sequence => [.. sequence.Parts.SelectMany(part => Required(part.Plan))],
        PlacePlan.Near near => [.. Required(near.Left), .. Required(near.Right)],
        PlacePlan.Choice choice => [[.. choice.Parts.SelectMany(part => Required(part)[0])]],
        _ => throw new ArgumentException($"{plan.GetType().Name} is not known", nameof(plan)),
    };

    private static List<int[]> Required(SentencePlan plan) => plan switch
    {
        SentencePlan.Has has => Required(has.Places),
        SentencePlan.All all => [.. all.Required.SelectMany(Required)],
        SentencePlan.Any any => [[.. any.Parts.SelectMany(part => Required(part)[0])]],
        _ => throw new ArgumentException($"{plan.GetType().Name} is not known", nameof(plan)),
    };
}
