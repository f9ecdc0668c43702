import { ActionIcon, Menu } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { signOut } from '@/api/calls';
import { keys, meQuery } from '@/api/queries';
import { PersonIcon, SignOutIcon } from '@/ui/icons';
import { tellFailed } from '@/ui/notify';

export function AccountMenu() {
  const client = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      // Nothing of this member may be left for the next one.
      client.clear();
      client.setQueryData(keys.me, null);
      window.location.assign('/sign-in');
    },
    onError: (error) => tellFailed('You are still signed in', error),
  });
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Your account">
          <PersonIcon />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          Signed in as {me?.name ?? me?.username}
          {me?.role === 'admin' && ' · admin'}
        </Menu.Label>
        <Menu.Item leftSection={<SignOutIcon size={16} />} onClick={() => leave.mutate()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
