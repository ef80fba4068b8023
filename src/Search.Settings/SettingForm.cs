using System.Globalization;

namespace Search.Settings;

/// <summary>What values a setting can have.</summary>
public abstract record SettingForm
{
    /// <summary>In a few words, for help and errors.</summary>
    public abstract string Description { get; }

    /// <summary>Whether a flag may stand without a value, which turns it on.</summary>
    public virtual bool IsSwitch => false;

    /// <summary>Whether a text is such a value.</summary>
    public abstract bool Fits(string value);

    /// <summary>Any text.</summary>
    public sealed record Text(string Meaning) : SettingForm
    {
        /// <inheritdoc/>
        public override string Description => Meaning;

        /// <inheritdoc/>
        public override bool Fits(string value) => true;
    }

    /// <summary>A file or folder; relative ones start at the root.</summary>
    public sealed record Place : SettingForm
    {
        /// <inheritdoc/>
        public override string Description => "a path";

        /// <inheritdoc/>
        public override bool Fits(string value) => !value.Contains('\0', StringComparison.Ordinal);
    }

    /// <summary>True or false.</summary>
    public sealed record Switch : SettingForm
    {
        /// <inheritdoc/>
        public override string Description => "true or false";

        /// <inheritdoc/>
        public override bool IsSwitch => true;

        /// <inheritdoc/>
        public override bool Fits(string value) => bool.TryParse(value, out _);
    }

    /// <summary>A whole number within bounds, both inclusive.</summary>
    public sealed record Number(long Least, long Most) : SettingForm
    {
        /// <inheritdoc/>
        public override string Description => string.Create(CultureInfo.InvariantCulture, $"a whole number from {Least} to {Most}");

        /// <inheritdoc/>
        public override bool Fits(string value) =>
            long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && number >= Least && number <= Most;
    }

    /// <summary>One of a few words.</summary>
    public sealed record Choice(params string[] Words) : SettingForm
    {
        /// <inheritdoc/>
        public override string Description => $"one of {string.Join(", ", Words)}";

        /// <inheritdoc/>
        public override bool Fits(string value) => Words.Contains(value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Addresses of the web, separated by semicolons.</summary>
    public sealed record Addresses : SettingForm
    {
        /// <inheritdoc/>
        public override string Description => "addresses like https://search.example, separated by semicolons";

        /// <inheritdoc/>
        public override bool Fits(string value) => value
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .All(address => Uri.TryCreate(address, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https");
    }
}
