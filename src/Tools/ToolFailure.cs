namespace Assistant.Tools;

/// <summary>A failure that a model can act on: its message reaches the model as it is, so it says what to do and holds no secret.</summary>
public sealed class ToolFailure(string code, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>A short fixed word for the audit log, such as <c>unknown_account</c>.</summary>
    public string Code { get; } = code;
}
