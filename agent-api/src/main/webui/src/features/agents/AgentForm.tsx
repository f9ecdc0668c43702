import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { ApiError } from '@/api/problem';
import type { Agent } from '@/api/types';
import { paths } from '@/lib/paths';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { AccessSection } from './AccessSection';
import { AboutSection } from './AboutSection';
import { atControls, type FormValues } from './fields';
import { ScheduleSection } from './ScheduleSection';

interface Props {
  initial: FormValues;
  /** The type is chosen once, when the agent is created. */
  typeIsFixed: boolean;
  submitLabel: string;
  cancelTo: string;
  save: (values: FormValues) => Promise<Agent>;
}

/** Everything a person can say about an agent. The server judges it; its verdicts appear beside each control. */
export function AgentForm({ initial, typeIsFixed, submitLabel, cancelTo, save }: Props) {
  const navigate = useNavigate();
  const element = useRef<HTMLFormElement>(null);
  const form = useForm<FormValues>({ initialValues: initial });
  const saving = useMutation({
    mutationFn: save,
    onSuccess: (agent) => navigate(paths.agent(agent.id)),
    onError: (error) => {
      if (error instanceof ApiError) {
        form.setErrors(atControls(error.fields));
        requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      }
    },
  });
  return (
    <form ref={element} noValidate onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      <Stack gap="lg">
        <AboutSection form={form} typeIsFixed={typeIsFixed} />
        <ScheduleSection form={form} />
        <AccessSection form={form} />
        {saving.error && <ErrorAlert error={saving.error} title="The agent was not saved" />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => void navigate(cancelTo)}>
            Cancel
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
