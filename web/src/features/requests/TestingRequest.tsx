import { useQuery } from '@tanstack/react-query';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { requestQuery } from '@/api/queries';
import type { Me, RequestDetail } from '@/api/types';
import { answer, serverFor, type TestingServer } from '@/testing/TestingServer';
import { renderLive } from '@/testing/renderPage';
import { aDetail, aField, aMe, aMember, aProgram, aRequest, mara, tom } from '@/testing/things';
import { RequestDescription } from './RequestDescription';
import { RequestFields } from './RequestFields';
import { RequestProperties } from './RequestProperties';
import { RequestTitle } from './RequestTitle';

const path = '/programs/p1/requests/r1';
const user = userEvent.setup();
const program = aProgram({
  fields: [
    aField('words', { position: 1 }),
    aField('cost', { type: 'number', position: 2 }),
    aField('needed', { type: 'date', position: 3 }),
    aField('site', { type: 'dropdown', options: ['Berlin', 'Oslo'], position: 4 }),
    aField('cleared', { type: 'checkbox', position: 5 }),
  ],
});

/** What can be changed in place of one request, which tests change in its `stored` and others by its `server`. */
export class TestingRequest {
  readonly path = path;
  readonly patch = `PATCH ${path}`;
  readonly start = aRequest(1, {
    version: 4,
    description: 'Old text',
    dueDate: '2026-12-01',
    fields: { words: 'Old words', cost: 40, needed: '2026-12-02', site: 'Berlin' },
  });
  stored: RequestDetail = aDetail(this.start);

  private constructor(readonly server: TestingServer) {
    server.on(`GET ${path}`, () => answer(200, this.stored, { 'Docket-Position': 'e:10' }));
    server.on('GET /programs/p1/members', () => ({ data: [aMember(mara), aMember(tom)] }));
  }

  static async serve(): Promise<TestingRequest> {
    return new TestingRequest(await serverFor());
  }

  patches(): unknown[] {
    return this.server.callsTo(this.patch).map(({ body }) => body);
  }

  async open(me: Me = aMe()) {
    const view = renderLive(<Page />, me);
    await screen.findByRole('heading', { name: 'Request 1' });
    return view;
  }

  /** Opens an editor, writes, and leaves it. */
  async write(opener: RegExp, label: string, text: string): Promise<void> {
    await user.click(screen.getByRole('button', { name: opener }));
    const input = screen.getByLabelText(label, { selector: 'input, textarea' });
    fireEvent.change(input, { target: { value: text } });
    fireEvent.blur(input);
  }
}

function Page() {
  const { data } = useQuery(requestQuery({ programId: 'p1', requestId: 'r1' }));
  return (
    data && (
      <>
        <RequestTitle request={data} />
        <RequestDescription request={data} />
        <RequestFields request={data} program={program} />
        <RequestProperties request={data} staff />
      </>
    )
  );
}
