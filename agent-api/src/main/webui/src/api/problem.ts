/** One thing wrong with what was sent; `field` is named as it was sent. */
export interface FieldError {
  field: string;
  message: string;
}

/** An answer of `application/problem+json`. */
export interface Problem {
  type?: string;
  title?: string;
  status: number;
  detail?: string;
  errors?: FieldError[];
}

/** A refused request. `status` 0 means that no answer came at all. */
export class ApiError extends Error {
  readonly problem: Problem;
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(problem.detail ?? problem.title ?? `The server answered ${problem.status}.`);
    this.name = 'ApiError';
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get status(): number {
    return this.problem.status;
  }

  /** What is wrong with each field, as a form wants it. */
  get fields(): Record<string, string> {
    const byField: Record<string, string> = {};
    for (const { field, message } of this.problem.errors ?? []) {
      byField[field] = byField[field] ? `${byField[field]} ${sentence(message)}` : sentence(message);
    }
    return byField;
  }
}

export function isStatus(error: unknown, status: number): boolean {
  return error instanceof ApiError && error.status === status;
}

/** The last part of the problem's type, where it has one: `invite-used` of `urn:nightshift:problem:invite-used`. */
export function kindOf(error: unknown): string | undefined {
  return error instanceof ApiError ? error.problem.type?.split(/[/:]/).at(-1) : undefined;
}

/** A title, a sentence that says what to do next, and what is wrong with each field. */
export function explain(error: unknown): { title: string; text: string; faults?: string[] } {
  if (!(error instanceof ApiError)) {
    return { title: 'Something went wrong here', text: 'Reload the page. If it happens again, tell your admin.' };
  }
  const said = error.problem.detail ?? '';
  switch (error.status) {
    case 0:
      return { title: 'The server cannot be reached', text: 'Check your connection; this page tries again by itself.' };
    case 400:
      return { title: 'That was not accepted', ...faults(error, said || 'Check what you typed and send it again.') };
    case 403:
      return { title: 'You may not do this', text: said || 'Ask the owner or an admin.' };
    case 404:
      return { title: 'Not found', text: said || 'It was removed, or it is not shared with you.' };
    case 409:
      return { title: 'That does not fit the current state', text: said || 'Reload to see what changed, then try again.' };
    case 412:
      return { title: 'Somebody else changed this meanwhile', text: 'Reload to see their changes, then make yours again.' };
    case 413:
      return { title: 'That is too large', text: said || 'Shorten it and send it again.' };
    case 429:
    case 503:
      return { title: 'The server is busy', text: withWhen(said, error.retryAfterSeconds) };
    default:
      return { title: error.problem.title ?? 'Something went wrong', text: said || 'Try again in a moment.' };
  }
}

function faults({ problem }: ApiError, otherwise: string): { text: string; faults?: string[] } {
  const { errors = [] } = problem;
  return errors.length === 0
    ? { text: otherwise }
    : { text: 'Please correct this:', faults: errors.map(({ field, message }) => `${field} ${message}`) };
}

/** The server's words continue the name of a field; where the field stands beside them they need a subject. */
function sentence(message: string): string {
  return /^(is|are|must|cannot|can|may|has|does|needs) /.test(message) ? `This ${message}` : message;
}

function withWhen(said: string, seconds: number | undefined): string {
  return /try again/i.test(said) ? said : `${said} Try again ${soon(seconds)}.`.trim();
}

function soon(seconds: number | undefined): string {
  return seconds === undefined ? 'in a moment' : seconds === 1 ? 'in 1 second' : `in ${seconds} seconds`;
}
