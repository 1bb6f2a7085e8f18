using Assistant.TokenStore.Tests.Contracts;

namespace Assistant.TokenStore.Tests.Sqlite;

public sealed class SqliteUserStoreTests : UserStoreContract<SqliteBackend>;

public sealed class SqliteKeyStoreTests : KeyStoreContract<SqliteBackend>;

public sealed class SqliteAccountStoreTests : AccountStoreContract<SqliteBackend>;

public sealed class SqliteAccessTokensTests : AccessTokensContract<SqliteBackend>;

public sealed class SqliteCallersTests : CallersContract<SqliteBackend>;

public sealed class SqliteSessionStoreTests : SessionStoreContract<SqliteBackend>;

public sealed class SqliteAuditLogTests : AuditLogContract<SqliteBackend>;

public sealed class SqliteOutboxStoreTests : OutboxStoreContract<SqliteBackend>;

public sealed class SqliteChangeJournalTests : ChangeJournalContract<SqliteBackend>;

public sealed class SqliteProcessTests : ProcessContract<SqliteBackend>;

public sealed class SqliteLeaseTests : LeaseContract<SqliteBackend>;

public sealed class SqliteAccountKeysTests : AccountKeysContract<SqliteBackend>;

public sealed class SqliteUserDocumentsTests : UserDocumentsContract<SqliteBackend>;

public sealed class SqliteConversationStoreTests : ConversationStoreContract<SqliteBackend>;

public sealed class SqliteQuotaUsesTests : QuotaUsesContract<SqliteBackend>;
