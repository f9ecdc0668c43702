import { Loader, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId } from 'react';
import type { StepStatus } from '@/api/types';
import { Duration } from './Duration';
import { ChevronIcon, ToolIcon } from './icons';
import { Output } from './Output';
import { StatusBadge } from './StatusBadge';
import classes from './ToolCall.module.css';
import { gist, shownArguments } from './toolArguments';

interface Props {
  tool: string;
  args: unknown;
  status: StepStatus;
  result?: string | null;
  startedAt?: string;
  durationMs?: number;
}

/** One tool call: a line that opens to its arguments and its result. */
export function ToolCall({ tool, args, status, result, startedAt, durationMs }: Props) {
  const [open, { toggle }] = useDisclosure(false);
  const id = useId();
  return (
    <div className={classes.call}>
      <UnstyledButton className={classes.line} onClick={toggle} aria-expanded={open} aria-controls={open ? id : undefined}>
        <ChevronIcon size={14} className={classes.chevron} />
        {status === 'running' ? <Loader size={14} /> : <ToolIcon size={15} className={classes.icon} />}
        <span className={classes.tool}>{tool}</span>
        <span className={classes.gist}>{gist(args)}</span>
        <span className={classes.end}>
          {status !== 'completed' && <StatusBadge status={status} size="sm" />}
          <Text span size="xs" c="dimmed" className={classes.duration}>
            <Duration ms={durationMs} since={status === 'running' ? startedAt : undefined} />
          </Text>
        </span>
      </UnstyledButton>
      {open && (
        <div className={classes.body} id={id}>
            {shownArguments(args).map(({ name, text }) => (
              <section key={name}>
                <h4 className={classes.label}>{name}</h4>
                <Output label={`Argument ${name}`} text={text} />
              </section>
            ))}
            {result != null && (
              <section>
                <h4 className={classes.label}>result</h4>
                <Output label="Result" text={result} />
              </section>
            )}
        </div>
      )}
    </div>
  );
}
