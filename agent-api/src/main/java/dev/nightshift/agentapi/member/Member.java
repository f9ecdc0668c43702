package dev.nightshift.agentapi.member;

import dev.nightshift.contracts.MemberId;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person with an account. */
@Entity
@Table(name = "members")
public class Member extends PanacheEntityBase {
    @Id
    public UUID id;

    public String username;
    public String name;

    @Nullable public String email;

    /** {@code member} or {@code admin}. */
    public String role;

    /** {@code active} or {@code disabled}; removed members are found by nobody. */
    public String state;

    /** Absent for people who sign in elsewhere. */
    @Nullable String passwordHash;

    Instant createdAt;

    public MemberId memberId() {
        return new MemberId(id);
    }

    public boolean isAdmin() {
        return role.equals("admin");
    }

    public boolean isActive() {
        return state.equals("active");
    }
}
