import { render, renderHook, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenSession } from '@/api/account';
import { Problem, Unreachable } from '@/api/problem';
import { PRIORITIES, STATUSES } from '@/api/types';
import { changeLanguage, LANGUAGES, type Language } from '@/testing/language';
import { expectAccessible } from '@/testing/axe';
import { aMe, mara } from '@/testing/things';
import { TooltipProvider } from '@/ui/Tooltip';
import { DueDate } from './DueDate';
import { today } from './format';
import { Gauge, gaugeOf } from './Gauge';
import { LoadError } from './LoadError';
import { MeProvider, useMe } from './me';
import { PasswordField } from './PasswordField';
import { usePersonRules } from './personRules';
import { PersonName } from './PersonName';
import { RoleOptions } from './RoleOptions';
import { SessionList } from './SessionList';
import { PriorityMark, StatusBadge } from './StatusBadge';
import { useFormat } from './useFormat';
import { useProblemText } from './useProblemText';
import { useUploadProblem } from './useUploadProblem';
import { useWritten } from './useWritten';
import { When } from './When';

const user = userEvent.setup();
const languages = Object.keys(LANGUAGES) as Language[];

afterEach(() => changeLanguage('en'));

describe.each(languages)('in %s', (language) => {
  beforeEach(() => changeLanguage(language));

  it('each status and priority is an icon and a word of its own', async () => {
    const { container } = render(
      <>
        {STATUSES.map((status) => (
          <p key={status}>
            <StatusBadge status={status} />
          </p>
        ))}
        {PRIORITIES.map((priority) => (
          <p key={priority}>
            <PriorityMark priority={priority} />
          </p>
        ))}
      </>,
    );
    const marks = [...container.querySelectorAll('p')];
    expect(new Set(marks.map((mark) => mark.textContent)).size).toBe(STATUSES.length + PRIORITIES.length);
    for (const mark of marks) {
      expect(mark.textContent).toMatch(/^\p{L}[\p{L} ]+$/u);
      expect(mark.querySelectorAll('svg[aria-hidden="true"]')).toHaveLength(1);
    }
    await expectAccessible(container);
  });

  it('each role has a name for people', () => {
    render(
      <select aria-label="Role">
        <RoleOptions roles={['admin', 'manager', 'team_member', 'client']} />
      </select>,
    );
    const names = screen.getAllByRole('option').map((option) => option.textContent);
    expect(new Set(names).size).toBe(4);
    expect(names.join()).not.toMatch(/_|role\./);
  });
});

describe('in German', () => {
  beforeEach(() => changeLanguage('de'));

  it('dates, numbers, sizes and lists are written as there', () => {
    const { result } = renderHook(() => useFormat());
    const format = result.current;
    expect(format.date('2026-03-01')).toBe('1. März 2026');
    expect(format.value(1234567.5)).toBe('1.234.567,5');
    expect(format.value(true)).toBe('Ja');
    expect(format.value(null)).toBe('nichts');
    expect(format.size(1_843_200)).toMatch(/^1,8\sMB$/);
    expect(format.names(['Mara', 'Tom', 'Cleo'])).toBe('Mara, Tom und Cleo');
  });

  it('what is due is said in words', () => {
    const due = (dueDate: string) => (
      <TooltipProvider>
        <DueDate request={{ dueDate, status: 'submitted' }} />
      </TooltipProvider>
    );
    const view = render(due(today()));
    expect(screen.getByText('Heute fällig')).toBeInTheDocument();
    view.rerender(due('2020-05-01'));
    expect(screen.getByText('Überfällig seit 1. Mai 2020')).toBeInTheDocument();
  });

  it('a moment is told', () => {
    render(
      <TooltipProvider>
        <When at="2020-05-01T12:00:00Z" />
      </TooltipProvider>,
    );
    expect(screen.getByText('01.05.2020')).toHaveAttribute('datetime', '2020-05-01T12:00:00Z');
  });

  it('a password can be looked at', () => {
    render(
      <TooltipProvider>
        <PasswordField label="Passwort" error="Zu kurz" />
      </TooltipProvider>,
    );
    expect(screen.getByLabelText('Passwort')).toHaveAccessibleDescription('Zu kurz');
    expect(screen.getByRole('button')).toHaveAccessibleName(/zeigen|anzeigen/i);
  });
});

describe('how far a limit is used', () => {
  it.each([
    [0, 10, 0, 'free'],
    [7, 10, 70, 'free'],
    [8, 10, 80, 'near'],
    [799, 1000, 79, 'free'],
    [9, 10, 90, 'near'],
    [10, 10, 100, 'reached'],
    [12, 10, 120, 'reached'],
    [1, 1, 100, 'reached'],
  ])('%d of %d is %d percent: %s', (active, limit, percent, state) => {
    expect(gaugeOf(active, limit)).toEqual({ active, limit, percent, state });
  });

  it('is said in words beside the bar, which never leaves its frame', async () => {
    const { container, rerender } = render(<Gauge gauge={gaugeOf(12, 10)} label="Active requests" />);
    const meter = screen.getByRole('meter', { name: 'Active requests' });
    expect(meter).toHaveAttribute('aria-valuetext', '12 of 10 active');
    expect(screen.getByText('· full')).toBeVisible();
    expect(meter.firstElementChild).toHaveStyle({ width: '100%' });
    rerender(<Gauge gauge={gaugeOf(8, 10)} label="Active requests" />);
    expect(screen.getByText('· nearly full')).toBeVisible();
    await expectAccessible(container);
  });

  it('is only a number where there is no limit', () => {
    render(<Gauge gauge={gaugeOf(12, null)} label="Active requests" />);
    expect(screen.getByText('12 active')).toBeVisible();
    expect(screen.queryByRole('meter')).toBeNull();
  });
});

const refusal = (status: number, slug: string, more: object = {}) =>
  new Problem({ type: `/problems/${slug}`, title: 'x', status, detail: 'Only a manager can do that.', ...more });

describe('an error', () => {
  const text = (error: unknown) => renderHook(() => useProblemText()).result.current(error);

  it.each<[string, unknown, string]>([
    ['no network', new Unreachable(), 'The server cannot be reached.'],
    ['one of ours', new TypeError('x is undefined'), 'Something unexpected happened.'],
    ['what is not there', refusal(404, 'not-found'), 'This does not exist, or it is not shared with you.'],
    ['what takes too long', refusal(503, 'takes-too-long'), 'The search took too long.'],
    ['a refusal', refusal(403, 'forbidden'), 'Only a manager can do that.'],
  ])('(%s) is told in words that help', (_, error, words) => {
    expect(text(error)).toContain(words);
  });

  it('with several causes tells them all', () => {
    const errors = [
      { path: 'title', message: 'The title is too short.' },
      { path: 'fields.cost', message: 'Cost is no number.' },
    ];
    expect(text(refusal(422, 'invalid', { errors }))).toBe('The title is too short. Cost is no number.');
  });

  it('where something should have been loaded can be tried again', async () => {
    const onRetry = vi.fn();
    render(<LoadError error={new Unreachable()} onRetry={onRetry} />);
    expect(screen.getByRole('alert')).toHaveTextContent('The server cannot be reached.');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it('because it is not there is not tried again', () => {
    render(<LoadError error={refusal(404, 'not-found')} onRetry={vi.fn()} />);
    expect(screen.getByRole('alert')).toHaveTextContent('Not here');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it.each<[unknown, boolean]>([
    ['too-large', false],
    [refusal(413, 'too-large'), false],
    [refusal(413, 'quota-reached'), true],
    [refusal(415, 'unsupported-type'), false],
    [refusal(507, 'storage-full'), true],
    [refusal(429, 'too-many'), true],
    [refusal(503, 'unavailable'), true],
    [refusal(403, 'forbidden'), false],
    [new Unreachable(), true],
  ])('of an upload says whether the same file may go another time (%s)', (error, again) => {
    const problem = renderHook(() => useUploadProblem()).result.current(error, 'plan.pdf');
    expect(problem.again).toBe(again);
    expect(problem.text).not.toBe('');
  });
});

describe('what is asked of a person', () => {
  const rules = () => renderHook(() => usePersonRules()).result.current;

  it.each([
    ['name', 'Mara', true],
    ['name', '   ', false],
    ['name', 'x'.repeat(50), true],
    ['name', 'x'.repeat(51), false],
    // Letters are counted as people count them.
    ['name', '🦊'.repeat(50), true],
    ['name', ` ${'x'.repeat(50)} `, true],
    ['email', 'mara@example.org', true],
    ['email', ' mara@example.org ', true],
    ['email', 'mara example.org', false],
    ['email', 'mara@ example.org', false],
    ['email', '@', false],
    ['password', '1234567', false],
    ['password', '12345678', true],
    ['password', '        ', true],
    ['password', '🔑'.repeat(128), true],
    ['password', 'x'.repeat(129), false],
  ] as const)('%s %j: %s', (rule, value, fits) => {
    const found = rules()[rule](value);
    expect(found === true).toBe(fits);
    if (!fits) expect(found).toMatch(/[a-z]{3}.*\.$/);
  });
});

describe('log-ins', () => {
  const aSession = (id: string, device: string, current = false): OpenSession => ({
    id,
    device,
    current,
    address: '192.0.2.7',
    createdAt: '2026-11-01T08:00:00.000Z',
    lastUsedAt: '2026-11-20T08:00:00.000Z',
  });
  const sessions = [
    aSession('s1', 'Firefox on Linux', true),
    aSession('s2', 'Safari on iPhone'),
    aSession('s3', 'curl'),
  ];
  const show = (ending?: string, onEnd: (session: OpenSession) => void = () => undefined) =>
    render(
      <TooltipProvider>
        <SessionList label="Where you are logged in" sessions={sessions} ending={ending} onEnd={onEnd} />
      </TooltipProvider>,
    );

  it('say which is this one, and that it is not ended by accident', async () => {
    const { container } = show();
    const [first] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent('Firefox on Linux · this one');
    expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
      expect.stringContaining('Safari on iPhone'),
      expect.stringContaining('curl'),
    ]);
    await expectAccessible(container);
  });

  it('are ended one by one, once', async () => {
    const onEnd = vi.fn();
    show('s3', onEnd);
    await user.click(screen.getByRole('button', { name: /curl/ }));
    expect(onEnd).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: /Safari/ }));
    expect(onEnd).toHaveBeenCalledExactlyOnceWith(sessions[1]);
  });
});

describe('somebody', () => {
  it('is a name; the picture beside it is no part of it', () => {
    const { container } = render(<PersonName person={mara} />);
    expect(container).toHaveTextContent(/^Mara Lindqvist$/);
  });

  it('who is logged in is known to everything inside', () => {
    const me = aMe();
    const inside = renderHook(() => useMe(), {
      wrapper: ({ children }) => <MeProvider me={me}>{children}</MeProvider>,
    });
    expect(inside.result.current).toBe(me);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(() => renderHook(() => useMe())).toThrow('outside of MeProvider');
  });
});

describe('a text with mentions that is being written', () => {
  it('is there again after a reload, with who is meant', () => {
    const first = renderHook(() => useWritten('draft'));
    const text = 'Ask @Mara Lindqvist.';
    const person = { ...mara, id: '01980000-0000-7000-8000-00000000000a' };
    first.rerender();
    first.result.current[1]({ text, people: [person] });
    expect(renderHook(() => useWritten('draft')).result.current[0]).toEqual({ text, people: [person] });
  });
});
