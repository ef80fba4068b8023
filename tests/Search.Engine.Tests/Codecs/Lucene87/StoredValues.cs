using Search.Engine.Index;

namespace Search.Engine.Tests.Codecs.Lucene87;

/// <summary>Collects the stored values of a document: name and value (bytes as hex text).</summary>
internal sealed class StoredValues : StoredFieldVisitor
{
    public List<(string Field, object Value)> All { get; } = [];

    public Func<FieldInfo, Decision> Wanted { get; init; } = _ => Decision.Read;

    public override Decision Needs(FieldInfo field) => Wanted(field);

    public override void Visit(FieldInfo field, string value) => All.Add((field.Name, value));

    public override void Visit(FieldInfo field, ReadOnlySpan<byte> value) => All.Add((field.Name, Convert.ToHexString(value)));

    public override void Visit(FieldInfo field, int value) => All.Add((field.Name, value));

    public override void Visit(FieldInfo field, long value) => All.Add((field.Name, value));

    // Bits tell zeros and NaNs apart.
    public override void Visit(FieldInfo field, float value) => All.Add((field.Name, BitConverter.SingleToInt32Bits(value)));

    public override void Visit(FieldInfo field, double value) => All.Add((field.Name, BitConverter.DoubleToInt64Bits(value)));
}
