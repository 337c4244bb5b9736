/** Position of a program's stream, as `Docket-Position` and the handshake carry it. */
export interface Position {
  epoch: string;
  seq: number;
}

export interface Named {
  id: string;
}

export interface RequestView extends Named {
  title: string;
  status: string;
  version: number;
  fields: Record<string, unknown>;
}

export interface HistoryEntry {
  id: string;
  seq: number;
  event: string;
  requestId: string | null;
  actor: { id: string; name: string };
  data: Record<string, unknown>;
  timestamp: string;
}

/** A small client of the REST API: one user, logged in, as a program would use it. */
export class Api {
  private readonly base: string;
  /** Not to be spread into a handshake. */
  readonly #password: string;

  private constructor(
    private readonly url: string,
    readonly email: string,
    password: string,
    readonly userId: string,
    public token: string,
    private cookie: string,
  ) {
    this.base = `${url}/api/v1`;
    this.#password = password;
  }

  static async logIn(url: string, email: string, password: string): Promise<Api> {
    const response = await fetch(`${url}/api/v1/auth/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw new Error(`log in of ${email}: ${response.status} ${await response.text()}`);
    const session = (await response.json()) as { accessToken: string; user: Named };
    return new Api(url, email, password, session.user.id, session.accessToken, Api.cookieOf(response));
  }

  /**
   * A new access token: one is good for 15 minutes. The refresh cookie is good once, so an attempt without an answer is not
   * repeated: the next one logs in anew.
   */
  async renew(): Promise<void> {
    const cookie = this.cookie;
    this.cookie = '';
    const answer =
      cookie === ''
        ? undefined
        : await fetch(`${this.base}/auth/session/refresh`, { method: 'POST', headers: { cookie } });
    if (answer?.ok === true) {
      this.token = ((await answer.json()) as { accessToken: string }).accessToken;
      this.cookie = Api.cookieOf(answer);
    } else {
      const next = await Api.logIn(this.url, this.email, this.#password);
      this.token = next.token;
      this.cookie = next.cookie;
    }
  }

  async logOut(): Promise<void> {
    await fetch(`${this.base}/auth/session`, { method: 'DELETE', headers: { cookie: this.cookie } });
  }

  private static cookieOf(answer: Response): string {
    return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  }

  get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }

  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.call<T>('POST', path, body);
  }

  patch<T>(path: string, body: unknown): Promise<T> {
    return this.call<T>('PATCH', path, body);
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.call<T>('PUT', path, body);
  }

  async delete(path: string): Promise<void> {
    await this.call('DELETE', path);
  }

  async upload<T>(path: string, name: string, content: string): Promise<T> {
    const form = new FormData();
    form.append('file', new Blob([content]), name);
    const response = await fetch(this.base + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}` },
      body: form,
    });
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  /** What this user may see of a program's journal after `after`, oldest first. */
  async activity(programId: string, after = 0): Promise<HistoryEntry[]> {
    const all: HistoryEntry[] = [];
    let before: number | null = null;
    do {
      const query: string = before === null ? '?limit=100' : `?limit=100&before=${before}`;
      const page: { data: HistoryEntry[]; next: number | null } = await this.get(
        `/programs/${programId}/activity${query}`,
      );
      all.push(...page.data);
      before = page.next;
    } while (before !== null && before > after);
    return all.reverse().filter(({ seq }) => seq > after);
  }

  /** An answer with the position that it was read at (`Docket-Position`). */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the answer's shape is the caller's knowledge
  async load<T>(path: string): Promise<{ at: Position | null; value: T }> {
    const response = await fetch(this.base + path, { headers: { authorization: `Bearer ${this.token}` } });
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    const [epoch, seq] = response.headers.get('docket-position')?.split(':') ?? [];
    const at = epoch === undefined ? null : { epoch, seq: Number(seq) };
    return { at, value: (await response.json()) as T };
  }

  private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(this.base + path, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }
}
