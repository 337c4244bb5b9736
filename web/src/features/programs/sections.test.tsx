import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ReactNode } from 'react';
import type { Program } from '@/api/types';
import { control, expectToSayRefusals } from '@/testing/forms';
import { pageOf, TestingServer } from '@/testing/TestingServer';
import { pressInNotice } from '@/testing/notices';
import { aField, aProgram, mara } from '@/testing/things';
import { ArchiveSettings } from './ArchiveSettings';
import { DueSettings } from './DueSettings';
import { GeneralSettings } from './GeneralSettings';
import { LimitSettings } from './LimitSettings';
import { StorageSettings } from './StorageSettings';
import { SubmissionSettings } from './SubmissionSettings';
import { openSection, set } from './TestingSection';
import { WindowSettings } from './WindowSettings';

const user = userEvent.setup();
let server: TestingServer;

beforeEach(() => {
  server = new TestingServer();
  server.on('GET /programs/p1/utilisation', () => ({}));
});

type Section = (program: Program) => ReactNode;
const general: Section = (program) => <GeneralSettings program={program} />;
const rules: Section = (program) => <SubmissionSettings program={program} />;
const window_: Section = (program) => <WindowSettings program={program} />;
const limits: Section = (program) => <LimitSettings program={program} />;
const due: Section = (program) => <DueSettings program={program} />;
const archive: Section = (program) => <ArchiveSettings program={program} />;
const storage: Section = (program) => <StorageSettings program={program} />;

const full = aProgram({
  description: 'For all of us',
  maxActiveRequests: 9,
  startDate: '2026-01-01',
  dueRuleEnabled: true,
  dueOffsetDays: 14,
  fields: [aField('visit', { type: 'date' })],
});

interface Change {
  section: Section;
  label: string;
  /** What is chosen or written; nothing for a switch. */
  value?: string;
  edit: object;
  back: object;
}

const CHANGES: Change[] = [
  { section: general, label: 'Name', value: 'Facilities', edit: { name: 'Facilities' }, back: { name: 'Operations' } },
  {
    section: general,
    label: 'Description',
    value: '',
    edit: { description: '' },
    back: { description: 'For all of us' },
  },
  {
    section: rules,
    label: 'Clients may create requests',
    edit: { allowClientSubmission: false },
    back: { allowClientSubmission: true },
  },
  {
    section: rules,
    label: 'Requests need approval',
    edit: { requireApproval: false },
    back: { requireApproval: true },
  },
  {
    section: rules,
    label: 'Checklists must be finished',
    edit: { requireCompleteChecklists: true },
    back: { requireCompleteChecklists: false },
  },
  {
    section: rules,
    label: 'Compliance',
    value: 'hssp',
    edit: { complianceType: 'hssp' },
    back: { complianceType: null },
  },
  {
    section: window_,
    label: 'First day',
    value: '2026-05-01',
    edit: { startDate: '2026-05-01' },
    back: { startDate: '2026-01-01' },
  },
  { section: window_, label: 'First day', value: '', edit: { startDate: null }, back: { startDate: '2026-01-01' } },
  {
    section: window_,
    label: 'Last day',
    value: '2026-06-01',
    edit: { endDate: '2026-06-01' },
    back: { endDate: null },
  },
  {
    section: window_,
    label: 'Time zone',
    value: 'Europe/Berlin',
    edit: { timeZone: 'Europe/Berlin' },
    back: { timeZone: 'UTC' },
  },
  {
    section: limits,
    label: 'In the whole program',
    value: '',
    edit: { maxActiveRequests: null },
    back: { maxActiveRequests: 9 },
  },
  {
    section: limits,
    label: 'Per person who creates them',
    value: '3',
    edit: { maxActiveRequestsPerUser: 3 },
    back: { maxActiveRequestsPerUser: null },
  },
  { section: due, label: 'Due dates by rule', edit: { dueRuleEnabled: false }, back: { dueRuleEnabled: true } },
  {
    section: due,
    label: 'Days after the submission',
    value: '30',
    edit: { dueOffsetDays: 30 },
    back: { dueOffsetDays: 14 },
  },
  {
    section: due,
    label: 'Date field that goes before',
    value: 'visit',
    edit: { dueDateField: 'visit' },
    back: { dueDateField: null },
  },
];

describe('each setting is saved at once and can be taken back', () => {
  it.each(CHANGES)('$label: $edit', async ({ section, label, value, edit, back }) => {
    const { edits } = await openSection(server, section, full);
    await set(label, value);
    expect(edits()).toEqual([{ ...edit, version: 1 }]);
    await pressInNotice('Undo');
    await waitFor(() => expect(edits()).toEqual([expect.anything(), { ...back, version: 2 }]));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
  });
});

describe('what can not be right is said before anybody is asked', () => {
  it.each([
    { section: general, label: 'Name', value: 'x', text: 'Use 2 to 100 characters.' },
    { section: limits, label: 'In the whole program', value: '0', text: /whole number from 1 on/ },
    { section: limits, label: 'In the whole program', value: '1.5', text: /whole number from 1 on/ },
    { section: limits, label: 'Per person who creates them', value: '1000001', text: /whole number from 1 on/ },
    { section: due, label: 'Days after the submission', value: '366', text: 'Enter a whole number from 1 to 365.' },
    { section: due, label: 'Days after the submission', value: '', text: 'Enter a whole number from 1 to 365.' },
  ])('$label is not $value', async ({ section, label, value, text }) => {
    const { edits } = await openSection(server, section, full);
    await set(label, value);
    expect(control(label)).toHaveAccessibleDescription(text);
    expect(edits()).toEqual([]);
    fireEvent.keyDown(control(label), { key: 'Escape' });
    expect(control(label)).toBeValid();
    expect(control(label)).not.toHaveAttribute('aria-invalid');
  });
});

it.each(['First day', 'In the whole program'])('half of a value is not taken for none: %s', async (label) => {
  const both: Section = (program) => (
    <>
      {window_(program)}
      {limits(program)}
    </>
  );
  const { edits } = await openSection(server, (program) => <section aria-label="Both">{both(program)}</section>, full);
  // What a browser says of "2026-__-01" and of "5-": no value, and bad input.
  Object.defineProperty(control(label), 'validity', { value: { badInput: true } });
  await set(label, '');
  expect(control(label)).toHaveAccessibleDescription(/This is not complete/);
  expect(edits()).toEqual([]);
});

describe('the time window', () => {
  it.each([
    [null, null, 'Requests are taken at any time.'],
    ['2026-05-01', null, 'Requests are taken from May 1, 2026 on.'],
    [null, '2026-06-01', 'Requests are taken until Jun 1, 2026.'],
    ['2026-05-01', '2026-06-01', 'Requests are taken from May 1, 2026 to Jun 1, 2026.'],
  ])('from %s to %s is told in words', async (startDate, endDate, text) => {
    await openSection(server, window_, aProgram({ startDate, endDate }));
    expect(screen.getByText(text)).toBeVisible();
  });

  it('keeps a time zone that this browser does not know', async () => {
    await openSection(server, window_, aProgram({ timeZone: 'Mars/Olympus_Mons' }));
    expect(control('Time zone')).toHaveDisplayValue('Mars/Olympus Mons');
  });
});

describe('the limits', () => {
  it('tell how many more people use them than are shown', async () => {
    const gauge = { active: 1, limit: null, percent: null, state: 'unlimited' };
    server.on('GET /programs/p1/utilisation', () => ({ users: pageOf([{ user: mara, gauge }], 12) }));
    await openSection(server, limits);
    expect(await screen.findByText('11 people more')).toBeVisible();
    expect(screen.getByText('1 active')).toBeVisible();
    expect(screen.queryByRole('meter')).toBeNull();
  });

  it('can still be set when their use can not be read', async () => {
    server.on('GET /programs/p1/utilisation', () => Promise.reject(new TypeError('Failed to fetch')));
    const { edits } = await openSection(server, limits);
    expect(await screen.findByText(/The server cannot be reached/)).toBeVisible();
    await set('In the whole program', '7');
    expect(edits()).toEqual([{ maxActiveRequests: 7, version: 1 }]);
  });
});

describe('a due rule', () => {
  it('asks for nothing while it is off', async () => {
    await openSection(server, due);
    expect(screen.queryByLabelText('Days after the submission')).toBeNull();
  });

  it('that was on before comes back with its days', async () => {
    const { edits } = await openSection(server, due, aProgram({ dueRuleEnabled: false, dueOffsetDays: 5 }));
    await set('Due dates by rule');
    expect(edits()).toEqual([{ dueRuleEnabled: true, dueOffsetDays: 5, version: 1 }]);
    expect(control('Days after the submission')).toHaveValue(5);
  });
});

describe('the room for files', () => {
  it.each([
    [0, 0, '0 bytes of 5 GB used, in 0 files'],
    [1_000_000, 1, '1 MB of 5 GB used, in 1 file'],
  ])('%d bytes', async (usedBytes, files, text) => {
    server.on('GET /programs/p1/storage', () => ({ usedBytes, quotaBytes: 5_000_000_000, files }));
    await openSection(server, storage);
    expect(await screen.findByText(text)).toBeVisible();
    expect(screen.getByRole('meter', { name: 'Files' })).toHaveAttribute('aria-valuetext', text);
  });

  it('says when it could not be read', async () => {
    server.on('GET /programs/p1/storage', () => Promise.reject(new TypeError('Failed to fetch')));
    await openSection(server, storage);
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

describe('archiving', () => {
  const archived = aProgram({
    status: 'archived',
    can: { ...aProgram().can, archive: false, unarchive: true },
  });
  const press = (name: string) => user.click(screen.getByRole('button', { name }));

  it('counts one request as one, and does nothing when one thinks better of it', async () => {
    const { edits } = await openSection(server, archive, aProgram({ openRequests: 1 }));
    expect(screen.getByText(/1 open request stops where it is/)).toBeVisible();
    await press('Archive program');
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Cancel' }));
    expect(edits()).toEqual([]);
  });

  it('and back says why it was refused', async () => {
    await openSection(server, archive, archived);
    await expectToSayRefusals(server, 'PATCH /programs/p1', () => press('Make active again'));
    expect(screen.getByText('This program is archived')).toBeVisible();
  });

  it('tells who could, where one may not', async () => {
    const cannot = { unarchive: 'Only an admin can.' };
    await openSection(server, archive, { ...archived, can: { ...archived.can, unarchive: false }, cannot });
    const button = screen.getByRole('button', { name: 'Make active again' });
    expect(button).toHaveAccessibleDescription('Only an admin can.');
    await user.click(button);
    expect(server.callsTo('PATCH /programs/p1')).toEqual([]);
  });
});
