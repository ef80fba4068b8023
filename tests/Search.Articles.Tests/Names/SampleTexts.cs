using Search.Articles.Reading;

namespace Search.Articles.Tests.Names;

/// <summary>The paragraphs of the five sample articles.</summary>
internal static class SampleTexts
{
    /// <summary>The articles in the order of their file names.</summary>
    public static Paragraph[][] Read()
    {
        var reader = new ArticleReader();
        return [.. Directory.GetFiles(RepositoryPaths.Seeds, "*.txt").Order(StringComparer.Ordinal)
            .Select(path => reader.ComposeText(Path.GetFileNameWithoutExtension(path), path, File.ReadAllText(path)).Paragraphs.ToArray())];
    }

    /// <summary>A sample with its names coined, paragraph by paragraph; subheadings and sentences move along.</summary>
    public static Paragraph Coin(Paragraph paragraph)
    {
        (string text, int[] original) = CoinedNames.Replace(paragraph.Text);
        int MovedTo(int offset) => offset == paragraph.Text.Length ? text.Length : Array.FindIndex(original, o => o >= offset);
        return paragraph with { Text = text, SubheadingLength = MovedTo(paragraph.SubheadingLength), Sentences = [.. paragraph.Sentences.Select(MovedTo)] };
    }
}
