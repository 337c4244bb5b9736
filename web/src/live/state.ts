import type { Loaded, RequestFilter } from '@/api/queries';
import type {
  Attachment,
  Comment,
  CursorPage,
  HistoryEntry,
  Member,
  Page,
  Program,
  Request,
  RequestDetail,
} from '@/api/types';

/**
 * What this browser holds of one program: only what some page has asked for. Each part knows at which position of the journal it
 * was read, because parts are read at different moments and an event may be in one already and not yet in another.
 */
export interface ProgramState {
  program?: Loaded<Program>;
  members?: Loaded<Member[]>;
  lists: readonly RequestList[];
  /** By request. */
  requests: Readonly<Record<string, Loaded<RequestDetail>>>;
  comments: Readonly<Record<string, Loaded<Comment[]>>>;
  attachments: Readonly<Record<string, Loaded<Attachment[]>>>;
  histories: Readonly<Record<string, Loaded<CursorPage<HistoryEntry>>[]>>;
  activity?: Loaded<CursorPage<HistoryEntry>>[];
  /** Requests as they were before a change of this viewer's own that was shown ahead of its event. */
  replaced?: Readonly<Record<string, Request>>;
}

export interface RequestList {
  filter: RequestFilter;
  pages: readonly Loaded<Page<Request>>[];
}

export const NOTHING: ProgramState = { lists: [], requests: {}, comments: {}, attachments: {}, histories: {} };
