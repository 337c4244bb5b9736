import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { control, expectToSayRefusals, fill, refused } from '@/testing/forms';
import { renderLive } from '@/testing/renderPage';
import { answer, pageOf, TestingServer } from '@/testing/TestingServer';
import { aProgram } from '@/testing/things';
import { CreateProgramDialog } from './CreateProgramDialog';

const user = userEvent.setup();
const onClose = vi.fn();
const onCreated = vi.fn();
let server: TestingServer;

beforeEach(() => {
  vi.clearAllMocks();
  server = new TestingServer();
  server.on('GET /programs', () => pageOf([]));
  renderLive(<CreateProgramDialog onClose={onClose} onCreated={onCreated} />);
});

const dialog = () => within(screen.getByRole('dialog', { name: 'New program' }));
const send = () => user.click(dialog().getByRole('button', { name: 'New program' }));
const sent = () => server.callsTo('POST /programs').map(({ body }) => body);

describe('a new program', () => {
  it('has its days where its maker is, and takes a key from its name when none is given', async () => {
    const program = aProgram();
    server.on('POST /programs', () => answer(201, program));
    fill({ Name: '  Operations ', Description: 'For all' });
    await send();
    await waitFor(() => expect(onCreated).toHaveBeenCalledWith(program));
    expect(sent()).toEqual([
      {
        name: 'Operations',
        description: 'For all',
        allowClientSubmission: true,
        requireApproval: true,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
    ]);
  });

  it('is made with the rules that one chooses', async () => {
    server.on('POST /programs', () => answer(201, aProgram()));
    fill({ Name: 'Operations' });
    await user.click(control('Clients may create requests'));
    await user.click(control('Requests need approval'));
    await send();
    await waitFor(() => expect(sent()).toMatchObject([{ allowClientSubmission: false, requireApproval: false }]));
  });

  it.each([
    ['Name', ' x ', 'Use 2 to 100 characters.'],
    ['Name', 'x'.repeat(101), 'Use 2 to 100 characters.'],
    ['Key', 'A', /Use 2 to 10 capital letters and digits/],
    ['Key', '1A', /Use 2 to 10 capital letters and digits/],
    ['Key', 'A-B', /Use 2 to 10 capital letters and digits/],
  ])('is told of %s %j before the server is asked', async (label, value, text) => {
    fill({ Name: 'Operations', [label]: value });
    await send();
    await waitFor(() => expect(control(label)).toHaveAccessibleDescription(text));
    expect(control(label)).toHaveFocus();
    expect(sent()).toEqual([]);
  });

  it.each([
    ['name', 'Name'],
    ['key', 'Key'],
    ['description', 'Description'],
  ])('reads what the server says of its %s beside it', async (path, label) => {
    server.on('POST /programs', () => refused(path, 'Not this one.'));
    fill({ Name: 'Operations', Key: 'OPS' });
    await send();
    await waitFor(() => expect(control(label)).toHaveAccessibleDescription('Not this one.'));
    expect(control(label)).toHaveFocus();
  });

  it('keeps what was typed, whatever is refused', async () => {
    fill({ Name: 'Operations', Key: 'ops' });
    await expectToSayRefusals(server, 'POST /programs', send, dialog());
    expect(control('Name')).toHaveValue('Operations');
    expect(onCreated).not.toHaveBeenCalled();
  });

  it('is not made when one thinks better of it', async () => {
    fill({ Name: 'Operations' });
    await user.click(dialog().getByRole('button', { name: 'Cancel' }));
    expect(onClose).toHaveBeenCalledOnce();
    expect(sent()).toEqual([]);
  });
});
