import { Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { ErrorAlert } from './ErrorAlert';

interface Props {
  opened: boolean;
  title: string;
  /** The verb on the button. */
  action: string;
  color?: string;
  busy: boolean;
  /** Cannot be sent yet. */
  incomplete?: boolean;
  error: unknown;
  /** What did not happen: "The token was not created". */
  failure: string;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A question with a few answers to give, in a dialog that stays open until the server has accepted them. */
export function FormDialog({ opened, title, action, color, busy, incomplete, error, failure, ...rest }: Props) {
  const { onSubmit, onClose, children } = rest;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered>
      <form noValidate onSubmit={submit}>
        <Stack>
          {children}
          {error ? <ErrorAlert error={error} title={failure} /> : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" color={color} loading={busy} disabled={incomplete}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
