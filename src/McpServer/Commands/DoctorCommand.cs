using System.CommandLine;

namespace Assistant.Server.Commands;

internal static class DoctorCommand
{
    public static Command Create(CommonOptions common) => new Command(
        "doctor", "Check everything that has to work, and say what to do where it does not. Exit code 1 where something fails.\n\nExample:\n  assistant doctor")
    {
        common.Json,
    }.Does(common, async (context, cancellationToken) =>
    {
        var findings = await Examination.RunAsync(context, cancellationToken);
        if (context.WantsJson)
            await context.JsonAsync(findings);
        else
            await context.Console.Out.WriteAsync(new Table("", "WHAT", "").AddAll(findings, finding => [Word(finding.Grade), finding.What, finding.Says]).ToString());
        return findings.Any(finding => finding.Grade == Grade.Fail) ? ExitCode.Failed : ExitCode.Ok;
    });

    private static string Word(Grade grade) => grade == Grade.Fail ? "FAIL" : grade == Grade.Warn ? "warn" : "ok";
}

internal enum Grade
{
    Ok,
    Warn,
    Fail,
}

/// <param name="Grade">How it is.</param>
/// <param name="What">What was looked at.</param>
/// <param name="Says">How it is in words, and what to do.</param>
internal sealed record Finding(Grade Grade, string What, string Says);
