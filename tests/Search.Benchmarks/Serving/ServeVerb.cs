namespace Search.Benchmarks.Serving;

/// <summary>
/// <c>serve [--paragraphs 100000] [--clients 32] [--seconds 20] [--requests 20000]</c>: the real host on loopback under load, then past saturation,
/// then past the rate that one address may have.
/// </summary>
internal static class ServeVerb
{
    private const int ClientsPastSaturation = 8;

    /// <summary>Runs the verb; the exit status.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var options = new CommandLine(arguments);
        int paragraphs = options.Number("--paragraphs", 100_000);
        int clients = options.Number("--clients", 32);
        var bounds = new LoadBounds(TimeSpan.FromSeconds(options.Real("--seconds", 20)), options.Number("--requests", 20_000));
        string index = ServingCorpus.Index(paragraphs);
        string[] addresses = ServingCorpus.Addresses(paragraphs);

        Console.WriteLine($"{"",-28}{LoadReport.Header}");
        using (ServedHost host = await ServedHost.StartAsync(index, "--requests-per-minute", "0"))
        {
            await LoadPhase.RunAsync(host, addresses, clients: 4, bounds with { MostRequests = 200 }); // compiles the code
            Print($"{clients} clients", await LoadPhase.RunAsync(host, addresses, clients, bounds));
            Print($"{clients * ClientsPastSaturation} clients", await LoadPhase.RunAsync(host, addresses, clients * ClientsPastSaturation, bounds));
            Print($"{clients} clients again", await LoadPhase.RunAsync(host, addresses, clients, bounds));
        }
        using (ServedHost host = await ServedHost.StartAsync(index, "--requests-per-minute", "600"))
            Print($"{clients} clients, 600 a minute", await LoadPhase.RunAsync(host, addresses, clients, bounds));
        return 0;
    }

    private static void Print(string phase, LoadReport report) => Console.WriteLine($"{phase,-28}{report}");
}
