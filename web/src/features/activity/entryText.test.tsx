import { renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { HistoryEntry } from '@/api/types';
import { changeLanguage } from '@/testing/language';
import { aField, anAttachment, anEntry, clara, mara, tom } from '@/testing/things';
import { useEntryText } from './useEntryText';

const changed = (field: string, label: string, before: unknown, after: unknown) =>
  anEntry('request:updated', {}, { changes: [{ field, label, before, after }] });

const ofProgram = (field: string, label: string, before: unknown, after: unknown): HistoryEntry => ({
  ...changed(field, label, before, after),
  event: 'program:updated',
  requestId: null,
  requestKey: null,
});

const items = ['Helmet', 'Vest'].map((label) => ({ key: label.toLowerCase(), label }));
const words = {
  fields: [aField('safety', { type: 'checklist', items }), aField('offers', { type: 'file_upload' })],
  files: [anAttachment('plan'), anAttachment('offer')],
};
const textOf = (entry: HistoryEntry, known: Parameters<typeof useEntryText>[0] = words) =>
  renderHook(() => useEntryText(known)).result.current(entry);

const restored = [{ field: 'deleted', label: 'Deleted', before: true, after: false }];
const submittedWithDate = anEntry(
  'request:status_changed',
  { to: 'submitted' },
  { changes: [{ field: 'dueDate', label: 'Due date', before: null, after: '2026-12-24' }] },
);

describe('an entry reads as a sentence', () => {
  it.each<[HistoryEntry, string]>([
    [anEntry('request:created'), 'created the request'],
    [anEntry('request:created', {}, { changes: restored }), 'restored the request'],
    [changed('fields.cost', 'Cost', 40, 55), 'changed Cost from 40 to 55'],
    [changed('fields.cost', 'Cost', null, 55), 'set Cost to 55'],
    [changed('fields.cost', 'Cost', 40, null), 'cleared Cost, which was 40'],
    [changed('fields.cost', 'Cost', undefined, 55), 'changed Cost to 55'],
    [changed('fields.cost', 'Cost', undefined, null), 'cleared Cost'],
    [changed('fields.ok', 'Checked', false, true), 'changed Checked from No to Yes'],
    [changed('dueDate', 'Due date', null, '2026-12-24'), 'set the due date to Dec 24, 2026'],
    [changed('priority', 'Priority', 'low', 'urgent'), 'changed the priority from Low to Urgent'],
    [changed('title', 'Title', 'Lamp', 'Lamps'), 'changed the title from Lamp to Lamps'],
    [changed('description', 'Description', 'a', 'b'), 'changed the description'],
    [anEntry('request:status_changed', { from: 'submitted', to: 'approved' }), 'approved the request'],
    [anEntry('request:status_changed', { to: 'rejected', reason: 'No budget' }), 'rejected the request: No budget'],
    [anEntry('request:assigned', { assignedTo: mara }), 'assigned Mara Lindqvist'],
    [anEntry('request:assigned', { assignedTo: tom }), 'took over'],
    [anEntry('request:assigned', { assignedTo: null }), 'removed the assignee'],
    [anEntry('request:deleted'), 'deleted the request'],
    [anEntry('request:watched', { watching: true }), 'began to watch a request'],
    [anEntry('request:watched', { watching: false }), 'stopped watching a request'],
    [anEntry('comment:added', { comment: { internal: false } }), 'commented'],
    [anEntry('comment:added', { comment: { internal: true } }), 'commented internally'],
    [anEntry('comment:added', { comment: {}, restored: true }), 'brought a deleted comment back'],
    [anEntry('comment:updated'), 'edited a comment'],
    [anEntry('comment:deleted'), 'deleted a comment'],
    [anEntry('attachment:uploaded', { attachment: { name: 'plan.pdf' } }), 'added the file plan.pdf'],
    [
      anEntry('attachment:uploaded', { attachment: { name: 'plan.pdf' }, restored: true }),
      'brought the deleted file plan.pdf back',
    ],
    [anEntry('attachment:deleted'), 'deleted a file'],
    [anEntry('member:added', { member: { user: clara, role: 'client' } }), 'added Clara Client as Client'],
    [anEntry('member:updated', { member: { user: mara, role: 'manager' } }), 'made Mara Lindqvist Manager'],
    [anEntry('member:removed', { userId: 'x' }), 'removed a member'],
    [{ ...changed('role', 'Tom Okafor', 'client', null), event: 'member:removed' }, 'removed Tom Okafor'],
    [anEntry('program:created'), 'created the program'],
    [anEntry('program:updated'), 'changed the program'],
    [changed('fields.cost', 'Cost', null, aField('cost')), 'added the field Cost'],
    [changed('fields.cost', 'Cost', aField('cost'), aField('cost')), 'changed the field Cost'],
    [changed('fields.cost', 'Cost', aField('cost'), null), 'removed the field Cost'],
    [ofProgram('requireApproval', 'x', false, true), 'changed the rule “requests need approval” from No to Yes'],
    [ofProgram('maxActiveRequests', 'x', null, 5), 'set the limit of active requests to 5'],
    [ofProgram('status', 'Status', 'active', 'archived'), 'archived the program'],
    [ofProgram('status', 'Status', 'archived', 'active'), 'made the program active again'],
    [ofProgram('fieldOrder', 'x', ['a'], ['b']), 'put the fields into another order'],
    [ofProgram('templates.t1', 'Lamps', null, {}), 'added the template Lamps'],
    [ofProgram('templates.t1', 'Lamps', {}, {}), 'changed the template Lamps'],
    [ofProgram('templates.t1', 'Lamps', {}, null), 'removed the template Lamps'],
    [ofProgram('storageQuotaBytes', 'x', 1, 2), 'changed how much room files have'],
    [anEntry('chain:step_advanced'), 'changed something (chain:step_advanced)'],
  ])('%#: %o', (entry, text) => {
    expect(textOf(entry)).toEqual([text]);
  });

  it('tells the due date that came with a step', () => {
    expect(textOf(submittedWithDate)).toEqual(['submitted the request', 'set the due date to Dec 24, 2026']);
  });
});

const byTom = (before: unknown, after: unknown) => changed('participants', 'Shared with', before, after);

describe('what comes and goes one by one is told so', () => {
  it.each<[string, HistoryEntry, string[]]>([
    ['checked items', changed('fields.safety', 'Safety', null, ['helmet']), ['checked “Helmet” in Safety']],
    [
      'several items',
      changed('fields.safety', 'Safety', [], ['helmet', 'vest']),
      ['checked “Helmet” and “Vest” in Safety'],
    ],
    ['unchecked items', changed('fields.safety', 'Safety', ['vest'], null), ['unchecked “Vest” in Safety']],
    [
      'one for another',
      changed('fields.safety', 'Safety', ['vest'], ['helmet']),
      ['checked “Helmet” in Safety', 'unchecked “Vest” in Safety'],
    ],
    ['an item that is no more', changed('fields.safety', 'Safety', ['gone'], []), ['unchecked “gone” in Safety']],
    [
      'a list of which it is not known what it was',
      changed('fields.safety', 'Safety', undefined, ['vest']),
      ['changed Safety to Vest'],
    ],
    ['the list of a field that is no more', changed('fields.old', 'Old', null, ['a', 'b']), ['set Old to a and b']],
    [
      'files by name',
      changed('fields.offers', 'Offers', [], ['plan', 'offer']),
      ['put plan.txt and offer.txt into Offers'],
    ],
    ['a file that is deleted by now', changed('fields.offers', 'Offers', ['x'], null), ['took a file out of Offers']],
    [
      'known and deleted files',
      changed('fields.offers', 'Offers', ['plan', 'x', 'y'], null),
      ['took plan.txt and 2 files out of Offers'],
    ],
    ['new participants', byTom([], [clara, mara]), ['shared the request with Clara Client and Mara Lindqvist']],
    ['former ones', byTom([clara], []), ['stopped sharing the request with Clara Client']],
    [
      'one who was renamed since',
      byTom([{ ...clara, name: 'Clara Old' }], [clara, mara]),
      ['shared the request with Mara Lindqvist'],
    ],
    ['somebody who leaves', byTom([tom, clara], [clara]), ['left the request']],
  ])('%s', (_, entry, text) => expect(textOf(entry)).toEqual(text));

  it('files are counted where their names are not at hand', () => {
    const entry = changed('fields.offers', 'Offers', [], ['plan']);
    expect(textOf(entry, { fields: words.fields })).toEqual(['put a file into Offers']);
  });
});

describe('in German', () => {
  afterEach(() => changeLanguage('en'));

  it.each<[HistoryEntry, string]>([
    [
      changed('fields.safety', 'Sicherheit', null, ['helmet', 'vest']),
      'hat „Helmet“ und „Vest“ in Sicherheit abgehakt',
    ],
    [changed('fields.safety', 'Sicherheit', ['vest'], null), 'hat das Häkchen bei „Vest“ in Sicherheit entfernt'],
    [changed('fields.offers', 'Angebote', null, ['plan']), 'hat plan.txt in Angebote gelegt'],
    [changed('fields.offers', 'Angebote', ['a', 'b'], null), 'hat 2 Dateien aus Angebote genommen'],
    [byTom([], [clara]), 'hat die Anfrage mit Clara Client geteilt'],
    [byTom([clara], []), 'teilt die Anfrage nicht mehr mit Clara Client'],
    [byTom([tom], []), 'hat die Anfrage verlassen'],
    [anEntry('comment:added', { restored: true }), 'hat einen gelöschten Kommentar zurückgeholt'],
    [anEntry('request:created', {}, { changes: restored }), 'hat die Anfrage wiederhergestellt'],
    [changed('fields.cost', 'Kosten', 1000.5, 40), 'hat Kosten von 1.000,5 auf 40 geändert'],
    [changed('dueDate', 'Due date', null, '2026-12-24'), 'hat die Frist auf 24. Dez. 2026 gesetzt'],
  ])('%#: %o', async (entry, text) => {
    await changeLanguage('de');
    expect(textOf(entry)).toEqual([text]);
  });
});
