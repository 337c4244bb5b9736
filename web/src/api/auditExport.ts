import { instants, type AuditFilter } from './admin';
import { askRaw } from './http';
import { Unreachable } from './problem';

/** Where the bytes go. */
export interface Sink {
  write: (chunk: Uint8Array<ArrayBuffer>) => Promise<unknown>;
  finish: () => Promise<unknown>;
  abandon: () => Promise<unknown>;
}

/** Brings the journal with its hashes to a file, line by line as the server makes it. */
export async function exportAudit(
  filter: Pick<AuditFilter, 'program' | 'from' | 'to'>,
  sink: Sink,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    const query = { program: filter.program, ...instants(filter) };
    const response = await askRaw('/audit/export', { query, signal });
    const reader = response.body?.getReader();
    let bytes = 0;
    for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
      await sink.write(part.value);
      bytes += part.value.byteLength;
      onBytes(bytes);
    }
    await sink.finish();
  } catch (error) {
    await sink.abandon();
    // What breaks the stream of an answer that had begun.
    throw error instanceof TypeError ? new Unreachable(error) : error;
  }
}
