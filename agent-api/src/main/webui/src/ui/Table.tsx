import type { ReactNode } from 'react';
import classes from './Table.module.css';

export interface Column<T> {
  header: string;
  cell: (row: T) => ReactNode;
  /** On a narrow screen: the heading of the card, a cell without a label, or the card's upper corner. */
  as?: 'heading' | 'bare' | 'corner';
  /** Keeps figures under each other. */
  numeric?: boolean;
  /** Takes what room is left. */
  grow?: boolean;
}

interface Props<T> {
  label: string;
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string;
}

/** What stands in a cell that has nothing to say; a card leaves it out. */
export const nothing = <span data-nothing>–</span>;

/** A table that becomes a list of cards on a narrow screen. The roles are spelled out because display values drop them. */
export function Table<T>({ label, columns, rows, rowKey }: Props<T>) {
  return (
    <div className={classes.frame}>
      <table className={classes.table} role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ header, numeric, as }) => (
              <th key={header} role="columnheader" scope="col" data-numeric={numeric || undefined}>
                <span data-hidden={as === 'corner' || undefined}>{header}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map(({ header, cell, as, numeric, grow }) => (
                <td
                  key={header}
                  role="cell"
                  data-label={header}
                  data-as={as}
                  data-numeric={numeric || undefined}
                  data-grow={grow || undefined}
                >
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
