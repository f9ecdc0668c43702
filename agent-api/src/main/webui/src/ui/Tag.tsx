import type { ReactNode } from 'react';
import classes from './Tag.module.css';

/** A word that says what sort of thing something is. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className={classes.tag}>{children}</span>;
}
