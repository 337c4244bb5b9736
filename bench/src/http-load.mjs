// A lean HTTP/1.1 client: one request at a time per connection, as little CPU per request as Node allows.
import { connect } from 'node:net';

export class HttpConnection {
  constructor(port) {
    this.socket = connect({ host: '127.0.0.1', port, noDelay: true });
    this.socket.setEncoding('latin1');
    this.buffer = '';
    this.socket.on('data', (chunk) => this.read(chunk));
    this.socket.on('error', (error) => this.failed?.(error));
    this.socket.on('close', () => this.failed?.(new Error('the server closed the connection')));
  }

  /** Sends a whole request and answers the response's status. */
  send(request) {
    return new Promise((done, failed) => {
      this.done = done;
      this.failed = failed;
      this.socket.write(request);
    });
  }

  read(chunk) {
    this.buffer += chunk;
    const head = this.buffer.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(this.buffer.slice(0, head))?.[1] ?? 0);
    if (this.buffer.length < head + 4 + length) return;
    const status = Number(this.buffer.slice(9, 12));
    const body = this.buffer.slice(head + 4);
    this.buffer = '';
    if (status >= 400) this.failed(new Error(`${status}: ${body}`));
    else this.done(status);
  }

  close() {
    this.failed = undefined;
    this.socket.destroy();
  }
}

export function requestText(method, path, token, body) {
  const json = JSON.stringify(body);
  return (
    `${method} /api/v1${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\n` +
    `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`
  );
}
