package dev.nightshift.agentapi.panel;

import dev.nightshift.contracts.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What one socket has been told, and what it has to be told next. */
@Decision
final class PanelChanges {
    private Map<UUID, Instance> told = Map.of();
    private boolean listed;

    /** The frames that take a reader from what it was told to what is now; the first is the whole list. */
    List<PanelMessage> to(Panel.Lists lists) {
        Map<UUID, Instance> now = new HashMap<>();
        List<Instance> all = new ArrayList<>(lists.active());
        all.addAll(lists.history());
        all.forEach(instance -> now.put(instance.instanceId(), instance));
        List<PanelMessage> messages = new ArrayList<>();
        if (listed) {
            all.reversed().forEach(instance -> tell(instance, messages));
        } else {
            messages.add(PanelMessage.list(all));
        }
        listed = true;
        told = now;
        return messages;
    }

    private void tell(Instance instance, List<PanelMessage> messages) {
        Instance before = told.get(instance.instanceId());
        if (instance.equals(before)) {
            return;
        }
        if (before == null) {
            messages.add(PanelMessage.started(instance));
            messages.add(PanelMessage.log(instance, instance.agentName() + " was started"));
        } else if (instance.isActive()) {
            messages.add(PanelMessage.updated(instance));
        }
        if (!instance.isActive() && (before == null || before.isActive())) {
            messages.add(PanelMessage.updated(instance));
            messages.add(PanelMessage.stopped(instance));
            messages.add(PanelMessage.log(instance, instance.agentName() + " is " + instance.status()));
        }
    }
}
