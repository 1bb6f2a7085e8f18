using System.ComponentModel;
using System.Diagnostics;

namespace Assistant.Server.GoogleLogin;

/// <summary>Opens a page for the person at this machine.</summary>
internal interface IBrowser
{
    /// <summary>False where no browser could be started; then the person has to open the page by hand.</summary>
    bool Open(Uri page);
}

/// <summary>The system's own browser. The address is one argument of the program that opens it: no shell reads it.</summary>
internal sealed class SystemBrowser : IBrowser
{
    public bool Open(Uri page)
    {
        if (StartInfo(page) is not { } start)
            return false;
        try
        {
            using var process = Process.Start(start);
            return true;
        }
        catch (Exception problem) when (problem is Win32Exception or FileNotFoundException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    internal static ProcessStartInfo? StartInfo(Uri page)
    {
        if (!page.IsAbsoluteUri || (page.Scheme != Uri.UriSchemeHttp && page.Scheme != Uri.UriSchemeHttps))
            return null;
        // ShellExecute looks the scheme up in the registry; no command line is involved.
        if (OperatingSystem.IsWindows())
            return new ProcessStartInfo(page.AbsoluteUri) { UseShellExecute = true };
        return new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [page.AbsoluteUri])
        {
            UseShellExecute = false,
            // xdg-open and the browser behind it write to the terminal.
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }
}
