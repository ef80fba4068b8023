using System.Diagnostics;
using System.Text;
using Search.Articles;
using Search.Articles.Names;

namespace Search.Benchmarks.Extraction;

/// <summary><c>names GOLD.bio.tsv PREDICTED.bio.tsv [--article SENTENCES] [--demonyms]</c>: tags a labelled set for <c>evaluate_ner.py</c>.</summary>
/// <remarks>
/// The labels are not read. A sentence is a paragraph; <c>--article</c> of them (default 1) are an article, all of them the
/// collection. <c>--demonyms</c> writes adjectives and peoples as MISC, as some sets label them; the tagger does not take them for names.
/// </remarks>
internal static class NamesVerb
{
    private const int Ok = 0, Usage = 64;
    private const int Rounds = 10; // the fastest counts: the others wait for the compiler or for the machine

    public static int Run(string[] args)
    {
        var files = new List<string>();
        int sentencesPerArticle = 1;
        var demonyms = false;
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--article" && i + 1 < args.Length) sentencesPerArticle = Math.Max(1, int.Parse(args[++i]));
            else if (args[i] == "--demonyms") demonyms = true;
            else files.Add(args[i]);
        }
        if (files.Count != 2)
        {
            Console.Error.WriteLine("names GOLD.bio.tsv PREDICTED.bio.tsv [--article SENTENCES] [--demonyms]");
            return Usage;
        }
        List<List<string>> sentences = ReadSentences(files[0]);
        Tag(sentences, sentencesPerArticle, demonyms, files[1]);
        return Ok;
    }

    private static List<List<string>> ReadSentences(string path)
    {
        var sentences = new List<List<string>>();
        var current = new List<string>();
        foreach (string line in File.ReadLines(path))
        {
            if (line.Trim().Length > 0)
            {
                current.Add(line.Split('\t')[0]);
            }
            else if (current.Count > 0)
            {
                sentences.Add(current);
                current = [];
            }
        }
        if (current.Count > 0) sentences.Add(current);
        return sentences;
    }

    private static void Tag(List<List<string>> sentences, int sentencesPerArticle, bool demonyms, string outputPath)
    {
        var tagger = new NameTagger();
        var collection = new NameCollection();
        var starts = new List<int[]>();
        var articles = new List<(Paragraph[] Paragraphs, int First)>();
        for (var first = 0; first < sentences.Count; first += sentencesPerArticle)
        {
            var paragraphs = new Paragraph[Math.Min(sentencesPerArticle, sentences.Count - first)];
            for (var i = 0; i < paragraphs.Length; i++)
            {
                starts.Add(new int[sentences[first + i].Count]);
                string text = Join(sentences[first + i], starts[^1]);
                paragraphs[i] = new Paragraph { Ordinal = i, Text = text, Source = (0, text.Length), Sentences = [0], Key = "" };
            }
            articles.Add((paragraphs, first));
        }
        List<ArticleNames> names = [];
        TimeSpan tagging = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            names = articles.ConvertAll(article => tagger.Tag(null, article.Paragraphs));
            if (Stopwatch.GetElapsedTime(start) is var elapsed && elapsed < tagging) tagging = elapsed;
        }
        long watch = Stopwatch.GetTimestamp();
        foreach (ArticleNames article in names) collection.Add(article);
        AliasTable aliases = AliasTable.Create(collection);
        TimeSpan resolving = Stopwatch.GetElapsedTime(watch);

        using var output = new StreamWriter(outputPath);
        for (var a = 0; a < articles.Count; a++)
        {
            for (var i = 0; i < articles[a].Paragraphs.Length; i++)
            {
                int sentence = articles[a].First + i;
                var labelled = aliases.MentionsIn(names[a], i).Select(m => (m.Start, m.Length, Label: LabelOf(m.Kind))).ToList();
                if (demonyms)
                    labelled.AddRange(names[a].InParagraph(i).Where(m => m.IsDemonym).Select(m => (m.Start, m.Length, "MISC")));
                Write(output, sentences[sentence], starts[sentence], labelled);
            }
        }
        int tokens = sentences.Sum(s => s.Count);
        Console.WriteLine($"{sentences.Count} sentences, {tokens} tokens, {collection.Count} names; tagging {tagging.TotalMilliseconds:F0} ms"
            + $" ({tagging.TotalMicroseconds * 60 / tokens:F1} µs per 60 tokens), the collection {resolving.TotalMilliseconds:F0} ms");
    }

    private static string LabelOf(MentionKind kind) => kind switch
    {
        MentionKind.Person => "PER",
        MentionKind.Organization => "ORG",
        MentionKind.Place => "LOC",
        _ => "MISC",
    };

    // Puts tokens back together as text is written, as far as they show it.
    private static string Join(List<string> tokens, int[] starts)
    {
        var text = new StringBuilder();
        var quotes = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            string token = tokens[i];
            bool quote = token is "\"" or "''" or "``";
            bool opens = i > 0 && (tokens[i - 1] is "(" or "[" or "``" or "$" or "“" || tokens[i - 1] == "\"" && quotes % 2 == 1);
            bool closes = token is "," or "." or ";" or ":" or "!" or "?" or ")" or "]" or "''" or "%" or "'s" or "n't" or "'" or "'re" or "'ve" or "'ll" or "'d" or "'m" or "”"
                || token == "\"" && quotes % 2 == 1;
            if (i > 0 && !opens && !closes) text.Append(' ');
            starts[i] = text.Length;
            text.Append(token);
            if (quote) quotes++;
        }
        return text.ToString();
    }

    private static void Write(StreamWriter output, List<string> tokens, int[] starts, List<(int Start, int Length, string Label)> mentions)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            int start = starts[i], end = start + tokens[i].Length;
            var tag = "O";
            foreach ((int mentionStart, int length, string label) in mentions)
            {
                if (start >= mentionStart + length || end <= mentionStart) continue;
                tag = (start <= mentionStart ? "B-" : "I-") + label;
            }
            output.WriteLine($"{tokens[i]}\t{tag}");
        }
        output.WriteLine();
    }
}
