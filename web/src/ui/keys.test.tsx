import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { PasswordInput } from './PasswordInput';
import { ToastProvider, useToast } from './Toast';
import { TooltipProvider } from './Tooltip';
import { useListKeys } from './useListKeys';
import { hasShortcut, runShortcut, useShortcut } from './useShortcut';
import { pressInNotice } from '@/testing/notices';

const user = userEvent.setup();

describe('J and K', () => {
  function List({ names }: { names: string[] }) {
    const area = useRef<HTMLDivElement>(null);
    useListKeys(area);
    return (
      <div ref={area}>
        {names.map((name) => (
          <a key={name} data-step href={`#${name}`}>
            {name}
          </a>
        ))}
        <a href="#other">other</a>
      </div>
    );
  }
  const focused = () => document.activeElement?.textContent;

  it('begin at the nearest end, go one by one, and stop at the ends', async () => {
    render(<List names={['a', 'b', 'c']} />);
    await user.keyboard('k');
    expect(focused()).toBe('c');
    await user.keyboard('jkk');
    expect(focused()).toBe('a');
    await user.keyboard('k{ArrowDown}');
    expect(focused()).toBe('b');
  });

  it('do nothing where there is nothing', async () => {
    render(<List names={[]} />);
    await user.keyboard('j');
    expect(document.body).toHaveFocus();
  });
});

describe('a shortcut', () => {
  it('can be chosen from elsewhere while its page is there; the newest of a key wins', () => {
    const [below, above] = [vi.fn(), vi.fn()];
    const Part = ({ run, enabled = true }: { run: () => void; enabled?: boolean }) => {
      useShortcut(['x', 'y'], run, enabled);
      return null;
    };
    const page = (enabled: boolean) => (
      <>
        <Part run={below} />
        <Part run={above} enabled={enabled} />
      </>
    );
    const view = render(page(true));
    runShortcut('y');
    view.rerender(page(false));
    runShortcut('x');
    expect([below.mock.calls.length, above.mock.calls.length]).toEqual([1, 1]);
    expect(hasShortcut('x')).toBe(true);
    view.unmount();
    expect(hasShortcut('x')).toBe(false);
    runShortcut('x');
    expect(below).toHaveBeenCalledOnce();
  });
});

it('a toast that can be undone offers it, once', async () => {
  const undo = vi.fn();
  const Button = () => {
    const toast = useToast();
    return <button onClick={() => toast('Saved.', { label: 'Undo', onAction: undo })}>Go</button>;
  };
  render(
    <TooltipProvider>
      <ToastProvider label="Notices" closeLabel="Close">
        <Button />
      </ToastProvider>
    </TooltipProvider>,
  );
  await user.click(screen.getByRole('button', { name: 'Go' }));
  await pressInNotice('Undo');
  expect(undo).toHaveBeenCalledOnce();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

it('a password is hidden until one wants to see it', async () => {
  render(
    <TooltipProvider>
      <PasswordInput aria-label="Password" showLabel="Show" hideLabel="Hide" />
    </TooltipProvider>,
  );
  expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'password');
  await user.click(screen.getByRole('button', { name: 'Show' }));
  expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'text');
  expect(screen.getByRole('button', { name: 'Hide' })).toBeVisible();
});
