using Search.Articles.Paragraphs;

namespace Search.Articles.Cleaning;

/// <summary>Finds the headings inside an article: heading elements, or short lines without a full stop before running text.</summary>
internal static class Subheadings
{
    private const int MaxWords = 14;
    private const int MaxLength = 110;

    /// <summary>Decides which undecided blocks are subheadings.</summary>
    public static void Apply(string source, IReadOnlyList<TextBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (!blocks[i].IsUndecided || !LooksLikeOne(source, blocks[i])) continue;
            TextBlock? next = NextText(blocks, i);
            if (next is not null && (blocks[i].Hint == BlockHint.Heading || next.Shape(source).IsProse)) blocks[i].Decide(BlockRole.Subheading);
        }
    }

    private static bool LooksLikeOne(string source, TextBlock block)
    {
        TextShape shape = block.Shape(source);
        if (shape.Words is 0 or > MaxWords || shape.Length > MaxLength || shape.EndsWithFullStop) return false;
        if (block.Hint == BlockHint.Heading) return true;
        string text = block.Text(source);
        return block.Hint == BlockHint.None && (char.IsUpper(text[0]) || char.IsDigit(text[0])) && text[^1] is not (':' or ',' or ';' or '"' or '”');
    }

    private static TextBlock? NextText(IReadOnlyList<TextBlock> blocks, int at)
    {
        for (int i = at + 1; i < blocks.Count; i++)
        {
            if (blocks[i].Role is BlockRole.Undecided or BlockRole.Body) return blocks[i];
        }

        return null;
    }
}
