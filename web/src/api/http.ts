import { errorFor, problemOf, Unreachable } from './problem';
import { session } from './session';
import type { Position } from './types';

export const API = '/api/v1';

export interface Answer<T> {
  body: T;
  /** Where the program's journal stood before the rows were read. */
  at: Position | null;
}

export interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: Record<string, string | number | null | undefined>;
  body?: unknown;
  signal?: AbortSignal;
  /** Of a POST: sent again with the same key it is not done again, see `newCallKey`. */
  key?: string;
  /** What the answer may be; JSON, unless said. */
  accept?: string;
}

/** Sends one request to the API as the person who is logged in; renews the token once when it has expired. */
export async function ask<T>(path: string, options: Ask = {}): Promise<Answer<T>> {
  const response = await askRaw(path, options);
  const body = response.status === 204 ? (undefined as T) : await jsonOf<T>(response);
  return { body, at: positionOf(response.headers.get('Docket-Position')) };
}

export async function askRaw(path: string, options: Ask = {}): Promise<Response> {
  const token = session.token ?? (await session.renew());
  let response = await sendPatiently(path, options, token);
  if (response.status === 401) {
    const problem = await problemOf(response);
    const fresh = await afterRefusal(problem.code, token);
    if (fresh === null) throw problem;
    response = await sendPatiently(path, options, fresh);
  }
  if (!response.ok) throw errorFor(await problemOf(response));
  return response;
}

/** Asks what everybody may ask, without saying who one is. */
export async function askOutside<T>(path: string, options: Ask = {}): Promise<T> {
  const response = await send(path, options, null);
  if (!response.ok) throw errorFor(await problemOf(response));
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** What to do about a 401: a token to try again with, or null when the session is over. */
export async function afterRefusal(code: string | undefined, token: string | null): Promise<string | null> {
  if (code === 'user_inactive') {
    session.end('inactive');
    return null;
  }
  return session.renew(token);
}

/** An answer that breaks off, or that something between has put in the place of ours, is none. */
async function jsonOf<T>(response: Response): Promise<T> {
  try {
    return (await response.json()) as T;
  } catch (error) {
    throw isAbort(error) ? error : new Unreachable(error);
  }
}

const isAbort = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';

const ATTEMPTS = 4;

/** The first call with a key may still be under way when it is sent again: its answer is the one that is wanted. */
async function sendPatiently(path: string, options: Ask, token: string | null): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const response = await send(path, options, token);
    if (options.key === undefined || response.status !== 409 || attempt === ATTEMPTS) return response;
    const { slug, retryAfter = 1 } = await problemOf(response.clone());
    if (slug !== 'call-under-way') return response;
    await new Promise((resolve) => setTimeout(resolve, retryAfter * 1000));
  }
}

async function send(path: string, options: Ask, token: string | null): Promise<Response> {
  const headers: Record<string, string> = { Accept: options.accept ?? 'application/json' };
  if (token !== null) headers.Authorization = `Bearer ${token}`;
  if (options.key !== undefined) headers['Idempotency-Key'] = options.key;
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(API + path + queryString(options.query), {
      method: options.method ?? 'GET',
      headers,
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      signal: options.signal,
    });
  } catch (error) {
    throw isAbort(error) ? error : new Unreachable(error);
  }
}

export function queryString(query: Ask['query'] = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** Reads `<epoch>:<seq>`. */
export function positionOf(header: string | null): Position | null {
  const colon = header?.lastIndexOf(':') ?? -1;
  if (header === null || colon < 0) return null;
  return { epoch: header.slice(0, colon), seq: Number(header.slice(colon + 1)) };
}
