import { notifications } from '@mantine/notifications';
import { explain } from '@/api/problem';
import { AlertIcon, CheckIcon } from './icons';

export function tellDone(message: string): void {
  notifications.show({ message, color: 'teal', icon: <CheckIcon size={16} />, autoClose: 4000 });
}

export function tellFailed(title: string, error: unknown): void {
  const told = explain(error);
  notifications.show({
    title,
    message: [`${told.title}. ${told.text}`, ...(told.faults ?? [])].join(' '),
    color: 'red',
    icon: <AlertIcon size={16} />,
    autoClose: 10_000,
  });
}
