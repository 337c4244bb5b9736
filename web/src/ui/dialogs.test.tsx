import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '@/testing/axe';
import { Button } from './Button';
import { Confirm, Dialog, DialogBody, DialogFooter, Sheet } from './Dialog';
import { TooltipProvider } from './Tooltip';

const user = userEvent.setup();

/** A page with a button that opens something over it. */
function Page({ children }: { children: Part }) {
  const [open, setOpen] = useState(false);
  return (
    <TooltipProvider>
      <main>
        <h1>Programs</h1>
        <button onClick={() => setOpen(true)}>Open</button>
        <a href="#elsewhere">Elsewhere</a>
        {children(open, () => setOpen(false))}
      </main>
    </TooltipProvider>
  );
}

type Part = (open: boolean, close: () => void) => ReactNode;

async function opened(part: Part, role = 'dialog'): Promise<HTMLElement> {
  render(<Page>{part}</Page>);
  await user.tab();
  await user.keyboard('{Enter}');
  return screen.findByRole(role);
}

const isBack = () => waitFor(() => expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus());

describe('a dialog', () => {
  const named = (inside: ReactNode, onClose?: () => void) => (open: boolean, close: () => void) => (
    <Dialog
      open={open}
      onClose={onClose ?? close}
      title="New program"
      description="It begins empty."
      closeLabel="Close"
    >
      {inside}
    </Dialog>
  );
  const form = (
    <form>
      <DialogBody>
        <input aria-label="Name" />
        <input aria-label="Key" />
      </DialogBody>
      <DialogFooter>
        <Button>Create</Button>
      </DialogFooter>
    </form>
  );

  it('says what it is, and puts the cursor where one goes on', async () => {
    const dialog = await opened(named(form));
    expect(dialog).toHaveAccessibleName('New program');
    expect(dialog).toHaveAccessibleDescription('It begins empty.');
    expect(screen.getByLabelText('Name')).toHaveFocus();
    await expectAccessible();
  });

  it('without a form has the focus itself, so that Enter does not close it', async () => {
    const dialog = await opened(named(<p>Read this.</p>));
    expect(dialog).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(dialog).toBeVisible();
  });

  it('without a description promises none', async () => {
    const dialog = await opened((open, close) => (
      <Dialog open={open} onClose={close} title="New program" closeLabel="Close">
        <p>Read this.</p>
      </Dialog>
    ));
    expect(dialog).not.toHaveAttribute('aria-describedby');
  });

  it('keeps the keyboard inside, and the page behind it out of reach', async () => {
    await opened(named(form));
    await user.tab({ shift: true });
    await user.tab({ shift: true });
    expect(screen.getByRole('button', { name: 'Create' })).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('button', { name: 'Close' })).toHaveFocus();
    expect(screen.queryByRole('link', { name: 'Elsewhere' })).toBeNull();
  });

  it.each([
    ['Escape', () => user.keyboard('{Escape}')],
    ['its button', () => user.click(screen.getByRole('button', { name: 'Close' }))],
  ])('closes by %s and gives the focus back', async (_, close) => {
    await opened(named(form));
    await close();
    expect(screen.queryByRole('dialog')).toBeNull();
    await isBack();
  });

  it('asks whoever opened it before it closes', async () => {
    const onClose = vi.fn();
    await opened(named(form, onClose));
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
    expect(screen.getByRole('dialog')).toBeVisible();
  });
});

describe('a question before what can not be undone', () => {
  const onConfirm = vi.fn();
  const question = (open: boolean, close: () => void) => (
    <Confirm
      open={open}
      onClose={close}
      title="Delete OPS-12?"
      text="Nobody will find it again."
      action="Delete"
      cancel="Keep"
      onConfirm={onConfirm}
    />
  );

  it('says what will happen, and Enter alone does nothing', async () => {
    onConfirm.mockClear();
    const dialog = await opened(question, 'alertdialog');
    expect(dialog).toHaveAccessibleName('Delete OPS-12?');
    expect(dialog).toHaveAccessibleDescription('Nobody will find it again.');
    expect(screen.getByRole('button', { name: 'Keep' })).toHaveFocus();
    await expectAccessible();
    await user.keyboard('{Enter}');
    expect(onConfirm).not.toHaveBeenCalled();
    await isBack();
  });

  it('is answered by no by Escape, and not at all by a click beside it', async () => {
    onConfirm.mockClear();
    await opened(question, 'alertdialog');
    const scrim = document.querySelector('.bg-scrim');
    if (scrim !== null) await user.click(scrim);
    expect(screen.getByRole('alertdialog')).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(onConfirm).not.toHaveBeenCalled();
    await isBack();
  });

  it('does it once, and closes', async () => {
    onConfirm.mockClear();
    await opened(question, 'alertdialog');
    await user.tab();
    await user.keyboard('{Enter}');
    expect(onConfirm).toHaveBeenCalledOnce();
    expect(screen.queryByRole('alertdialog')).toBeNull();
    await isBack();
  });
});

it('a sheet has a name for those who do not see it, and closes by Escape', async () => {
  const sheet = await opened((open, close) => (
    <Sheet open={open} onClose={close} title="Navigation">
      <a href="#home">Home</a>
    </Sheet>
  ));
  expect(sheet).toHaveAccessibleName('Navigation');
  expect(sheet).toHaveFocus();
  await user.tab();
  expect(screen.getByRole('link', { name: 'Home' })).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  await isBack();
});
