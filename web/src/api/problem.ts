import type { FieldConflict, RequestDetail } from './types';

export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail?: string;
  code?: string;
  retryAfter?: number;
  errors?: { path: string; message: string }[];
  current?: RequestDetail;
  conflicts?: FieldConflict[];
}

/** What the server answered instead of the thing that was asked for (RFC 9457). */
export class Problem extends Error {
  readonly slug: string;
  readonly status: number;
  readonly code: string | undefined;
  /** When it is worth another try, in seconds. */
  readonly retryAfter: number | undefined;
  readonly errors: { path: string; message: string }[];
  readonly conflicts: FieldConflict[];
  readonly current: RequestDetail | undefined;

  constructor(document: ProblemDocument) {
    super(document.detail ?? document.title);
    this.name = 'Problem';
    this.slug = document.type.replace(/^.*\/problems\//, '');
    this.status = document.status;
    this.code = document.code;
    this.retryAfter = document.retryAfter;
    this.errors = document.errors ?? [];
    this.conflicts = document.conflicts ?? [];
    this.current = document.current;
  }

  /** The message for one input, or undefined when the problem lies elsewhere. */
  messageFor(path: string): string | undefined {
    return this.errors.find((error) => error.path === path)?.message;
  }
}

/** The server could not be reached, or answered something that is not HTTP for people. */
export class Unreachable extends Error {
  constructor(cause?: unknown) {
    super('The server cannot be reached.', { cause });
    this.name = 'Unreachable';
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const fallback = {
    type: 'about:blank',
    title: response.statusText || 'Something went wrong',
    status: response.status,
  };
  try {
    const document = (await response.json()) as Partial<ProblemDocument>;
    return new Problem({ ...fallback, ...document });
  } catch {
    return new Problem(fallback);
  }
}
