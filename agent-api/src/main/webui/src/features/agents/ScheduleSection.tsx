import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ApiError } from '@/api/problem';
import { previewQuery } from '@/api/queries';
import { timezones } from '@/lib/time';
import { ErrorAlert } from '@/ui/ErrorAlert';
import type { AgentFormApi } from './fields';
import classes from './AgentForm.module.css';
import { Section } from '@/ui/Section';
import { SchedulePreview } from './SchedulePreview';

const EXAMPLES = ['every 10 minutes', 'daily at 9am', 'mondays at 14:30', '0 9 * * 1-5', 'manual'];
const ZONES = timezones();

export function ScheduleSection({ form }: { form: AgentFormApi }) {
  const { schedule, timezone } = form.values;
  const [asked] = useDebouncedValue(schedule.trim(), 300);
  const preview = useQuery({
    ...previewQuery(asked, timezone),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const refused = preview.error instanceof ApiError ? preview.error.fields : {};
  const settled = asked === schedule.trim();
  const understood = schedule.trim() !== '' && preview.data !== undefined && !preview.error;
  const otherError = preview.error && Object.keys(refused).length === 0 ? preview.error : undefined;

  return (
    <Section title="When it runs" hint="Type it as you would say it, or as cron.">
      <div className={classes.pair}>
        <TextInput
          label="Schedule"
          required
          autoComplete="off"
          placeholder="every 6 hours"
          {...form.getInputProps('schedule')}
          error={form.errors.schedule ?? (settled && schedule.trim() !== '' ? refused.schedule : undefined)}
        />
        <Select
          label="Time zone"
          searchable
          limit={60}
          allowDeselect={false}
          nothingFoundMessage="No such zone"
          data={ZONES.includes(timezone) ? ZONES : [timezone, ...ZONES]}
          {...form.getInputProps('timezone')}
          error={form.errors.timezone ?? refused.timezone}
        />
      </div>
      <Group gap={6} role="group" aria-label="Examples">
        <Text size="xs" c="dimmed">
          Examples
        </Text>
        {EXAMPLES.map((example) => (
          <Button
            key={example}
            size="compact-xs"
            variant="default"
            fw={450}
            onClick={() => form.setFieldValue('schedule', example)}
          >
            {example}
          </Button>
        ))}
      </Group>
      <div aria-live="polite">
        {understood && (
          <SchedulePreview
            preview={preview.data}
            timezone={timezone}
            stale={!settled || preview.isPlaceholderData}
          />
        )}
        {otherError && <ErrorAlert error={otherError} title="The schedule could not be checked" />}
      </div>
      <Select
        label="When the previous run is still working"
        allowDeselect={false}
        data={[
          { value: 'skip', label: 'Skip the new run' },
          { value: 'allow_all', label: 'Run both side by side' },
        ]}
        {...form.getInputProps('overlapPolicy')}
      />
    </Section>
  );
}
