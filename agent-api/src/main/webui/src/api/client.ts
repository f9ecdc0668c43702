import { ApiError, type Problem } from './problem';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Query = Record<string, string | number | boolean | null | undefined>;

export interface Ask {
  query?: Query;
  body?: unknown;
  /** Sent as it is, in place of a JSON body. */
  text?: { content: string; type: string };
  /** The media type that is wanted in place of JSON; the answer is its text then. */
  accept?: string;
  /** A version as it came in `ETag`: the change is refused when somebody else was faster. */
  ifMatch?: number;
  /** A repeat with the same key gets the first answer instead of happening twice. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

type Listener = () => void;
const signedOutListeners = new Set<Listener>();

/** Calls back whenever the server says that nobody is signed in any more. */
export function onSignedOut(listener: Listener): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

export function reportSignedOut(): void {
  for (const listener of signedOutListeners) {
    listener();
  }
}

/** Sends one request to the door. Throws {@link ApiError} for any answer that is not a success, and for none. */
export async function send<T>(method: Method, path: string, ask: Ask = {}): Promise<T> {
  const response = await reach(method, path, ask);
  if (response.ok) {
    return (ask.accept === undefined ? await read(response) : await response.text()) as T;
  }
  if (response.status === 401 && !path.startsWith('/auth/')) {
    reportSignedOut();
  }
  throw await refusal(response);
}

async function reach(method: Method, path: string, ask: Ask): Promise<Response> {
  try {
    return await fetch(path + search(ask.query), {
      method,
      headers: headers(ask),
      body: ask.body === undefined ? ask.text?.content : JSON.stringify(ask.body),
      signal: ask.signal,
      credentials: 'same-origin',
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') {
      throw cause;
    }
    throw new ApiError({ status: 0, title: 'No answer' });
  }
}

function headers(ask: Ask): HeadersInit {
  const all: Record<string, string> = { Accept: `${ask.accept ?? 'application/json'}, application/problem+json` };
  if (ask.body !== undefined) {
    all['Content-Type'] = 'application/json';
  } else if (ask.text !== undefined) {
    all['Content-Type'] = ask.text.type;
  }
  if (ask.ifMatch !== undefined) {
    all['If-Match'] = `"${ask.ifMatch}"`;
  }
  if (ask.idempotencyKey !== undefined) {
    all['Idempotency-Key'] = ask.idempotencyKey;
  }
  return all;
}

function search(query: Query = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`;
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError({ status: response.status, title: 'The answer could not be read' });
  }
}

async function refusal(response: Response): Promise<ApiError> {
  const retryAfter = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  let problem: Problem = { status: response.status, title: response.statusText || undefined };
  try {
    problem = { ...problem, ...((await response.json()) as Partial<Problem>), status: response.status };
  } catch {
    // A proxy answered without a problem document: the status is all there is.
  }
  return new ApiError(problem, Number.isNaN(retryAfter) ? undefined : retryAfter);
}
