package dev.nightshift.agentapi.member;

import dev.nightshift.contracts.MemberId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.jspecify.annotations.Nullable;

/** Something that was opened with the old password and ends with it. Every bean takes part in the change's transaction. */
public interface PasswordChanges {
    /** {@code keptCredential}: what the change itself was made with; absent when somebody else made it. */
    Uni<Void> changed(SqlConnection transaction, MemberId member, @Nullable String keptCredential);
}
