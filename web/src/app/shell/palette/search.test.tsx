import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { renderLinked } from '@/testing/renderPage';
import { pageOf, problem, TestingServer } from '@/testing/TestingServer';
import { aProgram, aRequest } from '@/testing/things';
import { Palette } from './Palette';

const user = userEvent.setup();
let server: TestingServer;

const programs = Array.from({ length: 12 }, (_, index) =>
  aProgram({ id: `p${index}`, key: `P${index}`, name: `Place ${index}` }),
);

beforeEach(() => {
  server = new TestingServer();
  server.on('GET /programs', () => pageOf(programs));
  for (const { id } of programs) server.on(`GET /programs/${id}/requests`, () => pageOf([]));
});

const search = async (words: string) => {
  await renderLinked(<Palette programId="p11" onClose={() => undefined} />);
  await user.type(await screen.findByRole('combobox'), words);
};

it('no program crowds out the others', async () => {
  const rows = (from: number) => [1, 2, 3, 4, 5].map((step) => aRequest(from + step, { title: `Lamp ${from + step}` }));
  server.on('GET /programs/p0/requests', () => pageOf(rows(0)));
  server.on('GET /programs/p1/requests', () => pageOf(rows(10)));
  await search('lamp');
  await waitFor(() =>
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(
      [1, 11, 2, 12, 3, 13, 4, 14].map((number) => `OPS-${number}Lamp ${number}`),
    ),
  );
});

it('the program on the screen is searched even when it stands last, and those left out are told', async () => {
  await search('lamp');
  expect(await screen.findByText(/2 programs more were not searched/)).toBeVisible();
  expect(server.callsTo('GET /programs/p11/requests')).toHaveLength(1);
  expect(server.callsTo('GET /programs/p10/requests')).toEqual([]);
});

it('one letter is too little to search by', async () => {
  await search('x');
  expect(await screen.findByText(/Nothing fits these words/)).toBeVisible();
  expect(server.calls.some(({ path }) => path.endsWith('/requests'))).toBe(false);
});

it('a search that fails leaves everything else usable', async () => {
  for (const { id } of programs) server.on(`GET /programs/${id}/requests`, () => problem(500, 'internal', 'x'));
  await search('place 3');
  expect(await screen.findByRole('option', { name: /Place 3/ })).toBeVisible();
});
