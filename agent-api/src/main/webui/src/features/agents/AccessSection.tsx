import { Checkbox, MultiSelect, NumberInput, Select, Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { modelsQuery, sourcesQuery, toolsQuery } from '@/api/queries';
import type { AgentType, Model, Tool } from '@/api/types';
import { ErrorAlert } from '@/ui/ErrorAlert';
import type { AgentFormApi } from './fields';
import classes from './AgentForm.module.css';
import { Section } from '@/ui/Section';

export function AccessSection({ form }: { form: AgentFormApi }) {
  const models = useQuery(modelsQuery);
  const { type } = form.values;
  return (
    <Section title="What it may use" hint="Nothing outside this list exists for the agent.">
      <div className={classes.pair}>
        <Select
          label="Model"
          allowDeselect={false}
          data={[
            { value: '', label: defaultLabel(models.data) },
            ...(models.data ?? []).map(({ name }) => ({ value: name, label: name })),
          ]}
          {...form.getInputProps('model')}
        />
        <NumberInput
          label="Most tool calls a run"
          placeholder="Default"
          min={1}
          max={1000}
          allowDecimal={false}
          clampBehavior="none"
          value={form.values.maxToolCalls}
          onChange={(value) => form.setFieldValue('maxToolCalls', typeof value === 'number' ? value : '')}
          error={form.errors.maxToolCalls}
        />
      </div>
      {models.error && <ErrorAlert error={models.error} title="The models could not be loaded" />}
      <Actions form={form} />
      {type === 'user' ? (
        <Sources form={form} />
      ) : (
        <Text size="sm" c="dimmed">
          An org agent reads no sources.
        </Text>
      )}
    </Section>
  );
}

function Actions({ form }: { form: AgentFormApi }) {
  const { type, everyAction } = form.values;
  const { data: tools, error } = useQuery(toolsQuery);
  return (
    <Stack gap="xs">
      {type === 'user' && (
        <Switch
          label="Every action that user agents may have"
          description="Also those that are added later."
          checked={everyAction}
          onChange={(event) => form.setFieldValue('everyAction', event.currentTarget.checked)}
        />
      )}
      {error && <ErrorAlert error={error} title="The actions could not be loaded" />}
      {(type === 'org' || !everyAction) && tools && (
        <Checkbox.Group
          label="Actions"
          description="With none chosen the agent can only answer."
          {...form.getInputProps('allowedActions')}
        >
          <div className={classes.actions}>
            {tools.filter((tool) => offered(tool, type)).map((tool) => (
              <Checkbox key={tool.name} value={tool.name} label={tool.name} description={tool.description} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </Stack>
  );
}

function Sources({ form }: { form: AgentFormApi }) {
  const { data: sources, error } = useQuery(sourcesQuery);
  if (error) {
    return <ErrorAlert error={error} title="The sources could not be loaded" />;
  }
  return (
    <MultiSelect
      label="Sources"
      description="What it may search and read, as far as you may. None chosen: none."
      placeholder={form.values.allowedSources.length === 0 ? 'None' : undefined}
      nothingFoundMessage="No source is connected yet. An admin can add one on the Sources page."
      searchable
      data={(sources ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      {...form.getInputProps('allowedSources')}
    />
  );
}

function defaultLabel(models: Model[] = []): string {
  const model = models.find(({ isDefault }) => isDefault);
  return model ? `Default (${model.name})` : 'Default';
}

function offered(tool: Tool, type: AgentType): boolean {
  return tool.offeredTo.includes(type);
}
