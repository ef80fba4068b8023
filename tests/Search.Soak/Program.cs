using System.CommandLine;
using Search.Soak.Corpora;
using Search.Soak.Crash;
using Search.Soak.Damage;
using Search.Soak.Faults;
using Search.Soak.Fidelity;
using Search.Soak.Language;
using Search.Soak.Memory;
using Search.Soak.PowerLoss;
using Search.Soak.Queries;
using Search.Soak.Threads;
using Search.Soak.Twins;

var root = new RootCommand("Long runs that try to break the engine's promises; README.md says what each proves.")
{
    CorporaCommand.Create(),
    CorporaCommand.CreateChild(),
    CrashCommand.Create(),
    CrashCommand.CreateVictim(),
    DamageCommand.Create(),
    DamageCommand.CreateChild(),
    FaultsCommand.Create(),
    PowerLossCommand.Create(),
    FidelityCommand.Create(),
    LanguageCommand.Create(),
    MemoryCommand.Create(),
    MemoryCommand.CreateWriter(),
    QueriesCommand.Create(),
    ThreadsCommand.Create(),
    TwinsCommand.Create(),
    TwinsCommand.CreateChild(),
};
return root.Parse(args).Invoke();
