import type { Api, Named, RequestView } from './api.ts';

/** The eight mutations of a request's life, in order, done by `author`; `assignee` gets it. Answers the request's id. */
export async function eightMutations(author: Api, programId: string, assignee: string): Promise<string> {
  const requests = `/programs/${programId}/requests`;
  const request = await author.post<RequestView>(requests, { title: 'Replace the badge reader', fields: { cost: 40 } });
  const path = `${requests}/${request.id}`;
  await author.patch(path, { fields: { cost: 55 } });
  await author.post(`${path}/submission`);
  await author.put(`${path}/assignee`, { userId: assignee });
  const comment = await author.post<Named>(`${path}/comments`, { body: 'The one at the back door.' });
  await author.delete(`${path}/comments/${comment.id}`);
  const attachment = await author.upload<Named>(`${path}/attachments`, 'note.txt', 'Back door, ground floor.');
  await author.delete(`${path}/attachments/${attachment.id}`);
  return request.id;
}

/** What everybody of the staff receives for them. */
export const eightEvents = [
  'request:created',
  'request:updated',
  'request:status_changed',
  'request:assigned',
  'comment:added',
  'comment:deleted',
  'attachment:uploaded',
  'attachment:deleted',
];
