import { ActionIcon, Drawer, Group, Stack, Tabs, Text, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { backgroundQuery } from '@/api/queries';
import type { BackgroundInstance } from '@/api/types';
import { useSearchParam } from '@/lib/useSearchParam';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { ActivityIcon, ClockIcon, PlusIcon } from '@/ui/icons';
import { RowSkeletons } from '@/ui/Page';
import classes from './Background.module.css';
import { InstanceCard } from './InstanceCard';
import { StartForm } from './StartForm';

/** What works in the background now, and what did. Which list is open stands in the address. */
export function BackgroundPanel() {
  const [tab, setTab] = useSearchParam('background');
  return (
    <Drawer.Root opened={tab !== ''} onClose={() => setTab('')} position="right" size="30rem" lockScroll={false}>
      <Drawer.Overlay backgroundOpacity={0.3} />
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title fw={650}>Background agents</Drawer.Title>
          <Drawer.CloseButton aria-label="Close the panel" />
        </Drawer.Header>
        <Drawer.Body>
          <Content tab={tab === 'history' ? 'history' : 'active'} setTab={setTab} />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function Content({ tab, setTab }: { tab: string; setTab: (tab: string) => void }) {
  const { data, error, refetch } = useQuery(backgroundQuery);
  const [starting, { toggle, close }] = useDisclosure(false);
  return (
    <Tabs value={tab} onChange={(value) => setTab(value ?? 'active')} variant="default">
      <Group wrap="nowrap" justify="space-between" align="center">
        <Tabs.List className={classes.tabs}>
          <Tabs.Tab value="active">Active {data && `(${data.active.length})`}</Tabs.Tab>
          <Tabs.Tab value="history">History</Tabs.Tab>
        </Tabs.List>
        <Tooltip label="Start a background agent">
          <ActionIcon
            variant={starting ? 'light' : 'filled'}
            size="lg"
            aria-label="Start a background agent"
            aria-expanded={starting}
            onClick={toggle}
          >
            <PlusIcon />
          </ActionIcon>
        </Tooltip>
      </Group>
      {starting && (
        <StartForm
          onStarted={() => {
            close();
            setTab('active');
          }}
          onCancel={close}
        />
      )}
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <RowSkeletons rows={3} />}
      <Tabs.Panel value="active" pt="sm">
        {data && <Instances label="Active" of={data.active} empty={<NothingActive />} />}
      </Tabs.Panel>
      <Tabs.Panel value="history" pt="sm">
        {data && <Instances label="History" of={data.history} empty={<NoHistory />} />}
      </Tabs.Panel>
    </Tabs>
  );
}

function Instances({ label, of, empty }: { label: string; of: BackgroundInstance[]; empty: React.ReactNode }) {
  return (
    <>
      <Text component="div" className={classes.announcer} aria-live="polite">
        {`${label}: ${of.length}`}
      </Text>
      {of.length === 0 ? (
        empty
      ) : (
        <Stack component="ul" gap="xs" className={classes.list} aria-label={label}>
          {of.map((instance) => (
            <InstanceCard key={instance.instanceId} instance={instance} />
          ))}
        </Stack>
      )}
    </>
  );
}

function NothingActive() {
  return (
    <EmptyState icon={<ActivityIcon size={22} />} title="Nothing is running">
      Runs appear here as soon as a schedule is due. Press + to start an agent now.
    </EmptyState>
  );
}

function NoHistory() {
  return (
    <EmptyState icon={<ClockIcon size={22} />} title="Nothing has run yet">
      Finished runs are kept here with what they did.
    </EmptyState>
  );
}
