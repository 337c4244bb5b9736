import { useQuery } from '@tanstack/react-query';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { requestQuery } from '@/api/queries';
import type { Attachment, RequestAction, RequestDetail } from '@/api/types';
import { answer, problem, stale, TestingServer } from '@/testing/TestingServer';
import { TestingUpload } from '@/testing/TestingUpload';
import { renderLive } from '@/testing/renderPage';
import { aDetail, aField, anAttachment, aProgram, aRequest } from '@/testing/things';
import { RequestFields } from './RequestFields';

const path = '/programs/p1/requests/r1';
const items = ['Measured', 'Ordered', 'Paid'].map((label) => ({ key: label.toLowerCase(), label }));
const program = aProgram({
  fields: [
    aField('steps', { type: 'checklist', items }),
    aField('offers', { type: 'file_upload', position: 2 }),
    aField('margin', { type: 'file_upload', position: 3, visibility: 'staff' }),
  ],
});
let server: TestingServer;
let stored: RequestDetail;
let files: Attachment[];
const user = userEvent.setup();

beforeEach(() => {
  server = new TestingServer();
  stored = aDetail(aRequest(1, { version: 4, fields: { steps: ['measured'] } }));
  files = [anAttachment('plan'), anAttachment('secret', { internal: true })];
  server.on(`GET ${path}`, () => answer(200, stored, { 'Docket-Position': 'e:10' }));
  server.on(`GET ${path}/attachments`, () => answer(200, { data: files, next: null }, { 'Docket-Position': 'e:10' }));
  server.on(`PATCH ${path}`, ({ body }) => {
    const { version, fields } = body as { version: number; fields: RequestDetail['fields'] };
    if (version < stored.version) return stale(stored, [{ field: 'fields.steps' }]);
    stored = { ...stored, fields: { ...stored.fields, ...fields }, version: stored.version + 1 };
    return stored;
  });
  TestingUpload.install();
});

const patches = () => server.callsTo(`PATCH ${path}`).map(({ body }) => body);

function Page() {
  const { data } = useQuery(requestQuery({ programId: 'p1', requestId: 'r1' }));
  return data && <RequestFields request={data} program={program} />;
}

async function open(allowed?: RequestAction[]) {
  if (allowed) stored = aDetail(stored, allowed);
  const view = renderLive(<Page />);
  await screen.findByRole('list', { name: 'Steps' });
  return view;
}

describe('a checklist', () => {
  const box = (name: string) => screen.getByRole('checkbox', { name });

  it('is ticked in place, one by one, each on what the one before has made', async () => {
    await open();
    expect(screen.getByRole('progressbar', { name: 'Steps: 1 of 3' })).toBeVisible();
    await user.click(box('Ordered'));
    await user.click(box('Paid'));
    await waitFor(() => expect(patches()).toHaveLength(2));
    expect(patches()).toEqual([
      { fields: { steps: ['measured', 'ordered'] }, version: 4 },
      { fields: { steps: ['measured', 'ordered', 'paid'] }, version: 5 },
    ]);
    expect(await screen.findByRole('progressbar', { name: 'Steps: 3 of 3' })).toBeVisible();
  });

  it('merges with what somebody else has ticked at the same time', async () => {
    await open();
    stored = { ...stored, fields: { steps: ['measured', 'paid'] }, version: 5 };
    await user.click(box('Ordered'));
    await waitFor(() => expect(patches()).toHaveLength(2));
    expect(patches()[1]).toEqual({ fields: { steps: ['measured', 'paid', 'ordered'] }, version: 5 });
    await waitFor(() => expect(box('Paid')).toBeChecked());
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('goes back visibly when the server refuses', async () => {
    server.on(`PATCH ${path}`, () => problem(403, 'forbidden', 'The program is archived.'));
    await open();
    await user.click(box('Ordered'));
    expect(await screen.findByRole('alert')).toHaveTextContent('The program is archived.');
    expect(box('Ordered')).not.toBeChecked();
  });

  it('is worked off although nothing else can be changed any more', async () => {
    await open(['checkItems']);
    await user.click(box('Measured'));
    await waitFor(() => expect(patches()).toEqual([{ fields: { steps: null }, version: 4 }]));
  });

  it('is only read by those who may not tick', async () => {
    await open([]);
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.getAllByRole('img').map((mark) => mark.getAttribute('aria-label'))).toEqual(['Done', 'Open', 'Open']);
  });
});

describe('a field of files', () => {
  const upload = async (field: string) => {
    const input = screen.getByLabelText(`Upload into ${field}`, { selector: 'input' });
    await act(async () => {
      fireEvent.change(input, { target: { files: [new File(['x'], 'offer.txt', { type: 'text/plain' })] } });
      await Promise.resolve();
    });
    await waitFor(() => expect(TestingUpload.all).toHaveLength(1));
    return TestingUpload.all[0];
  };

  it('takes a file that is uploaded into it', async () => {
    await open();
    const sent = await upload('Offers');
    expect(sent?.url).toBe(`/api/v1${path}/attachments`);
    act(() => sent?.answer(201, anAttachment('offer')));
    expect(await within(screen.getByRole('list', { name: 'Offers' })).findByText('offer.txt')).toBeVisible();
    expect(patches()).toEqual([{ fields: { offers: ['offer'] }, version: 4 }]);
  });

  it('that clients do not see takes it for staff alone', async () => {
    await open();
    expect((await upload('Margin'))?.url).toBe(`/api/v1${path}/attachments?internal=true`);
  });

  it('takes one that is there already, but no internal one where clients look', async () => {
    await open();
    const [choose] = await screen.findAllByRole('button', { name: 'Choose a file of this request' });
    await user.click(choose ?? document.body);
    expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual(['plan.txt']);
    await user.click(screen.getByRole('option', { name: 'plan.txt' }));
    await waitFor(() => expect(patches()).toEqual([{ fields: { offers: ['plan'] }, version: 4 }]));
  });

  it('lets one go, which stays with the request', async () => {
    stored = { ...stored, fields: { offers: ['plan'] } };
    await open();
    await user.click(await screen.findByRole('button', { name: 'Take plan.txt out of this field' }));
    await waitFor(() => expect(patches()).toEqual([{ fields: { offers: null }, version: 4 }]));
    expect(server.calls.filter(({ method }) => method === 'DELETE')).toEqual([]);
  });

  it('is only read by those who may not change it', async () => {
    stored = { ...stored, fields: { offers: ['plan'] } };
    await open([]);
    expect(await screen.findByText('plan.txt')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Take|Upload|Choose/ })).toBeNull();
  });
});
