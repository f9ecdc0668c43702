import { Button, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { CheckIcon, CopyIcon } from './icons';
import classes from './ShownOnce.module.css';

interface Props {
  title: string;
  /** What it is called: "Token". */
  label: string;
  /** The secret; the dialog is open while there is one. */
  value: string | undefined;
  /** What to do with it. */
  children: ReactNode;
  onClose: () => void;
}

/** Something that the server tells once. It closes by its button alone, so that a stray click does not lose it. */
export function ShownOnce({ title, label, value, children, onClose }: Props) {
  return (
    <Modal
      opened={value !== undefined}
      onClose={onClose}
      title={title}
      centered
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack>
        <Text size="sm">{children}</Text>
        <output className={classes.value} aria-label={label}>
          {value}
        </output>
        <Text size="sm" fw={600}>
          It is shown this once only.
        </Text>
        <Group justify="flex-end" gap="xs">
          <CopyButton value={value ?? ''} timeout={3000}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={copied ? <CheckIcon size={16} /> : <CopyIcon size={16} />}
                onClick={copy}
                data-autofocus
              >
                {copied ? 'Copied' : 'Copy'}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>I have kept it</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
