import { Group, Skeleton, Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './Page.module.css';

interface Props {
  title: string;
  /** Beside the title: badges. */
  beside?: ReactNode;
  /** Below the title: where from, facts. */
  below?: ReactNode;
  actions?: ReactNode;
  width?: 'wide' | 'form';
  children: ReactNode;
}

/** The frame of a page: its heading, its actions and its content. */
export function Page({ title, beside, below, actions, width = 'wide', children }: Props) {
  useDocumentTitle(`${title} · Nightshift`);
  return (
    <div className={classes.page} data-width={width}>
      <header className={classes.header}>
        <Stack gap={2} className={classes.heading}>
          <Group gap="sm" wrap="wrap">
            <Title order={1} size="h3" className={classes.title}>
              {title}
            </Title>
            {beside}
          </Group>
          {below}
        </Stack>
        {actions && <Group gap="xs">{actions}</Group>}
      </header>
      {children}
    </div>
  );
}

/** What stands where a page will be. */
export function PageSkeleton() {
  return (
    <div className={classes.page} role="status" aria-label="Loading">
      <Skeleton height={32} width={220} mb="lg" />
      <RowSkeletons />
    </div>
  );
}

export function RowSkeletons({ rows = 5 }: { rows?: number }) {
  return (
    <Stack gap="xs">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={48} />
      ))}
    </Stack>
  );
}
