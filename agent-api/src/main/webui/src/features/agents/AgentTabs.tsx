import { Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { Agent } from '@/api/types';
import { useSearchParam } from '@/lib/useSearchParam';
import { BellIcon, ClockIcon, HistoryIcon } from '@/ui/icons';
import { NotificationForm } from '@/ui/NotificationForm';
import { RowSkeletons } from '@/ui/Page';
import { Section } from '@/ui/Section';
import classes from './AgentTabs.module.css';
import { RunHistory } from './RunHistory';

const Versions = lazy(async () => ({ default: (await import('./Versions')).Versions }));

/** What there is to know of an agent beside what it is; which of it is open stands in the address. */
export function AgentTabs({ agent }: { agent: Agent }) {
  const [tab, setTab] = useSearchParam('show');
  return (
    <Tabs
      className={classes.tabs}
      value={tab || 'runs'}
      onChange={(to) => setTab(to === 'runs' ? '' : (to ?? ''))}
      keepMounted={false}
    >
      <Tabs.List mb="md" aria-label="About this agent">
        <Tabs.Tab value="runs" leftSection={<ClockIcon size={16} />}>
          Runs
        </Tabs.Tab>
        <Tabs.Tab value="versions" leftSection={<HistoryIcon size={16} />}>
          Versions
        </Tabs.Tab>
        <Tabs.Tab value="notifications" leftSection={<BellIcon size={16} />}>
          Notifications
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="runs">
        <RunHistory agentId={agent.id} />
      </Tabs.Panel>
      <Tabs.Panel value="versions">
        <Suspense fallback={<RowSkeletons />}>
          <Versions agent={agent} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="notifications">
        <Section
          title="Who is told"
          hint={agent.type === 'org' ? 'Letters go to the admins.' : 'Letters go to the owner.'}
        >
          <NotificationForm agentId={agent.id} />
        </Section>
      </Tabs.Panel>
    </Tabs>
  );
}
