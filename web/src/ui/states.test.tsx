import { act, render, renderHook, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '@/testing/axe';
import { Avatar, hueOf } from './Avatar';
import { Badge } from './Badge';
import { BlobImage } from './BlobImage';
import { focusUnlessElsewhere, isFocusLost } from './focus';
import { Keys } from './Keys';
import { Prose } from './Prose';
import { saveFile } from './saveFile';
import { Alert, Done, EmptyState, ErrorState, Progress, SkeletonRows } from './states';
import { setTheme, useTheme, watchTheme } from './theme';
import { Time } from './Time';
import { ToastProvider, useToast } from './Toast';
import { TooltipProvider } from './Tooltip';
import { useMediaQuery, usePhone } from './useMediaQuery';

const user = userEvent.setup();

describe('what stands where something is not there', () => {
  it('while it is loaded is said, and not read out bar by bar', async () => {
    const { container } = render(<SkeletonRows rows={3} label="Loading requests" />);
    expect(screen.getByRole('status', { name: 'Loading requests' }).children).toHaveLength(3);
    expect(container.querySelectorAll('.skeleton:not([aria-hidden])')).toHaveLength(0);
    await expectAccessible(container);
  });

  it('when there is nothing says what one could do about it', async () => {
    const { container } = render(
      <EmptyState title="No requests" text="File the first one.">
        <button>New request</button>
      </EmptyState>,
    );
    expect(container).toHaveTextContent('No requestsFile the first one.New request');
    await expectAccessible(container);
  });

  it('after an error is announced, and can be tried again', async () => {
    const onRetry = vi.fn();
    render(<ErrorState title="It did not load" text="The server rests." retry={{ label: 'Try again', onRetry }} />);
    expect(screen.getByRole('alert')).toHaveTextContent('The server rests.');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it('after an error that stays offers nothing in vain', () => {
    render(<ErrorState title="Not here" text="It does not exist." />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

it('what went wrong interrupts, what is done does not', () => {
  render(
    <>
      <Alert>Not saved.</Alert>
      <Done>Saved.</Done>
      <Progress value={0.4} label="Uploading plan.pdf" />
    </>,
  );
  expect(screen.getByRole('alert')).toHaveTextContent('Not saved.');
  expect(screen.getByRole('status')).toHaveTextContent('Saved.');
  expect(screen.getByRole('progressbar', { name: 'Uploading plan.pdf' })).toHaveValue(0.4);
});

describe('toasts', () => {
  function Page({ onUndo }: { onUndo?: () => void }) {
    const toast = useToast();
    return (
      <>
        {['One', 'Two', 'Three', 'Four'].map((text) => (
          <button key={text} onClick={() => toast(text.toLowerCase(), onUndo && { label: 'Undo', onAction: onUndo })}>
            {text}
          </button>
        ))}
      </>
    );
  }
  const show = (onUndo?: () => void) =>
    render(
      <TooltipProvider>
        <ToastProvider label="Notices" closeLabel="Close">
          <Page onUndo={onUndo} />
        </ToastProvider>
      </TooltipProvider>,
    );
  const say = (text: string) => user.click(screen.getByRole('button', { name: text }));
  const said = () => screen.queryAllByRole('listitem').map((toast) => toast.textContent);

  it('are at most three, the newest last', async () => {
    show();
    for (const text of ['One', 'Two', 'Three', 'Four']) await say(text);
    expect(said()).toEqual(['two', 'three', 'four']);
    await expectAccessible(screen.getByRole('list'));
  });

  it('are closed one by one', async () => {
    show();
    await say('One');
    await say('Two');
    const [first] = screen.getAllByRole('button', { name: 'Close' });
    if (first !== undefined) await user.click(first);
    expect(said()).toEqual(['two']);
  });

  it('can be closed without undoing', async () => {
    const undo = vi.fn();
    show(undo);
    await say('One');
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(undo).not.toHaveBeenCalled();
    expect(said()).toEqual([]);
  });

  it('are reached by F8 and left by Escape', async () => {
    show(vi.fn());
    await say('One');
    await user.keyboard('[F8]');
    expect(screen.getByRole('region', { name: /Notices/ })).toContainElement(document.activeElement as HTMLElement);
    await user.tab();
    await user.keyboard('{Escape}');
    expect(said()).toEqual([]);
  });

  it('need a page around them no more than anything else', () => {
    expect(() => renderHook(() => useToast()).result.current('nobody hears it')).not.toThrow();
  });
});

describe('a person', () => {
  it.each([
    ['Mara Lindqvist', 'ML'],
    ['  cleo  ', 'C'],
    ['Ana María de la Cruz', 'AC'],
    ['𠮷田 太郎', '𠮷太'],
    ['', '?'],
  ])('%j is %s', (name, initials) => {
    const { container } = render(<Avatar id="u1" name={name} />);
    expect(container.firstChild).toHaveAttribute('data-initials', initials);
    expect(container).toHaveTextContent('');
  });

  it('is told apart from colleagues who came on the same day', () => {
    const ids = Array.from({ length: 40 }, (_, index) => `01980000-0000-7000-8000-${String(index).padStart(12, '0')}`);
    expect(new Set(ids.map(hueOf)).size).toBe(8);
  });
});

describe('a picture in memory', () => {
  it('has an address for as long as it is shown, and another for other bytes', () => {
    const made: string[] = [];
    const given: string[] = [];
    URL.createObjectURL = () => `blob:${made.push('x')}`;
    URL.revokeObjectURL = (address) => void given.push(address);
    const first = new Blob(['a']);
    const view = render(<BlobImage bytes={first} alt="plan" />);
    expect(screen.getByRole('img', { name: 'plan' })).toHaveAttribute('src', 'blob:1');
    view.rerender(<BlobImage bytes={first} alt="the plan" />);
    expect(made).toHaveLength(1);
    view.rerender(<BlobImage bytes={new Blob(['b'])} alt="the plan" />);
    expect(screen.getByRole('img')).toHaveAttribute('src', 'blob:2');
    expect(given).toEqual(['blob:1']);
    view.unmount();
    expect(given).toEqual(['blob:1', 'blob:2']);
  });
});

it('a file is handed over under its name, and its address is forgotten', () => {
  vi.useFakeTimers();
  const revoked = vi.fn();
  URL.createObjectURL = () => 'blob:file';
  URL.revokeObjectURL = revoked;
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(`${this.href} ${this.download}`);
  });
  saveFile(new Blob(['x']), 'Angebot für Mara.pdf');
  expect(saved).toEqual(['blob:file Angebot für Mara.pdf']);
  expect(revoked).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(revoked).toHaveBeenCalledWith('blob:file');
  vi.useRealTimers();
});

describe('the focus', () => {
  const page = () =>
    render(
      <>
        <div role="dialog">
          <button>In a window</button>
        </div>
        <input aria-label="Elsewhere" />
        <h2 tabIndex={-1}>
          Files <button>Inside</button>
        </h2>
      </>,
    );
  const place = () => screen.getByRole('heading');

  it('goes to where something has changed, when it would be lost', () => {
    page();
    expect(isFocusLost()).toBe(true);
    focusUnlessElsewhere(place());
    expect(place()).toHaveFocus();
    expect(isFocusLost()).toBe(false);
  });

  it.each(['In a window', 'Inside'])('goes there from %s', (name) => {
    page();
    screen.getByRole('button', { name }).focus();
    focusUnlessElsewhere(place());
    expect(place()).toHaveFocus();
  });

  it('stays where somebody went to type meanwhile', () => {
    page();
    screen.getByLabelText('Elsewhere').focus();
    focusUnlessElsewhere(place());
    expect(screen.getByLabelText('Elsewhere')).toHaveFocus();
    focusUnlessElsewhere(null);
    expect(screen.getByLabelText('Elsewhere')).toHaveFocus();
  });
});

describe('a moment', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.setSystemTime('2026-11-23T12:00:00Z');
    return () => vi.useRealTimers();
  });
  const show = (locale: string) =>
    render(
      <TooltipProvider>
        <Time value="2026-11-23T11:59:50Z" locale={locale} />
      </TooltipProvider>,
    );

  it('grows older while one looks at it', () => {
    show('en');
    expect(screen.getByText('now')).toHaveAttribute('datetime', '2026-11-23T11:59:50Z');
    act(() => void vi.advanceTimersByTime(60_000));
    expect(screen.getByText('1m ago')).toBeVisible();
    act(() => void vi.advanceTimersByTime(2 * 60 * 60_000));
    expect(screen.getByText('2h ago')).toBeVisible();
  });

  it('is told in the language of the viewer', () => {
    show('de');
    act(() => void vi.advanceTimersByTime(3 * 60_000));
    expect(screen.getByRole('time')).toHaveTextContent(/^vor 3/);
  });

  it('keeps no clock running when nothing shows it', () => {
    const view = show('en');
    expect(vi.getTimerCount()).toBe(1);
    view.unmount();
    expect(vi.getTimerCount()).toBe(0);
  });
});

/** A system whose dark mode and width the test sets. */
class TestingMedia {
  matching = new Set<string>();
  private readonly listeners = new Set<() => void>();

  constructor() {
    vi.stubGlobal('matchMedia', (query: string) => ({
      matches: this.matching.has(query),
      addEventListener: (_: string, listener: () => void) => this.listeners.add(listener),
      removeEventListener: (_: string, listener: () => void) => this.listeners.delete(listener),
    }));
  }

  set(query: string, on: boolean): void {
    if (on) this.matching.add(query);
    else this.matching.delete(query);
    act(() => this.listeners.forEach((listener) => listener()));
  }

  get watched(): number {
    return this.listeners.size;
  }
}

describe('the window', () => {
  it('is watched for as long as somebody asks how wide it is', () => {
    const media = new TestingMedia();
    const phone = renderHook(() => usePhone());
    const wide = renderHook(() => useMediaQuery('(width >= 64rem)'));
    expect([phone.result.current, wide.result.current]).toEqual([false, false]);
    media.set('(width < 48rem)', true);
    expect([phone.result.current, wide.result.current]).toEqual([true, false]);
    phone.unmount();
    wide.unmount();
    expect(media.watched).toBe(0);
  });
});

describe('the theme', () => {
  const painted = () => document.documentElement.dataset.theme;

  it('follows the system, until somebody chooses, in whichever tab', () => {
    const media = new TestingMedia();
    watchTheme();
    media.set('(prefers-color-scheme: dark)', true);
    expect(painted()).toBe('dark');
    setTheme('light');
    expect(painted()).toBe('light');
    const theme = renderHook(() => useTheme());
    localStorage.setItem('docket.theme', 'dark');
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key: 'docket.theme' })));
    expect(painted()).toBe('dark');
    expect(theme.result.current).toBe('dark');
    act(() => setTheme('system'));
    media.set('(prefers-color-scheme: dark)', false);
    expect(painted()).toBe('light');
  });

  it('that makes no sense is that of the system', () => {
    localStorage.setItem('docket.theme', 'pink');
    expect(renderHook(() => useTheme()).result.current).toBe('system');
  });
});

it('keys, badges and texts are what they say', () => {
  render(
    <>
      <Keys keys={['Ctrl', 'K']} />
      <Badge tone="green" icon={<svg aria-hidden />}>
        Approved
      </Badge>
      <Prose html="<p>Twice as <strong>fast</strong></p>" />
    </>,
  );
  expect(screen.getByText('Ctrl').tagName).toBe('KBD');
  expect(screen.getByText('Approved')).toBeVisible();
  expect(screen.getByText('fast').tagName).toBe('STRONG');
});
