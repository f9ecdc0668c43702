package dev.nightshift.agentapi.notification;

import dev.nightshift.agentapi.notification.Notice.Kind;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.MemberId;

/** Somebody who may be told of an agent, with what counts for them there. */
@Decision
record Recipient(MemberId member, boolean ofOrganisation, Preferences wants) {
    boolean wants(Kind kind, Channel channel) {
        return switch (kind) {
            case FAILURE -> wants.onFailure().contains(channel);
            case WAITING -> wants.onWaiting().contains(channel);
        };
    }
}
