import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { meQuery, sourcesQuery, sourceStatusQuery } from '@/api/queries';
import type { Source, SourceStatus } from '@/api/types';
import { capitalised, counted } from '@/lib/words';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { FolderIcon, PlusIcon } from '@/ui/icons';
import { Page, RowSkeletons } from '@/ui/Page';
import { StatusBadge } from '@/ui/StatusBadge';
import { nothing, Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { AddFolder } from './AddFolder';
import { SourceActions } from './SourceActions';

const nameColumns: Column<Source>[] = [
  { header: 'Name', as: 'heading', grow: true, cell: (source) => <Name source={source} /> },
  { header: 'Kind', cell: ({ kind }) => capitalised(kind) },
];

const adminColumns: Column<Source>[] = [
  ...nameColumns,
  { header: 'Status', cell: ({ id }) => <Status id={id} /> },
  { header: 'Documents', numeric: true, cell: ({ id }) => <Documents id={id} /> },
  { header: 'In step', cell: ({ id }) => <InStep id={id} /> },
  { header: 'Actions', as: 'corner', cell: (source) => <SourceActions source={source} /> },
];

export function SourcesPage() {
  const { data: me } = useQuery(meQuery);
  const { data: sources, error, refetch } = useQuery(sourcesQuery);
  const [adding, { open, close }] = useDisclosure(false);
  const admin = me?.role === 'admin';
  const addButton = admin && (
    <Button leftSection={<PlusIcon size={16} />} onClick={open}>
      Add folder
    </Button>
  );
  return (
    <Page title="Sources" actions={addButton}>
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {sources === undefined && !error && <RowSkeletons rows={3} />}
      {sources?.length === 0 && (
        <EmptyState icon={<FolderIcon size={22} />} title="No sources yet" action={addButton}>
          {admin
            ? 'Connect a folder of text or Markdown, and agents can search and read it.'
            : 'An admin connects them. What you may read appears here.'}
        </EmptyState>
      )}
      {sources !== undefined && sources.length > 0 && (
        <Table
          label="Sources"
          columns={admin ? adminColumns : nameColumns}
          rows={sources}
          rowKey={({ id }) => id}
        />
      )}
      {admin && <AddFolder opened={adding} onClose={close} />}
    </Page>
  );
}

function Name({ source }: { source: Source }) {
  return (
    <>
      <Text size="sm" fw={600}>
        {source.name}
      </Text>
      {source.config?.path && (
        <Text size="xs" c="dimmed" ff="monospace">
          {source.config.path}
        </Text>
      )}
    </>
  );
}

function useStatus(id: string): SourceStatus | undefined {
  return useQuery(sourceStatusQuery(id)).data ?? undefined;
}

function Status({ id }: { id: string }) {
  const status = useStatus(id);
  return (
    status && (
      <Group gap="xs" justify="inherit">
        <StatusBadge status={status.state} />
        {status.error && (
          <Text size="xs" c="red">
            {status.error}
          </Text>
        )}
      </Group>
    )
  );
}

function Documents({ id }: { id: string }) {
  const status = useStatus(id);
  return (
    status && (
      <div>
        {status.documents.toLocaleString()}
        {status.skipped > 0 && (
          <Text size="xs" c="dimmed">
            {counted(status.skipped, 'file')} left out
          </Text>
        )}
      </div>
    )
  );
}

function InStep({ id }: { id: string }) {
  const status = useStatus(id);
  return status?.lastSyncAt ? <Time at={status.lastSyncAt} mode="relative" /> : nothing;
}
