import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { memberChoicesQuery } from '@/api/people';

interface Props extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'searchValue' | 'onSearchChange' | 'filter'> {
  value: string | null;
  onChange: (memberId: string | null) => void;
  /** Who cannot be chosen. */
  without?: string[];
}

/** Finds one active member by name; the server does the searching. */
export function MemberSelect({ value, onChange, without = [], ...rest }: Props) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const [settled] = useDebouncedValue(typed.trim(), 200);
  const { data: members = [], error } = useQuery(memberChoicesQuery(settled === chosen?.label ? '' : settled));
  const found = members
    .filter(({ id }) => !without.includes(id))
    .map(({ id, name, username }) => ({ value: id, label: username && username !== name ? `${name} (${username})` : name }));
  const data = chosen && !found.some((each) => each.value === chosen.value) ? [chosen, ...found] : found;
  return (
    <Select
      {...rest}
      searchable
      clearable
      data={data}
      value={value}
      onChange={(id) => {
        setChosen(data.find((each) => each.value === id) ?? null);
        onChange(id);
      }}
      searchValue={typed}
      onSearchChange={setTyped}
      // What the server found fits what was typed, also where its name is written differently.
      filter={({ options }) => options}
      nothingFoundMessage={error ? 'The members could not be loaded' : 'Nobody by that name'}
      error={rest.error ?? (error ? 'The members could not be loaded' : undefined)}
    />
  );
}
