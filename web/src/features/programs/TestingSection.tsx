import { useQuery } from '@tanstack/react-query';
import { act, fireEvent, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { programQuery } from '@/api/queries';
import type { Program } from '@/api/types';
import { control } from '@/testing/forms';
import { renderLive } from '@/testing/renderPage';
import { answer, problem, type TestingServer } from '@/testing/TestingServer';
import { aProgram } from '@/testing/things';

const PATH = '/programs/p1';

/** One section of the settings, over a program that the server keeps. */
export async function openSection(
  server: TestingServer,
  section: (program: Program) => ReactNode,
  given: Program = aProgram(),
) {
  let stored = given;
  /** What somebody does, from wherever. */
  const keep = (edit: Partial<Program>) => (stored = { ...stored, ...edit, version: stored.version + 1 });
  server.on(`GET ${PATH}`, () => answer(200, stored, { 'Docket-Position': 'e:10' }));
  server.on(`PATCH ${PATH}`, ({ body }) => {
    const { version, ...edit } = body as Partial<Program>;
    if (version !== stored.version) return problem(409, 'stale-version', 'Somebody else has changed this.');
    return keep(edit);
  });
  const view = renderLive(<Shown section={section} />);
  await screen.findAllByRole('heading');
  return { ...view, keep, stored: () => stored, edits: () => server.callsTo(`PATCH ${PATH}`).map(({ body }) => body) };
}

function Shown({ section }: { section: (program: Program) => ReactNode }) {
  const { data } = useQuery(programQuery('p1'));
  return data && section(data);
}

/** Chooses, switches, or writes and leaves: whatever the control of this label takes. */
export async function set(label: string, value?: string): Promise<void> {
  const input = control(label);
  await act(async () => {
    if (value === undefined) fireEvent.click(input);
    else fireEvent.change(input, { target: { value } });
    if (value !== undefined && !(input instanceof HTMLSelectElement)) fireEvent.blur(input);
    await Promise.resolve();
  });
}
