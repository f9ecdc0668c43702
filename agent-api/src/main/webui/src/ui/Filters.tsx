import type { ReactNode } from 'react';
import classes from './Filters.module.css';
import { SearchBox } from './SearchBox';

interface Props {
  label: string;
  q: string;
  onSearch: (q: string) => void;
  children?: ReactNode;
}

/** The row above a list that narrows it down. */
export function Filters({ label, q, onSearch, children }: Props) {
  return (
    <div className={classes.filters} role="search">
      <SearchBox className={classes.search} label={label} value={q} onChange={onSearch} />
      {children}
    </div>
  );
}
