import { useQuery } from '@tanstack/react-query';
import { sourcesQuery } from '@/api/queries';
import type { AgentVersion, Source } from '@/api/types';
import { lineDiff } from '@/lib/lineDiff';
import { capitalised, counted } from '@/lib/words';
import { valueInWords } from './versionWords';
import classes from './Versions.module.css';

type Change = AgentVersion['differences'][number];

/** One field that a version changed; a text of several lines is compared line by line. */
export function Difference({ difference: { field, before, after } }: { difference: Change }) {
  const { data: sources = [] } = useQuery(sourcesQuery);
  const long = [before, after].some((value) => typeof value === 'string' && value.includes('\n'));
  return (
    <div className={classes.difference}>
      <h3 className={classes.field}>{fieldInWords(field)}</h3>
      {long ? (
        <Lines label={fieldInWords(field)} before={asText(before)} after={asText(after)} />
      ) : (
        <Values before={inWords(before, sources)} after={inWords(after, sources)} />
      )}
    </div>
  );
}

function Values({ before, after }: { before: string; after: string }) {
  return (
    <div className={classes.value}>
      <del>{before}</del> <span className={classes.arrow}>→</span> <ins>{after}</ins>
    </div>
  );
}

function Lines({ label, before, after }: { label: string; before: string; after: string }) {
  return (
    <ul className={classes.lines} tabIndex={0} aria-label={`Lines of ${label.toLowerCase()} that changed`}>
      {lineDiff(before, after).map((line, index) => (
        <li key={index} className={classes.line} data-kind={line.kind}>
          {line.kind === 'gap' ? `… ${counted(line.lines, 'line')} unchanged` : line.text}
        </li>
      ))}
    </ul>
  );
}

function inWords(value: unknown, sources: Source[]): string {
  return valueInWords(value, (id) => sources.find((source) => source.id === id)?.name);
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** "allowedSources" as "Allowed sources". */
function fieldInWords(field: string): string {
  return capitalised(field.replace(/([A-Z])/g, ' $1').toLowerCase());
}
