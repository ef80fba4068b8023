namespace Search.Web.Api;

/// <summary>A request parameter with a value that it cannot have.</summary>
internal sealed class ParameterException(string parameter, string message) : Exception(message)
{
    /// <summary>The parameter's name.</summary>
    public string Parameter { get; } = parameter;
}
