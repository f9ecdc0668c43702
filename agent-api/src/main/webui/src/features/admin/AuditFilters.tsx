import { SegmentedControl, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { AuditFilter } from '@/api/installation';
import { dateTimeInput, fromDateTimeInput } from '@/lib/time';
import { MemberSelect } from '@/ui/MemberSelect';
import { SearchBox } from '@/ui/SearchBox';
import classes from './Audit.module.css';

type Field = keyof AuditFilter;

const FIELDS: Field[] = ['action', 'actorId', 'targetId', 'outcome', 'from', 'to'];

/** The filter as it stands in the address, and a way to change one part of it. */
export function useAuditFilter(): [AuditFilter, (field: Field, value: string) => void] {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(
    () => Object.fromEntries(FIELDS.flatMap((field) => (params.get(field) ? [[field, params.get(field)]] : []))),
    [params],
  ) as AuditFilter;
  const set = (field: Field, value: string) => {
    if ((params.get(field) ?? '') === value) {
      return;
    }
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === '') {
          after.delete(field);
        } else {
          after.set(field, value);
        }
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  return [filter, set];
}

export function AuditFilters() {
  const [filter, set] = useAuditFilter();
  return (
    <div className={classes.filters} role="search" aria-label="Filter the audit log">
      <SearchBox label="Action, such as member.disabled" value={filter.action ?? ''} onChange={(text) => set('action', text)} />
      <MemberSelect
        aria-label="Who did it"
        placeholder="Who did it"
        value={filter.actorId ?? null}
        onChange={(id) => set('actorId', id ?? '')}
      />
      <SearchBox label="Id of what it was done to" value={filter.targetId ?? ''} onChange={(text) => set('targetId', text)} />
      <SegmentedControl
        aria-label="Outcome"
        value={filter.outcome ?? ''}
        onChange={(outcome) => set('outcome', outcome)}
        data={[
          { value: '', label: 'All' },
          { value: 'done', label: 'Done' },
          { value: 'refused', label: 'Refused' },
        ]}
      />
      {(['from', 'to'] as const).map((field) => (
        <TextInput
          key={field}
          type="datetime-local"
          aria-label={field === 'from' ? 'Not before' : 'Before'}
          leftSection={field === 'from' ? 'from' : 'to'}
          leftSectionWidth={48}
          value={dateTimeInput(filter[field])}
          onChange={(event) => set(field, fromDateTimeInput(event.currentTarget.value))}
        />
      ))}
    </div>
  );
}
