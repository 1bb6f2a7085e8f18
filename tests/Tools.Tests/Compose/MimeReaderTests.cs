using System.Text;
using Assistant.Tools.Compose.Mime;

namespace Assistant.Tools.Tests.Compose;

public sealed class MimeReaderTests
{
    [Fact]
    public void Bare_line_feeds_a_missing_end_and_wrong_encodings_are_read_as_far_as_they_make_sense()
    {
        var read = Read("Subject: =?iso-8859-1?Q?Gr=FC=DFe?=\nContent-Type: multipart/mixed; boundary=b\n\npreamble\n--b\nContent-Type: text/plain; charset=unknown\nContent-Transfer-Encoding: quoted-printable\n\na=C3=A4=\nb =zz\n--b\nContent-Type: application/x; name=\"=?utf-8?B?w6QucGRm?=\"\nContent-Transfer-Encoding: base64\n\nQUJD!!RA==");

        Assert.Equal("Grüße", read.Header("Subject"));
        Assert.Equal("aäb =zz", read.Children[0].Text);
        Assert.Equal("ä.pdf", read.Children[1].FileName);
        Assert.Equal("ABCD", Encoding.ASCII.GetString(read.Children[1].Content.Span));
    }

    [Fact]
    public void Continued_and_encoded_parameters_are_joined()
    {
        var read = Read("Content-Disposition: attachment; filename*1*=%20b.txt; filename*0*=utf-8'en'%C3%A4\r\n\r\n");

        Assert.Equal("ä b.txt", read.FileName);
    }

    [Fact]
    public void An_attached_message_is_read_with_its_own_fields()
    {
        var read = Read("Content-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\nbody");

        Assert.Equal("inner", Assert.Single(read.Children).Header("Subject"));
        Assert.Equal("body", read.Children[0].Text);
    }

    [Fact]
    public void What_is_nested_without_end_stays_finite()
    {
        var text = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n"));
        var parts = Read(string.Concat(Enumerable.Repeat("--x\r\n\r\n", 50_000)).Insert(0, "Content-Type: multipart/mixed; boundary=x\r\n\r\n"));

        Assert.True(Read(text).SelfAndDescendants().Count() <= 25);
        Assert.True(parts.SelfAndDescendants().Count() <= 1_000);
    }

    private static MimeEntity Read(string text) => MimeReader.Read(Encoding.UTF8.GetBytes(text));
}
