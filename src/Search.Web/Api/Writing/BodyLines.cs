using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Search.Web.Api.Writing;

/// <summary>The lines of a request's body, one at a time; a line that is too long is skipped, not kept.</summary>
internal static class BodyLines
{
    /// <summary>All lines that are not blank, with their numbers from 1; null for a line longer than <paramref name="longest"/> bytes.</summary>
    public static async IAsyncEnumerable<(int Number, byte[]? Line)> ReadAsync(
        PipeReader body, long longest, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var number = 0;
        var isSkipping = false;
        while (true)
        {
            ReadResult read = await body.ReadAsync(cancellation);
            ReadOnlySequence<byte> rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                ReadOnlySequence<byte> line = rest.Slice(0, end);
                rest = rest.Slice(rest.GetPosition(1, end));
                number++;
                if (isSkipping || line.Length > longest)
                    yield return (number, null);
                else if (!IsBlank(line))
                    yield return (number, line.ToArray());
                isSkipping = false;
            }
            if (read.IsCompleted)
            {
                if (isSkipping || rest.Length > longest)
                    yield return (number + 1, null);
                else if (!IsBlank(rest))
                    yield return (number + 1, rest.ToArray());
                body.AdvanceTo(rest.End);
                yield break;
            }
            if (isSkipping || rest.Length > longest)
            {
                isSkipping = true;
                rest = rest.Slice(rest.End);
            }
            body.AdvanceTo(rest.Start, rest.End);
        }
    }

    private static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (ReadOnlyMemory<byte> part in line)
        {
            if (part.Span.ContainsAnyExcept(" \t\r"u8))
                return false;
        }
        return true;
    }
}
