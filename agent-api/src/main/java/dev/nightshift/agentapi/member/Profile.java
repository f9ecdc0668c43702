package dev.nightshift.agentapi.member;

import dev.nightshift.agentapi.naming.VisibleText;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an identity provider or the trusted proxy says of a person, already freed of characters that cannot be seen.
 * {@code name} and {@code email} absent: not said, so left as they are. {@code groups} absent: the provider says
 * nothing of groups. {@code admin} absent: the role is given here, not there.
 */
public record Profile(
        String username,
        @Nullable String name,
        @Nullable String email,
        @Nullable Set<String> groups,
        @Nullable Boolean admin) {
    private static final int LONGEST = 255;
    private static final int MOST_GROUPS = 500;

    /** Throws {@link IllegalArgumentException} when nothing of the user name can be seen, or for too many groups. */
    public Profile {
        username = VisibleText.cleaned(username, LONGEST);
        if (username.isBlank()) {
            throw new IllegalArgumentException("the provider gives no user name that can be shown");
        }
        name = cleaned(name);
        email = cleaned(email);
        groups = groups == null ? null : cleaned(groups);
    }

    private static @Nullable String cleaned(@Nullable String text) {
        String visible = text == null ? "" : VisibleText.cleaned(text, LONGEST);
        return visible.isBlank() ? null : visible;
    }

    private static Set<String> cleaned(Set<String> groups) {
        if (groups.size() > MOST_GROUPS) {
            throw new IllegalArgumentException("the provider names more than " + MOST_GROUPS + " groups");
        }
        return groups.stream()
                .map(group -> VisibleText.cleaned(group, LONGEST))
                .filter(group -> !group.isBlank())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
