import type { useForm } from '@mantine/form';
import type { Agent, AgentChange, AgentType, NewAgent, Visibility } from '@/api/types';

/** What the form holds. Everything is text or a list, as the controls want it. */
export interface FormValues {
  name: string;
  description: string;
  type: AgentType;
  instructions: string;
  schedule: string;
  timezone: string;
  overlapPolicy: NonNullable<NewAgent['overlapPolicy']>;
  visibility: Visibility;
  /** Only for an org agent: whether members see how its runs went. */
  resultsShared: boolean;
  /** Empty: the installation's default. */
  model: string;
  /** Only for a user agent: whether it gets every tool that user agents may have. */
  everyAction: boolean;
  allowedActions: string[];
  allowedSources: string[];
  /** Empty: the installation's default. */
  maxToolCalls: number | '';
}

export type AgentFormApi = ReturnType<typeof useForm<FormValues>>;

export function emptyValues(timezone: string): FormValues {
  return {
    name: '',
    description: '',
    type: 'user',
    instructions: '',
    schedule: '',
    timezone,
    overlapPolicy: 'skip',
    visibility: 'everyone',
    resultsShared: false,
    model: '',
    everyAction: true,
    allowedActions: [],
    allowedSources: [],
    maxToolCalls: '',
  };
}

export function valuesOf(agent: Agent, timezone: string): FormValues {
  return {
    name: agent.name,
    description: agent.description ?? '',
    type: agent.type,
    instructions: agent.instructions ?? '',
    schedule: agent.schedule ?? '',
    timezone: agent.timezone ?? timezone,
    overlapPolicy: agent.overlapPolicy === 'allow_all' ? 'allow_all' : 'skip',
    visibility: agent.visibility ?? 'everyone',
    resultsShared: agent.resultsShared ?? false,
    model: agent.model ?? '',
    everyAction: agent.type === 'user' && agent.allowedActions === undefined,
    allowedActions: agent.allowedActions ?? [],
    allowedSources: agent.allowedSources ?? [],
    maxToolCalls: agent.limits?.maxToolCalls ?? '',
  };
}

/** A new agent: what was left empty is not sent, so that the platform's defaults hold. */
export function toCreate(values: FormValues): NewAgent {
  const org = values.type === 'org';
  return {
    name: values.name,
    instructions: values.instructions,
    type: values.type,
    schedule: values.schedule,
    timezone: values.timezone,
    overlapPolicy: values.overlapPolicy,
    visibility: values.visibility,
    ...(org && values.resultsShared && { resultsShared: true }),
    ...(values.description.trim() !== '' && { description: values.description }),
    ...(values.model !== '' && { model: values.model }),
    ...((org || !values.everyAction) && { allowedActions: values.allowedActions }),
    ...(!org && values.allowedSources.length > 0 && { allowedSources: values.allowedSources }),
    ...(values.maxToolCalls !== '' && { limits: { maxToolCalls: values.maxToolCalls } }),
  };
}

/** A change: only what differs, with `null` for what was emptied. The type of an agent never changes. */
export function toChange(before: FormValues, after: FormValues): AgentChange {
  const changed = (key: keyof FormValues) => JSON.stringify(before[key]) !== JSON.stringify(after[key]);
  return {
    ...(changed('name') && { name: after.name }),
    ...(changed('description') && { description: after.description.trim() === '' ? null : after.description }),
    ...(changed('instructions') && { instructions: after.instructions }),
    ...(changed('schedule') && { schedule: after.schedule }),
    ...(changed('timezone') && { timezone: after.timezone }),
    ...(changed('overlapPolicy') && { overlapPolicy: after.overlapPolicy }),
    ...(changed('visibility') && { visibility: after.visibility }),
    ...(changed('resultsShared') && { resultsShared: after.resultsShared }),
    ...(changed('model') && { model: after.model === '' ? null : after.model }),
    ...((changed('everyAction') || changed('allowedActions')) && {
      allowedActions: after.everyAction ? null : after.allowedActions,
    }),
    ...(changed('allowedSources') && { allowedSources: after.allowedSources }),
    ...(changed('maxToolCalls') && {
      limits: after.maxToolCalls === '' ? null : { maxToolCalls: after.maxToolCalls },
    }),
  };
}

/** Where the form shows what the server says about a field. */
export function atControls(errors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, message]) => [
      field.replace(/^limits(\.maxToolCalls)?$/, 'maxToolCalls').replace(/[[.].*$/, ''),
      message,
    ]),
  );
}
