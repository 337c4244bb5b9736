import type { Api } from '../api.ts';
import { eventually } from '../eventually.ts';
import { fenceText } from './fence.ts';
import type { Threads } from './threads.ts';

/** How long a fence may take to reach everybody: half-open connections end after 45 s. */
const ARRIVAL_MILLIS = 120_000;
const POLL_MILLIS = 200;

/** Writes entries that every member receives, and waits for them. */
export class Fences {
  private last = 0;

  constructor(
    private readonly manager: Api,
    private readonly threads: Threads,
  ) {}

  /** Writes one, however long the server is away. Answers its number. */
  async write(program: string): Promise<number> {
    const number = ++this.last;
    await eventually(
      'a fence to be written',
      ARRIVAL_MILLIS,
      async () => {
        await this.manager.patch(`/programs/${program}`, { description: fenceText(number) });
        return true;
      },
      POLL_MILLIS,
    );
    return number;
  }

  /** Waits until all clients of these users are connected and have it; says whether they do. */
  async reaches(userIds: string[], program: string, fence: number): Promise<boolean> {
    const reached = async () => {
      const { users } = await this.threads.state();
      return userIds.every((id) => {
        const user = users[id];
        return user === undefined || (user.connected === user.clients && (user.fences[program] ?? 0) >= fence);
      });
    };
    return eventually(`fence ${fence}`, ARRIVAL_MILLIS, reached, POLL_MILLIS).then(
      () => true,
      () => false,
    );
  }
}
