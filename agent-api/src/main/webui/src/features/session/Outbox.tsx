import { Button, Group, Text } from '@mantine/core';
import { ApiError, explain } from '@/api/problem';
import type { Outgoing } from './liveSession';
import classes from './Session.module.css';

interface Props {
  messages: readonly Outgoing[];
  onSendAgain: (message: Outgoing) => void;
  onDiscard: (clientId: string) => void;
}

/** Messages that are not in the log yet. */
export function Outbox({ messages, onSendAgain, onDiscard }: Props) {
  if (messages.length === 0) {
    return null;
  }
  return (
    <ol className={classes.log} aria-label="Messages on their way">
      {messages.map((message) => (
        <li key={message.clientId}>
          <div className={classes.message} data-waiting>
            <Text size="xs" c={message.state === 'refused' ? 'red' : 'dimmed'} mb={2} role="status">
              {state(message)}
            </Text>
            <div className={classes.said}>{message.text}</div>
            {message.state === 'refused' && (
              <Group gap={4} mt={4}>
                <Button size="compact-xs" variant="light" onClick={() => onSendAgain(message)}>
                  Send again
                </Button>
                <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onDiscard(message.clientId)}>
                  Discard
                </Button>
              </Group>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function state({ state, problem }: Outgoing): string {
  switch (state) {
    case 'sending':
      return 'Sending…';
    case 'queued':
      return 'Queued';
    case 'refused': {
      const { title, text, faults = [] } = explain(problem && new ApiError(problem));
      return ['Not sent.', `${title}.`, text, ...faults].join(' ');
    }
  }
}
