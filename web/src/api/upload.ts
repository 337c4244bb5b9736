import { errorFor, Problem, problemIn, Unreachable } from './problem';
import { afterRefusal, API } from './http';
import { session } from './session';
import type { Attachment } from './types';

export interface Upload {
  file: File;
  internal: boolean;
  signal: AbortSignal;
  /** 0..1 of the bytes that have left. */
  onProgress: (share: number) => void;
}

/** Sends a file. XMLHttpRequest, because fetch tells nothing about the way up. */
export async function uploadAttachment(requestPath: string, upload: Upload): Promise<Attachment> {
  const token = session.token ?? (await session.renew());
  try {
    return await send(requestPath, upload, token);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error;
    const fresh = await afterRefusal(error.code, token);
    if (fresh === null) throw error;
    return send(requestPath, upload, fresh);
  }
}

function send(requestPath: string, upload: Upload, token: string | null): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    const cancelled = () => reject(new DOMException('The upload was cancelled.', 'AbortError'));
    if (upload.signal.aborted) {
      cancelled();
      return;
    }
    xhr.open('POST', `${API}${requestPath}/attachments${upload.internal ? '?internal=true' : ''}`);
    xhr.setRequestHeader('Accept', 'application/json');
    if (token !== null) xhr.setRequestHeader('Authorization', `Bearer ${token}`);
    xhr.upload.onprogress = (event) => {
      if (event.lengthComputable) upload.onProgress(event.loaded / event.total);
    };
    xhr.onload = () => {
      const { status, statusText, responseText: text } = xhr;
      const answer = status === 201 ? read(text) : errorFor(problemIn(status, statusText, text));
      if (answer instanceof Error) reject(answer);
      else resolve(answer);
    };
    xhr.onerror = () => reject(new Unreachable());
    xhr.onabort = cancelled;
    upload.signal.addEventListener('abort', () => xhr.abort(), { once: true });
    const form = new FormData();
    form.append('file', upload.file);
    xhr.send(form);
  });
}

function read(text: string): Attachment | Unreachable {
  try {
    return JSON.parse(text) as Attachment;
  } catch (error) {
    return new Unreachable(error);
  }
}
