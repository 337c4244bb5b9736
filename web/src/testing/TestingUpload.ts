import { vi } from 'vitest';

/** Stands for XMLHttpRequest: the test sees each upload and decides how it goes on. */
export class TestingUpload {
  static all: TestingUpload[] = [];

  static install(): void {
    TestingUpload.all = [];
    vi.stubGlobal('XMLHttpRequest', TestingUpload);
  }

  readonly upload: { onprogress?: (event: object) => void } = {};
  readonly headers: Record<string, string> = {};
  url = '';
  status = 0;
  statusText = '';
  responseText = '';
  file: File | undefined;
  aborted = false;
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;

  constructor() {
    TestingUpload.all.push(this);
  }

  open(_method: string, url: string): void {
    this.url = url;
  }

  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  send(form: FormData): void {
    this.file = form.get('file') as File;
  }

  abort(): void {
    this.aborted = true;
    this.onabort?.();
  }

  progress(share: number): void {
    this.upload.onprogress?.({ lengthComputable: true, loaded: share * 100, total: 100 });
  }

  answer(status: number, body: object): void {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload?.();
  }
}
