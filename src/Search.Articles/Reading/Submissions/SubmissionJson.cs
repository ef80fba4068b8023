using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Articles.Searching;

namespace Search.Articles.Reading.Submissions;

/// <summary>Submissions as the bytes that an index keeps of them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ArticleSubmission))]
internal sealed partial class SubmissionJson : JsonSerializerContext
{
    /// <summary>The bytes: the same for the same content.</summary>
    public static byte[] Encode(ArticleSubmission submission) => JsonSerializer.SerializeToUtf8Bytes(submission, Default.ArticleSubmission);

    /// <summary>What <see cref="Encode"/> wrote; null when the bytes are something else.</summary>
    public static ArticleSubmission? TryDecode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, Default.ArticleSubmission);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
