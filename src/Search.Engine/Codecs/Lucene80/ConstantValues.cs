namespace Search.Engine.Codecs.Lucene80;

/// <summary>The same number in every slot.</summary>
internal sealed class ConstantValues(long value) : NumericValues
{
    public override long Get(long slot) => value;
}
