import type { RequestRef } from '@/api/calls';
import { Emitter } from './emitter';
import type { PresenceChanged, PresentPerson } from './events';

/** Who else is at a request: those listed, and how many in all. */
export interface Presence {
  people: readonly PresentPerson[];
  total: number;
}

export const NOBODY: Presence = { people: [], total: 0 };

/** The server forgets that somebody types six seconds after it was said last. */
const SAY_AGAIN_MS = 3000;

interface View {
  ref: RequestRef;
  watchers: number;
  presence: Presence;
  typing: { internal: boolean; at: number } | null;
}

type Answer = ({ ok: true } & Presence) | { ok: false };

/** Says which requests are on the screen and what is typed there, and keeps who else is. Nothing of it outlives a connection. */
export class LivePresence {
  private readonly changes = new Emitter<string>();
  private readonly views = new Map<string, View>();
  private live = false;

  constructor(private readonly ask: (event: string, message: object, answer: (answer: Answer) => void) => void) {}

  at(requestId: string): Presence {
    return this.views.get(requestId)?.presence ?? NOBODY;
  }

  /** The request is on the screen until the returned function is called. */
  watch(ref: RequestRef, onChange: () => void): () => void {
    const { requestId } = ref;
    let view = this.views.get(requestId);
    if (view === undefined) {
      view = { ref, watchers: 0, presence: NOBODY, typing: null };
      this.views.set(requestId, view);
      if (this.live) this.begin(view);
    }
    const watched = view;
    watched.watchers += 1;
    const unsubscribe = this.changes.subscribe((id) => {
      if (id === requestId) onChange();
    });
    return () => {
      unsubscribe();
      watched.watchers -= 1;
      if (watched.watchers > 0) return;
      this.views.delete(requestId);
      this.say('presence:leave', { requestId });
    };
  }

  /** A key was pressed in a comment: told at most every few seconds. */
  type(requestId: string, internal: boolean, now = Date.now()): void {
    const view = this.views.get(requestId);
    if (view === undefined) return;
    if (view.typing?.internal === internal && now - view.typing.at < SAY_AGAIN_MS) return;
    view.typing = { internal, at: now };
    this.say('presence:typing', { requestId, internal });
  }

  /** The comment is sent or given up. */
  stopTyping(requestId: string): void {
    const view = this.views.get(requestId);
    if (!view?.typing) return;
    const { internal } = view.typing;
    view.typing = null;
    this.say('presence:typing', { requestId, internal, typing: false });
  }

  connected(): void {
    this.live = true;
    for (const view of this.views.values()) this.begin(view);
  }

  disconnected(): void {
    this.live = false;
    for (const view of this.views.values()) {
      view.typing = null;
      this.show(view, NOBODY);
    }
  }

  changed({ requestId, people, total }: PresenceChanged): void {
    const view = this.views.get(requestId);
    if (view !== undefined) this.show(view, { people, total });
  }

  private begin(view: View): void {
    this.ask('presence:view', view.ref, (answer) => {
      if (answer.ok && this.live && this.views.get(view.ref.requestId) === view)
        this.show(view, { people: answer.people, total: answer.total });
    });
  }

  private say(event: string, message: object): void {
    if (this.live) this.ask(event, message, () => undefined);
  }

  private show(view: View, presence: Presence): void {
    view.presence = presence;
    this.changes.emit(view.ref.requestId);
  }
}
