import { fireEvent, render, renderHook, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hueOf } from './Avatar';
import { Button } from './Button';
import { Field, Input } from './Field';
import { Picker } from './Picker';
import { Segments } from './Segments';
import { setTheme, useTheme } from './theme';
import { relativeTime } from './Time';
import { TooltipProvider } from './Tooltip';
import { useShortcut } from './useShortcut';
import { useStoredText } from './useStoredText';

const user = userEvent.setup();

describe('a button', () => {
  it('that can not be used can be reached, says why and does nothing', async () => {
    const onClick = vi.fn();
    render(
      <TooltipProvider>
        <Button reason="Not yet." onClick={onClick}>
          Go
        </Button>
      </TooltipProvider>,
    );
    await user.tab();
    expect(screen.getByRole('button', { name: 'Go' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(onClick).not.toHaveBeenCalled();
    expect(screen.getByRole('button')).toHaveAccessibleDescription(/Not yet/);
  });

  it('at work takes no second click', async () => {
    const onClick = vi.fn();
    render(
      <Button busy onClick={onClick}>
        Go
      </Button>,
    );
    await user.click(screen.getByRole('button'));
    expect(onClick).not.toHaveBeenCalled();
  });
});

it('a field connects its label, hint and error with the control', () => {
  const field = (error?: string) => (
    <Field label="Name" hint="As on the badge" error={error}>
      {(control) => <Input {...control} />}
    </Field>
  );
  const { rerender } = render(field());
  expect(screen.getByLabelText('Name')).toHaveAccessibleDescription('As on the badge');
  rerender(field('Too long'));
  expect(screen.getByLabelText('Name')).toBeInvalid();
  expect(screen.getByRole('alert')).toHaveTextContent('Too long');
});

describe('a picker', () => {
  const options = ['Ada', 'Ben', 'Bea'].map((name) => ({ value: name, text: name, label: name }));
  function Example({ onPick }: { onPick: (value: string) => void }) {
    const [open, setOpen] = useState(true);
    return (
      <Picker
        {...{ open, options, onPick }}
        onOpenChange={setOpen}
        label="People"
        searchLabel="Search"
        emptyText="Nobody"
        value="Ben"
        trigger={<button type="button">Open</button>}
      />
    );
  }

  it('narrows by letters, moves by arrows and chooses by Enter', async () => {
    const onPick = vi.fn();
    render(<Example onPick={onPick} />);
    expect(screen.getByRole('option', { name: 'Ben' })).toHaveAttribute('aria-selected', 'true');
    await user.type(screen.getByRole('combobox'), 'be{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
    expect(onPick).toHaveBeenCalledWith('Bea');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('says when nobody fits', async () => {
    render(<Example onPick={vi.fn()} />);
    await user.type(screen.getByRole('combobox'), 'zzz{Enter}');
    expect(screen.getByText('Nobody')).toBeVisible();
  });
});

it('segments always have one chosen', async () => {
  const onChange = vi.fn();
  const both = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ];
  render(<Segments label="Show" value="a" onChange={onChange} options={both} />);
  await user.click(screen.getByRole('radio', { name: 'A' }));
  await user.click(screen.getByRole('radio', { name: 'B' }));
  expect(onChange.mock.calls).toEqual([['b']]);
});

describe('a shortcut', () => {
  const run = vi.fn();
  const Page = () => {
    useShortcut(['j', 'ArrowDown'], run);
    return <input aria-label="Words" />;
  };
  afterEach(() => run.mockClear());

  it('runs for its keys, without modifiers', () => {
    render(<Page />);
    fireEvent.keyDown(document.body, { key: 'j' });
    fireEvent.keyDown(document.body, { key: 'ArrowDown' });
    fireEvent.keyDown(document.body, { key: 'j', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: 'k' });
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('does not disturb typing or an open window', () => {
    const { rerender } = render(<Page />);
    fireEvent.keyDown(screen.getByLabelText('Words'), { key: 'j' });
    rerender(
      <>
        <Page />
        <div role="dialog" />
      </>,
    );
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(run).not.toHaveBeenCalled();
  });
});

it('a text survives until it is emptied', () => {
  const first = renderHook(() => useStoredText('draft'));
  first.rerender();
  expect(first.result.current[0]).toBe('');
  first.result.current[1]('hello');
  expect(renderHook(() => useStoredText('draft')).result.current[0]).toBe('hello');
  first.result.current[1]('');
  expect(localStorage.getItem('draft')).toBeNull();
});

it('a theme is painted and remembered', () => {
  const theme = renderHook(() => useTheme());
  expect(theme.result.current).toBe('system');
  setTheme('dark');
  expect(document.documentElement.dataset.theme).toBe('dark');
  setTheme('system');
  expect(document.documentElement.dataset.theme).toBe('light');
  expect(localStorage.getItem('docket.theme')).toBeNull();
});

describe('a moment', () => {
  const at = Date.parse('2026-11-23T12:00:00Z');
  it.each([
    ['2026-11-23T11:59:50Z', 'now'],
    ['2026-11-23T11:58:00Z', '2m ago'],
    ['2026-11-23T09:00:00Z', '3h ago'],
    ['2026-11-21T12:00:00Z', '2d ago'],
    ['2026-08-01T12:00:00Z', 'Aug 1, 2026'],
    ['2026-11-23T12:00:30Z', 'now'],
  ])('%s reads %s', (then, text) => {
    expect(relativeTime(Date.parse(then), at, 'en')).toBe(text);
  });
});

it('a person has one colour', () => {
  expect(hueOf('u1')).toBe(hueOf('u1'));
  expect(hueOf('u1')).toMatch(/^hue-[0-7]$/);
});
