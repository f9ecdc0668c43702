const RELATIVE = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' });
const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

/** "in 5 min.", "3 days ago"; "now" within a second. */
export function relative(iso: string, now: number): string {
  const away = Date.parse(iso) - now;
  for (const [unit, size] of UNITS) {
    if (Math.abs(away) >= size) {
      return RELATIVE.format(Math.trunc(away / size), unit);
    }
  }
  return 'now';
}

/** How long something took, in the two units that matter: "850 ms", "4.2 s", "3 min 5 s". */
export function duration(ms: number): string {
  if (ms < 1000) {
    return `${Math.max(0, Math.round(ms))} ms`;
  }
  if (ms < 10_000) {
    return `${(ms / 1000).toFixed(1)} s`;
  }
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) {
    return `${seconds} s`;
  }
  if (seconds < 3600) {
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  }
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

/** A running clock that moves once a second: whole seconds, so that nothing flickers. */
export function elapsed(ms: number): string {
  return duration(Math.max(0, Math.floor(ms / 1000)) * 1000).replace(/^0 ms$/, '0 s').replace(/^(\d)\.0 s$/, '$1 s');
}

/** Local date and time, as short as possible: the date only when it is not today, the year only when it is another. */
export function localTime(iso: string, now: number): string {
  const time = new Date(iso);
  const today = new Date(now);
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', second: '2-digit' };
  if (time.toDateString() === today.toDateString()) {
    return time.toLocaleTimeString(undefined, clock);
  }
  const day: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' };
  const year: Intl.DateTimeFormatOptions = time.getFullYear() === today.getFullYear() ? {} : { year: 'numeric' };
  return time.toLocaleString(undefined, { ...day, ...year, hour: '2-digit', minute: '2-digit' });
}

/** Date, time and zone in full, for a tooltip. */
export function fullTime(iso: string): string {
  return new Date(iso).toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'long' });
}

/** A due time as the clocks of its own zone show it. */
export function zonedTime(iso: string, timezone: string): string {
  return new Date(iso).toLocaleString(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone: timezone,
    timeZoneName: 'short',
  });
}

export function browserTimezone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Every IANA zone that the browser knows, UTC first. */
export function timezones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
}

/** A moment as a control of type `datetime-local` wants it: local, to the minute; empty for none. */
export function dateTimeInput(iso: string | undefined): string {
  const at = new Date(iso ?? '');
  if (Number.isNaN(at.getTime())) {
    return '';
  }
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The moment that such a control shows, in UTC; empty while it shows none. */
export function fromDateTimeInput(local: string): string {
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime()) ? '' : at.toISOString();
}
