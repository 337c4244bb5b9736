import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Program } from '@/api/types';
import { control, expectToSayRefusals, fill } from '@/testing/forms';
import { TestingServer } from '@/testing/TestingServer';
import { anEvent, aProgram } from '@/testing/things';
import { GeneralSettings } from './GeneralSettings';
import { SubmissionSettings } from './SubmissionSettings';
import { openSection, set } from './TestingSection';

const user = userEvent.setup();
const approval = 'Requests need approval';
let server: TestingServer;

beforeEach(() => {
  server = new TestingServer();
});

const general = (program: Program) => <GeneralSettings program={program} />;
const rules = (program: Program) => <SubmissionSettings program={program} />;
const updated = (program: Program) => anEvent(11, 'program:updated', { program }, { requestId: null });

describe('what is written into a setting', () => {
  it('is saved by Enter, and by leaving it after that not once more', async () => {
    const { edits } = await openSection(server, general);
    await user.clear(control('Name'));
    await user.type(control('Name'), 'Facilities{Enter}');
    await user.tab();
    expect(edits()).toEqual([{ name: 'Facilities', version: 1 }]);
  });

  it('is not saved when it says the same', async () => {
    const { edits } = await openSection(server, general);
    await set('Name', ' Operations ');
    expect(control('Name')).toHaveValue('Operations');
    expect(edits()).toEqual([]);
  });

  it('goes by Escape, in many lines as in one', async () => {
    const { edits } = await openSection(server, general);
    for (const label of ['Name', 'Description']) {
      const before = control(label).value;
      fill({ [label]: 'Something else' });
      fireEvent.keyDown(control(label), { key: 'Escape' });
      fireEvent.blur(control(label));
      expect(control(label)).toHaveValue(before);
    }
    expect(edits()).toEqual([]);
  });

  it('keeps its lines, and is saved by Ctrl-Enter', async () => {
    const { edits } = await openSection(server, general);
    fill({ Description: 'One\ntwo' });
    fireEvent.keyDown(control('Description'), { key: 'Enter' });
    expect(edits()).toEqual([]);
    fireEvent.keyDown(control('Description'), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(edits()).toEqual([{ description: 'One\ntwo', version: 1 }]));
  });

  it('stays while others change it, and is then put over theirs only on purpose', async () => {
    const { tell, keep, edits } = await openSection(server, general);
    fill({ Name: 'Ours' });
    await tell(updated(keep({ name: 'Theirs' })));
    expect(control('Name')).toHaveValue('Ours');
    fireEvent.keyDown(control('Name'), { key: 'Escape' });
    await waitFor(() => expect(control('Name')).toHaveValue('Theirs'));
    expect(edits()).toEqual([]);
  });
});

describe('a setting', () => {
  it('says beside it why it was refused, and shows again what is there', async () => {
    await openSection(server, rules);
    await expectToSayRefusals(server, 'PATCH /programs/p1', () => set(approval));
    expect(control(approval)).toBeChecked();
  });

  it('that is switched twice in a hurry is nobody else’s doing', async () => {
    const { stored } = await openSection(server, rules);
    fireEvent.click(control(approval));
    await waitFor(() => expect(control(approval)).not.toBeChecked());
    fireEvent.click(control(approval));
    await waitFor(() => expect(stored()).toMatchObject({ requireApproval: true, version: 3 }));
    expect(control(approval)).toBeChecked();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('does not hold up another one, nor take its note', async () => {
    const { stored } = await openSection(server, rules);
    await set(approval);
    await set('Checklists must be finished');
    await waitFor(() => expect(stored()).toMatchObject({ requireApproval: false, requireCompleteChecklists: true }));
    await waitFor(() => expect(screen.getAllByText('Saved.')).toHaveLength(2));
  });

  it('follows what others choose', async () => {
    const { tell, keep } = await openSection(server, rules, aProgram({ requireApproval: true }));
    await tell(updated(keep({ requireApproval: false })));
    await waitFor(() => expect(control(approval)).not.toBeChecked());
  });
});
