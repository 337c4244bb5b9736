import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeLanguage } from '@/testing/language';
import { renderLive } from '@/testing/renderPage';
import { serverFor } from '@/testing/TestingServer';
import { ConnectionBadge } from './ConnectionBadge';
import { OfflineBanner } from './OfflineBanner';

const user = userEvent.setup();

beforeEach(async () => {
  await serverFor();
});

function open() {
  const view = renderLive(
    <>
      <ConnectionBadge />
      <OfflineBanner />
    </>,
  );
  const state = () => screen.getByTestId('connection').dataset.state;
  return { ...view, state };
}

describe('the connection', () => {
  it.each<['live' | 'catching-up' | 'offline', string, RegExp, RegExp]>([
    ['live', 'Live', /appear here the moment they happen/, /stored before it is shown to anybody/],
    ['catching-up', 'Catching up', /what happened while you were away/, /stored before it is shown/],
    ['offline', 'Offline', /we keep trying to reconnect/, /Go on typing: drafts are kept/],
  ])('that is %s says so, and what it means', async (wanted, word, text, typing) => {
    const { socket, goLive, state } = open();
    if (wanted === 'live') await goLive();
    if (wanted === 'catching-up') act(() => socket.accept());
    expect(state()).toBe(wanted);
    await user.click(screen.getByRole('button', { name: word }));
    const details = within(await screen.findByRole('dialog', { name: 'Connection' }));
    expect(details.getByText(text)).toBeVisible();
    expect(details.getByText(typing)).toBeVisible();
    expect(details.getByText(/since \d/)).toBeVisible();
    expect(details.queryByRole('button', { name: 'Try now' }) !== null).toBe(wanted === 'offline');
  });

  it('is read out when it changes, politely', async () => {
    const { socket, goLive } = open();
    await goLive();
    const word = screen.getByText('Live');
    expect(word).toHaveAttribute('aria-live', 'polite');
    act(() => socket.lose());
    expect(word).toHaveTextContent('Offline');
  });

  it('goes from away to caught up to live', async () => {
    const { socket, goLive, state } = open();
    await goLive();
    act(() => socket.lose());
    expect(state()).toBe('offline');
    act(() => socket.accept());
    expect(state()).toBe('catching-up');
    act(() => socket.tell('live:ready', { positions: {} }));
    expect(state()).toBe('live');
  });

  it('is tried at once when one asks, and when the browser has a network again', async () => {
    const { socket } = open();
    const tries = socket.connects;
    await user.click(screen.getByRole('button', { name: 'Offline' }));
    await user.click(await screen.findByRole('button', { name: 'Try now' }));
    expect(socket.connects).toBe(tries + 1);
    act(() => void window.dispatchEvent(new Event('online')));
    expect(socket.connects).toBe(tries + 2);
  });

  it('speaks the language of its reader', async () => {
    const { goLive } = open();
    await goLive();
    await act(() => changeLanguage('de'));
    expect(screen.getByTestId('connection')).not.toHaveTextContent('Live updates');
    await user.click(screen.getByRole('button'));
    expect(await screen.findByRole('dialog', { name: 'Verbindung' })).toBeVisible();
    await act(() => changeLanguage('en'));
  });
});

describe('the banner', () => {
  const banner = () => screen.queryByText(/^No connection since/);

  beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
  afterEach(() => vi.useRealTimers());

  it('waits for a connection that is back soon', async () => {
    const { socket, goLive } = open();
    await goLive();
    act(() => socket.lose());
    await act(() => vi.advanceTimersByTimeAsync(4000));
    expect(banner()).toBeNull();
    await goLive();
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(banner()).toBeNull();
  });

  it('stands there while the connection stays away, and goes with its return', async () => {
    const { socket, goLive } = open();
    await goLive();
    act(() => socket.lose());
    await act(() => vi.advanceTimersByTimeAsync(5100));
    expect(banner()).toHaveTextContent('what you type is kept');
    act(() => socket.accept());
    await waitFor(() => expect(banner()).toBeNull());
  });
});
