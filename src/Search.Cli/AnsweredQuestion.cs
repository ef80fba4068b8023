using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Articles.Searching;

namespace Search.Cli;

/// <summary>What became of one question.</summary>
/// <param name="Number">Its line, from 1.</param>
/// <param name="Question">The question.</param>
/// <param name="Answer">Its best paragraphs; null when it was refused.</param>
/// <param name="Reason">Why it was refused; null when it was not.</param>
internal sealed record AnsweredQuestion(int Number, string Question, SnippetAnswer? Answer, string? Reason);

/// <summary>How answers are written a line each.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(FacetFieldNames), typeof(ParagraphKindNames)])]
[JsonSerializable(typeof(AnsweredQuestion))]
internal sealed partial class AnswerLines : JsonSerializerContext;
