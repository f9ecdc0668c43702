import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { deleteSource, syncSource } from '@/api/calls';
import { keys } from '@/api/queries';
import type { Source } from '@/api/types';
import { Confirm } from '@/ui/Confirm';
import { MoreIcon, SyncIcon, TrashIcon } from '@/ui/icons';
import { tellDone, tellFailed } from '@/ui/notify';

export function SourceActions({ source }: { source: Source }) {
  const client = useQueryClient();
  const [asking, { open, close }] = useDisclosure(false);
  const refresh = () => client.invalidateQueries({ queryKey: keys.sources });
  const sync = useMutation({
    mutationFn: () => syncSource(source.id),
    onSuccess: refresh,
    onError: (error) => tellFailed(`${source.name} is not read again`, error),
  });
  const remove = useMutation({
    mutationFn: () => deleteSource(source.id),
    onSuccess: () => {
      close();
      tellDone(`${source.name} was disconnected.`);
      return refresh();
    },
    onError: (error) => tellFailed(`${source.name} was not disconnected`, error),
  });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`Actions for ${source.name}`}>
            <MoreIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<SyncIcon size={16} />} onClick={() => sync.mutate()}>
            Read again
          </Menu.Item>
          <Menu.Item color="red" leftSection={<TrashIcon size={16} />} onClick={open}>
            Disconnect
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={asking}
        title={`Disconnect ${source.name}?`}
        action="Disconnect"
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={close}
      >
        Agents can no longer search or read it. The files themselves stay where they are.
      </Confirm>
    </>
  );
}
