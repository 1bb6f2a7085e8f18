using System.Text;

namespace Assistant.GoogleSandbox.World.Mime;

/// <summary>One header field, folded before it gets longer than 76 characters.</summary>
internal static class HeaderLine
{
    private const int Width = 76;

    public static string Text(string name, string value, string charset, bool quoted) =>
        Ascii.IsValid(value) ? Fold(name, value) : $"{name}: {string.Join("\r\n ", EncodedWord.Encode(value, charset, quoted))}\r\n";

    public static string Fold(string name, string value)
    {
        if (value.AsSpan().IndexOfAny("\r\n\0") >= 0)
            throw new ArgumentException($"The value of {name} has a line break.", nameof(value));
        var line = new StringBuilder(name).Append(':');
        var width = line.Length;
        foreach (var word in value.Split(' '))
        {
            if (width + 1 + word.Length > Width && width > name.Length + 1)
            {
                line.Append("\r\n");
                width = 0;
            }

            line.Append(' ').Append(word);
            width += word.Length + 1;
        }

        return line.Append("\r\n").ToString();
    }

    public static string Addresses(string name, IEnumerable<Mailbox> boxes, string charset, bool quoted) =>
        $"{name}: {string.Join(",\r\n ", boxes.Select(box => box.ToHeader(charset, quoted)))}\r\n";
}
