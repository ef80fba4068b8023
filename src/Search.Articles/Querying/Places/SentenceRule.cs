using Search.Articles.Schema;
using Search.Engine.Index;
using Search.Engine.Search.Matching;

namespace Search.Articles.Querying.Places;

/// <summary>Paragraphs with a sentence that fits a plan; each such sentence is a match.</summary>
internal sealed class SentenceRule(SentencePlan plan) : OccurrenceRule("s:" + plan.Key)
{
    public override bool NeedsOffsets => true;

    public override bool HasNegation => plan.HasNegation;

    public override OccurrenceJudge Open(LeafReader segment) => new Judge(SentenceMatcher.Create(plan), segment.BinaryColumn(ArticleFields.Sentences));

    private sealed class Judge(SentenceMatcher sentences, BinaryDocValues? column) : OccurrenceJudge
    {
        private readonly TextDocument _document = new();

        public override int Count(DocumentOccurrences document)
        {
            _document.MoveTo(document);
            int[] starts = column is not null && column.AdvanceExact(document.DocId) ? SentenceColumn.Decode(column.Value) : [0];
            sentences.Find(_document, starts);
            return sentences.Fits.Count(fits => fits);
        }

        public override void CollectMarks(DocumentOccurrences document, ICollection<Occurrence> marks) => sentences.CollectMarks(sentences.Fits, marks);
    }
}
