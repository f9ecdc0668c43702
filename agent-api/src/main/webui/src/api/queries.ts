import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { send } from './client';
import { isStatus } from './problem';
import type {
  Agent,
  AgentStatus,
  BackgroundAgents,
  CatalogEntry,
  Installation,
  Me,
  Model,
  Page,
  Run,
  SchedulePreview,
  Session,
  Source,
  SourceStatus,
  Step,
  Tool,
} from './types';

const MOST_A_PAGE_HOLDS = 200;

export interface AgentFilter {
  q?: string;
  type?: string;
}

/** The cache keys. Everything under `agents` changes when a public event arrives. */
export const keys = {
  me: ['me'] as const,
  agents: ['agents'] as const,
  agent: (id: string) => ['agents', 'one', id] as const,
  background: ['background-agents'] as const,
  steps: (runId: string) => ['steps', runId] as const,
  sources: ['sources'] as const,
  catalog: ['catalog'] as const,
};

/** Who is signed in; `null` for nobody. */
export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: async ({ signal }) => {
    try {
      return await send<Me>('GET', '/api/me', { signal });
    } catch (error) {
      if (isStatus(error, 401)) {
        return null;
      }
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

export const configQuery = queryOptions({
  queryKey: ['config'],
  queryFn: ({ signal }) => send<Installation>('GET', '/api/config', { signal }),
  staleTime: Infinity,
});

export const agentsQuery = (filter: AgentFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.agents, 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      send<Page<Agent>>('GET', '/api/agents', { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: (before) => before,
  });

/** The agents to choose from, without paging. */
export const agentChoicesQuery = queryOptions({
  queryKey: [...keys.agents, 'choices'],
  queryFn: async ({ signal }) =>
    (await send<Page<Agent>>('GET', '/api/agents', { query: { limit: MOST_A_PAGE_HOLDS }, signal })).items,
});

export const agentQuery = (id: string) =>
  queryOptions({
    queryKey: keys.agent(id),
    queryFn: ({ signal }) => send<Agent>('GET', `/api/agents/${id}`, { signal }),
  });

/** A fresh copy at the start and none after it: what somebody types must not change under their hands. */
export const agentToEditQuery = (id: string) =>
  queryOptions({
    queryKey: ['agent-to-edit', id],
    queryFn: ({ signal }) => send<Agent>('GET', `/api/agents/${id}`, { signal }),
    staleTime: Infinity,
    gcTime: 0,
  });

/** `null` where the caller may see no more than the agent's card. */
export const agentStatusQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.agent(id), 'status'],
    queryFn: ({ signal }) => visible(send<AgentStatus>('GET', `/api/agents/${id}/status`, { signal })),
  });

export const agentRunsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.agent(id), 'runs'],
    queryFn: ({ signal, pageParam }) =>
      send<Page<Run>>('GET', `/api/agents/${id}/runs`, { query: { limit: 20, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

export const stepsQuery = (runId: string) =>
  queryOptions({
    queryKey: keys.steps(runId),
    queryFn: async ({ signal }) => {
      const steps: Step[] = [];
      let cursor: string | null | undefined;
      do {
        const page: Page<Step> = await send('GET', `/api/runs/${runId}/steps`, {
          query: { limit: MOST_A_PAGE_HOLDS, cursor },
          signal,
        });
        steps.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      return steps;
    },
  });

export const backgroundQuery = queryOptions({
  queryKey: keys.background,
  queryFn: ({ signal }) => send<BackgroundAgents>('GET', '/background-agents', { signal }),
});

export const modelsQuery = queryOptions({
  queryKey: ['models'],
  queryFn: async ({ signal }) => (await send<Page<Model>>('GET', '/api/models', { signal })).items,
  staleTime: 5 * 60_000,
});

export const toolsQuery = queryOptions({
  queryKey: ['tools'],
  queryFn: async ({ signal }) => (await send<Page<Tool>>('GET', '/api/tools', { signal })).items,
  staleTime: 5 * 60_000,
});

export const sourcesQuery = queryOptions({
  queryKey: keys.sources,
  queryFn: async ({ signal }) =>
    (await send<Page<Source>>('GET', '/api/sources', { query: { limit: MOST_A_PAGE_HOLDS }, signal })).items,
});

/** `null` where only an admin may know. */
export const sourceStatusQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.sources, id, 'status'],
    queryFn: ({ signal }) => visible(send<SourceStatus>('GET', `/api/sources/${id}/status`, { signal })),
    refetchInterval: 5000,
  });

export const catalogQuery = queryOptions({
  queryKey: keys.catalog,
  queryFn: async ({ signal }) => (await send<Page<CatalogEntry>>('GET', '/api/catalog', { signal })).items,
  staleTime: 60_000,
});

export const previewQuery = (schedule: string, timezone: string) =>
  queryOptions({
    queryKey: ['preview', schedule, timezone],
    queryFn: ({ signal }) =>
      send<SchedulePreview>('POST', '/api/schedules/preview', { body: { schedule, timezone, count: 5 }, signal }),
    retry: false,
    staleTime: 10_000,
    refetchInterval: ({ state }) => untilPast(state.data?.next[0]),
  });

/** How long until the first of the next times is over, if that is soon. */
function untilPast(first: string | undefined): number | false {
  const left = first === undefined ? Infinity : Date.parse(first) - Date.now();
  return left < 60_000 ? Math.max(1000, left) : false;
}

export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: ['session', id],
    queryFn: ({ signal }) => send<Session>('GET', `/api/sessions/${id}`, { signal }),
  });

async function visible<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (isStatus(error, 403) || isStatus(error, 404)) {
      return null;
    }
    throw error;
  }
}
