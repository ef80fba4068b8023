using System.Globalization;
using System.Xml.Linq;
using Search.Benchmarks.Queries;

namespace Search.Benchmarks.Charts;

/// <summary>Bars of how many times faster than Lucene each kind of query is, on a logarithmic scale, with a tick at its goal.</summary>
internal static class RatioChart
{
    private const double Width = 820;
    private const double LabelWidth = 120;
    private const double FiguresWidth = 84;
    private const double RowHeight = 20;
    private const double Top = 52;
    private const double BarHeight = 12;
    private const double Least = 0.5;
    private const double Most = 16;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly double[] Marks = [0.5, 1, 2, 4, 8, 16];

    /// <summary>The picture, as SVG.</summary>
    public static string Draw(QueriesReport report)
    {
        double bottom = Top + report.Rows.Count * RowHeight;
        string what = report.Counts ? "counting all hits" : "ten best hits";
        var picture = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", FormattableString.Invariant($"0 0 {Width} {bottom + 16}")),
            new XAttribute("role", "img"),
            new XAttribute("font-family", "system-ui, sans-serif"),
            new XAttribute("font-size", 12),
            new XElement(Svg + "title", $"Times faster than Apache Lucene 8.8, {what}, {report.Paragraphs} paragraphs"),
            new XElement(Svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", "#ffffff")),
            Text(LabelWidth, 18, FormattableString.Invariant($"Times faster than Apache Lucene 8.8 ({what}, {report.Paragraphs:N0} paragraphs); geometric mean {report.GeometricMean:F2}; ticks: goals"), "start", "#1a1a1a"),
            Marks.Select(mark => Scale(mark, bottom)),
            report.Rows.Select(Bar));
        return picture.ToString();
    }

    private static XElement[] Scale(double mark, double bottom) =>
    [
        Text(X(mark), Top - 12, mark.ToString(CultureInfo.InvariantCulture), "middle", "#555555"),
        Line(X(mark), Top - 6, bottom, mark == 1 ? "#555555" : "#dddddd", 1),
    ];

    private static IEnumerable<XElement> Bar(QueriesRow row, int index)
    {
        double y = Top + index * RowHeight;
        double from = Math.Min(X(1), X(row.Ratio));
        yield return Text(LabelWidth - 8, y + BarHeight - 2, row.Category, "end", "#1a1a1a");
        yield return new XElement(
            Svg + "rect", Number("x", from), Number("y", y), Number("width", Math.Abs(X(row.Ratio) - X(1))), Number("height", BarHeight), new XAttribute("fill", row.Ratio < 1 ? "#b3402a" : "#2a6f97"));
        if (row.Goal is { } goal)
            yield return Line(X(goal), y - 2, y + BarHeight + 2, "#e09f3e", 3);
        string figures = row.Goal is null ? FormattableString.Invariant($"{row.Ratio:F1}") : FormattableString.Invariant($"{row.Ratio:F1} of {row.Goal}");
        yield return Text(Width - 8, y + BarHeight - 2, figures, "end", "#1a1a1a");
    }

    private static double X(double ratio) => LabelWidth + (Width - LabelWidth - FiguresWidth) * Math.Log(Math.Clamp(ratio, Least, Most) / Least) / Math.Log(Most / Least);

    private static XElement Text(double x, double y, string text, string anchor, string colour) =>
        new(Svg + "text", Number("x", x), Number("y", y), new XAttribute("text-anchor", anchor), new XAttribute("fill", colour), text);

    private static XElement Line(double x, double from, double to, string colour, double width) =>
        new(Svg + "line", Number("x1", x), Number("x2", x), Number("y1", from), Number("y2", to), new XAttribute("stroke", colour), Number("stroke-width", width));

    private static XAttribute Number(string name, double value) => new(name, value.ToString("0.#", CultureInfo.InvariantCulture));
}
