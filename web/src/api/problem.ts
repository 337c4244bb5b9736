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

/** The type of a problem to which nobody has put words: it did not come from our server. */
const NO_WORDS = 'about:blank';

/** What the server answered instead of the thing that was asked for (RFC 9457). */
export class Problem extends Error {
  readonly slug: string;
  readonly status: number;
  readonly code: string | undefined;
  /** In seconds: when to try again. */
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

  /** Whether somebody has put words to it: without, the message is for machines. */
  get hasWords(): boolean {
    return this.slug !== NO_WORDS;
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

/** @param text the body, which is a problem document unless something stood between */
export function problemIn(status: number, statusText: string, text: string): Problem {
  const fallback = { type: NO_WORDS, title: statusText || 'Something went wrong', status };
  try {
    return new Problem({ ...fallback, ...(JSON.parse(text) as Partial<ProblemDocument>) });
  } catch {
    return new Problem(fallback);
  }
}

export const problemOf = async (response: Response): Promise<Problem> =>
  problemIn(response.status, response.statusText, await response.text());

/** What a proxy says while there is no server behind it. */
const GATEWAY: ReadonlySet<number> = new Set([502, 503, 504]);

/** What to throw for a refusal: that of a proxy says that the server can't be reached. */
export const errorFor = (problem: Problem): Problem | Unreachable =>
  !problem.hasWords && GATEWAY.has(problem.status) ? new Unreachable(problem) : problem;

/** Whether it does not exist, or not for this person, which is told in the same way. */
export const isGone = (error: unknown): boolean => error instanceof Problem && error.status === 404;
