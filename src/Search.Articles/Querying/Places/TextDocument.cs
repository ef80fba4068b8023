using Search.Engine.Index;
using Search.Engine.Search.Matching;

namespace Search.Articles.Querying.Places;

/// <summary>The document that is being judged: the places of words in it and, read when it is asked for, its text.</summary>
/// <remarks>One segment, one thread.</remarks>
internal sealed class TextDocument
{
    private int _textOf = -1;
    private string _text = "";

    /// <summary>The places of the query's words.</summary>
    public DocumentOccurrences Words { get; private set; } = null!;

    /// <summary>The text as it is stored; empty when it is not.</summary>
    public string Text
    {
        get
        {
            if (_textOf != Words.DocId)
                Read();
            return _text;
        }
    }

    public void MoveTo(DocumentOccurrences words) => Words = words;

    private void Read()
    {
        var visitor = new BodyText();
        Words.Segment.VisitStored(Words.DocId, visitor);
        _text = visitor.Text;
        _textOf = Words.DocId;
    }

    private sealed class BodyText : StoredFieldVisitor
    {
        public string Text { get; private set; } = "";

        public override Decision Needs(FieldInfo field) =>
            field.Name == Schema.ArticleFields.Body ? Decision.Read : Decision.Skip;

        public override void Visit(FieldInfo field, string value) => Text = value;
    }
}
