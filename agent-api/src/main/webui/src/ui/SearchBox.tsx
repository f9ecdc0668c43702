import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { SearchIcon } from './icons';

interface Props {
  label: string;
  value: string;
  /** Told once the typing pauses. */
  onChange: (value: string) => void;
  className?: string;
}

export function SearchBox({ label, value, onChange, className }: Props) {
  const [typed, setTyped] = useState(value);
  const [settled] = useDebouncedValue(typed.trim(), 250);
  useEffect(() => {
    onChange(settled);
  }, [settled, onChange]);
  return (
    <TextInput
      className={className}
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<SearchIcon size={16} />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
