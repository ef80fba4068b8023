namespace Search.Web.Hosting;

/// <summary>A setting with a value that it cannot have.</summary>
internal sealed class SettingsException(string message) : Exception(message);
