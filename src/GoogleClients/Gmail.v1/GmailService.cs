#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Discovery;
using Google.Apis.Services;

namespace Google.Apis.Gmail.v1;

/// <summary>Gmail API v1 (https://developers.google.com/workspace/gmail/api/reference/rest), for the methods that are in use here.</summary>
public class GmailService : BaseClientService
{
    public const string Version = "v1";

    public static DiscoveryVersion DiscoveryVersionUsed = DiscoveryVersion.Version_1_0;

    public GmailService()
        : this(new Initializer())
    {
    }

    public GmailService(Initializer initializer)
        : base(initializer)
    {
        Users = new UsersResource(this);
        BaseUri = GetEffectiveUri(BaseUriOverride, "https://gmail.googleapis.com/");
        BatchUri = GetEffectiveUri(null, "https://gmail.googleapis.com/batch");
    }

    public override IList<string> Features => [];

    public override string Name => "gmail";

    public override string BaseUri { get; }

    public override string BasePath => "";

    public override string BatchUri { get; }

    public override string BatchPath => "batch";

    public virtual UsersResource Users { get; }

    public class Scope
    {
        public static string MailGoogleCom = "https://mail.google.com/";

        public static string GmailAddonsCurrentActionCompose = "https://www.googleapis.com/auth/gmail.addons.current.action.compose";

        public static string GmailAddonsCurrentMessageAction = "https://www.googleapis.com/auth/gmail.addons.current.message.action";

        public static string GmailAddonsCurrentMessageMetadata = "https://www.googleapis.com/auth/gmail.addons.current.message.metadata";

        public static string GmailAddonsCurrentMessageReadonly = "https://www.googleapis.com/auth/gmail.addons.current.message.readonly";

        public static string GmailCompose = "https://www.googleapis.com/auth/gmail.compose";

        public static string GmailInsert = "https://www.googleapis.com/auth/gmail.insert";

        public static string GmailLabels = "https://www.googleapis.com/auth/gmail.labels";

        public static string GmailMetadata = "https://www.googleapis.com/auth/gmail.metadata";

        public static string GmailModify = "https://www.googleapis.com/auth/gmail.modify";

        public static string GmailReadonly = "https://www.googleapis.com/auth/gmail.readonly";

        public static string GmailSend = "https://www.googleapis.com/auth/gmail.send";

        public static string GmailSettingsBasic = "https://www.googleapis.com/auth/gmail.settings.basic";

        public static string GmailSettingsSharing = "https://www.googleapis.com/auth/gmail.settings.sharing";
    }

    public static class ScopeConstants
    {
        public const string MailGoogleCom = "https://mail.google.com/";

        public const string GmailAddonsCurrentActionCompose = "https://www.googleapis.com/auth/gmail.addons.current.action.compose";

        public const string GmailAddonsCurrentMessageAction = "https://www.googleapis.com/auth/gmail.addons.current.message.action";

        public const string GmailAddonsCurrentMessageMetadata = "https://www.googleapis.com/auth/gmail.addons.current.message.metadata";

        public const string GmailAddonsCurrentMessageReadonly = "https://www.googleapis.com/auth/gmail.addons.current.message.readonly";

        public const string GmailCompose = "https://www.googleapis.com/auth/gmail.compose";

        public const string GmailInsert = "https://www.googleapis.com/auth/gmail.insert";

        public const string GmailLabels = "https://www.googleapis.com/auth/gmail.labels";

        public const string GmailMetadata = "https://www.googleapis.com/auth/gmail.metadata";

        public const string GmailModify = "https://www.googleapis.com/auth/gmail.modify";

        public const string GmailReadonly = "https://www.googleapis.com/auth/gmail.readonly";

        public const string GmailSend = "https://www.googleapis.com/auth/gmail.send";

        public const string GmailSettingsBasic = "https://www.googleapis.com/auth/gmail.settings.basic";

        public const string GmailSettingsSharing = "https://www.googleapis.com/auth/gmail.settings.sharing";
    }
}
