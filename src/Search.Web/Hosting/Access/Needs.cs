namespace Search.Web.Hosting.Access;

/// <summary>What a caller must hold to use an endpoint; an endpoint that does not say is one for readers.</summary>
internal enum Needs
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>Whatever reading needs here: nothing, or any key.</summary>
    Reading,

    /// <summary>An admin key, or to be on this machine.</summary>
    Operating,

    /// <summary>An admin key.</summary>
    Writing,
}
