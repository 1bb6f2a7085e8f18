#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;

namespace Google.Apis.Gmail.v1;

public partial class UsersResource
{
    /// <summary>Settings of a mailbox.</summary>
    public partial class SettingsResource
    {
        public SettingsResource(IClientService service)
        {
            SendAs = new SendAsResource(service);
        }

        public virtual SendAsResource SendAs { get; }
    }
}
