import { vi } from 'vitest';
import { session as ownSession } from '@/api/session';
import type { Me, Page, Program, RequestDetail } from '@/api/types';
import { aMe, aProgram } from './things';

interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  headers: Headers;
}

type Answer = (call: Call) => unknown;

interface Fixed {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

const isFixed = (answer: unknown): answer is Fixed =>
  typeof answer === 'object' && answer !== null && 'status' in answer && typeof answer.status === 'number';

/** Answers what `fetch` asks for, by method and path below /api/v1, and remembers what was asked. */
export class TestingServer {
  readonly calls: Call[] = [];
  private readonly answers = new Map<string, Answer>();

  constructor() {
    vi.stubGlobal('fetch', (input: string, init?: RequestInit) => this.handle(input, init));
    this.on('POST /auth/session/refresh', () => session());
  }

  /** `route` is like `GET /programs`. What the answer returns is the body; `answer(…)` tells more. */
  on(route: string, answer: Answer): this {
    this.answers.set(route, answer);
    return this;
  }

  callsTo(route: string): Call[] {
    return this.calls.filter(({ method, path }) => `${method} ${path}` === route);
  }

  private async handle(input: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(input, 'http://localhost');
    const call: Call = {
      method: init.method ?? 'GET',
      path: url.pathname.replace('/api/v1', ''),
      query: url.searchParams,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      headers: new Headers(init.headers),
    };
    this.calls.push(call);
    const made = await Promise.race([aborted(init.signal), this.answers.get(`${call.method} ${call.path}`)?.(call)]);
    if (made === undefined) return respond(problem(404, 'not-found', `No answer for ${call.method} ${call.path}`));
    return respond(isFixed(made) ? made : { status: 200, body: made });
  }
}

/** As `fetch` does when nobody wants the answer any more. */
const aborted = (signal: AbortSignal | null | undefined) =>
  new Promise<never>((_, reject) => {
    const refuse = () => reject(new DOMException('Aborted', 'AbortError'));
    if (signal?.aborted === true) refuse();
    signal?.addEventListener('abort', refuse);
  });

/** An answer that never comes, because there is no network. */
export const lost = (): never => {
  throw new TypeError('Failed to fetch');
};

/** A server with one program, and the browser of somebody who has just logged in there. */
export async function serverFor(me: Me = aMe(), program: Program = aProgram()): Promise<TestingServer> {
  const server = new TestingServer();
  server.on('POST /auth/session/refresh', () => session(me));
  server.on('GET /programs', () => pageOf([program]));
  server.on('GET /programs/p1', () => answer(200, program, { 'Docket-Position': 'e:10' }));
  server.on('GET /programs/p1/members', () => ({ data: [] }));
  server.on('GET /programs/p1/templates', () => pageOf([]));
  server.on('GET /programs/p1/requests', () => pageOf([]));
  ownSession.end();
  await ownSession.renew();
  server.calls.length = 0;
  return server;
}

/** The pages of a request have this to read, and no more. */
export function serveRequest(server: TestingServer, request: RequestDetail): void {
  const path = `/programs/${request.programId}/requests/${request.id}`;
  server.on(`GET ${path}`, () => answer(200, request, { 'Docket-Position': 'e:10' }));
  server.on(`GET ${path}/comments`, () => answer(200, pageOf([]), { 'Docket-Position': 'e:10' }));
  server.on(`GET ${path}/attachments`, () => ({ data: [], next: null }));
  server.on(`GET ${path}/history`, () => ({ data: [], next: null }));
  server.on(`GET ${path}/watchers`, () => pageOf([]));
}

function respond({ status, body, headers }: Fixed): Response {
  const text = body === undefined ? null : JSON.stringify(body);
  return new Response(text, { status, headers: { 'Content-Type': 'application/json', ...headers } });
}

export const answer = (status: number, body?: unknown, headers?: Record<string, string>): Fixed => ({
  status,
  body,
  headers,
});

export const problem = (status: number, slug: string, detail: string, more: object = {}): Fixed =>
  answer(status, { type: `/problems/${slug}`, title: slug, status, detail, ...more });

export const stale = (current: RequestDetail, conflicts: object[]): Fixed =>
  problem(409, 'stale-version', 'Somebody else has changed this.', { current, conflicts });

export const pageOf = <T>(data: T[], total = data.length): Page<T> => ({
  data,
  pagination: { page: 1, limit: 100, total, pages: Math.max(1, Math.ceil(total / 100)) },
});

let tokens = 0;

export function session(user: object = { id: 'u-mara', name: 'Mara Lindqvist' }): Fixed {
  tokens += 1;
  const expiresAt = new Date(Date.now() + 15 * 60_000).toISOString();
  return answer(200, { accessToken: `token-${tokens}`, expiresAt, user });
}
