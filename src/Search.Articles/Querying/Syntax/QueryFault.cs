namespace Search.Articles.Querying.Syntax;

/// <summary>Something in a query that is broken.</summary>
/// <param name="Span">Where.</param>
/// <param name="Reason">What is wrong: what strict mode says.</param>
/// <param name="Repair">What was done about it: what lenient mode says behind the reason.</param>
/// <param name="IsLimit">Whether it asks for too much, rather than for something unclear.</param>
internal sealed record QueryFault(TextSpan Span, string Reason, string Repair, bool IsLimit = false);
