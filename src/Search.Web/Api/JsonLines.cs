using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Search.Web.Api;

/// <summary>JSON lines: one value a line.</summary>
internal static class JsonLines
{
    public const string MediaType = "application/jsonl; charset=utf-8";

    // As the framework writes its answers: they are never part of a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write<T>(IBufferWriter<byte> output, T value, JsonTypeInfo<T> type)
    {
        using (var json = new Utf8JsonWriter(output, Options))
            JsonSerializer.Serialize(json, value, type);
        output.Write("\n"u8);
    }
}
