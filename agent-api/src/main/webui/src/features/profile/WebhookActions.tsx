import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from 'react-router';
import type { Webhook } from '@/api/types';
import { paths } from '@/lib/paths';
import { Confirm } from '@/ui/Confirm';
import { EditIcon, KeyIcon, ListIcon, MoreIcon, PauseIcon, PlayIcon, SendIcon, TrashIcon } from '@/ui/icons';
import { useDeleteWebhook, useRotate, useSwitch, useTest } from './useWebhookActions';
import { WebhookForm } from './WebhookForm';

interface Props {
  webhook: Webhook;
  onSecret: (secret?: string) => void;
}

export function WebhookActions({ webhook, onSecret }: Props) {
  const [editing, edit] = useDisclosure(false);
  const [rotating, rotate] = useDisclosure(false);
  const [deleting, remove] = useDisclosure(false);
  const test = useTest(webhook);
  const change = useSwitch(webhook);
  const renew = useRotate(webhook, (secret) => {
    rotate.close();
    onSecret(secret);
  });
  const deletion = useDeleteWebhook(webhook, remove.close);
  const active = webhook.state === 'active';
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`Actions for ${webhook.name}`}>
            <MoreIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<SendIcon size={16} />} onClick={() => test.mutate()}>
            Send a test message
          </Menu.Item>
          <Menu.Item component={Link} to={paths.profileWebhook(webhook.id)} leftSection={<ListIcon size={16} />}>
            Deliveries
          </Menu.Item>
          <Menu.Item
            leftSection={active ? <PauseIcon size={16} /> : <PlayIcon size={16} />}
            onClick={() => change.mutate()}
          >
            {active ? 'Pause' : 'Resume'}
          </Menu.Item>
          <Menu.Item leftSection={<EditIcon size={16} />} onClick={edit.open}>
            Edit
          </Menu.Item>
          <Menu.Item leftSection={<KeyIcon size={16} />} onClick={rotate.open}>
            New secret
          </Menu.Item>
          <Menu.Item color="red" leftSection={<TrashIcon size={16} />} onClick={remove.open}>
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {editing && <WebhookForm webhook={webhook} onClose={edit.close} onSaved={edit.close} />}
      <Confirm
        opened={rotating}
        title={`A new secret for ${webhook.name}?`}
        action="Make a new secret"
        busy={renew.isPending}
        onConfirm={() => renew.mutate()}
        onClose={rotate.close}
      >
        Messages are signed with both secrets for 24 hours, and with the new one alone from then on.
      </Confirm>
      <Confirm
        opened={deleting}
        title={`Delete ${webhook.name}?`}
        action="Delete webhook"
        busy={deletion.isPending}
        onConfirm={() => deletion.mutate()}
        onClose={remove.close}
      >
        Nothing more is sent there, and its delivery log is gone. This cannot be undone.
      </Confirm>
    </>
  );
}
