import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { membersQuery } from '@/api/people';
import { configQuery, meQuery } from '@/api/queries';
import type { Member } from '@/api/types';
import { paths } from '@/lib/paths';
import { useSearchParam } from '@/lib/useSearchParam';
import { capitalised } from '@/lib/words';
import { EmptyState } from '@/ui/EmptyState';
import { Filters } from '@/ui/Filters';
import { PeopleIcon, PlusIcon } from '@/ui/icons';
import { Page } from '@/ui/Page';
import { PagedList } from '@/ui/PagedList';
import { StatusBadge } from '@/ui/StatusBadge';
import { nothing, Table, type Column } from '@/ui/Table';
import { Tag } from '@/ui/Tag';
import { Time } from '@/ui/Time';
import { MemberActions } from './MemberActions';

const columns: Column<Member>[] = [
  { header: 'Name', as: 'heading', grow: true, cell: (member) => <Name member={member} /> },
  { header: 'E-mail', cell: ({ email }) => email ?? nothing },
  { header: 'Role', cell: ({ role }) => role && capitalised(role) },
  { header: 'State', cell: ({ state }) => state && <StatusBadge status={state} /> },
  { header: 'Here since', cell: ({ createdAt }) => createdAt && <Time at={createdAt} mode="local" /> },
  { header: 'Actions', as: 'corner', cell: (member) => <MemberActions member={member} /> },
];

export function MembersPage() {
  const [q, setQ] = useSearchParam('q');
  const [role, setRole] = useSearchParam('role');
  const [state, setState] = useSearchParam('state');
  const { data: config } = useQuery(configQuery);
  const members = useInfiniteQuery(membersQuery({ q, role, state }));
  return (
    <Page
      title="Members"
      actions={
        config?.signInMode === 'accounts' && (
          <Button component={Link} to={`${paths.adminInvites}?new=1`} leftSection={<PlusIcon size={16} />}>
            Invite somebody
          </Button>
        )
      }
    >
      <Filters label="Search members" q={q} onSearch={setQ}>
        <SegmentedControl
          aria-label="Role"
          value={role}
          onChange={setRole}
          data={[
            { value: '', label: 'All' },
            { value: 'member', label: 'Members' },
            { value: 'admin', label: 'Admins' },
          ]}
        />
        <SegmentedControl
          aria-label="State"
          value={state}
          onChange={setState}
          data={[
            { value: '', label: 'All' },
            { value: 'active', label: 'Active' },
            { value: 'disabled', label: 'Disabled' },
          ]}
        />
      </Filters>
      <PagedList
        list={members}
        empty={
          <EmptyState icon={<PeopleIcon size={22} />} title="Nobody matches">
            Try a shorter search, or another filter.
          </EmptyState>
        }
      >
        {(rows) => <Table label="Members" columns={columns} rows={rows} rowKey={({ id }) => id} />}
      </PagedList>
    </Page>
  );
}

function Name({ member: { id, name, username } }: { member: Member }) {
  const { data: me } = useQuery(meQuery);
  return (
    <>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {name}
        </Text>
        {me?.id === id && <Tag>You</Tag>}
      </Group>
      {username !== name && (
        <Text size="xs" c="dimmed">
          {username}
        </Text>
      )}
    </>
  );
}
