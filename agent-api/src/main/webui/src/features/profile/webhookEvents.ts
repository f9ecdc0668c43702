import type { WebhookEvent } from '@/api/types';

/** What a webhook can be told, in the order of a run. */
export const WEBHOOK_EVENTS: { value: WebhookEvent; label: string }[] = [
  { value: 'background_task_started', label: 'A run starts' },
  { value: 'background_task_completed', label: 'A run completes' },
  { value: 'background_task_error', label: 'A run fails or is stopped' },
  { value: 'background_agent_status', label: 'An agent changes its status' },
];

export function eventInWords(type: string): string {
  return type === 'webhook_test'
    ? 'A test message'
    : (WEBHOOK_EVENTS.find(({ value }) => value === type)?.label ?? type.replaceAll('_', ' '));
}
