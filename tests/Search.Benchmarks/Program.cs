using Search.Benchmarks;

return args switch
{
    ["names", .. string[] rest] => NamesVerb.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("verbs: names");
    return 64;
}
