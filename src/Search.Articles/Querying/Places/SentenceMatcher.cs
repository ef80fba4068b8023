using Search.Engine.Search.Matching;

namespace Search.Articles.Querying.Places;

/// <summary>Tells which sentences of one document after another fit a plan.</summary>
/// <remarks>One segment, one thread.</remarks>
internal abstract class SentenceMatcher
{
    /// <summary>For each sentence of the document that was last looked at whether it fits.</summary>
    public bool[] Fits { get; private set; } = [];

    public static SentenceMatcher Create(SentencePlan plan) => plan switch
    {
        SentencePlan.Has has => new HasMatcher(PlaceMatcher.Create(has.Places)),
        SentencePlan.All all => new AllMatcher([.. all.Required.Select(Create)], [.. all.Optional.Select(Create)], [.. all.Excluded.Select(Create)]),
        SentencePlan.Any any => new AnyMatcher([.. any.Parts.Select(Create)]),
        _ => throw new ArgumentException($"no matcher for {plan.GetType().Name}", nameof(plan)),
    };

    /// <param name="starts">Where the sentences start, ascending.</param>
    public void Find(TextDocument document, int[] starts)
    {
        Fits = new bool[starts.Length];
        Find(document, starts, Fits);
    }

    /// <summary>Adds what takes part in the sentences of a set.</summary>
    public abstract void CollectMarks(bool[] sentences, ICollection<Occurrence> marks);

    protected abstract void Find(TextDocument document, int[] starts, bool[] fits);

    /// <summary>The sentences of a set that a part fits too.</summary>
    private static bool[] Both(bool[] sentences, SentenceMatcher part)
    {
        var both = new bool[sentences.Length];
        for (var i = 0; i < both.Length; i++)
            both[i] = sentences[i] && part.Fits[i];
        return both;
    }

    private sealed class HasMatcher(PlaceMatcher places) : SentenceMatcher
    {
        private int[] _sentenceOf = []; // of each place; -1 when it spans several

        public override void CollectMarks(bool[] sentences, ICollection<Occurrence> marks)
        {
            var used = new bool[_sentenceOf.Length];
            for (var i = 0; i < used.Length; i++)
                used[i] = _sentenceOf[i] >= 0 && sentences[_sentenceOf[i]];
            places.CollectMarks(used, marks);
        }

        protected override void Find(TextDocument document, int[] starts, bool[] fits)
        {
            places.Find(document);
            ReadOnlySpan<Occurrence> found = places.Found;
            _sentenceOf = new int[found.Length];
            for (var i = 0; i < found.Length; i++)
            {
                int sentence = SentenceAt(starts, found[i].StartOffset);
                _sentenceOf[i] = sentence >= 0 && SentenceAt(starts, found[i].EndOffset - 1) == sentence ? sentence : -1;
                if (_sentenceOf[i] >= 0)
                    fits[_sentenceOf[i]] = true;
            }
        }

        private static int SentenceAt(int[] starts, int offset)
        {
            int index = Array.BinarySearch(starts, offset);
            return index >= 0 ? index : ~index - 1;
        }
    }

    private sealed class AllMatcher(SentenceMatcher[] required, SentenceMatcher[] optional, SentenceMatcher[] excluded) : SentenceMatcher
    {
        public override void CollectMarks(bool[] sentences, ICollection<Occurrence> marks)
        {
            foreach (SentenceMatcher part in required)
                part.CollectMarks(sentences, marks);
            foreach (SentenceMatcher part in optional)
                part.CollectMarks(Both(sentences, part), marks);
        }

        protected override void Find(TextDocument document, int[] starts, bool[] fits)
        {
            foreach (SentenceMatcher part in (SentenceMatcher[])[.. required, .. optional, .. excluded])
                part.Find(document, starts);
            for (var i = 0; i < fits.Length; i++)
                fits[i] = Array.TrueForAll(required, part => part.Fits[i]) && !Array.Exists(excluded, part => part.Fits[i]);
        }
    }

    private sealed class AnyMatcher(SentenceMatcher[] parts) : SentenceMatcher
    {
        public override void CollectMarks(bool[] sentences, ICollection<Occurrence> marks)
        {
            foreach (SentenceMatcher part in parts)
                part.CollectMarks(Both(sentences, part), marks);
        }

        protected override void Find(TextDocument document, int[] starts, bool[] fits)
        {
            foreach (SentenceMatcher part in parts)
                part.Find(document, starts);
            for (var i = 0; i < fits.Length; i++)
                fits[i] = Array.Exists(parts, part => part.Fits[i]);
        }
    }
}
