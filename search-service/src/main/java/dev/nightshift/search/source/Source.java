package dev.nightshift.search.source;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A connected place to search. */
@Entity
@Table(name = "sources")
class Source {
    @Id
    private UUID id;

    private String name;
    private String kind;
    private String path;

    @Column(name = "read_by_everyone")
    private boolean everyone;

    @Column(name = "reader_members")
    private UUID[] members;

    @Column(name = "reader_groups")
    private UUID[] groups;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For Hibernate alone. */
    protected Source() {}

    Source(UUID id, NewSource wanted, Instant at) {
        this.id = id;
        this.name = wanted.name();
        this.kind = wanted.kind();
        this.path = wanted.config().path();
        this.createdAt = at;
        this.updatedAt = at;
        open(wanted.access());
    }

    void change(SourcePatch patch, Instant at) {
        name = patch.name() == null ? name : patch.name();
        path = patch.config() == null ? path : patch.config().path();
        if (patch.access() != null) {
            open(patch.access());
        }
        updatedAt = at;
    }

    private void open(Access access) {
        everyone = access.allowsEveryone();
        members = access.memberIds().toArray(UUID[]::new);
        groups = access.groupIds().toArray(UUID[]::new);
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    String kind() {
        return kind;
    }

    String path() {
        return path;
    }

    Access access() {
        return everyone ? Access.ofEveryone() : Access.of(List.of(members), List.of(groups));
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
