using Assistant.Server.GoogleLogin;

namespace Assistant.Server.Tests.GoogleLogin;

public sealed class SystemBrowserTests
{
    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("mailto:a@example.com")]
    public void Only_web_pages_are_opened(string page) => Assert.Null(SystemBrowser.StartInfo(new Uri(page)));

    [Fact]
    public void The_address_is_one_argument_that_no_shell_reads()
    {
        var start = SystemBrowser.StartInfo(new Uri("https://example.com/?a=1&b=$(touch+x);c"))!;

        if (OperatingSystem.IsWindows())
        {
            Assert.Equal("https://example.com/?a=1&b=$(touch+x);c", start.FileName);
            Assert.Empty(start.ArgumentList);
        }
        else
        {
            Assert.False(start.UseShellExecute);
            Assert.Equal(["https://example.com/?a=1&b=$(touch+x);c"], start.ArgumentList);
        }
    }
}
