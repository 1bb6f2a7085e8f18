namespace Assistant.EndToEnd.Tests.Staging;

/// <summary>The two ways to speak MCP.</summary>
public enum Era
{
    /// <summary>2026-07-28: each request stands alone.</summary>
    Stateless,

    /// <summary>2025-11-25: a handshake, over HTTP with a session.</summary>
    Session,
}
