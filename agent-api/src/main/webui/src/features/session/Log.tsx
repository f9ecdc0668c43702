import { Loader, Text } from '@mantine/core';
import { lazy, memo, Suspense, type ReactNode } from 'react';
import { endReasonInWords } from '@/lib/words';
import { EmptyState } from '@/ui/EmptyState';
import { ActivityIcon, ChatIcon } from '@/ui/icons';
import { RowSkeletons } from '@/ui/Page';
import { StatusBadge } from '@/ui/StatusBadge';
import { Time } from '@/ui/Time';
import { ToolCall } from '@/ui/ToolCall';
import classes from './Session.module.css';
import type { LiveSession } from './liveSession';
import type { EndEntry, Entry } from './timeline';

const Markdown = lazy(async () => ({ default: (await import('./Markdown')).Markdown }));

/** Everything that was said and done, in order. */
export function Log({ live, chat }: { live: LiveSession; chat: boolean }) {
  const { timeline, drafts, connection, outbox } = live;
  const run = timeline.currentRun === undefined ? undefined : timeline.runs.get(timeline.currentRun);
  const working = run !== undefined && (run.status === 'pending' || run.status === 'running');
  if (timeline.last === 0 && outbox.length === 0) {
    return connection === 'loading' ? <RowSkeletons rows={4} /> : <Nothing chat={chat} />;
  }
  return (
    <ol className={classes.log} aria-label="Session">
      {!chat && run?.task && (
        <li>
          <Message author="Task" at={undefined} text={run.task} />
        </li>
      )}
      {timeline.entries.map((entry) => (
        <EntryItem key={entry.seq} entry={entry} chat={chat} />
      ))}
      {[...drafts].map(([stepId, draft]) => (
        <li key={stepId} className={classes.answer}>
          {draft.text}
        </li>
      ))}
      {working && (
        <li className={classes.working} role="status">
          <Loader size={14} type="dots" />
          {run.status === 'pending' ? 'Waiting for its turn' : 'Working'}
        </li>
      )}
    </ol>
  );
}

const EntryItem = memo(function EntryItem({ entry, chat }: { entry: Entry; chat: boolean }) {
  return <li className={classes.entry}>{shown(entry, chat)}</li>;
});

function shown(entry: Entry, chat: boolean): ReactNode {
  switch (entry.kind) {
    case 'message':
      return <Message author={entry.author?.name ?? 'Somebody'} at={entry.at} text={entry.text} />;
    case 'answer':
      return <Answer text={entry.text} />;
    case 'tool':
      return <ToolCall {...entry} />;
    case 'end':
      return <End entry={entry} chat={chat} />;
  }
}

function Message({ author, at, text }: { author: string; at: string | undefined; text: string }) {
  return (
    <article className={classes.message} aria-label={`Message of ${author}`}>
      <Text size="xs" c="dimmed" mb={2}>
        {author}
        {at && (
          <>
            {' · '}
            <Time at={at} mode="local" />
          </>
        )}
      </Text>
      <div className={classes.said}>{text}</div>
    </article>
  );
}

function Answer({ text }: { text: string }) {
  return (
    <article className={classes.answer} aria-label="Answer">
      <Suspense fallback={<div className={classes.said}>{text}</div>}>
        <Markdown text={text} />
      </Suspense>
    </article>
  );
}

function End({ entry, chat }: { entry: EndEntry; chat: boolean }) {
  const ordinary = entry.status === 'completed' && entry.endReason === 'finished';
  return (
    <>
      {entry.output && <Answer text={entry.output} />}
      {!(chat && ordinary) && (
        <div className={classes.end} data-status={entry.status}>
          <StatusBadge status={entry.status} size="sm" />
          <span>{endReasonInWords(entry.endReason)}</span>
          {entry.error && <div className={classes.error}>{entry.error}</div>}
        </div>
      )}
    </>
  );
}

function Nothing({ chat }: { chat: boolean }) {
  return chat ? (
    <EmptyState icon={<ChatIcon size={22} />} title="Say what you need">
      The agent works with your own rights. An agent on the model runbook runs the fenced blocks of your message.
    </EmptyState>
  ) : (
    <EmptyState icon={<ActivityIcon size={22} />} title="Nothing has happened yet">
      The run has not begun. What it does appears here as it does it.
    </EmptyState>
  );
}
