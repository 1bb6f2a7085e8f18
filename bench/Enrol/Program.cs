// Makes a user whose mailbox and calendar are connected, so that tools/list shows what it shows to such a user. Usage: Enrol ASSISTANT FOLDER
using Assistant.Bench.Common;

var (sandbox, _) = await Mailbox.StartAsync(CancellationToken.None);
await using var google = sandbox;
var shipped = await ShippedServer.PrepareAsync(args[0], args[1]);
await shipped.CommandLine.LoginAsync(ShippedServer.User, Mailbox.Address, sandbox.BaseAddress, CancellationToken.None);
return 0;
