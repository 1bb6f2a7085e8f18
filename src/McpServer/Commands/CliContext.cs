using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assistant.TokenStore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Server.Commands;

/// <summary>What the action of a command works with; services are made when the first one is asked for.</summary>
internal sealed class CliContext(CommonOptions common, ParseResult parsed) : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private ServiceProvider? _services;

    public ParseResult Parsed => parsed;

    public CliConsole Console => common.Console;

    public bool WantsJson => parsed.GetValue(common.Json);

    public string? GivenUser => parsed.GetValue(common.User);

    /// <summary>A command may change them before it asks for the first service.</summary>
    public AssistantOptions Options { get; set; } = common.Read(parsed);

    public IServiceProvider Services => _services ??= CliServices.Build(Options, Console);

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A command for the person to type next: with the data folder and the sandbox that this one was given.</summary>
    public string Next(string command)
    {
        if (parsed.GetValue(common.Data) is { } data)
            command += $" --data {(data.Contains(' ', StringComparison.Ordinal) ? $"\"{data}\"" : data)}";
        if (parsed.GetResult(common.Sandbox) is { Implicit: false })
            command += parsed.GetValue(common.Sandbox) is { } sandbox ? $" --sandbox {sandbox}" : " --sandbox";
        return command;
    }

    /// <summary>Puts on record what the operator did, on disk before the command ends.</summary>
    public async Task RecordAsync(string action, string userId, string? accountId, string? detail, CancellationToken cancellationToken)
    {
        var log = Get<IAuditLog>();
        log.Record(new AuditEntry(
            Get<TimeProvider>().GetUtcNow(), userId, KeyId: null, action, accountId, Outcome: "ok", detail, TimeSpan.Zero, CorrelationId: ""));
        await log.FlushAsync(cancellationToken);
    }

    public Task SayAsync(string line) => Console.Out.WriteLineAsync(line);

    /// <summary>The list as JSON or, for people, as a table or the line that says there is nothing.</summary>
    public Task ListAsync<T>(IReadOnlyCollection<T> rows, Table table, string none) =>
        WantsJson ? JsonAsync(rows) : Console.Out.WriteAsync(rows.Count == 0 ? none + Environment.NewLine : table.ToString());

    public Task JsonAsync<T>(T value) => SayAsync(JsonSerializer.Serialize(value, Json));

    /// <summary>The user that the command is about.</summary>
    /// <exception cref="CliException">None is given and it is not clear, or there is no such user.</exception>
    public async Task<User> UserAsync(CancellationToken cancellationToken)
    {
        var store = Get<IUserStore>();
        if (GivenUser is { } name)
        {
            return await store.FindAsync(name, cancellationToken)
                ?? throw new CliException($"There is no user '{name}'. '{Next("assistant users list")}' shows who there is.");
        }
        var users = await store.ListAsync(cancellationToken);
        return users switch
        {
            [] => throw new CliException($"There is no user yet. Add one: {Next("assistant users add NAME")}"),
            [var only] => only,
            _ => users.FirstOrDefault(user => string.Equals(user.Name, Environment.UserName, StringComparison.OrdinalIgnoreCase))
                ?? throw new CliException($"Several users are here; say which with --user: {string.Join(", ", users.Select(user => user.Name))}"),
        };
    }

    public async Task<GoogleAccount> AccountAsync(User user, string nickname, CancellationToken cancellationToken) =>
        await Get<IAccountStore>().FindAsync(user.Id, nickname, cancellationToken)
        ?? throw new CliException($"{user.Name} has no account '{nickname}'. '{Next($"assistant accounts list --user {user.Name}")}' shows which there are.");

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
    }
}
