using System.Text;

namespace Search.Engine.Analysis;

/// <summary>Folds every token to ASCII where its characters have such a form.</summary>
/// <remarks>Source: search semantics notes, section 1.2. One thread at a time.</remarks>
/// <param name="input">The stream before this one.</param>
/// <param name="preserveOriginal">Whether the token as it was follows at the same position where folding changed it.</param>
public sealed class AsciiFoldingFilter(TokenStream input, bool preserveOriginal = false) : TokenFilter(input)
{
    private readonly SavedToken _original = new();
    private char[] _folded = new char[64];
    private bool _originalFollows;

    /// <inheritdoc/>
    public override bool Next()
    {
        if (_originalFollows)
        {
            _originalFollows = false;
            _original.RestoreAtSamePosition(Token);
            return true;
        }
        if (!Input.Next())
            return false;
        if (!Ascii.IsValid(Token.Text))
            Fold();
        return true;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        Input.Reset();
        _originalFollows = false;
    }

    private void Fold()
    {
        int bound = Token.Text.Length * AsciiFolding.MaxExpansion;
        if (_folded.Length < bound)
            _folded = new char[Math.Max(bound, _folded.Length * 2)];
        int length = AsciiFolding.Fold(Token.Text, _folded);
        if (preserveOriginal && !Token.Text.SequenceEqual(_folded.AsSpan(0, length)))
        {
            _original.Save(Token);
            _originalFollows = true;
        }
        Token.SetText(_folded.AsSpan(0, length));
    }
}
