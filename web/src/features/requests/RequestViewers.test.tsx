import { act, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderLive } from '@/testing/renderPage';
import { clara, tom } from '@/testing/things';
import { RequestViewers } from './RequestViewers';

const ref = { programId: 'p1', requestId: 'r1' };
const here = ({ id, name }: { id: string; name: string }) => ({ userId: id, name, typing: false });

function open() {
  const { socket } = renderLive(<RequestViewers requestRef={ref} />);
  act(() => {
    socket.accept();
    socket.tell('live:ready', { positions: {} });
  });
  const show = (people: object[], total = people.length) =>
    act(() => socket.tell('presence:changed', { ...ref, people, total }));
  return { socket, show };
}

describe('the others who look at a request', () => {
  it('are asked for when it is shown', () => {
    const { socket } = open();
    expect(socket.sent[0]?.slice(0, 2)).toEqual(['presence:view', ref]);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('are shown by avatar and name', () => {
    const { show } = open();
    show([here(tom)]);
    expect(screen.getByRole('button', { name: 'Tom Okafor is looking at this too.' })).toContainElement(
      document.querySelector('[data-initials="TO"]'),
    );
    show([here(tom), here(clara)]);
    expect(screen.getByRole('button', { name: 'Tom Okafor and Clara Client are looking at this too.' })).toBeVisible();
    show([]);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('are not shown without a connection', () => {
    const { socket, show } = open();
    show([here(tom)]);
    act(() => socket.lose());
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('do not see somebody whose page lies behind others', () => {
    const { socket } = open();
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(socket.sent.at(-1)?.slice(0, 2)).toEqual(['presence:leave', { requestId: 'r1' }]);
    visibility.mockReturnValue('visible');
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(socket.sent.at(-1)?.slice(0, 2)).toEqual(['presence:view', ref]);
  });

  it('are counted when they are many', () => {
    const { show } = open();
    show(
      Array.from({ length: 50 }, (_, i) => here({ id: `u${i}`, name: `Nr ${i}` })),
      60,
    );
    const button = screen.getByRole('button', { name: /^Nr 0, .*, Nr 11, and 48 more are looking at this too\.$/ });
    expect(button).toHaveTextContent('+57');
  });
});
