using Search.Engine.Index;

namespace Search.Engine.Tests.Dump;

/// <summary>The line of a field's terms and postings.</summary>
internal sealed class DumpTerms : IDisposable
{
    private readonly DumpDocuments _documents;
    private readonly FieldInfo _field;
    private readonly DumpDigest _terms = new();
    private readonly DumpDigest _postings = new();
    private readonly DumpDigest _positions = new();
    private readonly DumpDigest _offsets = new();
    private readonly DumpDigest _payloads = new();
    private readonly HashSet<int> _docs = [];
    private long _termCount;
    private long _docFreqs;
    private long _termFreqs;
    private long _payloadCount;

    private DumpTerms(DumpDocuments documents, FieldInfo field)
    {
        _documents = documents;
        _field = field;
    }

    public static DumpLine Of(IndexReader reader, DumpDocuments documents, FieldInfo field)
    {
        var terms = new MergedTerms(reader, field.Name);
        if (terms.IsAbsent)
            return new DumpLine("terms").Add("field", field.Name).Add("terms", 0);
        using var dump = new DumpTerms(documents, field);
        while (terms.Next())
            dump.AddTerm(terms);
        return dump.Finish();
    }

    public void Dispose()
    {
        foreach (DumpDigest digest in (DumpDigest[])[_terms, _postings, _positions, _offsets, _payloads])
            digest.Dispose();
    }

    private void AddTerm(MergedTerms terms)
    {
        var docFreq = 0;
        long totalTermFreq = 0;
        foreach (Posting posting in PostingsOf(terms))
        {
            Digest(posting);
            _docs.Add(posting.Number);
            docFreq++;
            totalTermFreq += posting.Freq;
        }
        if (docFreq == 0)
            return;
        _terms.Add(terms.Term);
        _terms.Add(docFreq);
        _terms.Add(totalTermFreq);
        _postings.Add(-1);
        _positions.Add(-1);
        _offsets.Add(-1);
        _payloads.Add(-2);
        _termCount++;
        _docFreqs += docFreq;
        _termFreqs += totalTermFreq;
    }

    private IEnumerable<Posting> PostingsOf(MergedTerms terms)
    {
        IEnumerable<Posting> postings = terms.Postings(PostingsDetail.Everything).SelectMany(segment => Read(segment.DocBase, segment.Postings));
        return _documents.IsRenumbered ? postings.OrderBy(posting => posting.Number) : postings;
    }

    private IEnumerable<Posting> Read(int docBase, PostingsEnum postings)
    {
        while (postings.NextDoc() != DocIdCursor.NoMoreDocs)
        {
            int number = _documents.NumberOf(docBase + postings.DocId);
            if (number >= 0)
                yield return ReadCurrent(number, postings);
        }
    }

    private Posting ReadCurrent(int number, PostingsEnum postings)
    {
        int freq = postings.Freq;
        var occurrences = new Occurrence[_field.HasPositions ? freq : 0];
        for (var i = 0; i < occurrences.Length; i++)
        {
            int position = postings.NextPosition();
            byte[]? payload = postings.Payload.IsEmpty ? null : postings.Payload.ToArray();
            occurrences[i] = new Occurrence(position, postings.StartOffset, postings.EndOffset, payload);
        }
        return new Posting(number, freq, occurrences);
    }

    private void Digest(Posting posting)
    {
        _postings.Add(posting.Number);
        _postings.Add(posting.Freq);
        foreach (Occurrence occurrence in posting.Occurrences)
        {
            _positions.Add(occurrence.Position);
            _offsets.Add(occurrence.Start);
            _offsets.Add(occurrence.End);
            if (occurrence.Payload is null)
            {
                _payloads.Add(-1);
                continue;
            }
            _payloads.Add(occurrence.Payload);
            _payloadCount++;
        }
    }

    private DumpLine Finish()
    {
        DumpLine line = new DumpLine("terms").Add("field", _field.Name).Add("terms", _termCount).Add("docCount", _docs.Count)
            .Add("sumDocFreq", _docFreqs).Add("sumTotalTermFreq", _termFreqs)
            .Add("termDigest", _terms.Finish()).Add("postingDigest", _postings.Finish());
        if (_field.HasPositions)
            line.Add("positionDigest", _positions.Finish());
        if (_field.HasOffsets)
            line.Add("offsetDigest", _offsets.Finish());
        if (_field.HasPayloads)
            line.Add("payloads", _payloadCount).Add("payloadDigest", _payloads.Finish());
        return line;
    }

    private sealed record Posting(int Number, int Freq, Occurrence[] Occurrences);

    private readonly record struct Occurrence(int Position, int Start, int End, byte[]? Payload);
}
