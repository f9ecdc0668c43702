import { useQuery } from '@tanstack/react-query';
import { createAgent } from '@/api/calls';
import { configQuery } from '@/api/queries';
import { paths } from '@/lib/paths';
import { browserTimezone } from '@/lib/time';
import { Page, PageSkeleton } from '@/ui/Page';
import { AgentForm } from './AgentForm';
import { emptyValues, toCreate } from './fields';
import { BackLink } from '@/ui/BackLink';

export function NewAgentPage() {
  const { data: config, isPending } = useQuery(configQuery);
  if (isPending) {
    return <PageSkeleton />;
  }
  return (
    <Page title="New agent" width="form" below={<BackLink to={paths.agents}>Agents</BackLink>}>
      <AgentForm
        initial={emptyValues(config?.defaultTimezone ?? browserTimezone())}
        typeIsFixed={false}
        submitLabel="Create agent"
        cancelTo={paths.agents}
        save={(values) => createAgent(toCreate(values))}
      />
    </Page>
  );
}
