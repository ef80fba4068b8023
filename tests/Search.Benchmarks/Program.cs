using Search.Benchmarks;

return args switch
{
    ["names", .. string[] rest] => NamesVerb.Run(rest),
    ["extraction", .. string[] rest] => ExtractionVerb.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("verbs: names, extraction");
    return 64;
}
