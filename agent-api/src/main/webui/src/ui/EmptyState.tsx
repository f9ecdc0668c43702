import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface Props {
  icon: ReactNode;
  title: string;
  /** What to do next. */
  children: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ icon, title, children, action }: Props) {
  return (
    <Stack align="center" gap="xs" className={classes.empty}>
      <span className={classes.icon}>{icon}</span>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text c="dimmed" size="sm" className={classes.text}>
        {children}
      </Text>
      {action}
    </Stack>
  );
}
