using System.Text;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Indexing.Buffering;

namespace Search.Engine.Tests.Indexing.Buffering;

public class PostingsBufferTests
{
    [Theory]
    [InlineData(IndexOptions.Docs)]
    [InlineData(IndexOptions.DocsAndFreqs)]
    [InlineData(IndexOptions.DocsFreqsAndPositions)]
    [InlineData(IndexOptions.DocsFreqsPositionsAndOffsets)]
    public void Postings_come_back_as_they_were_added(IndexOptions options)
    {
        var random = new Random(4);
        var meter = new BufferMeter(new BlockPool());
        var buffer = new PostingsBuffer(options, new ByteArena(meter), meter);
        var expected = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        for (int docId = 0; docId < 600; docId += 1 + random.Next(3))
            AddDocument(random, buffer, expected, docId);

        int[] ids = buffer.SortedTermIds();
        Assert.Equal(expected.Keys, ids.Select(id => Encoding.UTF8.GetString(buffer.Term(id))));
        foreach (int id in ids)
            Assert.Equal(expected[Encoding.UTF8.GetString(buffer.Term(id))], Read(buffer, id));
    }

    [Fact]
    public void Add_tells_the_first_occurrence_in_a_document()
    {
        var meter = new BufferMeter(new BlockPool());
        var buffer = new PostingsBuffer(IndexOptions.Docs, new ByteArena(meter), meter);
        Assert.True(buffer.Add("a"u8, 0, 0, 0, 1));
        Assert.False(buffer.Add("a"u8, 0, 1, 2, 3));
        Assert.True(buffer.Add("a"u8, 1, 0, 0, 1));
    }

    [Fact]
    public void Occurrences_that_take_the_steps_together_are_those_that_take_them_alone()
    {
        var random = new Random(12);
        var meter = new BufferMeter(new BlockPool());
        var together = new FieldBuffer(new FieldSchema("f", 0, IndexOptions.DocsFreqsPositionsAndOffsets, DocValuesType.None, 0, 0), new ByteArena(meter), meter);
        var type = new FieldType { IndexOptions = IndexOptions.DocsFreqsPositionsAndOffsets };
        var alone = new PostingsBuffer(type.IndexOptions, new ByteArena(meter), meter);
        var batch = new TokenBatch();
        for (var docId = 0; docId < 300; docId++)
        {
            together.StartValue(docId, type);
            var unique = 0;
            for (var position = 0; position < 700; position++)
            {
                string term = new((char)('a' + random.Next(3)), random.Next(1, 40) * random.Next(1, 3));
                if (batch.IsFull)
                    batch.Apply(docId);
                batch.Add(together, batch.Encode(term).Length, position, position * 300, position * 300 + term.Length);
                if (alone.Add(Encoding.UTF8.GetBytes(term), docId, position, position * 300, position * 300 + term.Length))
                    unique++;
            }
            batch.Apply(docId);
            Assert.Equal(unique, together.Inversion.UniqueTerms);
        }
        int[] ids = alone.SortedTermIds();
        Assert.Equal(ids, together.Postings!.SortedTermIds());
        Assert.All(ids, id => Assert.Equal(Read(alone, id), Read(together.Postings, id)));
    }

    private static void AddDocument(Random random, PostingsBuffer buffer, SortedDictionary<string, List<string>> expected, int docId)
    {
        var document = new Dictionary<string, List<(int Position, int Start, int End)>>();
        int length = random.Next(1, 40);
        for (int i = 0, position = 0, start = 0; i < length; i++)
        {
            string term = $"t{(int)Math.Pow(300, random.NextDouble())}";
            position += random.Next(3);
            start += random.Next(5);
            int end = start + random.Next(300);
            buffer.Add(Encoding.UTF8.GetBytes(term), docId, position, start, end);
            if (!document.TryGetValue(term, out List<(int, int, int)>? places))
                document.Add(term, places = []);
            places.Add((position, start, end));
        }
        foreach ((string term, List<(int, int, int)> places) in document)
        {
            if (!expected.TryGetValue(term, out List<string>? lines))
                expected.Add(term, lines = []);
            lines.Add(Line(buffer.Options, docId, places));
        }
    }

    private static IEnumerable<string> Read(PostingsBuffer buffer, int id)
    {
        BufferedPostings postings = buffer.Postings(id);
        while (postings.NextDoc())
        {
            var places = new List<(int, int, int)>();
            for (var i = 0; i < postings.Freq && buffer.Options >= IndexOptions.DocsFreqsAndPositions; i++)
            {
                postings.NextPosition();
                places.Add((postings.Position, postings.StartOffset, postings.EndOffset));
            }
            yield return Line(buffer.Options, postings.DocId, places, postings.Freq);
        }
    }

    private static string Line(IndexOptions options, int docId, List<(int Position, int Start, int End)> places, int? freq = null) => options switch
    {
        IndexOptions.Docs => $"{docId}",
        IndexOptions.DocsAndFreqs => $"{docId} {freq ?? places.Count}",
        IndexOptions.DocsFreqsAndPositions => $"{docId} {freq ?? places.Count} {string.Join(' ', places.Select(place => place.Position))}",
        _ => $"{docId} {freq ?? places.Count} {string.Join(' ', places)}",
    };
}
