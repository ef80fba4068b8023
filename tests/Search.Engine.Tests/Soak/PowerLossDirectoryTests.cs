using Search.Engine.Store;
using Search.Engine.Tests.Store;
using Search.Soak.PowerLoss;

namespace Search.Engine.Tests.Soak;

public sealed class PowerLossDirectoryTests : IndexDirectoryContract
{
    private readonly PowerLossDirectory _directory = new();

    protected override IndexDirectory Index => _directory;
}
