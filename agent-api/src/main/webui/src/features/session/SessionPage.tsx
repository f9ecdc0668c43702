import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ApiError } from '@/api/problem';
import { sessionQuery } from '@/api/queries';
import type { Session } from '@/api/types';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { Page, PageSkeleton } from '@/ui/Page';
import { Composer } from './Composer';
import { Log } from './Log';
import { Outbox } from './Outbox';
import { SessionHeader } from './SessionHeader';
import classes from './Session.module.css';
import { useLiveSession } from './useLiveSession';
import { useStayAtEnd } from './useStayAtEnd';

export function SessionPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(sessionQuery(id));
  if (!data) {
    return error ? (
      <Page title="Session">
        <ErrorAlert error={error} onRetry={() => void refetch()} />
      </Page>
    ) : (
      <PageSkeleton />
    );
  }
  return <Live key={id} session={data} />;
}

function Live({ session }: { session: Session }) {
  const [live, speaking] = useLiveSession(session.id);
  const chat = session.kind === 'chat';
  const mayPost = chat && session.role !== 'viewer' && live.connection !== 'gone';
  const run = live.timeline.currentRun === undefined ? undefined : live.timeline.runs.get(live.timeline.currentRun);
  const { end, away, goToEnd } = useStayAtEnd(live.timeline.last + live.outbox.length, chat || run?.status === 'running');
  return (
    <div className={classes.page}>
      <SessionHeader session={session} run={run} connection={live.connection} />
      {live.problem && (
        <div className={classes.problem}>
          <ErrorAlert error={new ApiError(live.problem)} />
          <Button size="compact-sm" variant="subtle" color="gray" onClick={speaking.problemSeen}>
            Dismiss
          </Button>
        </div>
      )}
      <Log live={live} chat={chat} />
      <Outbox messages={live.outbox} onSendAgain={speaking.sayAgain} onDiscard={speaking.discard} />
      <div ref={end} />
      {(mayPost || away) && (
        <Composer sessionId={session.id} mayPost={mayPost} away={away} onGoToEnd={goToEnd} onSend={speaking.say} />
      )}
    </div>
  );
}
