import { Code, Input, SegmentedControl, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { meQuery } from '@/api/queries';
import type { AgentFormApi } from './fields';
import classes from './AgentForm.module.css';
import { Section } from '@/ui/Section';

export function AboutSection({ form, typeIsFixed }: { form: AgentFormApi; typeIsFixed: boolean }) {
  const { data: me } = useQuery(meQuery);
  return (
    <Section title="What it does" hint="Write it as you would tell a careful colleague.">
      <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label="Description"
        description="One line for the list. Optional."
        {...form.getInputProps('description')}
      />
      {me?.role === 'admin' && !typeIsFixed && (
        <Input.Wrapper
          label="Type"
          labelElement="div"
          description="A user agent works with your own rights. An org agent belongs to the organisation and does only what it is allowed below."
          error={form.errors.type}
        >
          <SegmentedControl
            mt={6}
            aria-label="Type"
            value={form.values.type}
            onChange={(type) =>
              form.setValues({ type: type === 'org' ? 'org' : 'user', everyAction: type !== 'org', allowedSources: [] })
            }
            data={[
              { value: 'user', label: 'User' },
              { value: 'org', label: 'Org' },
            ]}
          />
        </Input.Wrapper>
      )}
      <Switch
        label="Others may find it and chat with it"
        description="They see a card of it. What you wrote here and what it does in the background stays with you."
        checked={form.values.visibility === 'everyone'}
        onChange={(event) => form.setFieldValue('visibility', event.currentTarget.checked ? 'everyone' : 'private')}
        error={form.errors.visibility}
      />
      {form.values.type === 'org' && (
        <Switch
          label="Results are shared"
          description="Members see when it ran, how that ended and its summary, and nothing else."
          checked={form.values.resultsShared}
          onChange={(event) => form.setFieldValue('resultsShared', event.currentTarget.checked)}
          error={form.errors.resultsShared}
        />
      )}
      <Textarea
        label="Instructions"
        required
        autosize
        minRows={8}
        maxRows={28}
        spellCheck={false}
        classNames={{ input: classes.instructions }}
        description={
          <>
            The model <Code>runbook</Code> needs no key: it runs the fenced blocks of this text in order. Open a block with{' '}
            <Code>```bash</Code>, <Code>```python</Code>, <Code>```write PATH</Code>, <Code>```search</Code> or{' '}
            <Code>```read</Code>. Any other model reads it as plain instructions.
          </>
        }
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        {...form.getInputProps('instructions')}
      />
      {form.values.instructions.length > 60_000 && (
        <Text size="xs" c="dimmed">
          {form.values.instructions.length.toLocaleString()} characters; 64 KiB is the most.
        </Text>
      )}
    </Section>
  );
}
