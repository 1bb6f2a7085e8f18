#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;

namespace Google.Apis.Gmail.v1;

public partial class UsersResource
{
    /// <summary>Settings of a mailbox.</summary>
    public partial class SettingsResource
    {
        private readonly IClientService _service;

        public SettingsResource(IClientService service)
        {
            _service = service;
            Filters = new FiltersResource(service);
            SendAs = new SendAsResource(service);
        }

        public virtual FiltersResource Filters { get; }

        public virtual SendAsResource SendAs { get; }
    }
}
