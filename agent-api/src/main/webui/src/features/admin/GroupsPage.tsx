import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { groupsQuery } from '@/api/people';
import type { Group } from '@/api/types';
import { paths } from '@/lib/paths';
import { useSearchParam } from '@/lib/useSearchParam';
import { Confirm } from '@/ui/Confirm';
import { EmptyState } from '@/ui/EmptyState';
import { Filters } from '@/ui/Filters';
import { EditIcon, MoreIcon, PeopleIcon, PlusIcon, TrashIcon } from '@/ui/icons';
import { Page } from '@/ui/Page';
import { PagedList } from '@/ui/PagedList';
import { Table, type Column } from '@/ui/Table';
import { Tag } from '@/ui/Tag';
import { TextLink } from '@/ui/TextLink';
import { Time } from '@/ui/Time';
import { GroupForm } from './GroupForm';
import { useDeleteGroup } from './useGroups';

const columns: Column<Group>[] = [
  { header: 'Name', as: 'heading', grow: true, cell: ({ id, name }) => <TextLink to={paths.adminGroup(id)}>{name}</TextLink> },
  { header: 'Members', numeric: true, cell: ({ memberCount }) => (memberCount ?? 0).toLocaleString() },
  { header: 'From', cell: ({ origin }) => <Tag>{origin === 'provider' ? 'Provider' : 'Here'}</Tag> },
  { header: 'Since', cell: ({ createdAt }) => createdAt && <Time at={createdAt} mode="local" /> },
  { header: 'Actions', as: 'corner', cell: (group) => <Actions group={group} /> },
];

export function GroupsPage() {
  const [q, setQ] = useSearchParam('q');
  const groups = useInfiniteQuery(groupsQuery(q));
  const [creating, { open, close }] = useDisclosure(false);
  const newButton = (
    <Button leftSection={<PlusIcon size={16} />} onClick={open}>
      New group
    </Button>
  );
  return (
    <Page
      title="Groups"
      below={
        <Text size="sm" c="dimmed">
          A source can be opened to a group. Groups of the provider are read here and changed there.
        </Text>
      }
      actions={newButton}
    >
      <Filters label="Search groups" q={q} onSearch={setQ} />
      <PagedList
        list={groups}
        empty={
          q === '' ? (
            <EmptyState icon={<PeopleIcon size={22} />} title="No groups yet" action={newButton}>
              Put people who read the same sources together.
            </EmptyState>
          ) : (
            <EmptyState icon={<PeopleIcon size={22} />} title="No group matches">
              Try a shorter search.
            </EmptyState>
          )
        }
      >
        {(rows) => <Table label="Groups" columns={columns} rows={rows} rowKey={({ id }) => id} />}
      </PagedList>
      {creating && <GroupForm onClose={close} />}
    </Page>
  );
}

function Actions({ group }: { group: Group }) {
  const [renaming, rename] = useDisclosure(false);
  const [deleting, remove] = useDisclosure(false);
  const deletion = useDeleteGroup(group, remove.close);
  if (group.origin === 'provider') {
    return null;
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`Actions for ${group.name}`}>
            <MoreIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<EditIcon size={16} />} onClick={rename.open}>
            Rename
          </Menu.Item>
          <Menu.Item color="red" leftSection={<TrashIcon size={16} />} onClick={remove.open}>
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {renaming && <GroupForm group={group} onClose={rename.close} />}
      <Confirm
        opened={deleting}
        title={`Delete ${group.name}?`}
        action="Delete group"
        busy={deletion.isPending}
        onConfirm={() => deletion.mutate()}
        onClose={remove.close}
      >
        Its members stay, but lose what was opened to the group. This cannot be undone.
      </Confirm>
    </>
  );
}
