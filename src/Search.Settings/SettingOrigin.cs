namespace Search.Settings;

/// <summary>Where a setting's value comes from; a later one overrides an earlier one.</summary>
public enum SettingOrigin
{
    /// <summary>Nobody set it.</summary>
    Default,

    /// <summary>The settings file.</summary>
    File,

    /// <summary>A variable of the environment.</summary>
    Environment,

    /// <summary>A flag of the command line.</summary>
    Flag,
}
