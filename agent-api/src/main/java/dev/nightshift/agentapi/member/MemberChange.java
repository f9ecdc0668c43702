package dev.nightshift.agentapi.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A member before and after a change. */
record MemberChange(MemberView before, MemberView after) {

    boolean takesAnAdminAway() {
        return isActiveAdmin(before) && !isActiveAdmin(after);
    }

    boolean disables() {
        return !Objects.equals(before.state(), after.state()) && "disabled".equals(after.state());
    }

    /** What happened, in the words of the audit log; nothing when all is as it was. */
    List<String> acts() {
        List<String> acts = new ArrayList<>();
        if (!Objects.equals(before.state(), after.state())) {
            acts.add(disables() ? "member.disabled" : "member.enabled");
        }
        if (!Objects.equals(before.role(), after.role())) {
            acts.add("admin".equals(after.role()) ? "member.promoted" : "member.demoted");
        }
        if (!words(before).equals(words(after))) {
            acts.add("member.changed");
        }
        return acts;
    }

    private static List<@Nullable Object> words(MemberView member) {
        List<@Nullable Object> words = new ArrayList<>();
        words.add(member.name());
        words.add(member.email());
        words.add(member.maxAgents());
        return words;
    }

    private static boolean isActiveAdmin(MemberView member) {
        return "admin".equals(member.role()) && "active".equals(member.state());
    }
}
