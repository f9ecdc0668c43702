import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
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
  const { copy, copied, error } = useClipboard({ timeout: 3000 });
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
        {error && (
          <Text size="sm" c="red" role="alert">
            The browser does not let this page copy: select the text and copy it by hand.
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button
            variant="default"
            leftSection={copied ? <CheckIcon size={16} /> : <CopyIcon size={16} />}
            onClick={() => copy(value)}
            data-autofocus
          >
            {copied ? 'Copied' : 'Copy'}
          </Button>
          <Button onClick={onClose}>I have kept it</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
