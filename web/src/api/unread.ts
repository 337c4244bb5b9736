import { programPath } from './calls';
import { ask } from './http';
import type { CursorPage, HistoryEntry } from './types';

const LOOKED_AT = 20;

/** The newest entries of a program that one may see. */
export async function newestActivity(programId: string): Promise<HistoryEntry[]> {
  const query = { limit: LOOKED_AT };
  return (await ask<CursorPage<HistoryEntry>>(`${programPath(programId)}/activity`, { query })).body.data;
}
