import { Text } from '@mantine/core';
import type { Webhook } from '@/api/types';
import { counted } from '@/lib/words';
import { StatusBadge } from '@/ui/StatusBadge';

export function WebhookState({ webhook: { state, pausedReason, failures } }: { webhook: Webhook }) {
  return (
    <div>
      <StatusBadge status={state} />
      {pausedReason && (
        <Text size="xs" c="dimmed">
          {pausedReason}
        </Text>
      )}
      {state === 'active' && failures > 0 && (
        <Text size="xs" c="red">
          {counted(failures, 'failure')} in a row
        </Text>
      )}
    </div>
  );
}
