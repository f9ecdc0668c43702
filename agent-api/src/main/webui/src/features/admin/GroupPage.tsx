import { Button, Group as Row, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useParams } from 'react-router';
import { groupMembersQuery, groupQuery } from '@/api/people';
import type { Group, GroupMember } from '@/api/types';
import { paths } from '@/lib/paths';
import { BackLink } from '@/ui/BackLink';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { PeopleIcon } from '@/ui/icons';
import { MemberSelect } from '@/ui/MemberSelect';
import { Page, PageSkeleton } from '@/ui/Page';
import { PagedList } from '@/ui/PagedList';
import { Table, type Column } from '@/ui/Table';
import { Tag } from '@/ui/Tag';
import { Time } from '@/ui/Time';
import classes from './GroupPage.module.css';
import { useAddToGroup, useRemoveFromGroup } from './useGroups';

const back = <BackLink to={paths.adminGroups}>Groups</BackLink>;

export function GroupPage() {
  const { id = '' } = useParams();
  const { data: group, error, refetch } = useQuery(groupQuery(id));
  if (!group) {
    return error ? (
      <Page title="Group" below={back}>
        <ErrorAlert error={error} onRetry={() => void refetch()} />
      </Page>
    ) : (
      <PageSkeleton />
    );
  }
  const own = group.origin !== 'provider';
  return (
    <Page title={group.name} beside={!own && <Tag>Provider</Tag>} below={back}>
      {own ? (
        <Add group={group} />
      ) : (
        <Text size="sm" c="dimmed" mb="md">
          Who is in it is what the provider says; it is changed there.
        </Text>
      )}
      <People group={group} own={own} />
    </Page>
  );
}

function People({ group, own }: { group: Group; own: boolean }) {
  const members = useInfiniteQuery(groupMembersQuery(group.id));
  const columns: Column<GroupMember>[] = [
    { header: 'Name', as: 'heading', grow: true, cell: ({ name }) => <b>{name}</b> },
    { header: 'In it since', cell: ({ addedAt }) => <Time at={addedAt} mode="local" /> },
  ];
  if (own) {
    columns.push({ header: 'Actions', as: 'corner', cell: (member) => <Remove group={group} member={member} /> });
  }
  return (
    <PagedList
      list={members}
      empty={
        <EmptyState icon={<PeopleIcon size={22} />} title="Nobody is in this group">
          {own ? 'Search for a member above and add them.' : 'Nobody whom the provider puts in it has signed in yet.'}
        </EmptyState>
      }
    >
      {(rows) => <Table label={`Members of ${group.name}`} columns={columns} rows={rows} rowKey={({ id }) => id} />}
    </PagedList>
  );
}

function Add({ group }: { group: Group }) {
  const [memberId, setMemberId] = useState<string | null>(null);
  const adding = useAddToGroup(group, () => setMemberId(null));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (memberId !== null) {
      adding.mutate(memberId);
    }
  };
  return (
    <form onSubmit={submit}>
      <Row mb="md" gap="xs" align="flex-end">
        <MemberSelect
          className={classes.search}
          label="Add a member"
          placeholder="Search by name"
          value={memberId}
          onChange={setMemberId}
        />
        <Button type="submit" disabled={memberId === null} loading={adding.isPending}>
          Add
        </Button>
      </Row>
    </form>
  );
}

function Remove({ group, member }: { group: Group; member: GroupMember }) {
  const removing = useRemoveFromGroup(group, member);
  return (
    <Button
      variant="subtle"
      color="red"
      size="compact-sm"
      aria-label={`Take ${member.name} out`}
      loading={removing.isPending}
      onClick={() => removing.mutate()}
    >
      Take out
    </Button>
  );
}
