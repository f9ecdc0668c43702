import { Alert, Button, List } from '@mantine/core';
import { explain } from '@/api/problem';
import { AlertIcon } from './icons';

interface Props {
  error: unknown;
  /** Offers to try again. */
  onRetry?: () => void;
  /** What was tried, where the sentence alone would not tell: "The agent was not saved". */
  title?: string;
}

/** A refusal or a failure, with what to do about it. */
export function ErrorAlert({ error, onRetry, title }: Props) {
  const told = explain(error);
  return (
    <Alert color="red" variant="light" icon={<AlertIcon />} title={title ?? told.title} role="alert">
      {title ? `${told.title}. ${told.text}` : told.text}
      {told.faults && (
        <List size="sm" mt={4}>
          {told.faults.map((fault) => (
            <List.Item key={fault}>{fault}</List.Item>
          ))}
        </List>
      )}
      {onRetry && (
        <Button variant="light" color="red" size="compact-sm" mt="xs" display="block" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}
