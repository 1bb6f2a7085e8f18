using Assistant.TokenStore.Tests.Contracts;

namespace Assistant.TokenStore.Tests.Postgres;

public sealed class PostgresUserStoreTests : UserStoreContract<PostgresBackend>;

public sealed class PostgresKeyStoreTests : KeyStoreContract<PostgresBackend>;

public sealed class PostgresAccountStoreTests : AccountStoreContract<PostgresBackend>;

public sealed class PostgresAccessTokensTests : AccessTokensContract<PostgresBackend>;

public sealed class PostgresCallersTests : CallersContract<PostgresBackend>;

public sealed class PostgresSessionStoreTests : SessionStoreContract<PostgresBackend>;

public sealed class PostgresAuditLogTests : AuditLogContract<PostgresBackend>;

public sealed class PostgresOutboxStoreTests : OutboxStoreContract<PostgresBackend>;

public sealed class PostgresChangeJournalTests : ChangeJournalContract<PostgresBackend>;

public sealed class PostgresProcessTests : ProcessContract<PostgresBackend>;

public sealed class PostgresLeaseTests : LeaseContract<PostgresBackend>;

public sealed class PostgresAccountKeysTests : AccountKeysContract<PostgresBackend>;

public sealed class PostgresUserDocumentsTests : UserDocumentsContract<PostgresBackend>;

public sealed class PostgresConversationStoreTests : ConversationStoreContract<PostgresBackend>;

public sealed class PostgresQuotaUsesTests : QuotaUsesContract<PostgresBackend>;
