namespace Search.Settings.Keys;

/// <summary>A key as it is kept: its secret only as a hash.</summary>
/// <param name="Id">Names the key in lists and logs; no secret.</param>
/// <param name="Role">What its holder may do.</param>
/// <param name="Hash">SHA-256 of the whole key, hexadecimal. Keys are 256 random bits: there is nothing to guess that a slow hash would slow down.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Note">Who or what it is for.</param>
public sealed record StoredKey(string Id, KeyRole Role, string Hash, DateTimeOffset Created, string Note);
