import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { renderLinked } from '@/testing/renderPage';
import { pageOf, problem, TestingServer } from '@/testing/TestingServer';
import { aProgram } from '@/testing/things';
import { Palette } from './Palette';

const user = userEvent.setup();
const path = 'GET /requests';
let server: TestingServer;

const place = (number: number, title: string) => ({
  programId: 'p1',
  requestId: `r${number}`,
  key: `OPS-${number}`,
  title,
});

beforeEach(() => {
  server = new TestingServer();
  server.on('GET /programs', () => pageOf([aProgram()]));
  server.on(path, () => ({ data: [], more: false }));
});

const search = async (words: string) => {
  const view = await renderLinked(<Palette programId="p1" onClose={() => undefined} />);
  await user.type(await screen.findByRole('combobox'), words);
  return view;
};

it('shows what the server finds in all programs, in its order', async () => {
  server.on(path, () => ({ data: [place(12, 'Old'), place(3, 'A lamp'), place(7, 'Another lamp')], more: false }));
  await search(' desk lamp ');
  await waitFor(() =>
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'OPS-12Old',
      'OPS-3A lamp',
      'OPS-7Another lamp',
    ]),
  );
  const asked = server.calls.filter((call) => call.path.includes('requests'));
  expect(asked.every((call) => call.path === '/requests')).toBe(true);
  expect(asked.at(-1)?.query.get('q')).toBe('desk lamp');
});

it('says that there are more than are shown', async () => {
  server.on(path, () => ({ data: [place(1, 'A lamp')], more: true }));
  await search('lamp');
  expect(await screen.findByText(/There are more requests with these words/)).toBeVisible();
});

it.each(['xy', 'a b c', 'x-1'])('%j is too little to search by, which is said', async (words) => {
  await search(words);
  expect(await screen.findByText(/Type at least three letters or digits in a row/)).toBeVisible();
  expect(screen.queryByText(/Nothing fits these words/)).toBeNull();
  expect(server.callsTo(path)).toEqual([]);
});

it('says that two letters are too little also beside what they find elsewhere', async () => {
  await search('op');
  expect(await screen.findByText(/Type at least three letters or digits in a row/)).toBeVisible();
  expect(screen.getByRole('option', { name: /Operations/ })).toBeVisible();
});

it('a key may be short', async () => {
  server.on(path, () => ({ data: [place(1, 'A lamp')], more: false }));
  await search('it-1');
  expect(await screen.findByRole('option', { name: /A lamp/ })).toBeVisible();
});

it('nothing that fits is said of words that were looked for', async () => {
  await search('xyz');
  expect(await screen.findByText(/Nothing fits these words/)).toBeVisible();
});

it('a search that fails leaves everything else usable', async () => {
  server.on(path, () => problem(500, 'internal', 'x'));
  await search('operations');
  expect(await screen.findByRole('option', { name: /Operations/ })).toBeVisible();
});

it('says why a search failed, and not that nothing fits', async () => {
  server.on(path, () => problem(503, 'takes-too-long', 'x'));
  await search('xyz');
  expect(await screen.findByText(/The search took too long/)).toBeVisible();
  expect(screen.queryByText(/Nothing fits these words/)).toBeNull();
});
