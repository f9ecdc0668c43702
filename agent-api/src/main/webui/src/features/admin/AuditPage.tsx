import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { auditExportAddress, auditQuery } from '@/api/installation';
import type { AuditEntry } from '@/api/types';
import { capitalised } from '@/lib/words';
import { EmptyState } from '@/ui/EmptyState';
import { DownloadIcon, ListIcon } from '@/ui/icons';
import { Page } from '@/ui/Page';
import { PagedList } from '@/ui/PagedList';
import { StatusBadge } from '@/ui/StatusBadge';
import { nothing, Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { AuditDetail } from './AuditDetail';
import { AuditFilters, useAuditFilter } from './AuditFilters';

const columns: Column<AuditEntry>[] = [
  { header: 'What', as: 'heading', grow: true, cell: (entry) => <What entry={entry} /> },
  { header: 'When', cell: ({ at }) => <Time at={at} mode="local" /> },
  { header: 'Who', cell: ({ actor }) => <Who actor={actor} /> },
  { header: 'From', cell: ({ address }) => address ?? nothing },
  { header: 'Outcome', cell: ({ outcome }) => <StatusBadge status={outcome} /> },
  { header: 'Detail', as: 'corner', cell: (entry) => <AuditDetail entry={entry} /> },
];

export function AuditPage() {
  const [filter] = useAuditFilter();
  const entries = useInfiniteQuery(auditQuery(filter));
  return (
    <Page
      title="Audit"
      below={
        <Text size="sm" c="dimmed">
          Who did what to whom, when and from where, as far as it matters for security.
        </Text>
      }
      actions={(['csv', 'ndjson'] as const).map((format) => (
        <Button
          key={format}
          component="a"
          href={auditExportAddress(filter, format)}
          download
          variant="default"
          leftSection={<DownloadIcon size={16} />}
        >
          {format === 'csv' ? 'CSV' : 'JSON lines'}
        </Button>
      ))}
    >
      <AuditFilters />
      <PagedList
        list={entries}
        more="Show older entries"
        empty={
          <EmptyState icon={<ListIcon size={22} />} title="No entry matches">
            Take a filter away, or widen the time.
          </EmptyState>
        }
      >
        {(rows) => <Table label="Audit log" columns={columns} rows={rows} rowKey={({ id }) => id} />}
      </PagedList>
    </Page>
  );
}

function What({ entry: { action, target } }: { entry: AuditEntry }) {
  return (
    <>
      <Text size="sm" fw={600}>
        {action}
      </Text>
      {target && (
        <Text size="xs" c="dimmed">
          {target.kind.replaceAll('_', ' ')} {target.name ?? target.id}
        </Text>
      )}
    </>
  );
}

function Who({ actor: { kind, name } }: { actor: AuditEntry['actor'] }) {
  return (
    <div>
      {name ?? capitalised(kind)}
      {name && kind !== 'member' && (
        <Text size="xs" c="dimmed">
          {kind === 'anonymous' ? 'not signed in' : kind}
        </Text>
      )}
    </div>
  );
}
