import type { Sink } from '@/api/auditExport';
import { saveFile } from '@/ui/saveFile';

interface SavePicker {
  showSaveFilePicker?: (options: { suggestedName: string }) => Promise<{
    createWritable: () => Promise<
      WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>> & {
        abort: () => Promise<void>;
        close: () => Promise<void>;
      }
    >;
  }>;
}

/**
 * A file that the browser writes while the bytes come, where it can do that, or else memory. Null when the person has closed
 * the window that asks where to.
 */
export async function openSink(name: string): Promise<Sink | null> {
  const { showSaveFilePicker } = window as SavePicker;
  if (showSaveFilePicker === undefined) return memorySink(name);
  try {
    const file = await (await showSaveFilePicker.call(window, { suggestedName: name })).createWritable();
    return { write: (chunk) => file.write(chunk), finish: () => file.close(), abandon: () => file.abort() };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

function memorySink(name: string): Sink {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  return {
    write: (chunk) => Promise.resolve(chunks.push(chunk)),
    abandon: () => Promise.resolve(chunks.splice(0)),
    finish: () => {
      saveFile(new Blob(chunks, { type: 'application/x-ndjson' }), name);
      return Promise.resolve();
    },
  };
}
