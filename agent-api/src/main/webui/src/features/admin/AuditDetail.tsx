import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { AuditEntry } from '@/api/types';
import { Facts } from '@/ui/Facts';
import { Time } from '@/ui/Time';
import classes from './Audit.module.css';

/** Everything that is known of one entry. */
export function AuditDetail({ entry }: { entry: AuditEntry }) {
  const [opened, { open, close }] = useDisclosure(false);
  const { actor, target } = entry;
  return (
    <>
      <Button variant="subtle" size="compact-sm" aria-label={`Detail of ${entry.action}`} onClick={open}>
        Detail
      </Button>
      <Modal opened={opened} onClose={close} title={entry.action} size="lg" centered>
        <Facts
          label="Detail of the entry"
          facts={{
            When: <Time at={entry.at} />,
            Outcome: entry.outcome,
            Who: actor.name ?? actor.kind,
            'Id of who': actor.id,
            'Came with': entry.credential,
            From: entry.address,
            'Done to': target && `${target.kind} ${target.name ?? ''}`,
            'Its id': target?.id,
            ...changes(entry.detail),
          }}
        />
      </Modal>
    </>
  );
}

function changes(detail: AuditEntry['detail']) {
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [
      name,
      <pre className={classes.detail}>{typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</pre>,
    ]),
  );
}
