import { useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { requestQuery } from '@/api/queries';
import type { RequestAction, RequestDetail } from '@/api/types';
import { daysUntil } from '@/domain/due';
import { answer, pageOf, problem, TestingServer } from '@/testing/TestingServer';
import { renderLive } from '@/testing/renderPage';
import { aDetail, aMember, aMe, aRequest, clara, mara, tom } from '@/testing/things';
import { RequestProperties } from './RequestProperties';

const path = '/programs/p1/requests/r1';
const bo = { id: 'u-bo', name: 'Bo Client' };
let server: TestingServer;
let stored: RequestDetail;
const user = userEvent.setup();

beforeEach(() => {
  server = new TestingServer();
  stored = { ...aDetail(aRequest(1, { creator: clara })), watching: false };
  server.on(`GET ${path}`, () => answer(200, stored, { 'Docket-Position': 'e:10' }));
  server.on('GET /programs/p1/members', () => ({
    data: [aMember(mara), aMember(clara, { role: 'client' }), aMember(bo, { role: 'client' })],
  }));
  server.on(`GET ${path}/watchers`, () => pageOf([tom]));
});

function Page({ staff, folded }: { staff: boolean; folded?: boolean }) {
  const { data } = useQuery(requestQuery({ programId: 'p1', requestId: 'r1' }));
  return data && <RequestProperties request={data} staff={staff} folded={folded} />;
}

async function open(allowed?: RequestAction[], staff = true, me = aMe()) {
  if (allowed) stored = { ...aDetail(stored, allowed), watching: stored.watching };
  const view = renderLive(<Page staff={staff} />, me);
  await screen.findByText('Shared with');
  return view;
}

describe('sharing', () => {
  it('is offered with the clients of the program who do not see the request yet', async () => {
    server.on(`PUT ${path}/participants/${bo.id}`, () => ({ ...stored, participants: [bo], version: 2 }));
    await open();
    await user.click(screen.getByRole('button', { name: 'Share' }));
    expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual(['Bo Client']);
    await user.keyboard('bo{Enter}');
    expect(await screen.findByRole('button', { name: 'Stop sharing with Bo Client' })).toBeVisible();
  });

  it('is ended, and the page asks how it stands now', async () => {
    stored = { ...stored, participants: [bo] };
    server.on(`DELETE ${path}/participants/${bo.id}`, () => {
      stored = { ...stored, participants: [], version: 2 };
      return answer(204);
    });
    await open();
    await user.click(screen.getByRole('button', { name: 'Stop sharing with Bo Client' }));
    await waitFor(() => expect(screen.queryByText('Bo Client')).toBeNull());
    expect(screen.getByRole('list', { name: /shared with/ })).toHaveFocus();
  });

  it('can be left by those with whom it is shared, and is nothing else to them', async () => {
    stored = { ...stored, participants: [bo] };
    await open([], false, aMe({ ...bo }));
    expect(screen.getByRole('button', { name: 'Leave this request' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Share' })).toBeNull();
  });

  it('says why it was refused', async () => {
    server.on(`PUT ${path}/participants/${bo.id}`, () => problem(409, 'conflict', 'Bo Client is deactivated.'));
    await open();
    await user.click(screen.getByRole('button', { name: 'Share' }));
    await user.click(await screen.findByRole('option', { name: /Bo/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Bo Client is deactivated.');
  });
});

describe('watching', () => {
  it('is switched on and off', async () => {
    server.on(`PUT ${path}/watch`, () => answer(204));
    server.on(`DELETE ${path}/watch`, () => answer(204));
    await open();
    await user.click(screen.getByRole('button', { name: 'Watch' }));
    await user.click(await screen.findByRole('button', { name: 'Stop watching' }));
    expect(await screen.findByRole('button', { name: 'Watch' })).toBeVisible();
    expect(server.callsTo(`DELETE ${path}/watch`)).toHaveLength(1);
  });

  it('of others is seen by staff alone', async () => {
    const { unmount } = await open();
    expect(await screen.findByRole('button', { name: 'Watching: Tom Okafor' })).toBeVisible();
    unmount();
    server.calls.length = 0;
    await open(['watch'], false);
    expect(server.callsTo(`GET ${path}/watchers`)).toEqual([]);
  });
});

describe('on a phone', () => {
  it('the rest is there when one asks for it', async () => {
    renderLive(<Page staff folded />);
    await user.click(await screen.findByRole('button', { name: 'More about this request' }));
    expect(screen.getByText('Shared with')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Less' }));
    expect(screen.queryByText('Shared with')).toBeNull();
  });
});

it.each([
  ['2026-11-24', 0],
  ['2026-11-25', 1],
  ['2026-11-20', -4],
  ['2027-03-29', 125],
])('%s is %d days away', (date, days) => expect(daysUntil(date, '2026-11-24')).toBe(days));
