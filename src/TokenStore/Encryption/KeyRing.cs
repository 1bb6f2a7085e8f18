using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.TokenStore.Encryption;

/// <summary>
/// Data Protection in a container of its own: the host's would load the ring at every start, and its log could show the ring's XML. Nothing happens
/// before the first key is wrapped or opened.
/// </summary>
internal sealed class KeyRing(MasterKeyHolder masterKey, KeyRingRepository repository, TimeProvider time) : IDisposable
{
    private readonly Lock _loading = new();
    private Loaded? _loaded;

    public byte[] Wrap(byte[] key, string userId) => Current().Protector(userId).Protect(key);

    /// <exception cref="CryptographicException">Wrapped for another user, altered, or the ring's key is gone.</exception>
    public byte[] Unwrap(byte[] wrapped, string userId)
    {
        var ring = Current();
        try
        {
            return ring.Protector(userId).Unprotect(wrapped);
        }
        catch (CryptographicException) when (ring.Revision != repository.Revision())
        {
            // Another process added a key; Data Protection would look again only after a day.
            return Reload(ring).Protector(userId).Unprotect(wrapped);
        }
    }

    /// <summary>Adds a key that is used from now on; older ones still open what they wrapped.</summary>
    public void Rotate()
    {
        var ring = Current();
        ring.Services.GetRequiredService<IKeyManager>().CreateNewKey(time.GetUtcNow(), time.GetUtcNow().AddDays(90));
        Reload(ring);
    }

    public void Dispose()
    {
        lock (_loading)
        {
            _loaded?.Services.Dispose();
            _loaded = null;
        }
    }

    private Loaded Current()
    {
        if (Volatile.Read(ref _loaded) is { } loaded)
            return loaded;
        lock (_loading)
            return _loaded ??= Load();
    }

    private Loaded Reload(Loaded old)
    {
        lock (_loading)
        {
            // The old container is left to the garbage collector: another thread may be using it.
            if (ReferenceEquals(_loaded, old))
                _loaded = Load();
            return _loaded ??= Load();
        }
    }

    private Loaded Load()
    {
        var revision = repository.Revision();
        var key = masterKey.Get();
        var services = new ServiceCollection();
        services.AddSingleton(key);
        services.AddDataProtection().SetApplicationName("Assistant");
        services.Configure<KeyManagementOptions>(options =>
        {
            options.XmlRepository = repository;
            options.XmlEncryptor = new MasterKeyXmlEncryptor(key);
        });
        return new Loaded(services.BuildServiceProvider(), revision);
    }

    private sealed record Loaded(ServiceProvider Services, long Revision)
    {
        public IDataProtector Protector(string userId) =>
            Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Assistant.TokenStore", "v1", userId);
    }
}
