using System.Buffers;
using System.IO.Pipelines;

namespace Assistant.Server.Transports.Stdio;

internal readonly record struct InputLine(ParsedMessage Message, bool IsTooLong);

/// <summary>Splits standard input into messages. A line that is too long is skipped without being kept in memory.</summary>
internal sealed class LineReader(Stream input)
{
    public const int MaxLineBytes = 8 * 1024 * 1024;

    private readonly PipeReader _pipe = PipeReader.Create(input);
    private bool _isSkipping;

    /// <returns>Null at the end of the input.</returns>
    public async ValueTask<InputLine?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var reading = _pipe.ReadAsync(cancellationToken);
            // A read of the process's own input cannot be cancelled: it is left behind where the process ends.
            var read = reading.IsCompleted ? await reading : await reading.AsTask().WaitAsync(cancellationToken);
            if (TryTake(read.Buffer, read.IsCompleted, out var line, out var consumed))
            {
                _pipe.AdvanceTo(consumed);
                if (line is not null)
                    return line;
                continue;
            }

            if (read.IsCompleted)
                return null;
            if (read.Buffer.Length <= MaxLineBytes)
            {
                _pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            _pipe.AdvanceTo(read.Buffer.End);
            if (_isSkipping)
                continue;
            _isSkipping = true;
            return new InputLine(default, IsTooLong: true);
        }
    }

    /// <summary>Takes one line, or the unfinished last one; a null line was empty or the rest of a skipped one.</summary>
    private bool TryTake(in ReadOnlySequence<byte> buffer, bool isLast, out InputLine? line, out SequencePosition consumed)
    {
        line = null;
        consumed = buffer.End;
        var content = buffer;
        if (buffer.PositionOf((byte)'\n') is { } newline)
        {
            content = buffer.Slice(0, newline);
            consumed = buffer.GetPosition(1, newline);
        }
        else if (!isLast || buffer.IsEmpty)
        {
            return false;
        }

        if (_isSkipping)
            _isSkipping = false;
        else if (content.Length > MaxLineBytes)
            line = new InputLine(default, IsTooLong: true);
        else if (!IsBlank(content))
            line = new InputLine(JsonRpcParser.Parse(content), IsTooLong: false);
        return true;
    }

    private static bool IsBlank(in ReadOnlySequence<byte> content)
    {
        foreach (var segment in content)
        {
            if (segment.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
                return false;
        }

        return true;
    }
}
