// Others who work in a program: each change is a request over HTTP, as the app would make it.
import { pause } from './measure.mjs';

const PASSWORD = 'a long password of the bench';
const PRIORITIES = ['low', 'medium', 'high', 'urgent'];

/** A program with so many requests, and a colleague who changes them. */
export async function startCrowd(docket, rows) {
  const program = await docket.call('POST', '/programs', {
    name: 'Bench',
    key: 'BEN',
  });
  const user = await docket.call('POST', '/users', {
    email: 'colleague@docket.example',
    firstName: 'Cleo',
    lastName: 'Colleague',
    role: 'manager',
    password: PASSWORD,
  });
  await docket.call('POST', `/programs/${program.id}/members`, {
    userId: user.id,
    role: 'manager',
  });
  const { accessToken } = await docket.call('POST', '/auth/session', {
    email: user.email,
    password: PASSWORD,
  });
  const colleague = Object.create(docket, { token: { value: accessToken } });
  const ids = [];
  for (let first = 0; first < rows; first += 10) {
    const made = Array.from({ length: Math.min(10, rows - first) }, (_, i) =>
      colleague.call('POST', `/programs/${program.id}/requests`, {
        title: `Request ${first + i + 1} that waits for somebody`,
        description: 'As long as descriptions usually are, so that events carry what they usually carry. '.repeat(4),
        priority: PRIORITIES[(first + i) % 4],
      }),
    );
    ids.push(...(await Promise.all(made)).map(({ id }) => id));
  }

  let count = 0;
  let latest;
  return {
    programId: program.id,
    latest: () => latest,
    /** Changes requests all over the list at a steady rate; answers how many were made. */
    async change(perSecond, seconds) {
      const started = performance.now();
      const writes = [];
      for (let i = 0; i < perSecond * seconds; i++) {
        await pause(Math.max(0, started + (i * 1000) / perSecond - performance.now()));
        count += 1;
        // Every seventh row, round and round: above, in and below what is in sight.
        const id = ids[(count * 7) % ids.length];
        const title = `Change ${count} of something that others do`;
        latest = { id, title };
        const edit = count % 3 === 0 ? { title, priority: PRIORITIES[count % 4] } : { title };
        writes.push(colleague.call('PATCH', `/programs/${program.id}/requests/${id}`, edit));
      }
      return (await Promise.all(writes)).length;
    },
  };
}
