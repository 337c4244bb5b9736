import { describe, expect, it } from 'vitest';
import type { Loaded } from '@/api/queries';
import { apply } from './apply';
import { isLiveEvent } from './events';
import type { ProgramState } from './state';

/** What one browser held, which events reached it, and what it would fetch afterwards: written by the server's ReplayFixtureTest. */
interface Audience {
  before: ProgramState;
  events: unknown[];
  /** The parts that are not as before; null when the program itself is out of sight. */
  after: Partial<ProgramState> | null;
}

interface Fixture {
  mutation: string;
  programId: string;
  audiences: Record<string, Audience>;
}

const fixtures = Object.values(import.meta.glob<Fixture>('./fixtures/*.json', { eager: true, import: 'default' }));
const cases = fixtures.flatMap(({ mutation, programId, audiences }) =>
  Object.entries(audiences).map(([who, audience]) => ({ mutation, who, programId, ...audience })),
);

type Thing = Record<string, unknown>;

/** What events do not carry. A part in which one of these differs must say that it is stale, so that it is read again. */
const NOT_IN_EVENTS = {
  program: ['can', 'cannot'],
  requests: ['can', 'cannot', 'descriptionHtml', 'watching'],
  things: ['can'],
  entries: ['changes', 'data'],
};

const replay = ({ programId, before, events }: (typeof cases)[number]): ProgramState =>
  events
    .filter(isLiveEvent)
    .filter((event) => event.programId === programId)
    .reduce(apply, before);

describe.each(cases)('$mutation, as $who sees it', (one) => {
  it('is known by all its events', () => {
    expect(one.events.filter((event) => !isLiveEvent(event))).toEqual([]);
  });

  it.skipIf(one.after === null)('ends with what the server would answer', () => {
    const after = { ...one.before, ...one.after };
    const replayed = replay(one);
    // Values of a field that clients are shown from now on come with the next reading.
    const fields = one.mutation === 'field shown to clients' ? ['fields'] : [];
    // Who is told nothing has an older version: of what clients don't see, and of others' watching, which managers' audit has.
    const told = one.events.length > 0;
    const unknown = told ? fields : ['version', 'updatedAt'];
    expect(comparable(replayed, replayed, unknown)).toEqual(
      comparable(told ? after : { ...after, activity: one.before.activity }, replayed, unknown),
    );
  });

  it('changes nothing the second time', () => {
    const once = replay(one);
    expect(replay({ ...one, before: once })).toEqual(once);
  });
});

/**
 * @param marks the state that says which parts are stale
 * @param unknown what of requests is not known before the next reading
 */
function comparable(state: ProgramState, marks: ProgramState, unknown: readonly string[]) {
  const perRequest = <T, U>(parts: Readonly<Record<string, T>>, view: (part: T, id: string) => U) =>
    Object.fromEntries(Object.entries(parts).map(([id, part]) => [id, view(part, id)]));
  const things = (parts: ProgramState['comments'] | ProgramState['attachments'], of: typeof parts) =>
    perRequest(parts as Record<string, Loaded<Thing[]>>, (part, id) => {
      const told = new Set(of[id]?.value.filter((thing) => thing.can !== undefined).map((thing) => thing.id));
      // What came by an event has no rights in it; the page knows whose it is.
      return part.value.map((thing) =>
        of[id]?.stale || !told.has(thing.id as string) ? without(thing, NOT_IN_EVENTS.things) : thing,
      );
    });
  const entries = (pages: ProgramState['activity'] = [], of: ProgramState['activity'] = []) =>
    pages.flatMap((page, index) =>
      page.value.data
        .slice(0, of[index]?.value.data.length)
        .map((entry) => (of[index]?.stale ? without(entry, NOT_IN_EVENTS.entries) : entry)),
    );
  // Clients are told neither of other members nor of what only staff see of the settings: that is as old as their page.
  const isClient = state.program?.value.myRole === 'client';
  const program = without(state.program?.value, isClient ? ['version'] : []);
  return {
    program: marks.program?.stale ? without(program, NOT_IN_EVENTS.program) : program,
    members: isClient ? [] : state.members?.value,
    // Rows keep their place while one looks at them.
    lists: state.lists.map((list) =>
      list.pages.map((page) => ({
        total: page.value.pagination,
        rows: page.value.data
          .map((row) => without(row, unknown))
          .toSorted((a, b) => String(a.id).localeCompare(String(b.id))),
      })),
    ),
    requests: perRequest(state.requests, (part, id) =>
      marks.requests[id]?.stale
        ? without(part.value, [...NOT_IN_EVENTS.requests, ...unknown])
        : without(part.value, unknown),
    ),
    comments: things(state.comments, marks.comments),
    attachments: things(state.attachments, marks.attachments),
    histories: perRequest(state.histories, (pages, id) => entries(pages, marks.histories[id])),
    activity: entries(state.activity, marks.activity),
  };
}

function without(thing: object | undefined, names: readonly string[]): Thing {
  return Object.fromEntries(Object.entries(thing ?? {}).filter(([name]) => !names.includes(name)));
}
