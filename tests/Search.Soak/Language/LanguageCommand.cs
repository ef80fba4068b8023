using System.CommandLine;

namespace Search.Soak.Language;

/// <summary><c>language [--cases 2000000] [--seed 1]</c>: random queries of the article language over random articles, against their plain meaning.</summary>
internal static class LanguageCommand
{
    public static Command Create()
    {
        Option<int> cases = SoakFrame.Number("--cases", 2_000_000, "How many pairs of a query and a paragraph, at least.");
        Option<int> seed = SoakFrame.Seed();
        var command = new Command("language", "Random queries over random articles: what is listed and marked is what their plain meaning says.") { cases, seed };
        command.SetAction(parsed => SoakFrame.Run(() => LanguageRun.Run(parsed.GetRequiredValue(cases), parsed.GetRequiredValue(seed)).ToString()));
        return command;
    }
}
