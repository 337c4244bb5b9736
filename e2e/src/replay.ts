import type { Api, HistoryEntry, Named, Position } from './api.ts';

/** A part of the state and where the journal stood before it was read; as `web/src/live/state.ts` keeps it. */
interface Loaded<T> {
  at: Position | null;
  value: T;
}

interface Row extends Named {
  can?: unknown;
  cannot?: unknown;
  watching?: unknown;
  descriptionHtml?: unknown;
}

interface List<T> {
  data: T[];
}

/** What a browser holds that has the program's list and the page of one request open. */
export interface ScreenState {
  program: Loaded<Row>;
  members: Loaded<Row[]>;
  lists: { filter: object; pages: Loaded<List<Row>>[] }[];
  requests: Record<string, Loaded<Row>>;
  comments: Record<string, Loaded<Row[]>>;
  attachments: Record<string, Loaded<Row[]>>;
  histories: Record<string, Loaded<List<HistoryEntry>>[]>;
  activity: Loaded<List<HistoryEntry>>[];
}

/** Everything that one viewer's browser shows, as REST answers it now. */
export async function fetchState(viewer: Api, programId: string, requestId: string | null): Promise<ScreenState> {
  const program = `/programs/${programId}`;
  const request = `${program}/requests/${requestId}`;
  const list = <T>(path: string) => viewer.load<List<T>>(path);
  const rows = async (path: string): Promise<Loaded<Row[]>> => {
    const { at, value } = await list<Row>(path);
    return { at, value: value.data };
  };
  const of = async <T>(read: () => Promise<T>): Promise<Record<string, T>> =>
    requestId === null ? {} : { [requestId]: await read() };
  return {
    program: await viewer.load<Row>(program),
    members: await rows(`${program}/members`),
    lists: [{ filter: {}, pages: [await list<Row>(`${program}/requests?limit=100&sort=-updatedAt`)] }],
    requests: await of(() => viewer.load<Row>(request)),
    comments: await of(() => rows(`${request}/comments?limit=100`)),
    attachments: await of(() => rows(`${request}/attachments`)),
    histories: await of(async () => [await list<HistoryEntry>(`${request}/history?limit=50`)]),
    activity: [await list<HistoryEntry>(`${program}/activity?limit=50`)],
  };
}

/**
 * The state without what events do not carry by design: positions of reading, what this viewer may do, whether they watch, the description as
 * HTML, page counts, and the order of rows, which a list keeps still while one looks at it.
 */
export function comparable(state: ScreenState): unknown {
  const row = (whole: Row) => ({
    ...whole,
    can: undefined,
    cannot: undefined,
    watching: undefined,
    descriptionHtml: undefined,
  });
  const byId = (a: Named, b: Named) => a.id.localeCompare(b.id);
  const perRequest = <T, U>(parts: Record<string, Loaded<T>>, view: (value: T) => U) =>
    Object.fromEntries(Object.entries(parts).map(([id, part]) => [id, view(part.value)]));
  // A page that grew by events is longer than one that was fetched: the newest are what both have.
  const entries = (pages: Loaded<List<HistoryEntry>>[]) =>
    pages.flatMap((page) => page.value.data.map(entry)).slice(0, 40);
  return {
    program: row(state.program.value),
    members: state.members.value,
    list: state.lists.flatMap(({ pages }) => pages.flatMap((page) => page.value.data.map(row))).toSorted(byId),
    requests: perRequest(state.requests, row),
    comments: perRequest(state.comments, (rows) => rows.map(row)),
    attachments: perRequest(state.attachments, (rows) => rows.map(row)),
    histories: Object.fromEntries(Object.entries(state.histories).map(([id, pages]) => [id, entries(pages)])),
    activity: entries(state.activity),
  };
}

/** A line of history, as it is shown. */
const entry = ({ id, seq, event }: HistoryEntry) => ({ id, seq, event });
