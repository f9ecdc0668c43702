import { Paper, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './Card.module.css';

interface Props {
  title: string;
  hint?: ReactNode;
  children?: ReactNode;
}

/** A page outside of the app's frame: one question in the middle. */
export function Card({ title, hint, children }: Props) {
  useDocumentTitle(title === 'Sign in to Nightshift' ? 'Sign in · Nightshift' : `${title} · Nightshift`);
  return (
    <main className={classes.page}>
      <Paper className={classes.card} withBorder p="xl">
        <Stack>
          <div className={classes.brand}>
            <img src="/favicon.svg" width={44} height={44} alt="" />
            <Title order={1} size="h3">
              {title}
            </Title>
            {hint && (
              <Text size="sm" c="dimmed">
                {hint}
              </Text>
            )}
          </div>
          {children}
        </Stack>
      </Paper>
    </main>
  );
}
