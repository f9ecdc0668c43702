import { Button, Paper, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { catalogQuery } from '@/api/queries';
import type { CatalogEntry } from '@/api/types';
import { capitalised } from '@/lib/words';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { GridIcon, PlusIcon } from '@/ui/icons';
import { Page, RowSkeletons } from '@/ui/Page';
import classes from './Catalog.module.css';
import { InstallDialog } from './InstallDialog';

export function CatalogPage() {
  const { data: entries, error, refetch } = useQuery(catalogQuery);
  return (
    <Page
      title="Catalog"
      below={
        <Text size="sm" c="dimmed">
          Agents that are ready to install. What you install is your own copy.
        </Text>
      }
    >
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {entries === undefined && !error && <RowSkeletons rows={2} />}
      {entries?.length === 0 && (
        <EmptyState icon={<GridIcon size={22} />} title="The catalog is empty">
          Create an agent of your own on the Agents page.
        </EmptyState>
      )}
      {entries !== undefined && entries.length > 0 && (
        <ul className={classes.grid} aria-label="Catalog">
          {entries.map((entry) => (
            <Card key={entry.name} entry={entry} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function Card({ entry }: { entry: CatalogEntry }) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <Paper component="li" withBorder p="lg" className={classes.card}>
      <Title order={2} size="h5">
        {entry.title}
      </Title>
      <Text size="sm" className={classes.text}>
        {entry.description}
      </Text>
      <Text size="xs" c="dimmed">
        {capitalised(entry.schedule)} · uses {entry.actions.join(', ')}
      </Text>
      <Button variant="light" leftSection={<PlusIcon size={16} />} onClick={open}>
        Install
      </Button>
      <InstallDialog entry={entry} opened={opened} onClose={close} />
    </Paper>
  );
}
