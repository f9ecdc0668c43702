import { ActionIcon, Menu } from '@mantine/core';
import { useFileDialog } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Agent } from '@/api/types';
import { paths } from '@/lib/paths';
import { Confirm } from '@/ui/Confirm';
import { DownloadIcon, EditIcon, ForkIcon, MoreIcon, PersonIcon, TrashIcon, UploadIcon } from '@/ui/icons';
import { HandOverDialog } from './HandOverDialog';
import { RemixDialog } from './RemixDialog';
import { useDelete } from './useAgentActions';
import { useDownloadYaml, useUploadYaml } from './useAgentChanges';

interface Props {
  agent: Agent;
  /** Whether all of it can be seen and changed; otherwise an admin sees its card. */
  mine: boolean;
}

export function MoreActions({ agent, mine }: Props) {
  const [asked, setAsked] = useState<'delete' | 'hand-over' | 'remix'>();
  const close = () => setAsked(undefined);
  const remove = useDelete(agent);
  const save = useDownloadYaml(agent);
  const write = useUploadYaml(agent);
  const files = useFileDialog({
    accept: '.yaml,.yml',
    multiple: false,
    resetOnOpen: true,
    onChange: (chosen) => chosen?.[0] && write.mutate(chosen[0]),
  });
  // An admin hands over what nobody owns any more: then it was stopped.
  const canHandOver = agent.type === 'user' && (mine || agent.state === 'stopped');
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="More actions">
            <MoreIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mine && (
            <>
              <Menu.Item component={Link} to={paths.editAgent(agent.id)} leftSection={<EditIcon size={16} />}>
                Edit
              </Menu.Item>
              <Menu.Item leftSection={<ForkIcon size={16} />} onClick={() => setAsked('remix')}>
                Remix
              </Menu.Item>
            </>
          )}
          {canHandOver && (
            <Menu.Item leftSection={<PersonIcon size={16} />} onClick={() => setAsked('hand-over')}>
              Hand over
            </Menu.Item>
          )}
          {mine && (
            <>
              <Menu.Item leftSection={<DownloadIcon size={16} />} onClick={() => save.mutate()}>
                Download as YAML
              </Menu.Item>
              <Menu.Item leftSection={<UploadIcon size={16} />} onClick={files.open}>
                Change from YAML
              </Menu.Item>
            </>
          )}
          <Menu.Item color="red" leftSection={<TrashIcon size={16} />} onClick={() => setAsked('delete')}>
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked === 'hand-over' && <HandOverDialog agent={agent} onClose={close} />}
      {asked === 'remix' && <RemixDialog agent={agent} onClose={close} />}
      <Confirm
        opened={asked === 'delete'}
        title={`Delete ${agent.name}?`}
        action="Delete agent"
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={close}
      >
        It is taken off the schedule, and its running work is stopped. This cannot be undone.
      </Confirm>
    </>
  );
}
