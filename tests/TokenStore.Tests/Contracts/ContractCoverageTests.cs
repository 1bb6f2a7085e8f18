namespace Assistant.TokenStore.Tests.Contracts;

public sealed class ContractCoverageTests
{
    [Fact]
    public void Every_contract_is_run_against_every_backend()
    {
        var types = typeof(StoreBackend).Assembly.GetTypes();
        var backends = types.Where(type => type.IsSubclassOf(typeof(StoreBackend)) && !type.IsAbstract).ToList();
        var contracts = types
            .Where(type => type is { IsAbstract: true, BaseType.IsGenericType: true } && type.BaseType.GetGenericTypeDefinition() == typeof(StoreContract<>))
            .ToList();
        Assert.NotEmpty(backends);
        Assert.Equal(15, contracts.Count);
        var missing =
            from contract in contracts
            from backend in backends
            where !types.Any(type => !type.IsAbstract && type.BaseType == contract.MakeGenericType(backend))
            select $"{contract.Name} has no tests for {backend.Name}";
        Assert.Empty(missing);
    }
}
