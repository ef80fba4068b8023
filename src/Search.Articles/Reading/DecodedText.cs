namespace Search.Articles.Reading;

/// <summary>Text made of bytes.</summary>
/// <param name="Text">Well-formed UTF-16 with LF line ends and no control characters but tab and LF.</param>
/// <param name="Encoding">Name of the encoding it was read in.</param>
/// <param name="Repairs">What had to be repaired, for people; empty for sound input.</param>
internal sealed record DecodedText(string Text, string Encoding, IReadOnlyList<string> Repairs);
