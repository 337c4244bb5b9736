import { problemOf, Unreachable } from './problem';
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
  /** What the answer may be; JSON, unless said. */
  accept?: string;
}

/** Sends one request to the API as the person who is logged in; renews the token once when it has expired. */
export async function ask<T>(path: string, options: Ask = {}): Promise<Answer<T>> {
  const response = await askRaw(path, options);
  const body = (response.status === 204 ? undefined : await response.json()) as T;
  return { body, at: positionOf(response.headers.get('Docket-Position')) };
}

export async function askRaw(path: string, options: Ask = {}): Promise<Response> {
  const token = session.token ?? (await session.renew());
  let response = await send(path, options, token);
  if (response.status === 401) {
    const problem = await problemOf(response);
    const fresh = await afterRefusal(problem.code, token);
    if (fresh === null) throw problem;
    response = await send(path, options, fresh);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** Asks what everybody may ask, without saying who one is. */
export async function askOutside<T>(path: string, options: Ask = {}): Promise<T> {
  const response = await send(path, options, null);
  if (!response.ok) throw await problemOf(response);
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

async function send(path: string, options: Ask, token: string | null): Promise<Response> {
  const headers: Record<string, string> = { Accept: options.accept ?? 'application/json' };
  if (token !== null) headers.Authorization = `Bearer ${token}`;
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(API + path + queryString(options.query), {
      method: options.method ?? 'GET',
      headers,
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      signal: options.signal,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Unreachable(error);
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
