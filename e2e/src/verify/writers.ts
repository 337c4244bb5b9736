import type { Api, Named, RequestView } from '../api.ts';
import type { Cast } from './cast.ts';
import type { Chance } from './chance.ts';

/** Longest wait of a writer after an answer that was none. */
const PAUSE_MILLIS = 300;

/** People who work: they write until told to stop, also through crashes; what was not answered may or may not have happened. */
export class Writers {
  /** Changes that were answered: each is at least one entry. By program. */
  readonly answered: Record<string, number> = {};
  /** Attempts that failed: the server was gone, or answered that it could not. */
  failed = 0;
  private stopped = false;
  private readonly working: Promise<void>[] = [];

  constructor(private readonly cast: Cast) {}

  begin(count: number, chance: Chance): void {
    for (let i = 0; i < count; i++) this.working.push(this.work(chance.branch(i)));
  }

  async end(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.working);
  }

  private async work(chance: Chance): Promise<void> {
    while (!this.stopped) {
      const program = chance.oneOf(this.cast.programs);
      try {
        await this.story(chance, program);
      } catch {
        this.failed++;
        await new Promise((done) => setTimeout(done, chance.between(PAUSE_MILLIS / 3, PAUSE_MILLIS)));
      }
    }
  }

  /** The life of one request, as chance has it. */
  private async story(chance: Chance, program: string): Promise<void> {
    const { manager, author, reader, owner, otherClient } = this.cast;
    const done = <T>(change: Promise<T>): Promise<T> =>
      change.then((answer) => {
        this.answered[program] = (this.answered[program] ?? 0) + 1;
        return answer;
      });
    const requests = `/programs/${program}/requests`;
    const creator = chance.oneOf([owner, owner, author, author, manager, otherClient]);
    const request = await done(creator.post<RequestView>(requests, { title: 'Paper for the printer' }));
    const path = `${requests}/${request.id}`;
    await done(creator.patch(path, { fields: { cost: Math.floor(chance.between(1, 1000)) } }));
    if (chance.isTrue(0.1)) {
      await done(creator.delete(path));
      return;
    }
    await done(creator.post(`${path}/submission`));
    if (chance.isTrue(0.2)) {
      await done(creator.delete(`${path}/submission`));
      await done(creator.post(`${path}/submission`));
    }
    await done(manager.put(`${path}/assignee`, { userId: chance.oneOf([author, reader]).userId }));
    await this.talk(chance, path, creator, done);
    await done(manager.post(`${path}/review`));
    if (chance.isTrue(0.3)) {
      await done(manager.post(`${path}/rejection`, { reason: 'Too much.' }));
      await done(creator.post(`${path}/submission`));
      await done(manager.post(`${path}/review`));
    }
    await done(manager.post(`${path}/approval`));
    await done(manager.post(`${path}/completion`));
  }

  private async talk(
    chance: Chance,
    path: string,
    creator: Api,
    done: <T>(change: Promise<T>) => Promise<T>,
  ): Promise<void> {
    const comment = await done(creator.post<Named>(`${path}/comments`, { body: 'A4, please.' }));
    if (chance.isTrue(0.5))
      await done(this.cast.author.post(`${path}/comments`, { body: 'They always want paper.', internal: true }));
    if (chance.isTrue(0.3)) await done(creator.delete(`${path}/comments/${comment.id}`));
  }
}
