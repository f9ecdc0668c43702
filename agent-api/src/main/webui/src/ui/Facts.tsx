import type { ReactNode } from 'react';
import classes from './Facts.module.css';

/** Names and what stands for each; what is absent is left out. */
export function Facts({ label, facts }: { label: string; facts: Record<string, ReactNode> }) {
  return (
    <dl className={classes.facts} aria-label={label}>
      {Object.entries(facts)
        .filter(([, value]) => value !== undefined && value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name} className={classes.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
