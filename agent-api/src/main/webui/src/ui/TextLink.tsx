import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './TextLink.module.css';

/** The name of something, leading to its page. */
export function TextLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className={classes.link}>
      {children}
    </Link>
  );
}
