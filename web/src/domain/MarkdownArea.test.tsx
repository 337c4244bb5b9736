import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '@/api/session';
import { expectAccessible } from '@/testing/axe';
import { renderLive } from '@/testing/renderPage';
import { problem, TestingServer } from '@/testing/TestingServer';
import { MarkdownArea } from './MarkdownArea';
import type { Written } from './mentions';

const user = userEvent.setup();
let server: TestingServer;

beforeEach(async () => {
  server = new TestingServer();
  session.end();
  await session.renew();
});

interface Handlers {
  onSend?: () => void;
  onEscape?: () => void;
  onFiles?: (files: File[]) => void;
}

function Part({ begin = '', onSend = () => undefined, ...rest }: Handlers & { begin?: string }) {
  const [written, setWritten] = useState<Written>({ text: begin, people: [] });
  return (
    <main>
      <h1>Request</h1>
      <MarkdownArea label="Write a comment" value={written} onChange={setWritten} onSend={onSend} {...rest}>
        <button>Comment</button>
      </MarkdownArea>
    </main>
  );
}
const area = () => screen.getByRole('textbox', { name: 'Write a comment' });

describe('a text that is written', () => {
  it('is sent by Ctrl or Cmd and Enter; Enter alone is a line', async () => {
    const onSend = vi.fn();
    renderLive(<Part onSend={onSend} />);
    await user.type(area(), 'One{Enter}two');
    expect(area()).toHaveValue('One\ntwo');
    expect(onSend).not.toHaveBeenCalled();
    await user.keyboard('{Control>}{Enter}{/Control}{Meta>}{Enter}{/Meta}');
    expect(onSend).toHaveBeenCalledTimes(2);
    await expectAccessible();
  });

  it('is left by Escape', async () => {
    const onEscape = vi.fn();
    renderLive(<Part onEscape={onEscape} />);
    await user.type(area(), 'x{Escape}');
    expect(onEscape).toHaveBeenCalledOnce();
    expect(area()).toHaveValue('x');
  });

  it('takes files that are pasted, and leaves pasted words to the browser', () => {
    const onFiles = vi.fn();
    renderLive(<Part onFiles={onFiles} />);
    const picture = new File(['x'], 'image.png', { type: 'image/png' });
    expect(fireEvent.paste(area(), { clipboardData: { files: [picture] } })).toBe(false);
    expect(onFiles).toHaveBeenCalledExactlyOnceWith([picture]);
    expect(fireEvent.paste(area(), { clipboardData: { files: [] } })).toBe(true);
    expect(onFiles).toHaveBeenCalledOnce();
  });

  it.each([
    [4500, null],
    [4501, 'text-ink-3'],
    [5000, 'text-ink-3'],
    [5001, 'text-danger'],
  ])('of %d letters is counted when it nears the limit', (length, look) => {
    renderLive(<Part begin={'x'.repeat(length)} />);
    const count = screen.queryByText(new RegExp(`${length.toLocaleString('en')}|${length}`));
    if (look === null) expect(count).toBeNull();
    else expect(count).toHaveClass(look);
  });
});

describe('the preview', () => {
  it('shows how the text will look, and goes back to it with all that was written', async () => {
    server.on('POST /markdown', ({ body }) => ({ html: `<p><em>${(body as { text: string }).text}</em></p>` }));
    renderLive(<Part begin="soon" />);
    await user.click(screen.getByRole('button', { name: 'Preview' }));
    expect(await screen.findByText('soon')).toHaveProperty('tagName', 'EM');
    expect(screen.queryByRole('textbox')).toBeNull();
    await expectAccessible();
    await user.click(screen.getByRole('button', { pressed: true }));
    expect(area()).toHaveValue('soon');
  });

  it('says when it can not be made', async () => {
    server.on('POST /markdown', () => problem(422, 'invalid', 'The text is too long.'));
    renderLive(<Part begin="soon" />);
    await user.click(screen.getByRole('button', { name: 'Preview' }));
    await waitFor(() =>
      expect(screen.getByRole('region', { name: 'Preview' })).toHaveTextContent('The text is too long.'),
    );
  });
});
