import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { configQuery, meQuery } from '@/api/queries';
import type { Member } from '@/api/types';
import { Confirm } from '@/ui/Confirm';
import { EditIcon, KeyIcon, MoreIcon, PauseIcon, PlayIcon, TrashIcon } from '@/ui/icons';
import { ShownOnce } from '@/ui/ShownOnce';
import { EditMember } from './EditMember';
import { RemoveMember } from './RemoveMember';
import { useChangeMember, useResetPassword } from './useMembers';

export function MemberActions({ member }: { member: Member }) {
  const { data: me } = useQuery(meQuery);
  const { data: config } = useQuery(configQuery);
  const [editing, edit] = useDisclosure(false);
  const [removing, remove] = useDisclosure(false);
  const [asked, setAsked] = useState<'disable' | 'reset'>();
  const [password, setPassword] = useState<string>();
  const close = () => setAsked(undefined);
  const change = useChangeMember(member, close);
  const reset = useResetPassword(member, (made) => {
    close();
    setPassword(made);
  });
  const oneself = me?.id === member.id;
  const active = member.state === 'active';
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`Actions for ${member.name}`}>
            <MoreIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<EditIcon size={16} />} onClick={edit.open}>
            Edit
          </Menu.Item>
          {!oneself && config?.signInMode === 'accounts' && (
            <Menu.Item leftSection={<KeyIcon size={16} />} onClick={() => setAsked('reset')}>
              New password
            </Menu.Item>
          )}
          {active ? (
            <Menu.Item leftSection={<PauseIcon size={16} />} onClick={() => setAsked('disable')}>
              Disable
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<PlayIcon size={16} />} onClick={() => change.mutate({ state: 'active' })}>
              Enable
            </Menu.Item>
          )}
          <Menu.Item color="red" leftSection={<TrashIcon size={16} />} onClick={remove.open}>
            Remove
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {editing && <EditMember member={member} onClose={edit.close} />}
      {removing && <RemoveMember member={member} onClose={remove.close} />}
      <Confirm
        opened={asked === 'disable'}
        title={`Disable ${member.name}?`}
        action="Disable member"
        busy={change.isPending}
        onConfirm={() => change.mutate({ state: 'disabled' })}
        onClose={close}
      >
        {oneself ? 'You are' : `${member.name} is`} signed out everywhere, access tokens are refused, and the agents
        stop. Enabling the member again gives the account back; the agents are started again by hand.
      </Confirm>
      <Confirm
        opened={asked === 'reset'}
        title={`A new password for ${member.name}?`}
        action="Make a new password"
        busy={reset.isPending}
        onConfirm={() => reset.mutate()}
        onClose={close}
      >
        The present one is refused from now on, and {member.name} is signed out everywhere.
      </Confirm>
      <ShownOnce
        title={`The new password of ${member.name}`}
        label="Password"
        value={password}
        onClose={() => setPassword(undefined)}
      >
        Give it to {member.name} in a safe way, and ask for it to be changed after the first sign-in.
      </ShownOnce>
    </>
  );
}
