import { ActionIcon, Menu } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { signOut } from '@/api/account';
import { configQuery, keys, meQuery } from '@/api/queries';
import { paths } from '@/lib/paths';
import { PersonIcon, SignOutIcon } from '@/ui/icons';
import { tellFailed } from '@/ui/notify';

export function AccountMenu() {
  const client = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const { data: config } = useQuery(configQuery);
  // Where a proxy or nobody signs people in, there is nothing to sign out of.
  const signsOut = config?.signInMode !== 'none' && config?.signInMode !== 'header';
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: (provider) => {
      // Nothing of this member may be left for the next one.
      client.clear();
      client.setQueryData(keys.me, null);
      window.location.assign(provider?.logoutUrl ?? paths.signIn);
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
        <Menu.Item component={Link} to={paths.profile} leftSection={<PersonIcon size={16} />}>
          Your profile
        </Menu.Item>
        {signsOut && (
          <Menu.Item leftSection={<SignOutIcon size={16} />} onClick={() => leave.mutate()}>
            Sign out
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
